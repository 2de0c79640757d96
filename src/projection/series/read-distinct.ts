import { type Columns, column } from '../../table/columns.ts'
import type { Counted } from '../figure.ts'
import { cellOn } from './age-band.ts'
import { cellName } from './dimension.ts'
import {
  type Asked,
  type By,
  calendarOf,
  cellsOf,
  doesNotCount,
  membersOf,
  newCells,
  placesOf,
  type Reading,
  rangeOf,
  type Said,
  said,
  saidAt,
  whole,
} from './reading.ts'
import { nobody } from './roster.ts'
import { arrivals, at, atHousehold, atMoveIn, moveIns } from './section.ts'

/**
 * Those assigned in each point and, of them, those who moved into a flat in it, each once: two numbers, the second one
 * all. Who was assigned twice counts in the cell of the first time.
 */
export const readIntake = (asked: Asked, unit: Counted): Reading =>
  readDistinct(
    asked,
    unit === 'persons' ? asked.ledger.persons : asked.ledger.households.length,
    { section: arrivals, subjects: subjectsOf(asked, arrivals, atHousehold, unit) },
    { section: moveIns, subjects: subjectsOf(asked, moveIns, atMoveIn.household, unit) },
  )

/** The flats that somebody moved into in each point, each once: one number, and the same again. */
export const readFlatsLet = (asked: Asked): Reading => {
  const let_ = { section: moveIns, subjects: subjectsOf(asked, moveIns, atMoveIn.flat, 'households') }
  return readDistinct(asked, asked.ledger.places.length, let_, let_)
}

/** What happens on a day: the section it is posted in, and to whom it happens. */
interface Happening {
  readonly section: number
  readonly subjects: Subjects
}

/** Says whom a posting is about; of a person, also the place in the list of members. */
type Subjects = (posting: number, each: (subject: number, member: number) => void) => void

/** Persons are those of the roster, anything else stands in a column. */
const subjectsOf = (asked: Asked, section: number, subject: number, unit: Counted): Subjects => {
  const postings = asked.ledger.postings[section] as Columns
  const subjects = column(postings, subject)
  if (unit === 'households')
    return (k, each) => {
      each(subjects[k] as number, nobody)
    }
  const rosters = column(postings, at.roster)
  const persons = column(asked.ledger.members, 0)
  const members = membersOf(asked)
  return (k, each) => {
    members(rosters[k] as number, member => {
      each(persons[member] as number, member)
    })
  }
}

/**
 * Those of whom something is said at a point, each once, with all that is said of them there: a chain, which begins at
 * `newest` and goes on through `before`. `also`: whether the other section says something of them, too.
 */
interface MutableDistinct {
  readonly point: Array<number>
  readonly subject: Array<number>
  readonly newest: Array<number>
  readonly also: Array<boolean>
  readonly posting: Array<number>
  readonly member: Array<number>
  readonly before: Array<number>
}

const nothing = -1

const distinct = (asked: Asked, subjects: number, all: Happening, those: Happening): MutableDistinct => {
  const found: MutableDistinct = {
    point: [],
    subject: [],
    newest: [],
    also: [],
    posting: [],
    member: [],
    before: [],
  }
  const { point, subject, newest, also, posting, member, before } = found
  const [allAt, thoseAt] = [byPoint(asked, all.section), byPoint(asked, those.section)]
  const signs = column(asked.ledger.postings[those.section] as Columns, at.amount)
  const isOpposite = oppositesIn(asked.ledger.postings[all.section] as Columns)
  const places = new Int32Array(subjects)
  const told = new Int32Array(subjects)

  for (let p = 0; p < asked.points.length; p++) {
    const begin = point.length
    for (const k of allAt(p))
      all.subjects(k, (who, as) => {
        let place = places[who] as number
        if (place < begin || subject[place] !== who) {
          places[who] = place = point.push(p) - 1
          subject.push(who)
          newest.push(nothing)
        }
        if (takenBack(found, place, k, as, isOpposite)) return
        before.push(newest[place] as number)
        member.push(as)
        newest[place] = posting.push(k) - 1
      })
    const say = (by: 1 | -1) => {
      for (const k of thoseAt(p))
        those.subjects(k, who => {
          told[who] = (told[who] as number) + by * (signs[k] as number)
        })
    }
    say(1)
    for (let k = begin; k < subject.length; k++) also.push((told[subject[k] as number] as number) > 0)
    say(-1)
  }
  return found
}

type Opposite = (a: number, b: number) => boolean

/** Whether one of two postings takes the other back: whatever they say, but for the entry and the sign, is the same. */
const oppositesIn = (postings: Columns): Opposite => {
  const signs = column(postings, at.amount)
  const said = postings.held.columns.filter((_, k) => k !== at.entry && k !== at.amount)
  return (a, b) => signs[a] === -(signs[b] as number) && said.every(each => each[a] === each[b])
}

/** Takes the posting out of a chain that another one takes back, if there is one: most are posted anew within days. */
const takenBack = (
  { newest, posting, member, before }: MutableDistinct,
  place: number,
  by: number,
  as: number,
  isOpposite: Opposite,
): boolean => {
  let after = nothing
  for (let k = newest[place] as number; k !== nothing; k = before[k] as number) {
    if (member[k] === as && isOpposite(posting[k] as number, by)) {
      if (after === nothing) newest[place] = before[k] as number
      else before[after] = before[k] as number
      return true
    }
    after = k
  }
  return false
}

/** Those of whom the first section says something at a point, by cell; and those of them of whom the second does, too. */
const readDistinct = (asked: Asked, subjects: number, all: Happening, those: Happening): Reading => {
  const found = distinct(asked, subjects, all, those)
  const count = asked.points.length
  return by => {
    const firstCell = firstCellOf(asked, all.section, found, by)
    const cells = newCells(2, count)
    for (const [k, p] of found.point.entries()) {
      const cell = firstCell(found.newest[k] as number)
      if (cell === undefined) continue
      const numbers = cells.at(cell)
      numbers[count + p] = (numbers[count + p] as number) + 1
      if (found.also[k] === true) numbers[p] = (numbers[p] as number) + 1
    }
    return cells.of
  }
}

/** The cell of the first day on which a chain says something that it does not take back; of one day, the first by name. */
const firstCellOf = (
  asked: Asked,
  section: number,
  { posting, member, before }: MutableDistinct,
  by: By,
): ((newest: number) => number | undefined) => {
  const postings = asked.ledger.postings[section] as Columns
  const [days, signs] = [column(postings, at.day), column(postings, at.amount)]
  const dayOf = (k: number): number => days[posting[k] as number] as number
  const signOf = (k: number): number => signs[posting[k] as number] as number
  const cellAt = cellsIn(asked, section, by)
  const cellOf = (k: number): number => cellAt(posting[k] as number, member[k] as number)
  const comesBefore = (a: number, b: number): boolean =>
    dayOf(a) === dayOf(b) ? nameOf(by, cellOf(a)) < nameOf(by, cellOf(b)) : dayOf(a) < dayOf(b)

  return newest => {
    if (newest === nothing) return undefined
    if (before[newest] === nothing) return signOf(newest) > 0 ? cellOf(newest) : undefined
    let first: number | undefined
    for (let k = newest; k !== nothing; k = before[k] as number) {
      let net = 0
      for (let m = newest; m !== nothing; m = before[m] as number)
        if (dayOf(m) === dayOf(k) && cellOf(m) === cellOf(k)) net += signOf(m)
      if (net > 0 && (first === undefined || comesBefore(k, first))) first = k
    }
    return first === undefined ? undefined : cellOf(first)
  }
}

const nameOf = (by: By, cell: number): string =>
  (by === undefined || by === 'entry' ? undefined : cellName(by, cell)) ?? ''

/** The cell of a posting about a household; by age, that of one of its members on the day. */
const cellsIn = (asked: Asked, section: number, by: By): ((posting: number, member: number) => number) => {
  const { ledger, points } = asked
  const postings = ledger.postings[section] as Columns
  if (by === 'sex and age') {
    const range = rangeOf(points)
    const dates = calendarOf(range)
    const days = column(postings, at.day)
    const [sexes, births] = [column(ledger.members, 1), column(ledger.members, 2)]
    return (k, member) =>
      cellOn(
        sexes[member] as number,
        births[member] as number,
        dates[(days[k] as number) - range.from] as number,
      )
  }
  if (by === undefined) return () => whole
  const cells =
    section === moveIns ? said(column(postings, atMoveIn.district)) : (cellsOf(asked, postings, by) as Said)
  return k => saidAt(cells, k)
}

/** The postings of a section that count, point by point. */
const byPoint = (asked: Asked, section: number): ((p: number) => Int32Array) => {
  const places = placesOf(asked, asked.ledger.postings[section] as Columns, rangeOf(asked.points).from)
  const ends = new Int32Array(asked.points.length + 1)
  for (const p of places) if (p !== doesNotCount) ends[p + 1] = (ends[p + 1] as number) + 1
  for (let p = 1; p < ends.length; p++) ends[p] = (ends[p] as number) + (ends[p - 1] as number)
  const next = ends.slice()
  const order = new Int32Array(ends[ends.length - 1] as number)
  for (let k = 0; k < places.length; k++) {
    const p = places[k] as number
    if (p === doesNotCount) continue
    order[next[p] as number] = k
    next[p] = (next[p] as number) + 1
  }
  return p => order.subarray(ends[p], ends[p + 1])
}
