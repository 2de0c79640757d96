import type { Envelope } from '../../event/envelope.ts'
import { type Columns, closeColumns, type MutableColumns, noRows, openColumns } from '../../table/columns.ts'
import type { MutableTable, Table } from '../../table/index.ts'
import { close, emptyTable, isOpen, open } from '../../table/index.ts'
import {
  closeRecords,
  type MutableRecords,
  noRecords,
  openRecords,
  type Records,
} from '../../table/records.ts'
import { type MutableTaken, roomFor } from './room.ts'
import { homeWidth, householdWidth, placeWidth, versionWidth } from './row.ts'
import { sections } from './section.ts'
import { stepWidth } from './timeline.ts'

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
 * What the next posting depends on, who lives where and since when, stands in records of whole numbers; whatever has a
 * date is a timeline in `steps`.
 *
 * @category model
 */
export interface Ledger {
  readonly coverage: Coverage
  /** By stream. */
  readonly towns: ReadonlyMap<string, Town>
  readonly households: Records
  readonly places: Records
  readonly versions: Records
  readonly homes: Records
  readonly homeIds: ReadonlyArray<string>
  readonly steps: Records
  /** How many persons have a number. */
  readonly persons: number
  readonly rosters: Columns
  readonly members: Columns
  readonly entries: Entries
  /** By number of section. */
  readonly postings: ReadonlyArray<Columns>
}

/** The numbers of what is known of a municipality, by id. */
export interface Town {
  /** When the last posting became known. */
  readonly known: number
  readonly households: Table<number>
  readonly flats: Table<number>
  readonly sites: Table<number>
  readonly tenancies: Table<number>
  readonly stays: Table<number>
  readonly persons: Table<number>
}

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
  households: /* @__PURE__ */ noRecords(householdWidth),
  places: /* @__PURE__ */ noRecords(placeWidth),
  versions: /* @__PURE__ */ noRecords(versionWidth),
  homes: /* @__PURE__ */ noRecords(homeWidth),
  homeIds: [],
  steps: /* @__PURE__ */ noRecords(stepWidth),
  persons: 0,
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
  readonly taken: MutableTaken
  /** The stream of the event that is being entered, its municipality, and whether it has posted anything. */
  stream: string | undefined
  town: MutableTown
  posted: boolean
  readonly towns: Map<string, Town | MutableTown>
  readonly households: MutableRecords
  readonly places: MutableRecords
  readonly versions: MutableRecords
  readonly homes: MutableRecords
  readonly homeIds: Array<string>
  readonly steps: MutableRecords
  persons: number
  readonly rosters: MutableColumns
  readonly members: MutableColumns
  readonly entries: MutableEntries
  readonly postings: ReadonlyArray<MutableColumns>
}

/** A municipality while one function alone owns it. */
interface MutableTown {
  known: number
  readonly households: MutableTable<number>
  readonly flats: MutableTable<number>
  readonly sites: MutableTable<number>
  readonly tenancies: MutableTable<number>
  readonly stays: MutableTable<number>
  readonly persons: MutableTable<number>
}

interface MutableEntries {
  inOrder: boolean
  readonly knownAt: Array<number>
  readonly envelopes: Array<Envelope | undefined>
}

/** To be entered into: so many events, if that is known. */
export const openBook = (ledger: Ledger, expected = 0): MutableBook => {
  const taken: MutableTaken = { events: 0 }
  const columns = (list: Columns): MutableColumns => openColumns(list, roomFor(list.length, taken, expected))
  return {
    coverage: ledger.coverage,
    taken,
    stream: undefined,
    town: noTown,
    posted: false,
    towns: new Map(ledger.towns),
    households: openRecords(ledger.households),
    places: openRecords(ledger.places),
    versions: openRecords(ledger.versions),
    homes: openRecords(ledger.homes),
    homeIds: openIds(ledger.homeIds, ledger.homes.length),
    steps: openRecords(ledger.steps),
    persons: ledger.persons,
    rosters: columns(ledger.rosters),
    members: columns(ledger.members),
    entries: openEntries(ledger.entries),
    postings: ledger.postings.map(columns),
  }
}

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

/** So do they with the ids of homes, whose number is that of the homes. */
const openIds = (ids: ReadonlyArray<string>, count: number): Array<string> =>
  count > 0 && ids.length === count ? (ids as Array<string>) : ids.slice(0, count)

export const closeBook = (book: MutableBook): Ledger => {
  for (const [stream, town] of book.towns) if (isOpenTown(town)) book.towns.set(stream, closeTown(town))
  return Object.freeze({
    coverage: book.coverage,
    towns: book.towns,
    households: closeRecords(book.households),
    places: closeRecords(book.places),
    versions: closeRecords(book.versions),
    homes: closeRecords(book.homes),
    homeIds: book.homeIds,
    steps: closeRecords(book.steps),
    persons: book.persons,
    rosters: closeColumns(book.rosters),
    members: closeColumns(book.members),
    entries: Object.freeze({ length: book.entries.knownAt.length, ...book.entries }),
    postings: Object.freeze(book.postings.map(closeColumns)),
  })
}
