import type { RankedProblem } from '../problem.ts'
import { left, type Result, right } from '../result.ts'
import type { Solution } from '../solve.ts'
import { type Flaw, verify } from '../verify.ts'

/**
 * One side of a solved problem, the rows or the columns, in arrays that can grow: for each member its pairs, its
 * partner (−1 for none) and its dual, a tuple (rank, fit). Both sides look alike, so that whatever is done for rows can
 * be done for columns.
 */
export interface LiveSide {
  /** Flat: the other end and the fit of a pair, then those of the next one. */
  readonly pairsOf: Array<Array<number>>
  readonly partnerOf: Array<number>
  /** What this end adds to the value of a pair on the rank level: the weight of a row, 0 for a column. */
  readonly weightOf: Array<number>
  readonly rankDuals: Array<number>
  readonly fitDuals: Array<number>
  readonly removed: Set<number>
  /** The partner before, of those whose partner has changed since somebody last asked. */
  readonly before: Map<number, number>
  /** What searches note: the least distance known, from where, and if that is final; `Infinity` where they have not been. */
  readonly reachRank: Array<number>
  readonly reachFit: Array<number>
  readonly reachedFrom: Array<number>
  readonly settled: Array<boolean>
}

/** Rows and columns of a solved problem. */
export interface Sides {
  readonly rows: LiveSide
  readonly columns: LiveSide
}

/** Who goes from which column to which; −1 for none. */
export interface Move {
  readonly row: number
  readonly from: number
  readonly to: number
}

/** The two sides of a solution that is proven best by rank and fit, or what is wrong with it. Time and space O(pairs). */
export const sidesOf = (problem: RankedProblem, solution: Solution): Result<Flaw, Sides> => {
  const verified = verify(problem, solution)
  if (verified._tag === 'Left') return verified
  const { graph, rank, weights } = problem
  const [[rankMargins, fitMargins], [rankPrices, fitPrices]] = [solution.margins, solution.prices]
  if (fitMargins === undefined) return left({ _tag: 'WrongLength', of: 'margins' })

  const [rows, columns] = [emptySide(), emptySide()]
  for (let column = 0; column < graph.columns; column++)
    join(columns, 0, solution.rowOf[column], rankPrices?.[column], fitPrices?.[column])
  for (let row = 0; row < graph.rows; row++) {
    join(rows, weights[rank[row] as number], solution.columnOf[row], rankMargins?.[row], fitMargins[row])
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++)
      attach(rows, columns, row, graph.heads[k] as number, graph.fit[k] as number)
  }
  return right({ rows, columns })
}

const emptySide = (): LiveSide => ({
  pairsOf: [],
  partnerOf: [],
  weightOf: [],
  rankDuals: [],
  fitDuals: [],
  removed: new Set(),
  before: new Map(),
  reachRank: [],
  reachFit: [],
  reachedFrom: [],
  settled: [],
})

/** A new member, without pairs yet; gives its number. */
export const join = (side: LiveSide, weight = 0, partner = -1, rankDual = 0, fitDual = 0): number => {
  side.pairsOf.push([])
  side.partnerOf.push(partner)
  side.weightOf.push(weight)
  side.rankDuals.push(rankDual)
  side.fitDuals.push(fitDual)
  side.reachRank.push(Infinity)
  side.reachFit.push(Infinity)
  side.reachedFrom.push(-1)
  return side.settled.push(false) - 1
}

/** The fit of a pair, `undefined` if there is no such pair. */
export const fitOf = ({ pairsOf }: LiveSide, each: number, other: number): number | undefined => {
  const pairs = pairsOf[each] as Array<number>
  return pairs[placeOf(pairs, other) + 1]
}

/** Adds a pair, in the lists of both ends. */
export const attach = (here: LiveSide, there: LiveSide, each: number, other: number, fit: number): void => {
  here.pairsOf[each]?.push(other, fit)
  there.pairsOf[other]?.push(each, fit)
}

/** Takes a pair, if it is there, out of the lists of both ends. */
export const detach = (here: LiveSide, there: LiveSide, each: number, other: number): void => {
  drop(here.pairsOf[each] as Array<number>, other)
  drop(there.pairsOf[other] as Array<number>, each)
}

/** Takes out all pairs of a member. */
export const detachAll = (here: LiveSide, there: LiveSide, each: number): void => {
  const pairs = here.pairsOf[each] as Array<number>
  for (let at = 0; at < pairs.length; at += 2) drop(there.pairsOf[pairs[at] as number] as Array<number>, each)
  pairs.length = 0
}

const drop = (pairs: Array<number>, other: number): void => {
  const at = placeOf(pairs, other)
  if (at < pairs.length) pairs.splice(at, 2)
}

const placeOf = (pairs: Array<number>, other: number): number => {
  let at = 0
  while (at < pairs.length && pairs[at] !== other) at += 2
  return at
}

/** Who has moved since this was last asked, in the order of their numbers. */
export const takeMoves = ({ rows, columns }: Sides): ReadonlyArray<Move> => {
  const moves = [...rows.before].map(([row, from]) => ({ row, from, to: rows.partnerOf[row] as number }))
  rows.before.clear()
  columns.before.clear()
  return moves.filter(({ from, to }) => from !== to).sort((a, b) => a.row - b.row)
}
