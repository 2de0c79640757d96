import type { Regime } from '../../domain/household.ts'
import { type Columns, column } from '../../table/columns.ts'
import type { Counted } from '../figure.ts'
import { cellOn } from './age-band.ts'
import {
  type Asked,
  amountsOf,
  calendarOf,
  cellsOf,
  doesNotCount,
  type MutableCells,
  membersOf,
  newCells,
  type Places,
  placesOf,
  type Reading,
  rangeOf,
  saidAt,
  saidOf,
  tally,
} from './reading.ts'
import { at, atBefore, regimes } from './section.ts'
import { regimeNames } from './word.ts'

/** Changes from one regime to another at each point: one number. O(postings). */
export const readRegimes = (asked: Asked, before: Regime, after: Regime, unit: Counted): Reading => {
  const postings = asked.ledger.postings[regimes] as Columns
  const [befores, afters] = [column(postings, atBefore), saidOf(postings, 'regime')] as const
  const [from, to] = [regimeNames.indexOf(before), regimeNames.indexOf(after)]
  const places = placesOf(asked, postings, rangeOf(asked.points).from)
  for (let k = 0; k < places.length; k++)
    if (befores[k] !== from || saidAt(afters, k) !== to) places[k] = doesNotCount
  const amounts = amountsOf(asked, postings, places.length, unit)
  return by => {
    const found = newCells(1, asked.points.length)
    if (by === 'sex and age') tallyAges(asked, postings, places, found)
    else tally(cellsOf(asked, postings, by), places, amounts, found)
    return found.of
  }
}

/** Adds the persons of each roster, each to the cell of its sex and of its age on the day. */
const tallyAges = (
  asked: Asked,
  postings: Columns,
  places: Places,
  { at: numbersAt }: MutableCells,
): void => {
  const range = rangeOf(asked.points)
  const dates = calendarOf(range)
  const [days, rosters, signs] = [at.day, at.roster, at.amount].map(k => column(postings, k)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const [sexes, births] = [column(asked.ledger.members, 1), column(asked.ledger.members, 2)]
  const members = membersOf(asked)
  for (let k = 0; k < places.length; k++) {
    const place = places[k] as number
    if (place === doesNotCount) continue
    const date = dates[(days[k] as number) - range.from] as number
    members(rosters[k] as number, member => {
      const numbers = numbersAt(cellOn(sexes[member] as number, births[member] as number, date))
      numbers[place] = (numbers[place] as number) + (signs[k] as number)
    })
  }
}
