import { left, type Result, right } from './result.ts'

/**
 * Which rows (households) may have which columns (flats), and how well they fit: a bipartite graph in compressed
 * sparse rows. The pairs of row `i` are `offsets[i]` to `offsets[i + 1] − 1`; pair `k` joins it to column
 * `heads[k]` with fit `fit[k]`. Columns ascend within a row; fits are whole numbers from 0.
 *
 * @category model
 */
export interface Graph {
  readonly rows: number
  readonly columns: number
  readonly offsets: Int32Array
  readonly heads: Int32Array
  readonly fit: Int32Array
}

/**
 * Why a graph cannot be built: the row and the place in it, and what stands there.
 *
 * @category errors
 */
export type GraphError =
  | {
      readonly _tag: 'TooLarge'
      readonly what: 'rows' | 'columns' | 'pairs'
      readonly found: number
      readonly most: number
    }
  | { readonly _tag: 'BadColumn'; readonly row: number; readonly found: number }
  | { readonly _tag: 'BadFit'; readonly row: number; readonly column: number; readonly found: number }
  | { readonly _tag: 'RepeatedColumn'; readonly row: number; readonly column: number }

/** The most rows and the most columns a graph may have. */
const mostVertices = 2 ** 24
const mostPairs = 2 ** 28
/** The greatest fit: 2³¹ − 1. */
const mostFit = 2 ** 31 - 1

const isIndex = (value: number, below: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < below

/**
 * Builds a graph from the pairs of each row, `[column, fit]` in any order.
 *
 * - `columns`: how many columns there are, at most 2²⁴; rows likewise; pairs at most 2²⁸.
 * - Fails with the first column that is not a whole number below `columns`, fit that is not a whole number from 0
 *   to 2³¹ − 1, or column named twice in a row.
 *
 * Time O(pairs · log(pairs in a row)), space O(pairs).
 *
 * @example
 * ```ts
 * import { graphFromRows } from 'einzug/matching'
 * graphFromRows(2, [[[1, 30], [0, 10]], []])._tag // => 'Right'
 * graphFromRows(2, [[[2, 5]]]) // => { _tag: 'Left', left: { _tag: 'BadColumn', row: 0, found: 2 } }
 * ```
 * @category constructors
 */
export const graphFromRows = (
  columns: number,
  rows: ReadonlyArray<ReadonlyArray<readonly [column: number, fit: number]>>,
): Result<GraphError, Graph> => {
  if (!isIndex(columns, mostVertices + 1)) return tooLarge('columns', columns, mostVertices)
  if (rows.length > mostVertices) return tooLarge('rows', rows.length, mostVertices)
  const pairs = rows.reduce((sum, row) => sum + row.length, 0)
  if (pairs > mostPairs) return tooLarge('pairs', pairs, mostPairs)

  const offsets = new Int32Array(rows.length + 1)
  const heads = new Int32Array(pairs)
  const fits = new Int32Array(pairs)
  let at = 0
  for (const [row, unsorted] of rows.entries()) {
    let previous = -1
    for (const [column, fit] of [...unsorted].sort((a, b) => a[0] - b[0])) {
      if (!isIndex(column, columns)) return left({ _tag: 'BadColumn', row, found: column })
      if (!isIndex(fit, mostFit + 1)) return left({ _tag: 'BadFit', row, column, found: fit })
      if (column === previous) return left({ _tag: 'RepeatedColumn', row, column })
      heads[at] = previous = column
      fits[at++] = fit
    }
    offsets[row + 1] = at
  }
  return right({ rows: rows.length, columns, offsets, heads, fit: fits })
}

const tooLarge = (
  what: 'rows' | 'columns' | 'pairs',
  found: number,
  most: number,
): Result<GraphError, never> => left({ _tag: 'TooLarge', what, found, most })
