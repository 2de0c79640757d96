import { type Found, search } from './search.ts'
import { enlist, fitDual, type Labels, type LiveSide, pass, raise, rankDual } from './sides.ts'
import { isLess } from './tuple-heap.ts'

/**
 * Makes a matching best again after the pairs of one member, or what they are worth, have changed: rows, or just as
 * well columns. Below, "row" is a member of this side.
 *
 * **Problem and dual** as in {@link solve}: margins and prices are tuples (rank, fit) ≥ 0, compared from the left, with
 * margin + price ≥ value on every pair; equality on chosen pairs, 0 for whoever has no partner.
 *
 * **Method.** The row's margin becomes what its best pair leaves it, which restores ≥ on all its pairs. If its own column
 * leaves it less, it gives the column up. Then it enters the matching by a shortest path, and so does the column
 * it gave up if that still has a price and no row.
 *
 * Time O(pairs of the row) and two searches, of which each costs O(pairs + n · log n) for the n members it meets.
 *
 * Sources: see {@link search}; Toroslu & Üçoluk, *Incremental assignment problem*, Information Sciences 177 (2007).
 */
export const settle = (here: LiveSide, there: LiveSide, each: number): void => {
  const partner = here.partnerOf[each] as number
  const pairs = here.pairsOf[each] as Array<number>
  const weight = here.weightOf[each] as number
  let [rank, fit] = [0, 0]
  let [ownRank, ownFit] = [-1, 0]
  for (let at = 0; at < pairs.length; at += 2) {
    const other = pairs[at] as number
    const gainRank = weight + (there.weightOf[other] as number) - rankDual(there, other)
    const gainFit = (pairs[at + 1] as number) - fitDual(there, other)
    if (other === partner) [ownRank, ownFit] = [gainRank, gainFit]
    if (isLess(rank, fit, gainRank, gainFit)) [rank, fit] = [gainRank, gainFit]
  }
  raise(here, each, rank - rankDual(here, each), fit - fitDual(here, each))
  if (ownRank === rank && ownFit === fit) return
  pass(here, each, -1)
  if (partner >= 0) pass(there, partner, -1)
  enterIfWorth(here, there, each)
  if (partner >= 0) enterIfWorth(there, here, partner)
}

const enterIfWorth = (here: LiveSide, there: LiveSide, each: number): void => {
  const isWorth = isLess(0, 0, rankDual(here, each), fitDual(here, each))
  if (here.partnerOf[each] === -1 && isWorth) enter(here, there, each)
}

/** Has a row enter by the shortest way, and changes the duals so that they prove what comes of it. */
const enter = (here: LiveSide, there: LiveSide, start: number): void => {
  const found = search(here, there, start)
  const ways = waysOf(here, there, found)
  changeDuals(here, there, start, found)
  found.forget()
  for (const [row, column] of ways) {
    pass(here, row, column)
    if (column !== -1) pass(there, column, row)
  }
  for (const side of [here, there]) tidy(side)
}

/** Who takes which column along a way; −1 for none. */
const waysOf = (
  here: LiveSide,
  there: LiveSide,
  { meeting, leaves }: Found,
): ReadonlyArray<readonly [row: number, column: number]> => {
  const ways: Array<readonly [number, number]> = []
  for (let column = meeting; column !== -1; ) {
    const row = there.ahead.over[column] as number
    ways.push([row, column])
    column = here.partnerOf[row] as number
  }
  for (let column = meeting; column !== -1; ) {
    const row = there.partnerOf[column] as number
    if (row === -1) break
    column = leaves ? -1 : (there.back.over[column] as number)
    ways.push([row, column])
  }
  return ways
}

/**
 * Whoever is nearer to the start than the way is long loses, or costs, the difference. Of the way's length a part lies
 * ahead, the rest behind: those in the circle ahead lose more than the rest; those in the circle around the ends lose
 * as much as they are away from one; and all others just the rest, which is noted once, as a shift. On every pair the
 * slack stays ≥ 0, as two circles whose radii make up the shortest way do not overlap.
 */
const changeDuals = (here: LiveSide, there: LiveSide, start: number, found: Found): void => {
  const { ahead, back, partnerOf: rowOf } = there
  const { aheadRank, aheadFit } = found
  const [backRank, backFit] = [found.rank - aheadRank, found.fit - aheadFit]
  raise(here, start, -found.rank, -found.fit)
  here.shift.rank -= backRank
  here.shift.fit -= backFit
  there.shift.rank += backRank
  there.shift.fit += backFit
  const change = (
    closed: ReadonlyArray<number>,
    near: Labels,
    rank: number,
    fit: number,
    by: 1 | -1,
  ): void => {
    for (const column of closed) {
      const [restRank, restFit] = [rank - (near.rank[column] as number), fit - (near.fit[column] as number)]
      if (!isLess(0, 0, restRank, restFit)) continue
      raise(there, column, by * restRank, by * restFit)
      raise(here, rowOf[column] as number, -by * restRank, -by * restFit)
    }
  }
  change(found.closedAhead, ahead, aheadRank, aheadFit, 1)
  change(found.closedBack, back, backRank, backFit, -1)
  for (const row of found.taken) enlist(here, row)
}

/** A shift is put into the duals before sums with it could be inexact, and entries that are no longer true do not pile up. */
const tidy = (side: LiveSide): void => {
  const { shift, partnerOf, byDual } = side
  const members = partnerOf.length
  const isFar = Math.max(Math.abs(shift.rank), Math.abs(shift.fit)) > farthest
  if (isFar || (byDual.queue?.size() ?? 0) > 4 * members + 64) byDual.queue = undefined
  if (!isFar) return
  for (let each = 0; each < members; each++)
    if (partnerOf[each] !== -1) raise(side, each, shift.rank, shift.fit)
  shift.rank = 0
  shift.fit = 0
}

/** Beside duals up to 2⁵¹ it is nothing. */
const farthest = 2 ** 24
