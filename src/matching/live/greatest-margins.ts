import type { RankedProblem } from '../problem.ts'
import { type Result, right } from '../result.ts'
import type { Solution } from '../solve.ts'
import type { Flaw } from '../verify.ts'
import { risesOf, type Worth } from './rises.ts'
import { sidesOf } from './sides.ts'

/**
 * What each row keeps at most: the greatest margin that any proof gives it, which is what the objective gains by it. A
 * column that is added gains the most of value − greatest margin over its pairs, or nothing: see {@link additions}, for
 * columns of which not all pairs are known ahead.
 *
 * - `solution`: proven best by rank and fit; else fails with its flaw.
 *
 * Time O(pairs + n · log n) for n rows and columns, space O(pairs). Sources: as for {@link marginalValues}.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solve } from 'einzug/matching'
 * import { greatestMargins } from 'einzug/matching/live'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => rankedProblem(graph, [0, 1])))
 * // without row 0, row 1 would have the column: one rank less, two points more
 * F.pipe(posed, E.chainW(problem => greatestMargins(problem, solve(problem)))) // => E.right([{ rank: 1, fit: -2 }, { rank: 0, fit: 0 }])
 * ```
 * @category marginal
 */
export const greatestMargins = (
  problem: RankedProblem,
  solution: Solution,
): Result<Flaw, ReadonlyArray<Worth>> => {
  const sides = sidesOf(problem, solution)
  if (sides._tag === 'Left') return sides
  const { rows, columns } = sides.right
  const rises = risesOf(rows, columns)
  return right(
    rows.partnerOf.map((_, row) => ({
      rank: (rows.rankDuals[row] as number) + (rises.rank[row] as number),
      fit: (rows.fitDuals[row] as number) + (rises.fit[row] as number),
    })),
  )
}
