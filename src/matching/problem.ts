import type { Graph } from './graph.ts'
import { left, type Result, right } from './result.ts'

/**
 * Rows (households) that seek a column (flat), and who comes first: `rank[i]` is the rank class of row `i`, 0 =
 * first. Rows of one class are interchangeable.
 *
 * **Objective.** Place as many rows of class 0 as can be, then as many of class 1, and so on; among all ways to
 * do so, make the total fit greatest.
 *
 * **As one number.** With K classes, `value(i, j) = (K − class(i)) · base + fit(i, j)` and
 * `base = 1 + (greatest fit) · min(rows, columns)`: no total of fits reaches `base`. Sets of rows that can be
 * placed at once are the independent sets of a transversal matroid (Edmonds & Fulkerson 1965), and in a matroid
 * the sets of greatest weight are the same for all positive weights that decrease strictly by class: those that
 * the greedy walk down the classes finds (Rado 1957, Edmonds 1971). So the greatest Σ value places exactly the
 * numbers per class that the objective asks for, and then has the greatest fit.
 *
 * @category model
 */
export interface RankedProblem {
  readonly graph: Graph
  /** Dense classes: every number from 0 to `classes − 1` occurs. */
  readonly rank: Int32Array
  readonly classes: number
  readonly base: number
}

/**
 * Why a ranked problem cannot be posed.
 *
 * @category errors
 */
export type ProblemError =
  | { readonly _tag: 'RankLength'; readonly expected: number; readonly found: number }
  | { readonly _tag: 'BadRank'; readonly row: number; readonly found: number }
  | { readonly _tag: 'ValuesTooLarge'; readonly found: number; readonly most: number }

/** Values stay below this, so that sums of four of them are exact in a double. */
const mostValue = 2 ** 51

/**
 * Poses a ranked problem. `ranks[i]` is any whole number from 0; only their order matters.
 *
 * Fails when `ranks` does not have one whole number per row, or when `(K + 1) · base` exceeds 2⁵¹, beyond which
 * sums of values might not be exact. With as many columns and classes as rows, that allows fits up to
 * 22,515,746 at 10,000 rows and up to 225,177 at 100,000.
 *
 * Time O(rows · log(rows) + pairs).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem } from 'einzug/matching'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => rankedProblem(graph, [20, 10])))
 * F.pipe(posed, E.map(({ rank, classes, base }) => [...rank, classes, base])) // => E.right([1, 0, 2, 10])
 * ```
 * @category constructors
 */
export const rankedProblem = (
  graph: Graph,
  ranks: ArrayLike<number>,
): Result<ProblemError, RankedProblem> => {
  if (ranks.length !== graph.rows)
    return left({ _tag: 'RankLength', expected: graph.rows, found: ranks.length })
  const given = Array.from(ranks)
  const bad = given.findIndex(rank => !Number.isSafeInteger(rank) || rank < 0)
  if (bad >= 0) return left({ _tag: 'BadRank', row: bad, found: given[bad] as number })

  const classOf = new Map([...new Set(given)].sort((a, b) => a - b).map((rank, at) => [rank, at]))
  const greatest = graph.fit.reduce((most, fit) => Math.max(most, fit), 0)
  const base = 1 + greatest * Math.min(graph.rows, graph.columns)
  const found = (classOf.size + 1) * base
  if (found > mostValue) return left({ _tag: 'ValuesTooLarge', found, most: mostValue })
  const rank = Int32Array.from(given, each => classOf.get(each) as number)
  return right({ graph, rank, classes: classOf.size, base })
}

/** Rows in the order in which they may choose: by class, then by index. */
export const rowsByRank = ({ rank }: RankedProblem): ReadonlyArray<number> =>
  Array.from(rank.keys()).sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b)
