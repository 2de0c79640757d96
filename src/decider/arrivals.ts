import type { Day } from '../domain/day.ts'
import { type Interval, overlap } from '../domain/interval.ts'
import { firstIndex } from '../table/sorted.ts'
import { exchanged, type Stay } from './residence.ts'

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

/** The weeks of stays that are in order, none of them annulled: what {@link exchangeStay} makes one by one. */
export const weeksOf = (stays: ReadonlyArray<Stay>): Array<Arrivals> => {
  const all: Array<Arrivals> = []
  for (let from = 0, until = 0; from < stays.length; from = until) {
    const week = weekOf(stays[from] as Stay)
    while (until < stays.length && weekOf(stays[until] as Stay) === week) until += 1
    const ofWeek = stays.slice(from, until)
    all.push({ week, until: endOfLast(ofWeek), stays: ofWeek })
  }
  return all
}

const exchange = (
  all: Array<Arrivals>,
  week: number,
  before: Stay | undefined,
  now: Stay | undefined,
): void => {
  const at = firstIndex(all, each => each.week >= week)
  const known = all[at]?.week === week ? all[at] : undefined
  const stays = exchanged(known?.stays ?? [], before, now)
  const arrivals = { week, until: endOfLast(stays), stays }
  if (stays.length > 0 && known !== undefined) all[at] = arrivals
  else if (stays.length > 0) all.splice(at, 0, arrivals)
  else if (known !== undefined) all.splice(at, 1)
}

/**
 * Has the weeks of a site, which the caller alone owns, say of a stay what is known now, in place of what was known
 * before, if anything was. O(stays of its week), and O(weeks) where it is the first or the last of one.
 */
export const exchangeStay = (all: Array<Arrivals>, before: Stay | undefined, now: Stay): void => {
  const week = weekOf(now)
  if (before === undefined || weekOf(before) === week) exchange(all, week, before, now)
  else {
    exchange(all, weekOf(before), before, undefined)
    exchange(all, week, undefined, now)
  }
}

/** The stays that share a night with an interval, by day. */
export const staysDuring = (all: ReadonlyArray<Arrivals>, nights: Interval): ReadonlyArray<Stay> =>
  all.flatMap(({ until, stays }) => (until <= nights.from ? [] : stays.filter(stay => overlap(stay, nights))))
