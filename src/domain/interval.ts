import type { Day } from './day.ts'

/**
 * The nights from a day up to, but not including, another: `[from, until)`. `until` is `Infinity` while the end
 * is open. A night `n` is counted when `from ≤ n < until`.
 *
 * @category model
 */
export interface Interval {
  readonly from: Day
  readonly until: Day
}

/**
 * Whether two intervals share a night. An empty interval shares none.
 *
 * @example
 * ```ts
 * import { overlap } from 'einzug'
 * overlap({ from: 0, until: 5 }, { from: 4, until: Infinity }) // => true
 * overlap({ from: 0, until: 5 }, { from: 5, until: 9 }) // => false
 * ```
 * @category predicates
 */
export const overlap = (a: Interval, b: Interval): boolean =>
  Math.max(a.from, b.from) < Math.min(a.until, b.until)

/**
 * Whether a night falls into an interval.
 *
 * @example
 * ```ts
 * import { covers } from 'einzug'
 * covers({ from: 0, until: 5 }, 4) // => true
 * covers({ from: 0, until: 5 }, 5) // => false
 * ```
 * @category predicates
 */
export const covers = (interval: Interval, night: Day): boolean =>
  interval.from <= night && night < interval.until
