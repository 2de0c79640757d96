import type { RankedProblem } from '../problem.ts'
import { left, type Result, right } from '../result.ts'
import type { Solution } from '../solve.ts'
import type { Flaw } from '../verify.ts'
import { greatestOf, isWhole, type PairError, wrongPairs, wrongSize } from './pair-errors.ts'
import { risesOf, type Worth } from './rises.ts'
import { settle } from './settle.ts'
import {
  attach,
  detachAll,
  fitDual,
  join,
  type Move,
  rankDual,
  type Sides,
  sidesOf,
  takeMoves,
} from './sides.ts'
import { isLess, tupleHeap } from './tuple-heap.ts'

/**
 * A column that might be added, by its pairs `[row, fit]` in any order. Its number is the number of columns plus its
 * place in the list of candidates.
 *
 * @category model
 */
export type Candidate = ReadonlyArray<readonly [row: number, fit: number]>

/**
 * What happens if a column is added: what the objective gains, which row gets a place that had none (−1: none does), and
 * who moves, each into the column that the one before it has left; the row that gets a place is the last.
 *
 * @category model
 */
export interface Addition {
  readonly gain: Worth
  readonly placed: number
  readonly moves: ReadonlyArray<Move>
}

/**
 * What would happen if a column were added, for each candidate by itself.
 *
 * - `solution`: proven best by rank and fit; else fails with its flaw. Fails too with the first pair that is wrong.
 *
 * One search for all candidates: what a column gains is the best of value − margin over its pairs, with the greatest
 * margins there are. Time O(pairs + n · log n) for n rows and columns, then O(pairs of the candidate + moves) for
 * each; space O(pairs).
 *
 * Sources: as for {@link marginalValues}.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solve } from 'einzug/matching'
 * import { additions } from 'einzug/matching/live'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => rankedProblem(graph, [0, 1])))
 * const found = F.pipe(posed, E.chainW(problem => additions(problem, solve(problem), [[[0, 6]], []])))
 * const moves = [{ row: 0, from: 0, to: 1 }, { row: 1, from: -1, to: 0 }]
 * F.pipe(found, E.map(([first]) => first)) // => E.right({ gain: { rank: 1, fit: 8 }, placed: 1, moves })
 * F.pipe(found, E.map(([, second]) => second)) // => E.right({ gain: { rank: 0, fit: 0 }, placed: -1, moves: [] })
 * ```
 * @category marginal
 */
export const additions = (
  problem: RankedProblem,
  solution: Solution,
  candidates: ReadonlyArray<Candidate>,
): Result<Flaw | PairError, ReadonlyArray<Addition>> => {
  const sides = sidesWith(problem, solution, candidates)
  return sides._tag === 'Left' ? sides : right(additionsTo(sides.right, candidates))
}

const additionsTo = (
  { rows, columns }: Sides,
  candidates: ReadonlyArray<Candidate>,
): ReadonlyArray<Addition> => {
  const rises = risesOf(rows, columns)
  const known = columns.partnerOf.length - candidates.length
  return candidates.map((pairs, at) => {
    let [rank, fit, taker] = [0, 0, -1]
    for (const [row, value] of pairs) {
      const gainRank =
        (rows.weightOf[row] as number) - (rows.rankDuals[row] as number) - (rises.rank[row] as number)
      const gainFit = value - (rows.fitDuals[row] as number) - (rises.fit[row] as number)
      if (isLess(rank, fit, gainRank, gainFit)) [rank, fit, taker] = [gainRank, gainFit, row]
    }
    const moves: Array<Move> = []
    for (let [row, to] = [taker, known + at]; row >= 0; row = rises.heir[row] as number) {
      const from = rows.partnerOf[row] as number
      moves.push({ row, from, to })
      to = from
    }
    const last = moves.at(-1)
    return { gain: { rank, fit }, placed: last?.from === -1 ? last.row : -1, moves }
  })
}

/**
 * The best few of many candidates: which, with what each of them gains beyond those before it; and who has moved once
 * all are there, in the order of rows.
 *
 * @category model
 */
export interface BestAdditions {
  readonly chosen: ReadonlyArray<{ readonly candidate: number; readonly gain: Worth }>
  readonly placed: ReadonlyArray<number>
  readonly moves: ReadonlyArray<Move>
}

/**
 * The best `k` of many candidates: no other `k` of them gain more. Fewer, if more would gain nothing.
 *
 * - `solution`: proven best by rank and fit; else fails with its flaw. Fails too with the first pair that is wrong, or
 *   if `k` is not a whole number from 0.
 *
 * **Why one after another is exact.** The value of a set of columns, each row and each column in at most one pair, is
 * M♮-concave (a valuated matroid of gross substitutes), and for such values the best set of k + 1 is a best set of k and
 * one more. Gains only fall as the set grows, so a candidate is looked at again only while its last gain still leads.
 *
 * **Method.** Gains of all as in {@link additions}; then whoever leads enters as in a {@link live} matching. Its price
 * is its gain, and if that no longer leads, it leaves again. Time O(pairs + n · log n) for n rows and columns, and
 * two searches for each candidate looked at.
 *
 * Sources: Murota, *Discrete convex analysis* (SIAM 2003), §6; Dress & Wenzel, *Valuated matroids*, Adv. Math. 93
 * (1992), for the greedy walk; Minoux, *Accelerated greedy algorithms*, LNCIS 7 (1978), for looking again.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solve } from 'einzug/matching'
 * import { bestAdditions } from 'einzug/matching/live'
 * const posed = F.pipe(graphFromRows(0, [[], []]), E.chainW(graph => rankedProblem(graph, [0, 1])))
 * const candidates = [[[0, 7]], [[0, 9], [1, 1]], [[0, 8]]] as const
 * const best = F.pipe(posed, E.chainW(problem => bestAdditions(problem, solve(problem), candidates, 2)))
 * const chosen = [{ candidate: 1, gain: { rank: 2, fit: 9 } }, { candidate: 2, gain: { rank: 1, fit: 0 } }]
 * F.pipe(best, E.map(found => found.chosen)) // => E.right(chosen)
 * F.pipe(best, E.map(found => found.placed)) // => E.right([0, 1])
 * ```
 * @category marginal
 */
export const bestAdditions = (
  problem: RankedProblem,
  solution: Solution,
  candidates: ReadonlyArray<Candidate>,
  k: number,
): Result<Flaw | PairError | { readonly _tag: 'BadCount'; readonly found: number }, BestAdditions> => {
  if (!isWhole(k, Infinity)) return left({ _tag: 'BadCount', found: k })
  const sides = sidesWith(problem, solution, candidates)
  if (sides._tag === 'Left') return sides
  const { rows, columns } = sides.right
  const leading = tupleHeap() // by gain, turned around
  for (const [at, { gain }] of additionsTo(sides.right, candidates).entries())
    if (isLess(0, 0, gain.rank, gain.fit)) leading.push(-gain.rank, -gain.fit, at)

  const chosen: Array<{ readonly candidate: number; readonly gain: Worth }> = []
  while (chosen.length < k && leading.leastRank() < Infinity) {
    const candidate = leading.pop()
    const column = problem.graph.columns + candidate
    for (const [row, fit] of candidates[candidate] as Candidate) attach(rows, columns, row, column, fit)
    settle(columns, rows, column)
    const [rank, fit] = [rankDual(columns, column), fitDual(columns, column)]
    if (isLess(0, 0, rank, fit) && !isLess(leading.leastRank(), leading.leastFit(), -rank, -fit)) {
      chosen.push({ candidate, gain: { rank, fit } })
      continue
    }
    detachAll(columns, rows, column)
    settle(columns, rows, column)
    if (isLess(0, 0, rank, fit)) leading.push(-rank, -fit, candidate)
  }
  const moves = takeMoves(sides.right)
  return right({ chosen, placed: moves.filter(({ from }) => from === -1).map(({ row }) => row), moves })
}

/** The sides of a solution, with the candidates as columns that have no pairs yet. */
const sidesWith = (
  problem: RankedProblem,
  solution: Solution,
  candidates: ReadonlyArray<Candidate>,
): Result<Flaw | PairError, Sides> => {
  const sides = sidesOf(problem, solution)
  if (sides._tag === 'Left') return sides
  const { graph } = problem
  let pairs = graph.heads.length
  let greatest = graph.fit.reduce((most, fit) => Math.max(most, fit), 0)
  for (const candidate of candidates) {
    const column = join(sides.right.columns)
    const wrong = wrongPairs(sides.right, 'column', column, candidate)
    if (wrong !== undefined) return left(wrong)
    pairs += candidate.length
    greatest = Math.max(greatest, greatestOf(candidate))
  }
  const tooLarge = wrongSize({
    rows: graph.rows,
    columns: graph.columns + candidates.length,
    pairs,
    greatest,
  })
  return tooLarge === undefined ? sides : left(tooLarge)
}
