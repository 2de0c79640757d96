import type { Room } from '../../table/columns.ts'

/** How many events have been entered. */
export interface MutableTaken {
  events: number
}

/** How many of the events tell how many rows all of them will need. */
const telling = (expected: number): number => Math.max(1000, expected / 16)

/** A list that fills up gets room for what the events still to come will need, if they go on as those before. */
export const roomFor =
  (begun: number, taken: MutableTaken, expected: number): Room =>
  rows =>
    taken.events < telling(expected) || taken.events >= expected
      ? 2 * rows
      : rows + (1.1 * (rows - begun) * (expected - taken.events)) / taken.events
