import type { RankedProblem } from '../problem.ts'
import { left, type Result, right } from '../result.ts'
import type { Solution } from '../solve.ts'
import { type Flaw, verify } from '../verify.ts'
import { isLess, type TupleHeap } from './tuple-heap.ts'

/** What a search notes of members: the least distance known, over whom, and if that is final; `Infinity` where it was not. */
export interface Labels {
  readonly rank: Array<number>
  readonly fit: Array<number>
  readonly over: Array<number>
  readonly settled: Array<boolean>
}

/**
 * One side of a solved problem, the rows or the columns, in arrays that can grow: for each member its pairs, its
 * partner (−1 for none) and its dual, a tuple (rank, fit). Both sides look alike, so that whatever is done for rows can
 * be done for columns.
 *
 * The duals of all who have a partner can be changed by the same amount at once, by `shift`: {@link rankDual} and
 * {@link fitDual} say what they are. Those of the other side are then changed the other way, so that what a row and a
 * column with partners have together is the sum of what is noted.
 */
export interface LiveSide {
  /** Flat: the other end and the fit of a pair, then those of the next one. */
  readonly pairsOf: Array<Array<number>>
  readonly partnerOf: Array<number>
  /** What this end adds to the value of a pair on the rank level: the weight of a row, 0 for a column. */
  readonly weightOf: Array<number>
  /** Less the shift for those who have a partner, as they are for those who have none. */
  readonly rankDuals: Array<number>
  readonly fitDuals: Array<number>
  readonly shift: { rank: number; fit: number }
  readonly removed: Set<number>
  /** Who has no partner, but for those who are removed. */
  readonly free: Set<number>
  /** Those with a partner by what is noted of their duals; there once a search has asked for it. */
  readonly byDual: { queue: TupleHeap | undefined }
  /** The partner before, of those whose partner has changed since somebody last asked. */
  readonly before: Map<number, number>
  /** So many pairs a search looks at ahead before it also looks backwards. */
  readonly headStart: number
  /** The notes of searches: from where they start, and back from where they can end. */
  readonly ahead: Labels
  readonly back: Labels
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
export const sidesOf = (problem: RankedProblem, solution: Solution, headStart = 500): Result<Flaw, Sides> => {
  const verified = verify(problem, solution)
  if (verified._tag === 'Left') return verified
  const { graph, rank, weights } = problem
  const [[rankMargins, fitMargins], [rankPrices, fitPrices]] = [solution.margins, solution.prices]
  if (fitMargins === undefined) return left({ _tag: 'WrongLength', of: 'margins' })

  const [rows, columns] = [emptySide(headStart), emptySide(headStart)]
  for (let column = 0; column < graph.columns; column++)
    join(columns, 0, solution.rowOf[column], rankPrices?.[column], fitPrices?.[column])
  for (let row = 0; row < graph.rows; row++) {
    join(rows, weights[rank[row] as number], solution.columnOf[row], rankMargins?.[row], fitMargins[row])
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++)
      attach(rows, columns, row, graph.heads[k] as number, graph.fit[k] as number)
  }
  return right({ rows, columns })
}

const emptySide = (headStart: number): LiveSide => ({
  pairsOf: [],
  partnerOf: [],
  weightOf: [],
  rankDuals: [],
  fitDuals: [],
  shift: { rank: 0, fit: 0 },
  removed: new Set(),
  free: new Set(),
  byDual: { queue: undefined },
  before: new Map(),
  headStart,
  ahead: { rank: [], fit: [], over: [], settled: [] },
  back: { rank: [], fit: [], over: [], settled: [] },
})

/** A new member, without pairs yet; gives its number. */
export const join = (side: LiveSide, weight = 0, partner = -1, rankDual = 0, fitDual = 0): number => {
  const each = side.partnerOf.push(partner) - 1
  side.pairsOf.push([])
  side.weightOf.push(weight)
  side.rankDuals.push(rankDual)
  side.fitDuals.push(fitDual)
  if (partner === -1) side.free.add(each)
  for (const { rank, fit, over, settled } of [side.ahead, side.back]) {
    rank.push(Infinity)
    fit.push(Infinity)
    over.push(-1)
    settled.push(false)
  }
  return each
}

/** The dual of a member on the level of ranks. */
export const rankDual = ({ partnerOf, rankDuals, shift }: LiveSide, each: number): number =>
  (rankDuals[each] as number) + (partnerOf[each] === -1 ? 0 : shift.rank)

/** The dual of a member on the level of fits. */
export const fitDual = ({ partnerOf, fitDuals, shift }: LiveSide, each: number): number =>
  (fitDuals[each] as number) + (partnerOf[each] === -1 ? 0 : shift.fit)

/** Changes a dual by an amount. */
export const raise = (side: LiveSide, each: number, rank: number, fit: number): void => {
  const { rankDuals, fitDuals } = side
  rankDuals[each] = (rankDuals[each] as number) + rank
  fitDuals[each] = (fitDuals[each] as number) + fit
  if (isLess(rank, fit, 0, 0)) enlist(side, each)
}

/** Has a member stand in the order of duals no later than it should: who comes too early there is looked at again. */
export const enlist = ({ partnerOf, rankDuals, fitDuals, byDual }: LiveSide, each: number): void => {
  if (partnerOf[each] !== -1) byDual.queue?.push(rankDuals[each] as number, fitDuals[each] as number, each)
}

/** Gives a member another partner, or none, and remembers the one before; its dual stays. */
export const pass = (side: LiveSide, each: number, partner: number): void => {
  const { partnerOf, before, free, removed, shift } = side
  const known = partnerOf[each] as number
  if (!before.has(each)) before.set(each, known)
  partnerOf[each] = partner
  if (known === -1 && partner !== -1) {
    free.delete(each)
    raise(side, each, -shift.rank, -shift.fit)
    enlist(side, each)
  } else if (known !== -1 && partner === -1) {
    if (!removed.has(each)) free.add(each)
    raise(side, each, shift.rank, shift.fit)
  }
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
