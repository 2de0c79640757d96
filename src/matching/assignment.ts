import { type GraphError, graphFromRows } from './graph.ts'
import { type ProblemError, rankedProblem } from './problem.ts'
import { left, type Result, right } from './result.ts'
import { solve } from './solve.ts'

/**
 * An assignment: `columnOf[i]` is the column of row `i`, −1 where there are more rows than columns and row `i`
 * has none; `total` is the sum of the costs chosen.
 *
 * @category model
 */
export interface Assignment {
  readonly columnOf: Int32Array
  readonly total: number
}

/**
 * Why an assignment problem is refused.
 *
 * @category errors
 */
export type AssignmentError =
  | GraphError
  | ProblemError
  | { readonly _tag: 'Ragged'; readonly row: number; readonly expected: number; readonly found: number }
  | { readonly _tag: 'NotWholeCost'; readonly row: number; readonly column: number; readonly found: number }

/**
 * The classical assignment problem: every row (or, if there are fewer columns, every column) is assigned, and
 * the total is least (`minimise`) or greatest (`maximise`).
 *
 * - `costs`: a rectangular matrix of whole numbers, negative ones allowed, with
 *   `2 · (1 + span · min(rows, columns)) ≤ 2⁵¹` where `span = greatest − least ≤ 2³¹ − 1`.
 * - Fails on ragged rows, costs that are not whole, and spans beyond that.
 *
 * Costs become fits, `greatest − cost`, and {@link solve} does the rest: with one rank class it places as many
 * rows as can be. Time O(n³ log n) for an n × n matrix, space O(n²).
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
  costs: ReadonlyArray<ReadonlyArray<number>>,
  objective: 'minimise' | 'maximise',
): Result<AssignmentError, Assignment> => {
  const columns = costs[0]?.length ?? 0
  let least = Infinity
  let greatest = -Infinity
  for (const [row, line] of costs.entries()) {
    if (line.length !== columns) return left({ _tag: 'Ragged', row, expected: columns, found: line.length })
    for (const [column, cost] of line.entries()) {
      if (!Number.isSafeInteger(cost)) return left({ _tag: 'NotWholeCost', row, column, found: cost })
      least = Math.min(least, cost)
      greatest = Math.max(greatest, cost)
    }
  }

  const fitOf = objective === 'minimise' ? (cost: number) => greatest - cost : (cost: number) => cost - least
  const graph = graphFromRows(
    columns,
    costs.map(line => line.map((cost, column) => [column, fitOf(cost)] as const)),
  )
  if (graph._tag === 'Left') return graph
  const problem = rankedProblem(graph.right, new Int32Array(costs.length))
  if (problem._tag === 'Left') return problem

  const { columnOf } = solve(problem.right)
  const total = costs.reduce((sum, line, row) => sum + (line[columnOf[row] as number] ?? 0), 0)
  return right({ columnOf, total })
}
