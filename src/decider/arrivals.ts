import type { Day } from '../domain/day.ts'
import { type Interval, overlap } from '../domain/interval.ts'
import { firstIndex } from '../table/sorted.ts'
import { inserted, removed, type Stay } from './residence.ts'

/**
 * The stays in a site that began in one week; `until` is the end of the last of them. A site sees thousands of
 * stays: a change copies one week, and a question passes over weeks whose stays are over.
 *
 * @category registry
 */
export interface Arrivals {
  readonly week: number
  readonly until: Day
  readonly stays: ReadonlyArray<Stay>
}

const endOfLast = (stays: ReadonlyArray<Stay>): Day => {
  let last = -Infinity
  for (const { until } of stays) {
    if (until === Infinity) return Infinity // nothing ends later: for a week of the present, the first or so
    last = Math.max(last, until)
  }
  return last
}

const revised = (
  all: ReadonlyArray<Arrivals>,
  { from }: Stay,
  by: (known: Arrivals) => Arrivals,
): ReadonlyArray<Arrivals> => {
  const week = Math.floor(from / 7)
  const at = firstIndex(all, each => each.week >= week)
  const next = all[at]
  const known = next?.week === week ? next : undefined
  const now = by(known ?? { week, until: -Infinity, stays: [] })
  return all.toSpliced(at, known === undefined ? 0 : 1, ...(now.stays.length === 0 ? [] : [now]))
}

/** With one more stay. O(weeks + stays of its week). */
export const withStay = (all: ReadonlyArray<Arrivals>, stay: Stay): ReadonlyArray<Arrivals> =>
  revised(all, stay, ({ week, until, stays }) => ({
    week,
    until: Math.max(until, stay.until),
    stays: inserted(stays, stay),
  }))

/** Without one of its stays. O(weeks + stays of its week). */
export const withoutStay = (all: ReadonlyArray<Arrivals>, stay: Stay): ReadonlyArray<Arrivals> =>
  revised(all, stay, ({ week, stays }) => {
    const others = removed(stays, stay)
    return { week, until: endOfLast(others), stays: others }
  })

/** The stays that share a night with an interval, by day. */
export const staysDuring = (all: ReadonlyArray<Arrivals>, nights: Interval): ReadonlyArray<Stay> =>
  all.flatMap(({ until, stays }) => (until <= nights.from ? [] : stays.filter(stay => overlap(stay, nights))))
