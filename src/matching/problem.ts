import type { Graph } from './graph.ts'
import { left, type Result, right } from './result.ts'

/**
 * Rows (households) that seek a column (flat), and who comes first: `rank[i]` is the rank class of row `i`, 0 =
 * first. Rows of one class are interchangeable.
 *
 * **Objective**, a tuple compared from the left:
 * 1. rank: Σ `weights[class]` over the rows placed. As weights fall from class to class, the best sum places as many
 *    rows of class 0 as can be, then as many of class 1, and so on (see below). Where they fall by persons, it counts
 *    persons.
 * 2. fit: Σ fit over the pairs chosen.
 * 3. kept, only if there is a `previous` matching: how many of its pairs are chosen again.
 *
 * **Why rank needs no big numbers.** Sets of rows that can be placed at once are the independent sets of a
 * transversal matroid (Edmonds & Fulkerson 1965), and in a matroid the sets of greatest weight are the same for all
 * positive weights that fall strictly from class to class: those that the greedy walk down the classes finds
 * (Rado 1957, Edmonds 1971).
 *
 * @category model
 */
export interface RankedProblem {
  readonly graph: Graph
  /** Dense classes: every number from 0 to `weights.length − 1` occurs. */
  readonly rank: Int32Array
  /** What it is worth to place a row of each class: from 0, and never more than for the class before. */
  readonly weights: Int32Array
  /** The column each row had before, −1 for none. */
  readonly previous?: Int32Array
}

/**
 * What else a ranked problem may say. `weights`: one whole number from 0 to 2³¹ − 1 per class that occurs, in the order
 * of the classes, none greater than the one before; by default K, K − 1, …, 1. All 0: nobody must be placed, only fit
 * counts (a maximum-weight matching). `previous`: the column each row had before, −1 for none.
 *
 * @category model
 */
export interface ProblemOptions {
  readonly weights?: ArrayLike<number>
  readonly previous?: ArrayLike<number>
}

/**
 * Why a ranked problem cannot be posed. `at` is a row; for weights, a class.
 *
 * @category errors
 */
export type ProblemError =
  | {
      readonly _tag: 'WrongCount'
      readonly of: 'ranks' | 'weights' | 'previous'
      readonly expected: number
      readonly found: number
    }
  | { readonly _tag: 'BadRank'; readonly row: number; readonly found: number }
  | { readonly _tag: 'BadWeight'; readonly at: number; readonly found: number }
  | { readonly _tag: 'BadPrevious'; readonly row: number; readonly found: number }
  | { readonly _tag: 'ValuesTooLarge'; readonly found: number; readonly most: number }

/** Totals of fits stay below this, so that sums of a few potentials are exact in a double. */
const mostTotal = 2 ** 51
const mostWeight = 2 ** 31 - 1

/**
 * Poses a ranked problem. `ranks[i]` is any whole number from 0; only their order matters.
 *
 * Fails when `ranks` does not have one whole number per row, when weights or a previous matching are not as
 * {@link ProblemOptions} says, or when (greatest fit) · (min(rows, columns) + 1) exceeds 2⁵¹, beyond which sums might not
 * be exact. Fits up to 10⁶ are within this at every size that a graph may have.
 *
 * Time O(rows · log(classes) + pairs).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem } from 'einzug/matching'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => rankedProblem(graph, [20, 10])))
 * F.pipe(posed, E.map(({ rank, weights }) => [...rank, ...weights])) // => E.right([1, 0, 2, 1])
 * ```
 * @category constructors
 */
export const rankedProblem = (
  graph: Graph,
  ranks: ArrayLike<number>,
  { weights, previous }: ProblemOptions = {},
): Result<ProblemError, RankedProblem> => {
  if (ranks.length !== graph.rows) return wrongCount('ranks', graph.rows, ranks.length)
  const given = Array.from(ranks)
  const bad = given.findIndex(rank => !isWhole(rank, Number.MAX_SAFE_INTEGER))
  if (bad >= 0) return left({ _tag: 'BadRank', row: bad, found: given[bad] as number })
  const greatest = graph.fit.reduce((most, fit) => Math.max(most, fit), 0)
  const found = greatest * (Math.min(graph.rows, graph.columns) + 1)
  if (found > mostTotal) return left({ _tag: 'ValuesTooLarge', found, most: mostTotal })

  const classOf = new Map([...new Set(given)].sort((a, b) => a - b).map((rank, at) => [rank, at]))
  const rank = Int32Array.from(given, each => classOf.get(each) as number)
  const worth =
    weights === undefined ? [...classOf.values()].map(at => classOf.size - at) : Array.from(weights)
  if (worth.length !== classOf.size) return wrongCount('weights', classOf.size, worth.length)
  const heavy = worth.findIndex((each, at) => !isWhole(each, at > 0 ? (worth[at - 1] as number) : mostWeight))
  if (heavy >= 0) return left({ _tag: 'BadWeight', at: heavy, found: worth[heavy] as number })

  const problem = { graph, rank, weights: Int32Array.from(worth) }
  if (previous === undefined) return right(problem)
  if (previous.length !== graph.rows) return wrongCount('previous', graph.rows, previous.length)
  const before = Array.from(previous)
  const stray = before.findIndex(column => column !== -1 && !isWhole(column, graph.columns - 1))
  if (stray >= 0) return left({ _tag: 'BadPrevious', row: stray, found: before[stray] as number })
  return right({ ...problem, previous: Int32Array.from(before) })
}

const isWhole = (value: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= most

const wrongCount = (
  of: 'ranks' | 'weights' | 'previous',
  expected: number,
  found: number,
): Result<ProblemError, never> => left({ _tag: 'WrongCount', of, expected, found })

/** Rows in the order in which they may choose: by class, then by index. */
export const rowsByRank = ({ rank, weights }: Pick<RankedProblem, 'rank' | 'weights'>): Int32Array => {
  const next = new Int32Array(weights.length + 1)
  for (const each of rank) next[each + 1] = (next[each + 1] as number) + 1
  for (let at = 0; at < weights.length; at++) next[at + 1] = (next[at + 1] as number) + (next[at] as number)
  const order = new Int32Array(rank.length)
  for (let row = 0; row < rank.length; row++) {
    const at = rank[row] as number
    order[next[at] as number] = row
    next[at] = (next[at] as number) + 1
  }
  return order
}
