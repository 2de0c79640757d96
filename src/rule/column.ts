import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import type { Predicates } from './judge.ts'

/**
 * Who is judged: households and flats, each known by its place in its list, on a day. `predicates` are the
 * functions that `where` rules name.
 *
 * @category model
 */
export interface Field {
  readonly seekers: ReadonlyArray<Seeker>
  readonly flats: ReadonlyArray<Flat>
  readonly on: IsoDay
  /** The functions that `where` rules name. Default: none. */
  readonly predicates?: Predicates
}

/** Whether a pair that the rule abstains from is kept (a rule), or not (the condition of a bonus). */
export type Abstaining = 'keep' | 'drop'

/** One rule over a field. */
export interface Column {
  /**
   * Of the first `count` flats in `flats`, moves those that household `h` may live in to the front, in their order;
   * says how many they are.
   */
  readonly keep: (h: number, flats: Int32Array, count: number) => number
  /** Adds `points` in `into`, at the place of each of `flats` that household `h` may live in. */
  readonly reward: (h: number, flats: Int32Array, points: number, into: Int32Array) => void
}

/** A column that knows the flats of a household without looking at the others. */
export interface IndexedColumn extends Column {
  /** What each household asks, as a code from 0: equal codes, equal flats. */
  readonly codes: Int32Array
  /** How many flats each code may have. */
  readonly sizes: Int32Array
  /** Writes the flats that a code may have to the front of `into`, in any order. */
  readonly list: (code: number, into: Int32Array) => void
}

export const isIndexed = (column: Column): column is IndexedColumn => 'codes' in column
