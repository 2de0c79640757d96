import { appended, type Columns } from '../../table/columns.ts'
import type { History } from '../../table/history.ts'
import { close, contents, get, open, put, type Table, union } from '../../table/index.ts'
import type { Entries, Ledger } from './book.ts'
import { nobody } from './roster.ts'
import { type FlatRow, type HouseholdRow, type SiteRow, withHome } from './row.ts'
import { arrivals, at, atHousehold, atMoveIn, flats, moveIns, sites } from './section.ts'

type Renumber = (number: number) => number

interface Numbered {
  readonly number: number
}

/** The number that a row of the second list has in the joined one: what both know keeps its number in the first. */
const renumbering = (
  shared: Iterable<readonly [before: number, now: number]>,
  first: number,
  count: number,
): { readonly of: Renumber; readonly count: number } => {
  const known = new Map(shared)
  const numbers = new Int32Array(count)
  let next = first
  for (let k = 0; k < count; k++) numbers[k] = known.get(k) ?? next++
  return { of: k => numbers[k] as number, count: next }
}

function* sharedRows<Row>(
  a: Table<Row>,
  b: Table<Row>,
  numberOf: (row: Row) => number,
): Generator<readonly [number, number], void> {
  for (const [key, row] of contents(b)) {
    const known = get(a, key)
    if (known !== undefined) yield [numberOf(row), numberOf(known)]
  }
}

const numberOf = ({ number }: Numbered): number => number

const moved = (history: History<number>, by: Renumber): History<number> =>
  history.map(({ on, value }) => ({ on, value: by(value) }))

/** What both ledgers know: of a place, all homes; of anything else, what was said last. */
const joinedRows = <Row>(
  a: Table<Row>,
  b: Table<Row>,
  by: (row: Row, known: Row | undefined) => Row,
): Table<Row> => {
  const own = open(a)
  for (const [key, row] of contents(b)) put(own, key, by(row, get(a, key)))
  return close(own)
}

const joinedEntries = (a: Entries, b: Entries): Entries => ({
  length: a.length + b.length,
  inOrder:
    a.inOrder &&
    b.inOrder &&
    (a.length === 0 || b.length === 0 || (a.knownAt[a.length - 1] ?? 0) <= (b.knownAt[0] ?? 0)),
  knownAt: [...a.knownAt.slice(0, a.length), ...b.knownAt.slice(0, b.length)],
  envelopes: [...a.envelopes.slice(0, a.length), ...b.envelopes.slice(0, b.length)],
})

const joinedClocks = (a: Ledger['clocks'], b: Ledger['clocks']): Ledger['clocks'] => {
  const all = new Map(a)
  for (const [stream, known] of b) all.set(stream, Math.max(known, all.get(stream) ?? known))
  return all
}

/** Two ledgers put together; O(rows and postings of the second), and of the first where it has been appended to since. */
export const joined = (a: Ledger, b: Ledger): Ledger => {
  const households = renumbering(
    sharedRows(a.households, b.households, numberOf),
    a.numbered.households,
    b.numbered.households,
  )
  const persons = renumbering(
    sharedRows(a.persons, b.persons, number => number),
    a.numbered.persons,
    b.numbered.persons,
  )
  const tenanted = renumbering(sharedRows(a.flats, b.flats, numberOf), a.numbered.flats, b.numbered.flats)
  const roster: Renumber = number => (number === nobody ? nobody : number + a.rosters.length)

  const posting =
    (section: number) =>
    (row: ReadonlyArray<number>): ReadonlyArray<number> => {
      const next = row.with(at.entry, (row[at.entry] as number) + a.entries.length)
      if (section === flats || section === sites) return next
      next[at.roster] = roster(row[at.roster] as number)
      if (section === arrivals) next[atHousehold] = households.of(row[atHousehold] as number)
      if (section === moveIns) {
        next[atMoveIn.household] = households.of(row[atMoveIn.household] as number)
        next[atMoveIn.flat] = tenanted.of(row[atMoveIn.flat] as number)
      }
      return next
    }

  return Object.freeze({
    coverage: a.coverage === b.coverage ? a.coverage : 'households',
    households: joinedRows<HouseholdRow>(a.households, b.households, row => ({
      ...row,
      number: households.of(row.number),
      versions: moved(row.versions, roster),
      arrivals: moved(row.arrivals, roster),
    })),
    flats: joinedRows<FlatRow>(a.flats, b.flats, (row, known) => ({
      ...row,
      number: tenanted.of(row.number),
      homes: known === undefined ? row.homes : row.homes.reduce(withHome, known.homes),
    })),
    sites: joinedRows<SiteRow>(a.sites, b.sites, (row, known) => ({
      ...row,
      households: known === undefined ? row.households : known.households.concat(row.households),
    })),
    homes: union<string>((_, last) => last)(a.homes, b.homes),
    persons: joinedRows<number>(a.persons, b.persons, persons.of),
    clocks: joinedClocks(a.clocks, b.clocks),
    numbered: { households: households.count, flats: tenanted.count, persons: persons.count },
    rosters: appended(a.rosters, b.rosters, ([start, size, tier]) => [
      (start as number) + a.members.length,
      size as number,
      tier as number,
    ]),
    members: appended(a.members, b.members, ([person, ...rest]) => [persons.of(person as number), ...rest]),
    entries: joinedEntries(a.entries, b.entries),
    postings: a.postings.map((each, section) =>
      appended(each, b.postings[section] as Columns, posting(section)),
    ),
  })
}
