import { placingBest } from './best.ts'
import { facing, type ValueOf } from './face.ts'
import { placingByRank, rankDuals } from './greedy.ts'
import type { Duals, Matching } from './matching.ts'
import type { RankedProblem } from './problem.ts'
import { finish } from './steps.ts'
import { columnsOf } from './transpose.ts'

/**
 * What a matching achieves: rows placed in all and per class, the total fit, and how many pairs of the previous
 * matching it keeps (0 if there was none).
 *
 * @category model
 */
export interface Totals {
  readonly placed: number
  readonly placedByClass: ReadonlyArray<number>
  readonly fit: number
  readonly kept: number
}

/**
 * A best matching and its proof.
 *
 * @category model
 */
export interface Solution extends Matching, Duals {
  readonly totals: Totals
}

/**
 * *Who first, then where.* The best matching of a ranked problem, with prices and margins that prove it, level by
 * level: rank, fit, and kept where there is a previous matching.
 *
 * **Problem.** Maximise the tuple (Σ weight, Σ fit, Σ kept) over the pairs chosen, each row and each column in at most
 * one. **Dual.** Margins and prices are tuples ≥ 0 with margin(i) + price(j) ≥ value(i, j) on every pair, all compared
 * from the left. Equality on every chosen pair, 0 for whoever has no partner: then nothing is better, since for any
 * matching Σ value ≤ Σ margins + Σ prices, and this one reaches it.
 *
 * **Method.** Who: {@link greedy}, which proves the first level. All matchings that are best on the levels so far are
 * those within the pairs without slack that match everybody whose dual is above 0; that is a matching problem of its
 * own, with the next level's values. An auction finds nearly right prices for it, shortest augmenting paths from both
 * sides make them exact. No level's numbers are ever mixed with another's, so that none grows beyond what a double
 * holds exactly.
 *
 * **Result.** Depends on the numbering of rows and columns only where several matchings are best.
 * Time O(rows · (pairs + columns · log columns)) at worst, near O(pairs · log) on housing instances; space O(pairs).
 *
 * Sources: see `greedy`, `auction` and `entering`. Duality needs no more of values than that they can be added and
 * compared: Burkard, Hahn & Zimmermann, *An algebraic approach to assignment problems*, Math. Programming 12 (1977).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solve } from 'einzug/matching'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]], [[0, 9], [1, 9]]])
 * const posed = F.pipe(graph, E.chainW(each => rankedProblem(each, [0, 1, 2])))
 * F.pipe(posed, E.map(problem => [...solve(problem).columnOf])) // => E.right([1, 0, -1])
 * F.pipe(posed, E.map(problem => solve(problem).totals.fit)) // => E.right(13)
 * ```
 * @category solvers
 */
export const solve = (problem: RankedProblem): Solution => finish(solving(problem))

/**
 * How far a solve has come: the level it is at, of how many, and how many rows it has dealt with there. It may fall
 * back a little where a level is dealt with in several passes.
 *
 * @category model
 */
export interface Progress {
  readonly level: number
  readonly levels: number
  readonly rows: number
}

/** {@link solve}, cut into stretches of some milliseconds. */
export function* solving(problem: RankedProblem): Generator<Progress, Solution> {
  const { graph, rank, weights, previous } = problem
  const { rows, columns, offsets, heads, fit } = graph
  const valuesOf: Array<ValueOf> = [
    row => weights[rank[row] as number] as number,
    (_, k) => fit[k] as number,
    (row, k) => (previous?.[row] === heads[k] ? 1 : 0),
  ]
  const levels = previous === undefined ? 2 : 3
  const byColumn = columnsOf(rows, columns, offsets, heads)
  let matching = yield* at(0, levels, placingByRank(problem, byColumn))
  const { margins, prices } = rankDuals(problem, matching)
  const duals = { margins: [...margins], prices: [...prices] }
  for (let level = 1; level < levels; level++) {
    const [before, value] = [valuesOf.slice(0, level), valuesOf[level] as ValueOf]
    const face = yield* at(level, levels, facing(graph, byColumn, duals, before, value))
    const best = yield* at(level, levels, placingBest(face))
    const { rowAt, columnAt } = face
    matching = {
      columnOf: renumbered(rowAt, best.columnOf, columnAt),
      rowOf: renumbered(columnAt, best.rowOf, rowAt),
    }
    duals.margins.push(scattered(rowAt, best.margins))
    duals.prices.push(scattered(columnAt, best.prices))
  }
  return { ...matching, ...duals, totals: totalsOf(problem, matching.columnOf) }
}

/** Says of each step at which level it is. */
function* at<A>(level: number, levels: number, steps: Generator<number, A>): Generator<Progress, A> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    yield { level, levels, rows: step.value }
  }
}

/** The partners by the graph's numbers, not by the face's. */
const renumbered = (hereAt: Int32Array, partnerOf: Int32Array, thereAt: Int32Array): Int32Array => {
  const partners = new Int32Array(partnerOf.length)
  for (let name = 0; name < partnerOf.length; name++) {
    const partner = partnerOf[name] as number
    partners[hereAt[name] as number] = partner < 0 ? -1 : (thereAt[partner] as number)
  }
  return partners
}

const scattered = (at: Int32Array, duals: Float64Array): Float64Array => {
  const scattered = new Float64Array(duals.length)
  for (let name = 0; name < duals.length; name++) scattered[at[name] as number] = duals[name] as number
  return scattered
}

const totalsOf = ({ graph, rank, weights, previous }: RankedProblem, columnOf: Int32Array): Totals => {
  const placedByClass = Array.from(weights, () => 0)
  let placed = 0
  let fit = 0
  let kept = 0
  for (let row = 0; row < graph.rows; row++) {
    const column = columnOf[row] as number
    if (column < 0) continue
    const at = rank[row] as number
    placedByClass[at] = (placedByClass[at] as number) + 1
    placed += 1
    fit += graph.fit[graph.heads.indexOf(column, graph.offsets[row])] as number
    if (previous?.[row] === column) kept += 1
  }
  return { placed, placedByClass, fit, kept }
}
