import { dayOf, type IsoDay, isoOf } from '../domain/day.ts'
import type { Every, Period } from '../projection/index.ts'

/**
 * Cuts a period at the turns of the calendar: days, weeks from Monday, months, quarters, years. The first and the last
 * piece are shorter where the period does not begin or end at a turn; an empty period has none.
 */
export const periodsOf = ({ from, until }: Period, every: Every): ReadonlyArray<Period> => {
  const pieces: Array<Period> = []
  for (let start = from; start < until; ) {
    const turn = nextTurn(start, every)
    const end = turn < until ? turn : until
    pieces.push({ from: start, until: end })
    start = end
  }
  return pieces
}

/** The last day of a period that has one. */
export const lastDayOf = ({ until }: Period): IsoDay => isoOf(dayOf(until) - 1)

const nextTurn = (start: IsoDay, every: Every): IsoDay => {
  const day = dayOf(start)
  if (every === 'day') return isoOf(day + 1)
  if (every === 'week') return isoOf(day + 7 - mod(day + 3, 7)) // 1970-01-01 was a Thursday
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))]
  const length = { month: 1, quarter: 3, year: 12 }[every]
  const next = month - ((month - 1) % length) + length
  return next > 12 ? firstOf(year + 1, 1) : firstOf(year, next)
}

const firstOf = (year: number, month: number): IsoDay =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01` as IsoDay

const mod = (n: number, m: number): number => ((n % m) + m) % m
