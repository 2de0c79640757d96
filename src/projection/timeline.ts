import type { Day } from '../domain/day.ts'

/**
 * What held from which day on: sorted by day, one value per day. A value holds until the next one.
 *
 * @category model
 */
export type Timeline<A> = ReadonlyArray<{ readonly on: Day; readonly value: A }>

/** Where the values that hold after a day begin: the first index whose day is later. */
const after = <A>(timeline: Timeline<A>, day: Day): number => {
  // from the end: facts mostly arrive in order, and questions mostly concern recent days
  let at = timeline.length
  while (at > 0 && (timeline[at - 1] as Timeline<A>[number]).on > day) at--
  return at
}

/** With one more value, however late it is recorded. On the same day the last recorded wins. O(values). */
export const record = <A>(timeline: Timeline<A>, on: Day, value: A): Timeline<A> => {
  const end = after(timeline, on)
  const start = timeline[end - 1]?.on === on ? end - 1 : end
  return [...timeline.slice(0, start), { on, value }, ...timeline.slice(end)]
}

/** The value that holds on a day; `undefined` before the first. */
export const valueOn = <A>(timeline: Timeline<A>, day: Day): A | undefined =>
  timeline[after(timeline, day) - 1]?.value
