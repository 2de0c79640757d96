import { isoOf } from '../../domain/day.ts'
import { type Columns, column } from '../../table/columns.ts'
import type { Counted } from '../figure.ts'
import { cellOn, nextTurn } from './age-band.ts'
import {
  type Asked,
  amountsOf,
  cellsOf,
  doesNotCount,
  type MutableCells,
  newCells,
  type Places,
  placesOf,
  type Reading,
  runUp,
  saidAt,
  saidOf,
  tally,
} from './reading.ts'
import { calendarNumber } from './roster.ts'
import { at, living } from './section.ts'

/** The population by kind of dwelling on the last day of each point: four numbers. O(postings + points · cells). */
export const readLiving = (asked: Asked, unit: Counted): Reading => {
  const postings = asked.ledger.postings[living] as Columns
  const count = asked.points.length
  const dwellings = saidOf(postings, 'dwelling')
  const places = placesOf(asked, postings, -Infinity)
  for (let k = 0; k < places.length; k++) {
    const point = places[k] as number
    if (point !== doesNotCount) places[k] = point + saidAt(dwellings, k) * count
  }
  const amounts = amountsOf(asked, postings, places.length, unit)
  return by => {
    const found = newCells(4, count)
    if (by === 'sex and age') tallyAges(asked, postings, places, found)
    else tally(cellsOf(asked, postings, by), places, amounts, found)
    for (const numbers of found.of.values()) runUp(numbers, count)
    return found.of
  }
}

/** Adds the persons of each roster, each to the cell of its sex and age, and moves them on as they grow older. */
const tallyAges = (
  { ledger, points }: Asked,
  postings: Columns,
  places: Places,
  { at: numbersAt }: MutableCells,
): void => {
  const [signs, rosters] = [column(postings, at.amount), column(postings, at.roster)]
  const [starts, sizes] = [column(ledger.rosters, 0), column(ledger.rosters, 1)]
  const [sexes, births] = [column(ledger.members, 1), column(ledger.members, 2)]
  const count = points.length
  const dates = Int32Array.from(points, ({ until }) => calendarNumber(isoOf(until - 1)))
  const last = dates[count - 1] as number
  const reached = firstReaching(dates)
  const add = (cell: number, place: number, amount: number): void => {
    const numbers = numbersAt(cell)
    numbers[place] = (numbers[place] as number) + amount
  }

  for (let k = 0; k < places.length; k++) {
    const place = places[k] as number
    if (place === doesNotCount) continue
    const [roster, sign] = [rosters[k] as number, signs[k] as number]
    const from = place % count
    const dwelling = place - from
    const today = dates[from] as number
    const start = starts[roster] as number
    for (let member = start; member < start + (sizes[roster] as number); member++) {
      const [sex, born] = [sexes[member] as number, births[member] as number]
      let cell = cellOn(sex, born, today)
      add(cell, place, sign)
      for (let turn = nextTurn(born, today); turn <= last; ) {
        const point = reached(turn)
        const date = dates[point] as number
        add(cell, dwelling + point, -sign)
        cell = cellOn(sex, born, date)
        add(cell, dwelling + point, sign)
        turn = nextTurn(born, date)
      }
    }
  }
}

/** Of dates in order, the first that is not before a calendar number; the number is after the first and up to the last. */
const firstReaching = (dates: Int32Array): ((number: number) => number) => {
  const first = dates[0] as number
  const table = new Int32Array(Math.max(0, (dates[dates.length - 1] as number) - first) + 1)
  for (let k = 1; k < dates.length; k++)
    table.fill(k, (dates[k - 1] as number) - first + 1, (dates[k] as number) - first + 1)
  return number => table[number - first] as number
}
