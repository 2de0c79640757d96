import type { Day } from '../domain/day.ts'
import { type Interval, overlap } from '../domain/interval.ts'
import { firstIndex } from '../table/sorted.ts'
import { exchanged, type Stay, without } from './residence.ts'

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

const weekOf = ({ from }: Stay): number => Math.floor(from / 7)

const revise = (
  all: Array<Arrivals>,
  week: number,
  by: (stays: ReadonlyArray<Stay>) => ReadonlyArray<Stay>,
): void => {
  const at = firstIndex(all, each => each.week >= week)
  const known = all[at]?.week === week ? all[at] : undefined
  const stays = by(known?.stays ?? [])
  const now = stays.length === 0 ? [] : [{ week, until: endOfLast(stays), stays }]
  all.splice(at, known === undefined ? 0 : 1, ...now)
}

/**
 * Has the weeks of a site, which the caller alone owns, say of a stay what is known now, in place of what was known
 * before, if anything was. O(stays of its week), and O(weeks) where it is the first or the last of one.
 */
export const exchangeStay = (all: Array<Arrivals>, before: Stay | undefined, now: Stay): void => {
  if (before !== undefined && weekOf(before) !== weekOf(now))
    revise(all, weekOf(before), stays => without(stays, before))
  revise(all, weekOf(now), stays => exchanged(stays, before, now))
}

/** The stays that share a night with an interval, by day. */
export const staysDuring = (all: ReadonlyArray<Arrivals>, nights: Interval): ReadonlyArray<Stay> =>
  all.flatMap(({ until, stays }) => (until <= nights.from ? [] : stays.filter(stay => overlap(stay, nights))))
