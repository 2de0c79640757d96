import type { Day } from '../../domain/day.ts'
import type { Interval } from '../../domain/interval.ts'
import { type History, nextAfter } from '../../table/history.ts'

/** The next day after a day on which a history says something new. Mostly there is none. */
export const nextOf = (history: History<unknown>, day: Day): Day => {
  const last = history[history.length - 1]
  return last === undefined || last.on <= day ? Infinity : nextAfter(history, day)
}

/** The next end of an interval after a day. */
export const nextEnd = ({ from, until }: Interval, day: Day): Day =>
  from > day ? from : until > day ? until : Infinity
