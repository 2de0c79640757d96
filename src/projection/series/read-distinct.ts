import { type Columns, column } from '../../table/columns.ts'
import type { Counted } from '../figure.ts'
import { cellOn } from './age-band.ts'
import { cellName, type Dimension } from './dimension.ts'
import {
  type Asked,
  type Cells,
  calendarOf,
  cellOf,
  isLater,
  knownOf,
  membersOf,
  newCells,
  pointOf,
  rangeOf,
  whole,
} from './reading.ts'
import { arrivals, at, atHousehold, atMoveIn, moveIns } from './section.ts'

/** What happened to whom, on which day and at which point, and whether it is said (1) or taken back (-1). */
interface Happenings {
  readonly subject: ReadonlyArray<number>
  readonly point: ReadonlyArray<number>
  readonly day: ReadonlyArray<number>
  readonly cell: ReadonlyArray<number>
  readonly sign: ReadonlyArray<number>
}

/**
 * Those assigned in each point and, of them, those who moved into a flat in it, each once: two numbers, the second one
 * all. Who was assigned twice counts in the cell of the first time.
 */
export const readIntake = (asked: Asked, unit: Counted): Cells => {
  const { numbered } = asked.ledger
  const subjects = unit === 'persons' ? numbered.persons : numbered.households
  return distinct(asked, subjects, handedOver(asked, unit), movedIn(asked, unit))
}

/** The flats that somebody moved into in each point, each once: one number, and the same again. */
export const readFlatsLet = (asked: Asked): Cells => {
  const { ledger, by } = asked
  const cells = by === 'district' ? column(ledger.postings[moveIns] as Columns, atMoveIn.district) : undefined
  const flats = column(ledger.postings[moveIns] as Columns, atMoveIn.flat)
  const let_ = happenings(asked, moveIns, (k, _, each) => {
    each(flats[k] as number, cells === undefined ? whole : (cells[k] as number))
  })
  return distinct(asked, ledger.numbered.flats, let_, let_)
}

const handedOver = (asked: Asked, unit: Counted): Happenings => {
  const { ledger, by, points } = asked
  const postings = ledger.postings[arrivals] as Columns
  const wholeCell = cellOf(asked, postings)
  const households = column(postings, atHousehold)
  if (unit === 'households')
    return happenings(asked, arrivals, (k, _, each) => {
      each(households[k] as number, wholeCell(k))
    })
  const range = rangeOf(points)
  const dates = by === 'sex and age' ? calendarOf(range) : undefined
  const [sexes, births] = [column(ledger.members, 1), column(ledger.members, 2)]
  const rosters = column(postings, at.roster)
  const persons = personsOf(asked)
  return happenings(asked, arrivals, (k, day, each) => {
    persons(rosters[k] as number, (person, member) => {
      const date = dates?.[day - range.from]
      const cell =
        date === undefined ? wholeCell(k) : cellOn(sexes[member] as number, births[member] as number, date)
      each(person, cell)
    })
  })
}

const movedIn = (asked: Asked, unit: Counted): Happenings => {
  const postings = asked.ledger.postings[moveIns] as Columns
  const households = column(postings, atMoveIn.household)
  if (unit === 'households')
    return happenings(asked, moveIns, (k, _, each) => {
      each(households[k] as number, whole)
    })
  const rosters = column(postings, atMoveIn.roster)
  const persons = personsOf(asked)
  return happenings(asked, moveIns, (k, _, each) => {
    persons(rosters[k] as number, person => {
      each(person, whole)
    })
  })
}

const personsOf = (asked: Asked) => {
  const members = membersOf(asked)
  const numbers = column(asked.ledger.members, 0)
  return (roster: number, each: (person: number, member: number) => void): void => {
    members(roster, member => {
      each(numbers[member] as number, member)
    })
  }
}

/** The postings of a section that count, in order of points; `tell` says for each whom it is about. */
const happenings = (
  asked: Asked,
  section: number,
  tell: (posting: number, day: number, each: (subject: number, cell: number) => void) => void,
): Happenings => {
  const { ledger, known, points } = asked
  const postings = ledger.postings[section] as Columns
  const { length, knownAt } = knownOf(asked, postings)
  const [entries, days, signs] = [at.entry, at.day, at.amount].map(k => column(postings, k)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const pointAt = pointOf(points)
  const { from, until } = rangeOf(points)
  const [subject, point, day, cell, sign] = [[], [], [], [], []] as [
    Array<number>,
    Array<number>,
    Array<number>,
    Array<number>,
    Array<number>,
  ]
  for (let k = 0; k < length; k++) {
    const on = days[k] as number
    if (on < from || on >= until || isLater(knownAt, entries[k] as number, known)) continue
    const p = pointAt(on)
    tell(k, on, (who, where) => {
      subject.push(who)
      point.push(p)
      day.push(on)
      cell.push(where)
      sign.push(signs[k] as number)
    })
  }
  return { subject, point, day, cell, sign }
}

/** Those of whom the first list says something at a point, by cell; and those of them of whom the second does, too. */
const distinct = ({ points, by }: Asked, subjects: number, all: Happenings, those: Happenings): Cells => {
  const count = points.length
  const found = newCells(2, count)
  const latest = new Int32Array(subjects).fill(-1)
  const before = new Int32Array(all.subject.length)
  const said = new Int32Array(subjects)
  const allAt = byPoint(all, count)
  const thoseAt = byPoint(those, count)

  for (let p = 0; p < count; p++) {
    const [here, also] = [allAt(p), thoseAt(p)]
    for (const k of also) {
      const who = those.subject[k] as number
      said[who] = (said[who] as number) + (those.sign[k] as number)
    }
    for (const k of here) {
      const who = all.subject[k] as number
      before[k] = latest[who] as number
      latest[who] = k
    }
    for (const k of here) {
      const who = all.subject[k] as number
      if (latest[who] === -1) continue
      const cell = firstCell(all, before, latest[who] as number, by)
      latest[who] = -1
      if (cell === undefined) continue
      const numbers = found.at(cell)
      numbers[count + p] = (numbers[count + p] as number) + 1
      if ((said[who] as number) > 0) numbers[p] = (numbers[p] as number) + 1
    }
    for (const k of also) said[those.subject[k] as number] = 0
  }
  return found.of
}

/** The cell of the first day on which something is said and not taken back; of one day, the first by name. */
const firstCell = (
  { day, cell, sign }: Happenings,
  before: Int32Array,
  latest: number,
  by: Asked['by'],
): number | undefined => {
  let first: number | undefined
  for (let k = latest; k !== -1; k = before[k] as number) {
    let net = 0
    for (let m = latest; m !== -1; m = before[m] as number)
      if (day[m] === day[k] && cell[m] === cell[k]) net += sign[m] as number
    if (net <= 0) continue
    if (first === undefined || comesBefore(k, first)) first = k
  }
  return first === undefined ? undefined : cell[first]

  function comesBefore(a: number, b: number): boolean {
    if (day[a] !== day[b]) return (day[a] as number) < (day[b] as number)
    return by !== undefined && by !== 'entry' && nameOf(by, cell[a] as number) < nameOf(by, cell[b] as number)
  }
}

const nameOf = (by: Dimension, cell: number): string => cellName(by, cell) ?? ''

/** The places in a list of what happened at each point. */
const byPoint = ({ point }: Happenings, points: number): ((p: number) => Int32Array) => {
  const ends = new Int32Array(points + 1)
  for (const p of point) ends[p + 1] = (ends[p + 1] as number) + 1
  for (let p = 0; p < points; p++) ends[p + 1] = (ends[p + 1] as number) + (ends[p] as number)
  const next = ends.slice()
  const order = new Int32Array(point.length)
  for (const [k, p] of point.entries()) {
    order[next[p] as number] = k
    next[p] = (next[p] as number) + 1
  }
  return p => order.subarray(ends[p], ends[p + 1])
}
