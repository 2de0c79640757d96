import type { Graph } from '../graph.ts'
import { type ProblemError, type RankedProblem, rankedProblem } from '../problem.ts'
import { type Result, right } from '../result.ts'
import { type Solution, solve } from '../solve.ts'

/**
 * A matching of greatest total weight: nobody must be matched, and only the sum of the fits counts. The fits are the
 * weights, from 0: a graph has no negative ones, and a pair of negative weight is in no such matching, so leave it out.
 *
 * - Gives the matching and the problem it answers, so that `verify(problem, solution)` checks its proof. The duals of the
 *   fit level are the classical ones: ≥ 0, margin + price ≥ weight on every pair, equality on the pairs chosen, 0 for whoever
 *   is unmatched; so their sum is `totals.fit`, and no matching weighs more. The rank level is 0 throughout.
 * - Of matchings of the same weight any one may come back; pairs of weight 0 may or may not be in it.
 * - Fails when (greatest fit) · (min(rows, columns) + 1) exceeds 2⁵¹.
 *
 * **Method.** A ranked problem whose one class has weight 0; time and space as for {@link solve}.
 *
 * Source: Galil, *Efficient algorithms for finding maximum matching in graphs*, Computing Surveys 18 (1986), problem 3.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, verify } from 'einzug/matching'
 * import { maximumWeight } from 'einzug/matching/assignment'
 * const heaviest = F.pipe(graphFromRows(2, [[[0, 5], [1, 9]], [[1, 3]]]), E.chainW(maximumWeight))
 * F.pipe(heaviest, E.map(({ solution }) => [...solution.columnOf])) // => E.right([1, -1])
 * F.pipe(heaviest, E.chainW(({ problem, solution }) => verify(problem, solution)), E.map(({ fit }) => fit)) // => E.right(9)
 * ```
 * @category solvers
 */
export const maximumWeight = (
  graph: Graph,
): Result<ProblemError, { readonly problem: RankedProblem; readonly solution: Solution }> => {
  const posed = rankedProblem(graph, new Int32Array(graph.rows), { weights: graph.rows === 0 ? [] : [0] })
  return posed._tag === 'Left' ? posed : right({ problem: posed.right, solution: solve(posed.right) })
}
