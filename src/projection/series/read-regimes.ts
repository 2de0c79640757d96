import type { Regime } from '../../domain/household.ts'
import { type Columns, column } from '../../table/columns.ts'
import type { Counted } from '../figure.ts'
import { cellOn } from './age-band.ts'
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
} from './reading.ts'
import { at, atBefore, regimes } from './section.ts'
import { regimeNames } from './word.ts'

/** Changes from one regime to another at each point: one number. O(postings). */
export const readRegimes = (asked: Asked, before: Regime, after: Regime, unit: Counted): Cells => {
  const { ledger, known, points, by } = asked
  const postings = ledger.postings[regimes] as Columns
  const { length, knownAt } = knownOf(asked, postings)
  const numberOf = (k: number) => column(postings, k)
  const [entries, days, signs, rosters] = [at.entry, at.day, at.amount, at.roster].map(numberOf) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const [befores, afters] = [column(postings, atBefore), column(postings, at.regime)]
  const [from, to] = [regimeNames.indexOf(before), regimeNames.indexOf(after)]
  const sizes = column(ledger.rosters, 1)
  const found = newCells(1, points.length)
  const range = rangeOf(points)
  const dates = by === 'sex and age' ? calendarOf(range) : undefined
  const [sexes, births] = [column(ledger.members, 1), column(ledger.members, 2)]
  const point = pointOf(points)
  const cell = cellOf(asked, postings)
  const members = membersOf(asked)
  const add = (cell: number, to: number, amount: number): void => {
    const numbers = found.at(cell)
    numbers[to] = (numbers[to] as number) + amount
  }

  for (let k = 0; k < length; k++) {
    if (befores[k] !== from || afters[k] !== to) continue
    const day = days[k] as number
    if (day < range.from || day >= range.until) continue
    if (isLater(knownAt, entries[k] as number, known)) continue
    const [roster, sign] = [rosters[k] as number, signs[k] as number]
    if (dates !== undefined) {
      const date = dates[day - range.from] as number
      members(roster, m => {
        add(cellOn(sexes[m] as number, births[m] as number, date), point(day), sign)
      })
      continue
    }
    add(cell(k), point(day), unit === 'persons' ? sign * (sizes[roster] as number) : sign)
  }
  return found.of
}
