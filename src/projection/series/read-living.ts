import { isoOf } from '../../domain/day.ts'
import { type Columns, column } from '../../table/columns.ts'
import type { Counted } from '../figure.ts'
import { cellOn, nextTurn } from './age-band.ts'
import {
  type Asked,
  type Cells,
  cellOf,
  firstWhere,
  isLater,
  knownOf,
  newCells,
  pointOf,
  runUp,
  whole,
} from './reading.ts'
import { calendarNumber } from './roster.ts'
import { at, living } from './section.ts'

/** The population by kind of dwelling on the last day of each point: four numbers. O(postings + points · cells). */
export const readLiving = (asked: Asked, unit: Counted): Cells => {
  const { ledger, known, points } = asked
  const postings = ledger.postings[living] as Columns
  const { length, knownAt } = knownOf(asked, postings)
  const [entries, days, signs] = [at.entry, at.day, at.amount].map(k => column(postings, k)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const [rosters, dwellings] = [column(postings, at.roster), column(postings, at.dwelling)]
  const sizes = column(ledger.rosters, 1)
  const point = pointOf(points)
  const count = points.length
  const found = newCells(4, count)
  const last = points[count - 1]?.until ?? -Infinity
  const byAge = asked.by === 'sex and age' ? ages(asked, found.at) : undefined
  const cell = cellOf(asked, postings)
  const only = asked.by === undefined ? found.at(whole) : undefined

  for (let k = 0; k < length; k++) {
    const day = days[k] as number
    if (day >= last || isLater(knownAt, entries[k] as number, known)) continue
    const roster = rosters[k] as number
    const place = (dwellings[k] as number) * count
    const sign = signs[k] as number
    if (byAge !== undefined) {
      byAge(roster, point(day), place, sign)
      continue
    }
    const numbers = only ?? found.at(cell(k))
    const to = place + point(day)
    numbers[to] = (numbers[to] as number) + (unit === 'persons' ? sign * (sizes[roster] as number) : sign)
  }
  for (const numbers of found.of.values()) runUp(numbers, count)
  return found.of
}

/** Adds the persons of a roster from a point on, each to the cell of its sex and age, and moves them on as they grow. */
const ages = (
  { ledger, points }: Asked,
  numbersAt: (cell: number) => Float64Array,
): ((roster: number, from: number, place: number, sign: number) => void) => {
  const [starts, sizes] = [column(ledger.rosters, 0), column(ledger.rosters, 1)]
  const [sexes, births] = [column(ledger.members, 1), column(ledger.members, 2)]
  const dates = Int32Array.from(points, ({ until }) => calendarNumber(isoOf(until - 1)))
  const add = (cell: number, to: number, sign: number): void => {
    const numbers = numbersAt(cell)
    numbers[to] = (numbers[to] as number) + sign
  }
  return (roster, from, place, sign) => {
    const start = starts[roster] as number
    for (let k = start; k < start + (sizes[roster] as number); k++) {
      const [sex, born] = [sexes[k] as number, births[k] as number]
      let point = from
      let cell = cellOn(sex, born, dates[from] as number)
      add(cell, place + from, sign)
      for (;;) {
        const turn = nextTurn(born, dates[point] as number)
        const next = firstWhere(dates.length, p => (dates[p] as number) >= turn, point + 1)
        if (next === dates.length) break
        add(cell, place + next, -sign)
        cell = cellOn(sex, born, dates[next] as number)
        add(cell, place + next, sign)
        point = next
      }
    }
  }
}
