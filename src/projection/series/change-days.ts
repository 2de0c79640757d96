import type { Day } from '../../domain/day.ts'
import type { Interval } from '../../domain/interval.ts'
import type { History } from '../../table/history.ts'

/** Adds a day to a list in order that holds each once; the first one bounds it from below. */
const addDay = (days: Array<Day>, day: Day): void => {
  let k = days.length
  while (k > 0 && (days[k - 1] as Day) > day) k--
  if (k > 0 && days[k - 1] !== day) days.splice(k, 0, day)
}

/** Adds the days on which a history says something new. */
export const addLater = (days: Array<Day>, history: History<unknown>): void => {
  for (let k = history.length - 1; k >= 0; k--) {
    const on = history[k]?.on as Day
    if (on <= (days[0] as Day)) return
    addDay(days, on)
  }
}

/** Adds the ends of an interval. */
export const addEnds = (days: Array<Day>, { from, until }: Interval): void => {
  addDay(days, from)
  if (until < Infinity) addDay(days, until)
}
