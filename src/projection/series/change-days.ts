import type { Day } from '../../domain/day.ts'
import type { History } from '../../table/history.ts'

/** Adds the days after `from` on which a history says something new. */
export const addLater = (days: Array<Day>, history: History<unknown>, from: Day): void => {
  for (let k = history.length - 1; k >= 0; k--) {
    const on = history[k]?.on as Day
    if (on <= from) return
    days.push(on)
  }
}

/** Adds the ends of an interval that are after `from`. */
export const addEnds = (
  days: Array<Day>,
  interval: { readonly from: Day; readonly until: Day },
  from: Day,
): void => {
  if (interval.from > from) days.push(interval.from)
  if (interval.until > from && interval.until < Infinity) days.push(interval.until)
}

/** Days in order, each once. */
export const inOrder = (days: Array<Day>): ReadonlyArray<Day> =>
  days.length === 1 ? days : [...new Set(days)].sort((a, b) => a - b)
