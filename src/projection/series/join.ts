import { appended, type Columns } from '../../table/columns.ts'
import { close, contents, get, open, put, type Table } from '../../table/index.ts'
import { type Entries, emptyTown, type Ledger, type Town } from './book.ts'
import { nobody } from './roster.ts'
import { type FlatRow, type Home, type HouseholdRow, type Place, type SiteRow, withHome } from './row.ts'
import { arrivals, at, atHousehold, atMoveIn, flats, moveIns, sites } from './section.ts'
import { mapped } from './timeline.ts'

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

/** The numbers of what both ledgers know: in the second, and in the first. */
function* shared<Row>(
  a: Ledger,
  b: Ledger,
  rowsOf: (town: Town) => Table<Row>,
  numberOf: (row: Row) => number,
): Generator<readonly [number, number], void> {
  for (const [stream, town] of b.towns) {
    const first = a.towns.get(stream)
    if (first === undefined) continue
    for (const [id, row] of contents(rowsOf(town))) {
      const known = get(rowsOf(first), id)
      if (known !== undefined) yield [numberOf(row), numberOf(known)]
    }
  }
}

const numberOf = ({ number }: Numbered): number => number

/** What both tables know: of a place, all homes; of anything else, what was said last. */
const joinedRows = <Row>(
  a: Table<Row>,
  b: Table<Row>,
  by: (row: Row, known: Row | undefined) => Row,
): Table<Row> => {
  const own = open(a)
  for (const [id, row] of contents(b)) put(own, id, by(row, get(a, id)))
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

/** What numbers become, by what they are numbers of. */
type Renumbering = Readonly<Record<'household' | 'person' | 'flat' | 'roster', Renumber>>

const joinedTown = (a: Town, b: Town, { household, person, flat, roster }: Renumbering): Town => {
  const places = new Map<Place, Place>()
  const placed = (place: Place): Place => {
    const known = places.get(place) ?? { ...place, number: flat(place.number) }
    places.set(place, known)
    return known
  }
  const moved = (home: Home): Home =>
    home.kind === 'tenancy' ? { ...home, place: placed(home.place) } : home
  return {
    known: Math.max(a.known, b.known),
    households: joinedRows<HouseholdRow>(a.households, b.households, row => ({
      ...row,
      number: household(row.number),
      versions: mapped(row.versions, roster),
      arrivals: mapped(row.arrivals, roster),
      homes: row.homes.map(moved),
    })),
    flats: joinedRows<FlatRow>(a.flats, b.flats, (row, known) => ({
      ...row,
      place: placed(row.place),
      homes: row.homes.map(moved).reduce(withHome, known?.homes ?? []),
    })),
    sites: joinedRows<SiteRow>(a.sites, b.sites, (row, known) => ({
      ...row,
      households: known === undefined ? row.households : known.households.concat(row.households),
    })),
    tenancies: joinedRows<string>(a.tenancies, b.tenancies, last => last),
    stays: joinedRows<string>(a.stays, b.stays, last => last),
    persons: joinedRows<number>(a.persons, b.persons, person),
  }
}

/** Two ledgers put together; O(rows and postings of the second), and of the first where it has been appended to since. */
export const joined = (a: Ledger, b: Ledger): Ledger => {
  const numbering = <Row>(
    of: keyof Ledger['numbered'],
    rowsOf: (town: Town) => Table<Row>,
    number: (row: Row) => number,
  ) => renumbering(shared(a, b, rowsOf, number), a.numbered[of], b.numbered[of])
  const households = numbering('households', town => town.households, numberOf)
  const persons = numbering<number>(
    'persons',
    town => town.persons,
    number => number,
  )
  const tenanted = numbering(
    'flats',
    town => town.flats,
    ({ place }) => place.number,
  )
  const by: Renumbering = {
    household: households.of,
    person: persons.of,
    flat: tenanted.of,
    roster: number => (number === nobody ? nobody : number + a.rosters.length),
  }
  const towns = new Map(a.towns)
  for (const [stream, town] of b.towns)
    towns.set(stream, joinedTown(towns.get(stream) ?? emptyTown, town, by))

  return Object.freeze({
    coverage: a.coverage === b.coverage ? a.coverage : 'households',
    towns,
    numbered: { households: households.count, flats: tenanted.count, persons: persons.count },
    rosters: appended(a.rosters, b.rosters, ([start, size, tier]) => [
      (start as number) + a.members.length,
      size as number,
      tier as number,
    ]),
    members: appended(a.members, b.members, ([person, ...rest]) => [by.person(person as number), ...rest]),
    entries: joinedEntries(a.entries, b.entries),
    postings: a.postings.map((each, section) =>
      appended(each, b.postings[section] as Columns, joinedPosting(section, a.entries.length, by)),
    ),
  })
}

const joinedPosting =
  (section: number, entries: number, { household, flat, roster }: Renumbering) =>
  (row: ReadonlyArray<number>): ReadonlyArray<number> => {
    const next = row.with(at.entry, (row[at.entry] as number) + entries)
    if (section === flats || section === sites) return next
    next[at.roster] = roster(row[at.roster] as number)
    if (section === arrivals) next[atHousehold] = household(row[atHousehold] as number)
    if (section === moveIns) {
      next[atMoveIn.household] = household(row[atMoveIn.household] as number)
      next[atMoveIn.flat] = flat(row[atMoveIn.flat] as number)
    }
    return next
  }
