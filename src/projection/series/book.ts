import type { Envelope } from '../../event/envelope.ts'
import { type Columns, closeColumns, type MutableColumns, noRows, openColumns } from '../../table/columns.ts'
import type { MutableTable, Table } from '../../table/index.ts'
import { close, emptyTable, open } from '../../table/index.ts'
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
  readonly households: Table<HouseholdRow>
  readonly flats: Table<FlatRow>
  readonly sites: Table<SiteRow>
  /** The household of each tenancy and stay. */
  readonly homes: Table<string>
  readonly persons: Table<number>
  /** When the last posting of each stream became known. */
  readonly clocks: ReadonlyMap<string, number>
  readonly numbered: Readonly<Record<'households' | 'flats' | 'persons', number>>
  readonly rosters: Columns
  readonly members: Columns
  readonly entries: Entries
  /** By number of section. */
  readonly postings: ReadonlyArray<Columns>
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
  households: emptyTable,
  flats: emptyTable,
  sites: emptyTable,
  homes: emptyTable,
  persons: emptyTable,
  clocks: /* @__PURE__ */ new Map(),
  numbered: { households: 0, flats: 0, persons: 0 },
  rosters: /* @__PURE__ */ noRows(3),
  members: /* @__PURE__ */ noRows(3),
  entries: { length: 0, inOrder: true, knownAt: [], envelopes: [] },
  postings: /* @__PURE__ */ sections.map(({ width }) => noRows(width)),
})

/** A ledger while one function alone owns it. */
export interface MutableBook {
  readonly coverage: Coverage
  /** Whether the event that is being entered has posted anything. */
  posted: boolean
  readonly households: MutableTable<HouseholdRow>
  readonly flats: MutableTable<FlatRow>
  readonly sites: MutableTable<SiteRow>
  readonly homes: MutableTable<string>
  readonly persons: MutableTable<number>
  readonly clocks: Map<string, number>
  readonly numbered: Record<'households' | 'flats' | 'persons', number>
  readonly rosters: MutableColumns
  readonly members: MutableColumns
  readonly entries: MutableEntries
  readonly postings: ReadonlyArray<MutableColumns>
}

interface MutableEntries {
  inOrder: boolean
  readonly knownAt: Array<number>
  readonly envelopes: Array<Envelope | undefined>
}

export const openBook = (ledger: Ledger): MutableBook => ({
  coverage: ledger.coverage,
  posted: false,
  households: open(ledger.households),
  flats: open(ledger.flats),
  sites: open(ledger.sites),
  homes: open(ledger.homes),
  persons: open(ledger.persons),
  clocks: new Map(ledger.clocks),
  numbered: { ...ledger.numbered },
  rosters: openColumns(ledger.rosters),
  members: openColumns(ledger.members),
  entries: openEntries(ledger.entries),
  postings: ledger.postings.map(openColumns),
})

/** Whoever comes second to the end of the entries copies them. */
const openEntries = ({ length, inOrder, knownAt, envelopes }: Entries): MutableEntries =>
  length > 0 && knownAt.length === length
    ? { inOrder, knownAt: knownAt as Array<number>, envelopes: envelopes as MutableEntries['envelopes'] }
    : { inOrder, knownAt: knownAt.slice(0, length), envelopes: envelopes.slice(0, length) }

export const closeBook = (book: MutableBook): Ledger =>
  Object.freeze({
    coverage: book.coverage,
    households: close(book.households),
    flats: close(book.flats),
    sites: close(book.sites),
    homes: close(book.homes),
    persons: close(book.persons),
    clocks: book.clocks,
    numbered: Object.freeze(book.numbered),
    rosters: closeColumns(book.rosters),
    members: closeColumns(book.members),
    entries: Object.freeze({ length: book.entries.knownAt.length, ...book.entries }),
    postings: Object.freeze(book.postings.map(closeColumns)),
  })

/** The number of a household, flat or person that is new to the book. */
export const nextNumber = (book: MutableBook, of: keyof MutableBook['numbered']): number =>
  book.numbered[of]++
