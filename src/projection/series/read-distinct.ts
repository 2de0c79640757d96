import { type Columns, column } from '../../table/columns.ts'
import type { Counted } from '../figure.ts'
import { cellOn } from './age-band.ts'
import { cellName } from './dimension.ts'
import { distinct, type Happening, type MutableDistinct, nothing, type Subjects } from './distinct.ts'
import {
  type Asked,
  type By,
  calendarOf,
  cellsOf,
  membersOf,
  newCells,
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

/** The cell of the first day on which a chain says something; of one day, the first by name. */
const firstCellOf = (
  asked: Asked,
  section: number,
  { posting, member, before }: MutableDistinct,
  by: By,
): ((newest: number) => number | undefined) => {
  const postings = asked.ledger.postings[section] as Columns
  const days = column(postings, at.day)
  const dayOf = (k: number): number => days[posting[k] as number] as number
  const cellAt = cellsIn(asked, section, by)
  const cellOf = (k: number): number => cellAt(posting[k] as number, member[k] as number)
  const comesBefore = (a: number, b: number): boolean =>
    dayOf(a) === dayOf(b) ? nameOf(by, cellOf(a)) < nameOf(by, cellOf(b)) : dayOf(a) < dayOf(b)

  return newest => {
    let first = newest
    for (let k = newest; k !== nothing; k = before[k] as number) if (comesBefore(k, first)) first = k
    return first === nothing ? undefined : cellOf(first)
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
