import { firstIndex } from './sorted.ts'

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

/** With a value from a day on, whenever it became known; of two for the same day the later recorded one stays. */
export const entered = <A>(history: History<A>, on: number, value: A): History<A> => {
  const at = placeOf(history, on)
  return history.toSpliced(at, history[at]?.on === on ? 1 : 0, { on, value })
}

/** What was so on a day; `undefined` before the first entry. */
export const valueOn = <A>(history: History<A>, day: number): A | undefined =>
  history[placeOf(history, day + 1) - 1]?.value

/** The day of the next entry after a day; `Infinity` if there is none. */
export const nextAfter = (history: History<unknown>, day: number): number =>
  history[placeOf(history, day + 1)]?.on ?? Infinity
