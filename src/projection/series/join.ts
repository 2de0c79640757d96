import { appended, type Columns } from '../../table/columns.ts'
import { close, contents, get, open, put, type Table } from '../../table/index.ts'
import {
  addRow,
  closeRecords,
  type MutableRecords,
  openRecords,
  type Records,
  read,
  write,
} from '../../table/records.ts'
import { type Entries, emptyTown, type Ledger, type Town } from './book.ts'
import { nobody } from './roster.ts'
import { type Chained, link, newRow, ofHome, ofHousehold, ofPlace, unlink } from './row.ts'
import { arrivals, at, atHousehold, atMoveIn, flats, moveIns, sites } from './section.ts'
import { none, ofStep, type Timeline } from './timeline.ts'

type Renumber = (number: number) => number

type Tables = Exclude<keyof Town, 'known'>

/** What numbers of the second ledger become in the joined one: what both know keeps its number in the first. */
interface Renumbering {
  readonly of: Renumber
  readonly count: number
}

const renumbering = (
  a: Ledger,
  b: Ledger,
  tables: ReadonlyArray<Tables>,
  first: number,
  count: number,
): Renumbering => {
  const numbers = new Int32Array(count).fill(none)
  for (const [stream, town] of b.towns)
    for (const name of tables)
      for (const [id, number] of contents(town[name]))
        numbers[number] = get(a.towns.get(stream)?.[name] ?? emptyTown[name], id) ?? none
  let next = first
  for (let k = 0; k < count; k++) if (numbers[k] === none) numbers[k] = next++
  return { of: number => (number === none ? none : (numbers[number] as number)), count: next }
}

const joinedTable = (a: Table<number>, b: Table<number>, by: Renumber): Table<number> => {
  const own = open(a)
  for (const [id, number] of contents(b)) put(own, id, by(number))
  return close(own)
}

const joinedTown = (a: Town, b: Town, by: Numbers): Town => ({
  known: Math.max(a.known, b.known),
  households: joinedTable(a.households, b.households, by.household),
  flats: joinedTable(a.flats, b.flats, by.place),
  sites: joinedTable(a.sites, b.sites, by.place),
  tenancies: joinedTable(a.tenancies, b.tenancies, by.home),
  stays: joinedTable(a.stays, b.stays, by.home),
  persons: joinedTable(a.persons, b.persons, by.person),
})

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
type Numbers = Readonly<Record<'household' | 'person' | 'place' | 'home' | 'roster', Renumber>>

/** The chain of a timeline of the second ledger, copied behind the steps of the first. */
const copied = (steps: MutableRecords, of: Records, timeline: Timeline, by: Renumber): Timeline => {
  const chain: Array<number> = []
  for (let step = timeline; step !== none; step = read(of, step, ofStep.before)) chain.push(step)
  return chain.reduceRight((before, step) => {
    const copy = addRow(steps)
    for (let field = 0; field < of.width; field++) write(steps, copy, field, read(of, step, field))
    write(steps, copy, ofStep.value, by(read(of, step, ofStep.value)))
    write(steps, copy, ofStep.before, before)
    return copy
  }, none)
}

/** Rows up to a number, of which nothing is known yet. */
const extended = (records: Records, length: number): MutableRecords => {
  const own = openRecords(records)
  while (own.length < length) newRow(own)
  return own
}

const same: Renumber = number => number

/** The records of both: of what both know, all homes, and what the second says of anything else. */
const joinedRecords = (a: Ledger, b: Ledger, by: Numbers, counts: Counts) => {
  const own: Chained = {
    households: extended(a.households, counts.households),
    places: extended(a.places, counts.places),
    homes: extended(a.homes, counts.homes),
  }
  const [steps, versions] = [openRecords(a.steps), openRecords(a.versions)]
  const homeIds = a.homeIds.slice(0, a.homes.length)
  const retimed = (
    of: Records,
    row: number,
    to: MutableRecords,
    as: number,
    field: number,
    value: Renumber,
  ): void => {
    write(to, as, field, copied(steps, b.steps, read(of, row, field), value))
  }
  for (let row = 0; row < b.households.length; row++) {
    const as = by.household(row)
    retimed(b.households, row, own.households, as, ofHousehold.present, same)
    retimed(b.households, row, own.households, as, ofHousehold.versions, by.roster)
    retimed(b.households, row, own.households, as, ofHousehold.regimes, same)
    retimed(b.households, row, own.households, as, ofHousehold.arrivals, by.roster)
  }
  for (let row = 0; row < b.places.length; row++) {
    const as = by.place(row)
    retimed(b.places, row, own.places, as, ofPlace.offered, same)
    write(
      own.places,
      as,
      ofPlace.versions,
      copied(versions, b.versions, read(b.places, row, ofPlace.versions), same),
    )
  }
  for (let row = 0; row < b.homes.length; row++) {
    const as = by.home(row)
    homeIds[as] = b.homeIds[row] as string
    if (as < a.homes.length) unlink(own, as)
    for (const field of [ofHome.kind, ofHome.from, ofHome.until])
      write(own.homes, as, field, read(b.homes, row, field))
    link(
      own,
      as,
      by.household(read(b.homes, row, ofHome.household)),
      by.place(read(b.homes, row, ofHome.place)),
    )
  }
  return {
    households: closeRecords(own.households),
    places: closeRecords(own.places),
    homes: closeRecords(own.homes),
    homeIds,
    steps: closeRecords(steps),
    versions: closeRecords(versions),
  }
}

interface Counts {
  readonly households: number
  readonly places: number
  readonly homes: number
}

/** Two ledgers put together; O(rows and postings of the second), and of the first where it has been appended to since. */
export const joined = (a: Ledger, b: Ledger): Ledger => {
  const households = renumbering(a, b, ['households'], a.households.length, b.households.length)
  const places = renumbering(a, b, ['flats', 'sites'], a.places.length, b.places.length)
  const homes = renumbering(a, b, ['tenancies', 'stays'], a.homes.length, b.homes.length)
  const persons = renumbering(a, b, ['persons'], a.persons, b.persons)
  const by: Numbers = {
    household: households.of,
    place: places.of,
    home: homes.of,
    person: persons.of,
    roster: number => (number === nobody ? nobody : number + a.rosters.length),
  }
  const counts = { households: households.count, places: places.count, homes: homes.count }
  const towns = new Map(a.towns)
  for (const [stream, town] of b.towns)
    towns.set(stream, joinedTown(towns.get(stream) ?? emptyTown, town, by))

  return Object.freeze({
    coverage: a.coverage === b.coverage ? a.coverage : 'households',
    towns,
    ...joinedRecords(a, b, by, counts),
    persons: persons.count,
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
  (section: number, entries: number, { household, place, roster }: Numbers) =>
  (row: ReadonlyArray<number>): ReadonlyArray<number> => {
    const next = row.with(at.entry, (row[at.entry] as number) + entries)
    if (section === flats || section === sites) return next
    next[at.roster] = roster(row[at.roster] as number)
    if (section === arrivals) next[atHousehold] = household(row[atHousehold] as number)
    if (section === moveIns) {
      next[atMoveIn.household] = household(row[atMoveIn.household] as number)
      next[atMoveIn.flat] = place(row[atMoveIn.flat] as number)
    }
    return next
  }
