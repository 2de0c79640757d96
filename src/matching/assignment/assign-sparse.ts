import { type Graph, type GraphError, graphFromRows } from '../graph.ts'
import { hallSet } from '../hall.ts'
import { left, type Result, right } from '../result.ts'
import { solve } from '../solve.ts'
import { startsOf } from '../transpose.ts'
import type { Assignment } from './assignment.ts'
import type { AssignmentError } from './costs.ts'

/**
 * Why a sparse assignment problem has no answer. `Infeasible` names rows that have fewer columns between them than they
 * are (a Hall violator, and none of them could be left out), or columns that have too few rows.
 *
 * @category errors
 */
export type SparseAssignmentError =
  | GraphError
  | Extract<AssignmentError, { readonly _tag: 'NotWholeCost' | 'SpanTooLarge' | 'TotalTooLarge' }>
  | { readonly _tag: 'Infeasible'; readonly rows: ReadonlyArray<number> }
  | { readonly _tag: 'Infeasible'; readonly columns: ReadonlyArray<number> }

/** The greatest difference of two costs: fits are 32-bit. */
const mostSpan = 2 ** 31 - 1
/** Totals of fits stay below twice this, so that sums of a few potentials are exact. */
const mostTotal = 2 ** 50

/**
 * The classical assignment problem where not every row may have every column: every row (or, if there are fewer columns,
 * every column) is assigned by one of the pairs given, and the total cost is least (`minimise`) or greatest (`maximise`).
 *
 * - `columns`: how many there are. `rows`: the pairs of each row, `[column, cost]` in any order; costs are whole numbers,
 *   negative ones allowed. With n = min(rows, columns): greatest − least cost ≤ 2³¹ − 1, and n · (greatest absolute
 *   cost) ≤ 2⁵⁰.
 * - Gives an {@link Assignment}. When minimising, row potential + column potential ≤ cost on every pair given, with
 *   equality on those chosen; on the longer side (columns, if both are as long) no potential is above 0, and it is 0 for
 *   whoever has no partner; on the shorter side they may have any sign. When maximising, ≥ and "below 0" instead.
 * - Fails when not all of the shorter side can be assigned, with a set that proves it; on costs that are not whole,
 *   on columns out of range or named twice, and beyond these bounds.
 *
 * **Method.** Costs become fits, from 0 for the worst; all rows are of one class, so that {@link solve} places as many as
 * can be and then makes the most of the fits. If all are placed no rank price is above 0, so the duals of the fit level
 * bound every pair: with their sign turned and the worst cost added on the shorter side, they are the potentials. With more
 * rows than columns, the same from the columns' side. Time and space as for {@link solve}.
 *
 * Sources: Kuhn 1955; Jonker & Volgenant, *A shortest augmenting path algorithm for dense and sparse linear assignment
 * problems*, Computing 38 (1987); P. Hall, *On representatives of subsets* (1935), for `Infeasible`.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { assignSparse } from 'einzug/matching/assignment'
 * const rows = [[[0, 4], [1, 1]], [[1, -2]], [[0, 3], [2, 9]]] as const
 * E.map(({ total, columnOf }) => [total, ...columnOf])(assignSparse(3, rows, 'minimise')) // => E.right([11, 0, 1, 2])
 * assignSparse(3, [[[0, 4]], [[1, 5]], [[0, 3]]], 'minimise') // => E.left({ _tag: 'Infeasible', rows: [0, 2] })
 * ```
 * @category solvers
 */
export const assignSparse = (
  columns: number,
  rows: ReadonlyArray<ReadonlyArray<readonly [column: number, cost: number]>>,
  objective: 'minimise' | 'maximise',
): Result<SparseAssignmentError, Assignment> => {
  let [least, greatest] = [Infinity, -Infinity]
  for (const [row, pairs] of rows.entries()) {
    for (const [column, cost] of pairs) {
      if (!Number.isSafeInteger(cost)) return left({ _tag: 'NotWholeCost', row, column, found: cost })
      if (cost < least) least = cost
      if (cost > greatest) greatest = cost
    }
  }
  if (least > greatest) [least, greatest] = [0, 0]
  const span = greatest - least
  const reach = Math.min(rows.length, columns) * Math.max(-least, greatest)
  if (span > mostSpan) return left({ _tag: 'SpanTooLarge', found: span, most: mostSpan })
  if (reach > mostTotal) return left({ _tag: 'TotalTooLarge', found: reach, most: mostTotal })

  const [worst, sign] = objective === 'minimise' ? [greatest, -1] : [least, 1]
  const fits = rows.map(pairs => pairs.map(([column, cost]) => [column, Math.abs(cost - worst)] as const))
  const built = graphFromRows(columns, fits)
  if (built._tag === 'Left') return built

  const byRow = rows.length <= columns
  const graph = byRow ? built.right : turned(built.right)
  // "row" is a member of the shorter side from here on
  const solution = solve({ graph, rank: new Int32Array(graph.rows), weights: Int32Array.of(1) })
  const { columnOf, rowOf, margins, prices, totals } = solution
  const without = columnOf.indexOf(-1)
  if (without >= 0) {
    const violator = [...hallSet(graph, solution, without), without].sort((a, b) => a - b)
    return left(byRow ? { _tag: 'Infeasible', rows: violator } : { _tag: 'Infeasible', columns: violator })
  }
  const shorter = (margins[1] as Float64Array).map(margin => worst + sign * margin)
  const longer = (prices[1] as Float64Array).map(price => 0 + sign * price)
  return right({
    columnOf: byRow ? columnOf : rowOf,
    total: totals.placed * worst + sign * totals.fit,
    rowPotentials: byRow ? shorter : longer,
    columnPotentials: byRow ? longer : shorter,
  })
}

/** The graph with rows and columns exchanged. */
const turned = ({ rows, columns, offsets, heads, fit }: Graph): Graph => {
  const starts = startsOf(columns, heads, 1)
  const ends = starts.slice(0, columns)
  const [tails, fits] = [new Int32Array(heads.length), new Int32Array(heads.length)]
  for (let row = 0; row < rows; row++) {
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const column = heads[k] as number
      const end = ends[column] as number
      tails[end] = row
      fits[end] = fit[k] as number
      ends[column] = end + 1
    }
  }
  return { rows: columns, columns: rows, offsets: starts, heads: tails, fit: fits }
}
