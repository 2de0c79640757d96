import { type Graph, type GraphError, sizeError } from './graph.ts'
import { left, type Result, right } from './result.ts'
import { solve } from './solve.ts'

/**
 * An assignment and its proof. `columnOf[i]` is the column of row `i`, −1 where there are more rows than columns
 * and row `i` has none; `total` is the sum of the costs chosen.
 *
 * The potentials prove it: when minimising, row potential + column potential ≤ cost on every pair, with equality
 * on the pairs chosen; on the longer side no potential is above 0, and it is 0 for whoever has no partner. So the
 * sum of all potentials is below no total, and is this one. When maximising, ≥ and "below 0" instead.
 *
 * @category model
 */
export interface Assignment {
  readonly columnOf: Int32Array
  readonly total: number
  readonly rowPotentials: Float64Array
  readonly columnPotentials: Float64Array
}

/**
 * Why an assignment problem is refused.
 *
 * @category errors
 */
export type AssignmentError =
  | GraphError
  | { readonly _tag: 'Ragged'; readonly row: number; readonly expected: number; readonly found: number }
  | { readonly _tag: 'NotWholeCost'; readonly row: number; readonly column: number; readonly found: number }
  | { readonly _tag: 'SpanTooLarge'; readonly found: number; readonly most: number }
  | { readonly _tag: 'TotalTooLarge'; readonly found: number; readonly most: number }

/** The greatest difference of two costs: fits are 32-bit. */
const mostSpan = 2 ** 31 - 1
/** No total is beyond this, so that potentials (a cost and a value) stay exact. */
const mostTotal = 2 ** 52

/**
 * The classical assignment problem: every row (or, if there are fewer columns, every column) is assigned, and
 * the total is least (`minimise`) or greatest (`maximise`).
 *
 * - `costs`: a rectangular matrix of whole numbers, one array (typed or not) per row; negative costs allowed. With
 *   n = min(rows, columns): greatest − least ≤ 2³¹ − 1, and n · (greatest absolute cost) ≤ 2⁵².
 * - Fails on ragged rows, costs that are not whole, and numbers beyond these bounds.
 *
 * **Method.** Costs become fits from 0, and {@link solve} does the rest. Time O(rows · pairs · log columns), that is O(n³ log n) for an n × n matrix; space O(pairs).
 *
 * Sources: Kuhn 1955; Munkres 1957; Jonker & Volgenant, *A shortest augmenting path algorithm for dense and sparse
 * linear assignment problems*, Computing 38 (1987). Deviation: no column reduction beforehand.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { assign } from 'einzug/matching'
 * const costs = [[4, 1, 3], [2, 0, 5], [3, 2, 2]]
 * E.map(({ total, columnOf }) => [total, ...columnOf])(assign(costs, 'minimise')) // => E.right([5, 1, 0, 2])
 * E.map(({ total }) => total)(assign(costs, 'maximise')) // => E.right(11)
 * ```
 * @category solvers
 */
export const assign = (
  costs: ReadonlyArray<ArrayLike<number>>,
  objective: 'minimise' | 'maximise',
): Result<AssignmentError, Assignment> => {
  const rows = costs.length
  const columns = costs[0]?.length ?? 0
  const size = sizeError(rows, columns, rows * columns)
  if (size !== undefined) return left(size)

  let least = costs[0]?.[0] ?? 0
  let greatest = least
  for (const [row, line] of costs.entries()) {
    if (line.length !== columns) return left({ _tag: 'Ragged', row, expected: columns, found: line.length })
    for (let column = 0; column < columns; column++) {
      const cost = line[column] as number
      if (!Number.isSafeInteger(cost)) return left({ _tag: 'NotWholeCost', row, column, found: cost })
      if (cost < least) least = cost
      if (cost > greatest) greatest = cost
    }
  }
  const span = greatest - least
  const reach = Math.min(rows, columns) * Math.max(Math.abs(least), Math.abs(greatest))
  if (span > mostSpan) return left({ _tag: 'SpanTooLarge', found: span, most: mostSpan })
  if (reach > mostTotal) return left({ _tag: 'TotalTooLarge', found: reach, most: mostTotal })

  const minimise = objective === 'minimise'
  const worst = minimise ? greatest : least
  const graph = denseGraph(rows, columns, costs, cost => Math.abs(cost - worst))
  const problem = { graph, rank: new Int32Array(rows), weights: Int32Array.of(1) }
  const { columnOf, margins, prices } = solve(problem)
  let total = 0
  for (const [row, line] of costs.entries()) {
    const column = columnOf[row] as number
    if (column >= 0) total += line[column] as number
  }
  const flip = (dual: number): number => (minimise ? worst - dual : worst + dual)
  void flip
  return right({
    columnOf,
    total,
    rowPotentials: margins[1] as Float64Array,
    columnPotentials: prices[1] as Float64Array,
  })
}

const denseGraph = (
  rows: number,
  columns: number,
  costs: ReadonlyArray<ArrayLike<number>>,
  fitOf: (cost: number) => number,
): Graph => {
  const fit = new Int32Array(rows * columns)
  for (const [row, line] of costs.entries()) {
    for (let column = 0; column < columns; column++)
      fit[row * columns + column] = fitOf(line[column] as number)
  }
  return {
    rows,
    columns,
    offsets: Int32Array.from({ length: rows + 1 }, (_, row) => row * columns),
    heads: Int32Array.from(fit, (_, at) => at % columns),
    fit,
  }
}
