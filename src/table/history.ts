import { firstIndex, withOne } from './sorted.ts'

/**
 * What was so from which day on, in the order of days; days are whole numbers.
 *
 * @category model
 */
export type History<A> = ReadonlyArray<Dated<A>>

/**
 * A value and the day it holds from.
 *
 * @category model
 */
export interface Dated<A> {
  readonly on: number
  readonly value: A
}

/** Where a day's entry stands, or would stand, in a history. */
const placeOf = (history: History<unknown>, day: number): number => firstIndex(history, ({ on }) => on >= day)

const begun = /* @__PURE__ */ new Map<unknown, Map<number, History<unknown>>>()

/**
 * A history that begins with one of a few plain values. Thousands begin alike, on the same day with the same value:
 * they share one, for what a log leaves in memory is most of what its replay costs.
 */
const begins = <A extends boolean | string>(on: number, value: A): History<A> => {
  const days = begun.get(value) ?? new Map<number, History<unknown>>()
  const known = days.get(on)
  if (known !== undefined) return known as History<A>
  const history = Object.freeze([Object.freeze({ on, value })])
  begun.set(value, days.set(on, history))
  return history
}

/** {@link entered} for plain values: what is the first of a history {@link begins} it. */
export const enteredPlain = <A extends boolean | string>(
  history: History<A>,
  on: number,
  value: A,
): History<A> => (history.length === 0 ? begins(on, value) : entered(history, on, value))

/** With a value from a day on, whenever it became known; of two for the same day the later recorded one stays. */
export const entered = <A>(history: History<A>, on: number, value: A): History<A> => {
  const last = history[history.length - 1]
  if (last === undefined) return [{ on, value }]
  if (last.on < on) return withOne(history, history.length, { on, value })
  const at = placeOf(history, on)
  return history.toSpliced(at, history[at]?.on === on ? 1 : 0, { on, value })
}

/** What was so on a day; `undefined` before the first entry. Most histories are short, and asked for their end. */
export const valueOn = <A>(history: History<A>, day: number): A | undefined => {
  if (history.length > 8) return history[placeOf(history, day + 1) - 1]?.value
  for (let k = history.length - 1; k >= 0; k--) {
    const entry = history[k] as Dated<A>
    if (entry.on <= day) return entry.value
  }
  return undefined
}

/** The day of the next entry after a day; `Infinity` if there is none. */
export const nextAfter = (history: History<unknown>, day: number): number =>
  history[placeOf(history, day + 1)]?.on ?? Infinity
