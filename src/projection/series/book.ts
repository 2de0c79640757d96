import type { Envelope } from '../../event/envelope.ts'
import { type Columns, closeColumns, type MutableColumns, noRows, openColumns } from '../../table/columns.ts'
import type { MutableTable, Table } from '../../table/index.ts'
import { close, emptyTable, isOpen, open } from '../../table/index.ts'
import type { FlatRow, HouseholdRow, SiteRow } from './row.ts'
import { sections } from './section.ts'

/**
 * What parts of a log a ledger can be put together from: whole municipalities, or groups of households of one, too.
 *
 * @category model
 */
export type Coverage = 'municipality' | 'households'

/**
 * The log as a ledger: what each event adds to, and takes away from, every day. A posting has two dates, as a bank's
 * has: the day it counts from, and when it was entered. So figures for any day, as known at any time, are sums over
 * postings; and a fact reported late is one entry more.
 *
 * @category model
 */
export interface Ledger {
  readonly coverage: Coverage
  /** By stream. */
  readonly towns: ReadonlyMap<string, Town>
  readonly numbered: Readonly<Record<Numbered, number>>
  readonly rosters: Columns
  readonly members: Columns
  readonly entries: Entries
  /** By number of section. */
  readonly postings: ReadonlyArray<Columns>
}

/** What is known of a municipality, by id; tenancies and stays by their households. */
export interface Town {
  /** When the last posting became known. */
  readonly known: number
  readonly households: Table<HouseholdRow>
  readonly flats: Table<FlatRow>
  readonly sites: Table<SiteRow>
  readonly tenancies: Table<string>
  readonly stays: Table<string>
  readonly persons: Table<number>
}

/** What is counted each once, and has a number in the whole ledger. */
type Numbered = 'households' | 'flats' | 'persons'

/**
 * The events that posted something: when each was recorded, and its envelope, if it has one. Versions of a ledger share
 * the arrays, as {@link Columns} do.
 *
 * @category model
 */
export interface Entries {
  readonly length: number
  /** Whether none became known before the one that it stands behind. */
  readonly inOrder: boolean
  readonly knownAt: ReadonlyArray<number>
  readonly envelopes: ReadonlyArray<Envelope | undefined>
}

export const emptyLedger: Ledger = /* @__PURE__ */ Object.freeze({
  coverage: 'municipality',
  towns: /* @__PURE__ */ new Map(),
  numbered: { households: 0, flats: 0, persons: 0 },
  rosters: /* @__PURE__ */ noRows(3),
  members: /* @__PURE__ */ noRows(3),
  entries: { length: 0, inOrder: true, knownAt: [], envelopes: [] },
  postings: /* @__PURE__ */ sections.map(({ width }) => noRows(width)),
})

export const emptyTown: Town = /* @__PURE__ */ Object.freeze({
  known: -Infinity,
  households: emptyTable,
  flats: emptyTable,
  sites: emptyTable,
  tenancies: emptyTable,
  stays: emptyTable,
  persons: emptyTable,
})

/** A ledger while one function alone owns it. */
export interface MutableBook {
  readonly coverage: Coverage
  /** The stream of the event that is being entered, its municipality, and whether it has posted anything. */
  stream: string | undefined
  town: MutableTown
  posted: boolean
  readonly towns: Map<string, Town | MutableTown>
  readonly numbered: Record<Numbered, number>
  readonly rosters: MutableColumns
  readonly members: MutableColumns
  readonly entries: MutableEntries
  readonly postings: ReadonlyArray<MutableColumns>
}

/** A municipality while one function alone owns it. */
interface MutableTown {
  known: number
  readonly households: MutableTable<HouseholdRow>
  readonly flats: MutableTable<FlatRow>
  readonly sites: MutableTable<SiteRow>
  readonly tenancies: MutableTable<string>
  readonly stays: MutableTable<string>
  readonly persons: MutableTable<number>
}

interface MutableEntries {
  inOrder: boolean
  readonly knownAt: Array<number>
  readonly envelopes: Array<Envelope | undefined>
}

export const openBook = (ledger: Ledger): MutableBook => ({
  coverage: ledger.coverage,
  stream: undefined,
  town: noTown,
  posted: false,
  towns: new Map(ledger.towns),
  numbered: { ...ledger.numbered },
  rosters: openColumns(ledger.rosters),
  members: openColumns(ledger.members),
  entries: openEntries(ledger.entries),
  postings: ledger.postings.map(openColumns),
})

/** Turns to the municipality of a stream; it is opened when its first event comes. */
export const turnTo = (book: MutableBook, stream: string): void => {
  if (stream === book.stream) return
  const known = book.towns.get(stream) ?? emptyTown
  const town = isOpenTown(known) ? known : openTown(known)
  book.towns.set(stream, town)
  book.stream = stream
  book.town = town
}

const openTown = (town: Town): MutableTown => ({
  known: town.known,
  households: open(town.households),
  flats: open(town.flats),
  sites: open(town.sites),
  tenancies: open(town.tenancies),
  stays: open(town.stays),
  persons: open(town.persons),
})

const noTown = /* @__PURE__ */ openTown(emptyTown)

const isOpenTown = (town: Town | MutableTown): town is MutableTown => isOpen(town.households)

const closeTown = (town: MutableTown): Town =>
  Object.freeze({
    known: town.known,
    households: close(town.households),
    flats: close(town.flats),
    sites: close(town.sites),
    tenancies: close(town.tenancies),
    stays: close(town.stays),
    persons: close(town.persons),
  })

/** Whoever comes second to the end of the entries copies them. */
const openEntries = ({ length, inOrder, knownAt, envelopes }: Entries): MutableEntries =>
  length > 0 && knownAt.length === length
    ? { inOrder, knownAt: knownAt as Array<number>, envelopes: envelopes as MutableEntries['envelopes'] }
    : { inOrder, knownAt: knownAt.slice(0, length), envelopes: envelopes.slice(0, length) }

export const closeBook = (book: MutableBook): Ledger => {
  for (const [stream, town] of book.towns) if (isOpenTown(town)) book.towns.set(stream, closeTown(town))
  return Object.freeze({
    coverage: book.coverage,
    towns: book.towns,
    numbered: Object.freeze(book.numbered),
    rosters: closeColumns(book.rosters),
    members: closeColumns(book.members),
    entries: Object.freeze({ length: book.entries.knownAt.length, ...book.entries }),
    postings: Object.freeze(book.postings.map(closeColumns)),
  })
}

/** The number of a household, flat or person that is new to the book. */
export const nextNumber = (book: MutableBook, of: Numbered): number => book.numbered[of]++
