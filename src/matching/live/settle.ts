import type { LiveSide } from './sides.ts'
import { isLess, tupleHeap } from './tuple-heap.ts'

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
 * Sources: see {@link entering}; Toroslu & Üçoluk, *Incremental assignment problem*, Information Sciences 177 (2007).
 */
export const settle = (here: LiveSide, there: LiveSide, each: number): void => {
  const partner = here.partnerOf[each] as number
  const pairs = here.pairsOf[each] as Array<number>
  const weight = here.weightOf[each] as number
  let [rank, fit] = [0, 0]
  let [ownRank, ownFit] = [-1, 0]
  for (let at = 0; at < pairs.length; at += 2) {
    const other = pairs[at] as number
    const gainRank = weight + (there.weightOf[other] as number) - (there.rankDuals[other] as number)
    const gainFit = (pairs[at + 1] as number) - (there.fitDuals[other] as number)
    if (other === partner) [ownRank, ownFit] = [gainRank, gainFit]
    if (isLess(rank, fit, gainRank, gainFit)) [rank, fit] = [gainRank, gainFit]
  }
  here.rankDuals[each] = rank
  here.fitDuals[each] = fit
  if (ownRank === rank && ownFit === fit) return
  pass(here, each, -1)
  if (partner >= 0) pass(there, partner, -1)
  enterIfWorth(here, there, each)
  if (partner >= 0) enterIfWorth(there, here, partner)
}

const enterIfWorth = (here: LiveSide, there: LiveSide, each: number): void => {
  const isWorth = isLess(0, 0, here.rankDuals[each] as number, here.fitDuals[each] as number)
  if (here.partnerOf[each] === -1 && isWorth) enter(here, there, each)
}

/** Gives a member another partner, and remembers the one before. */
const pass = ({ partnerOf, before }: LiveSide, each: number, partner: number): void => {
  if (!before.has(each)) before.set(each, partnerOf[each] as number)
  partnerOf[each] = partner
}

/**
 * The search of {@link entering}, with tuples for distances, over lists that may change, and writing only where it has
 * been. Nobody must be matched here: whoever has a rank gives up their place at the cost of it.
 */
const enter = (here: LiveSide, there: LiveSide, start: number): void => {
  const { pairsOf, partnerOf: columnOf, weightOf, rankDuals: rankMargins, fitDuals: fitMargins } = here
  const { partnerOf: rowOf, rankDuals: rankPrices, fitDuals: fitPrices } = there
  const { reachRank, reachFit, reachedFrom, settled } = there
  const met: Array<number> = []
  const closed: Array<number> = []
  const queue = tupleHeap()
  let [lengthRank, lengthFit] = [Infinity, Infinity] // of the shortest path known
  let leaver = start
  let end = -1

  const scan = (row: number, farRank: number, farFit: number): void => {
    const baseRank = farRank + (rankMargins[row] as number)
    const baseFit = farFit + (fitMargins[row] as number)
    if (isLess(baseRank, baseFit, lengthRank, lengthFit)) {
      lengthRank = baseRank
      lengthFit = baseFit
      leaver = row
      end = -1
    }
    const surplus = baseRank - (weightOf[row] as number)
    const pairs = pairsOf[row] as Array<number>
    for (let at = 0; at < pairs.length; at += 2) {
      const column = pairs[at] as number
      const rank = surplus + (rankPrices[column] as number) - (there.weightOf[column] as number)
      if (rank > lengthRank) continue
      const fit = baseFit + (fitPrices[column] as number) - (pairs[at + 1] as number)
      if (!isLess(rank, fit, lengthRank, lengthFit)) continue
      const known = reachRank[column] as number
      if (!isLess(rank, fit, known, reachFit[column] as number)) continue
      if (known === Infinity) met.push(column)
      reachRank[column] = rank
      reachFit[column] = fit
      reachedFrom[column] = row
      if (rowOf[column] !== -1) {
        queue.push(rank, fit, column)
        continue
      }
      lengthRank = rank
      lengthFit = fit
      end = column
    }
  }

  scan(start, 0, 0)
  while (isLess(queue.leastRank(), queue.leastFit(), lengthRank, lengthFit)) {
    const column = queue.pop()
    if (settled[column] === true) continue
    settled[column] = true
    closed.push(column)
    scan(rowOf[column] as number, reachRank[column] as number, reachFit[column] as number)
  }

  rankMargins[start] = (rankMargins[start] as number) - lengthRank
  fitMargins[start] = (fitMargins[start] as number) - lengthFit
  for (const column of closed) {
    const row = rowOf[column] as number
    const rank = lengthRank - (reachRank[column] as number)
    const fit = lengthFit - (reachFit[column] as number)
    rankPrices[column] = (rankPrices[column] as number) + rank
    fitPrices[column] = (fitPrices[column] as number) + fit
    rankMargins[row] = (rankMargins[row] as number) - rank
    fitMargins[row] = (fitMargins[row] as number) - fit
  }

  // everyone moves along the path back from the free column, or from the column of the row that leaves
  let column = end
  if (end < 0) {
    column = columnOf[leaver] as number
    pass(here, leaver, -1)
  }
  while (column >= 0) {
    const mover = reachedFrom[column] as number
    const left = columnOf[mover] as number
    pass(here, mover, column)
    pass(there, column, mover)
    column = left
  }
  for (const each of met) {
    reachRank[each] = Infinity
    settled[each] = false
  }
}
