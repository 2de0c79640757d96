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

/**
 * Why arrays are not a graph: what is wrong with a row, or with the arrays as such. `BadOffset` names the place
 * in `offsets`.
 *
 * @category errors
 */
export type ArraysError =
  | GraphError
  | {
      readonly _tag: 'WrongLength'
      readonly of: 'offsets' | 'fit'
      readonly expected: number
      readonly found: number
    }
  | { readonly _tag: 'BadOffset'; readonly at: number; readonly found: number }
  | { readonly _tag: 'NotAscending'; readonly row: number; readonly column: number }

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
  const vertices = sizeError(rows.length, columns, 0)
  if (vertices !== undefined) return left(vertices)
  const pairs = rows.reduce((sum, row) => sum + row.length, 0)
  const size = sizeError(rows.length, columns, pairs)
  if (size !== undefined) return left(size)

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

/**
 * Takes arrays that are a graph already, such as a program fills pair by pair, and checks that they are: `offsets`
 * climb from 0 to the number of pairs, columns ascend within a row, fits are not negative. Keeps the arrays, so
 * nobody else may change them afterwards.
 *
 * Fails with the first thing wrong, as {@link graphFromRows} does. Time O(rows + pairs), space O(1).
 *
 * @example
 * ```ts
 * import { graphFromArrays } from 'einzug/matching'
 * const arrays = { rows: 2, columns: 2, offsets: Int32Array.of(0, 2, 2), heads: Int32Array.of(0, 1) }
 * graphFromArrays({ ...arrays, fit: Int32Array.of(10, 30) })._tag // => 'Right'
 * graphFromArrays({ ...arrays, fit: Int32Array.of(10, -1) }) // => { _tag: 'Left', left: { _tag: 'BadFit', row: 0, column: 1, found: -1 } }
 * ```
 * @category constructors
 */
export const graphFromArrays = (graph: Graph): Result<ArraysError, Graph> => {
  const { rows, columns, offsets, heads, fit } = graph
  const size = sizeError(rows, columns, heads.length)
  if (size !== undefined) return left(size)
  if (offsets.length !== rows + 1)
    return left({ _tag: 'WrongLength', of: 'offsets', expected: rows + 1, found: offsets.length })
  if (fit.length !== heads.length)
    return left({ _tag: 'WrongLength', of: 'fit', expected: heads.length, found: fit.length })

  if (offsets[0] !== 0) return left({ _tag: 'BadOffset', at: 0, found: offsets[0] as number })
  if (offsets[rows] !== heads.length)
    return left({ _tag: 'BadOffset', at: rows, found: offsets[rows] as number })
  for (let row = 0; row < rows; row++) {
    const start = offsets[row] as number
    const end = offsets[row + 1] as number
    if (end < start || end > heads.length) return left({ _tag: 'BadOffset', at: row + 1, found: end })
    let previous = -1
    for (let at = start; at < end; at++) {
      const column = heads[at] as number
      if (!isIndex(column, columns)) return left({ _tag: 'BadColumn', row, found: column })
      if (!isIndex(fit[at] as number, mostFit + 1))
        return left({ _tag: 'BadFit', row, column, found: fit[at] as number })
      if (column === previous) return left({ _tag: 'RepeatedColumn', row, column })
      if (column < previous) return left({ _tag: 'NotAscending', row, column })
      previous = column
    }
  }
  return right(graph)
}

/** Whether a graph of this size is refused, and why. */
export const sizeError = (rows: number, columns: number, pairs: number): GraphError | undefined => {
  if (!isIndex(columns, mostVertices + 1))
    return { _tag: 'TooLarge', what: 'columns', found: columns, most: mostVertices }
  if (!isIndex(rows, mostVertices + 1))
    return { _tag: 'TooLarge', what: 'rows', found: rows, most: mostVertices }
  if (pairs > mostPairs) return { _tag: 'TooLarge', what: 'pairs', found: pairs, most: mostPairs }
  return undefined
}
