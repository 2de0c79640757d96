import { type GraphError, sizeError } from '../graph.ts'
import type { ProblemError } from '../problem.ts'
import type { LiveSide, Sides } from './sides.ts'

/**
 * Why pairs are refused: a row or a column that is not there (or was removed), a fit that is not a whole number from 0
 * to 2³¹ − 1, a pair named twice, or more of something than there may be (see `graphFromRows`, `rankedProblem`).
 *
 * @category errors
 */
export type PairError =
  | { readonly _tag: 'UnknownRow' | 'UnknownColumn'; readonly found: number }
  | { readonly _tag: 'BadFit'; readonly row: number; readonly column: number; readonly found: number }
  | { readonly _tag: 'RepeatedPair'; readonly row: number; readonly column: number }
  | Extract<GraphError, { readonly _tag: 'TooLarge' }>
  | Extract<ProblemError, { readonly _tag: 'ValuesTooLarge' }>

const mostFit = 2 ** 31 - 1
const mostTotal = 2 ** 51

export const isThere = ({ partnerOf, removed }: LiveSide, each: number): boolean =>
  isWhole(each, partnerOf.length - 1) && !removed.has(each)

export const isWhole = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= most

/** What is wrong with the pairs of a new or known member of a side, `[other end, fit]`. */
export const wrongPairs = (
  { rows, columns }: Sides,
  of: 'row' | 'column',
  each: number,
  pairs: ReadonlyArray<readonly [other: number, fit: number]>,
): PairError | undefined => {
  const seen = new Set<number>()
  for (const [other, fit] of pairs) {
    const at = of === 'row' ? { row: each, column: other } : { row: other, column: each }
    if (!isThere(of === 'row' ? columns : rows, other))
      return { _tag: of === 'row' ? 'UnknownColumn' : 'UnknownRow', found: other }
    if (!isWhole(fit, mostFit)) return { _tag: 'BadFit', ...at, found: fit }
    if (seen.has(other)) return { _tag: 'RepeatedPair', ...at }
    seen.add(other)
  }
  return undefined
}

/** How much of everything there is, or has been: the greatest fit. */
export interface Size {
  readonly rows: number
  readonly columns: number
  readonly pairs: number
  readonly greatest: number
}

/** Whether this is more than the numbers of a proof stay exact for. */
export const wrongSize = ({ rows, columns, pairs, greatest }: Size): PairError | undefined => {
  const size = sizeError(rows, columns, pairs)
  if (size?._tag === 'TooLarge') return size
  const found = greatest * (Math.min(rows, columns) + 1)
  return found > mostTotal ? { _tag: 'ValuesTooLarge', found, most: mostTotal } : undefined
}

/** The greatest fit of pairs. */
export const greatestOf = (pairs: ReadonlyArray<readonly [other: number, fit: number]>): number =>
  pairs.reduce((greatest, [, fit]) => Math.max(greatest, fit), 0)
