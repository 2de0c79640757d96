import type { Graph } from '../matching/graph.ts'
import { type ProblemError, type RankedProblem, rankedProblem } from '../matching/problem.ts'
import { left, type Result, right } from '../matching/result.ts'
import { type Solution, solve } from '../matching/solve.ts'
import { type InputError, numbersError } from './input-error.ts'

/**
 * An efficient, stable and maximum matching, and the problem of which it is the best solution: `verify` of
 * `einzug/matching` checks the one against the other.
 *
 * @category model
 */
export interface MaximumStable extends Solution {
  readonly problem: RankedProblem
}

/**
 * Landlords who put the larger family first: houses as many rows as can be, and of those as many persons; then as well as
 * can be.
 *
 * - `graph`: a pair says that row and column accept each other: a language in common, beds enough. Of the rows that
 *   it accepts, every column prefers the larger.
 * - `sizes[i]`: the persons of row `i`, whole numbers from 1; of equal sizes the lower row comes first.
 * - Fails with the first size that is none, or if the fits are too large (see `rankedProblem`).
 *
 * **What it guarantees.** No matching places more rows, none more persons; nobody can be made better off without a loss to
 * somebody, rows or columns. *Where rows only tell columns that they accept from those that they do not* (all fits of a
 * row are equal), it is stable: no row without a column could have one that is free or that a smaller row holds; and no row
 * can gain by accepting less. Where rows prefer one column to another it need not be stable, and no maximum matching need
 * be: a row of two likes column 0 better than column 1, a row of one accepts only column 0. Both are placed only if the
 * larger row gives way, and then it prefers column 0, which a smaller one holds. *Where only size decides* (a row accepts
 * whatever a row of no smaller size accepts), {@link serialDictatorship} from the largest row to the smallest is stable and
 * maximum, whatever rows prefer.
 *
 * **Method.** *Who first, then where* ({@link solve}), ranked by size. Rows that can be placed at once form a matroid, so
 * that the walk down the sizes finds most rows and most persons together; of a smaller row moved out for a larger one, or
 * of a free column left to an unplaced row, the total would rise, so that there is neither. Time and space as `solve`.
 *
 * Source: Andersson & Ehlers, *Assigning refugees to landlords in Sweden: efficient, stable, and maximum matchings*,
 * Scandinavian J. of Economics 122 (2020), for the question and for the three properties. Deviations: their steps are not
 * followed, the properties follow from the matroid (Edmonds & Fulkerson, J. Res. NBS 69B, 1965); what makes a pair
 * acceptable is left to the graph; wishes of rows, which come after the size, are ours.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { maximumStable } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 1]], [[0, 1], [1, 1]], [[1, 1]]])
 * F.pipe(graph, E.chainW(each => maximumStable(each, [2, 1, 4])), E.map(({ columnOf }) => [...columnOf])) // => E.right([0, -1, 1])
 * ```
 * @category mechanisms
 */
export const maximumStable = (
  graph: Graph,
  sizes: ArrayLike<number>,
): Result<InputError | ProblemError, MaximumStable> => {
  const bad = numbersError('sizes', graph.rows, sizes, 1)
  if (bad !== undefined) return left(bad)
  const rank = new Int32Array(graph.rows)
  const bySize = [...rank.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
  for (const [place, row] of bySize.entries()) rank[row] = place
  const problem = rankedProblem(graph, rank)
  return problem._tag === 'Left' ? problem : right({ problem: problem.right, ...solve(problem.right) })
}
