import type { Day } from '../../domain/day.ts'

/**
 * What was so from which day on, in whole numbers: day, value, day, value, …, in the order of days. A ledger holds
 * hundreds of thousands of these, so each is one flat list.
 */
export type Timeline = ReadonlyArray<number>

/** Where the entries after a day begin. Facts come in order, or nearly so: it is looked for from the end. */
const after = (timeline: Timeline, day: Day): number => {
  let k = timeline.length
  while (k > 0 && (timeline[k - 2] as number) > day) k -= 2
  return k
}

/** What was so on a day; `undefined` before the first entry. */
export const valueAt = (timeline: Timeline, day: Day): number | undefined =>
  timeline[after(timeline, day) - 1]

/** Whether something is said of a day itself. */
export const hasEntry = (timeline: Timeline, on: Day): boolean => {
  const k = after(timeline, on)
  return k > 0 && timeline[k - 2] === on
}

/** With a value from a day on, whenever it became known; of two for the same day the later recorded one stays. */
export const withValue = (timeline: Timeline, on: Day, value: number): Timeline => {
  const k = after(timeline, on)
  const same = hasEntry(timeline, on)
  return k === timeline.length && !same
    ? timeline.concat([on, value])
    : timeline.toSpliced(same ? k - 2 : k, same ? 2 : 0, on, value)
}

/** The day of the next entry after a day; `Infinity` if there is none. */
export const nextIn = (timeline: Timeline, day: Day): Day => timeline[after(timeline, day)] ?? Infinity

/** The day of the last entry; `-Infinity` if there is none. */
export const lastDay = (timeline: Timeline): Day => timeline[timeline.length - 2] ?? -Infinity

/** The same days, other values. */
export const mapped = (timeline: Timeline, by: (value: number) => number): Timeline =>
  timeline.map((number, k) => (k % 2 === 0 ? number : by(number)))
