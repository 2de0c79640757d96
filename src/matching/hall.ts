import type { Graph } from './graph.ts'
import type { Matching } from './matching.ts'

/**
 * Why a row has no column: the rows, all placed, that between them hold every column that it or any of them may
 * have (a Hall set). In the order of their numbers. In a best matching every one of them ranks no later than the
 * row. It is the only set of this kind that has no smaller one inside (inclusion-minimal).
 *
 * `row` must be without a column in a best matching; in any other there is no such set, and what comes back is one
 * that {@link verifyHallSet} refuses. Empty when there is no pair for the row at all.
 *
 * **Method.** The rows reached from it by alternating paths: to a column it may have, on to the column's holder,
 * and so on. No path meets a free column, or the matching could grow. Time O(pairs of the rows reached
 * + rows reached · log(rows reached)), space O(rows reached).
 *
 * Source: P. Hall, *On representatives of subsets*, J. London Math. Soc. 10 (1935).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, hallSet, rankedProblem, solve } from 'einzug/matching'
 * const graph = graphFromRows(3, [[[0, 5], [1, 4]], [[0, 9]], [[0, 9]], [[2, 1]]])
 * const posed = F.pipe(graph, E.chainW(each => rankedProblem(each, [0, 1, 2, 3])))
 * F.pipe(posed, E.map(problem => hallSet(problem.graph, solve(problem), 2))) // => E.right([1])
 * ```
 * @category proofs
 */
export const hallSet = (graph: Graph, { rowOf }: Matching, row: number): ReadonlyArray<number> => {
  const reached = new Set<number>([row])
  for (const member of reached) {
    for (let k = graph.offsets[member] as number; k < (graph.offsets[member + 1] as number); k++) {
      const holder = rowOf[graph.heads[k] as number] as number
      if (holder >= 0) reached.add(holder)
    }
  }
  reached.delete(row)
  return [...reached].sort((a, b) => a - b)
}
