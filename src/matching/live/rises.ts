import type { LiveSide } from './sides.ts'
import { isLess, tupleHeap } from './tuple-heap.ts'

/**
 * A value, rank first: a sum of weights, and a sum of fits.
 *
 * @category model
 */
export interface Worth {
  readonly rank: number
  readonly fit: number
}

/** How far the dual of each member can rise, and who would take the partner of each over (−1: nobody). */
export interface Rises {
  readonly rank: Float64Array
  readonly fit: Float64Array
  readonly heir: Int32Array
}

/**
 * The most by which the dual of each member of one side can rise while all duals still prove the matching best: rows,
 * or just as well columns. Below, "row" is a member of this side. The sides must be as `sidesOf` made them.
 *
 * **Problem.** If a row goes, its column is left to another row, that one's column to a third, and so on, until a column
 * stays empty, at the cost of its price, or a row without a column gets one. The shortest such path, measured by the
 * slack margin + price − value, is what the row is worth beyond its margin. Whoever raises all margins by that, and
 * lowers prices likewise, has the greatest margins and the least prices of all proofs: duals form a lattice.
 *
 * **Method.** Dijkstra from all ends at once, against the direction of the paths. Time O(pairs + n · log n) for n rows
 * and columns, space O(rows).
 *
 * Sources: Demange & Gale, *The strategy structure of two-sided matching markets*, Econometrica 53 (1985); Gul &
 * Stacchetti, *Walrasian equilibrium with gross substitutes*, J. Econ. Theory 87 (1999).
 */
export const risesOf = (here: LiveSide, there: LiveSide): Rises => {
  const { pairsOf, partnerOf, weightOf, rankDuals, fitDuals } = here
  const rank = Float64Array.from(partnerOf, other => there.rankDuals[other] ?? 0)
  const fit = Float64Array.from(partnerOf, other => there.fitDuals[other] ?? 0)
  const heir = new Int32Array(rank.length).fill(-1)
  const settled = new Uint8Array(rank.length)
  const queue = tupleHeap()
  for (let row = 0; row < rank.length; row++) queue.push(rank[row] as number, fit[row] as number, row)
  while (queue.leastRank() < Infinity) {
    const row = queue.pop()
    if (settled[row] === 1) continue
    settled[row] = 1
    const baseRank = (rank[row] as number) + (rankDuals[row] as number) - (weightOf[row] as number)
    const baseFit = (fit[row] as number) + (fitDuals[row] as number)
    const pairs = pairsOf[row] as Array<number>
    for (let at = 0; at < pairs.length; at += 2) {
      const column = pairs[at] as number
      const holder = there.partnerOf[column] as number
      if (holder < 0 || settled[holder] === 1) continue
      const reachRank = baseRank + (there.rankDuals[column] as number) - (there.weightOf[column] as number)
      const reachFit = baseFit + (there.fitDuals[column] as number) - (pairs[at + 1] as number)
      if (!isLess(reachRank, reachFit, rank[holder] as number, fit[holder] as number)) continue
      rank[holder] = reachRank
      fit[holder] = reachFit
      heir[holder] = row
      queue.push(reachRank, reachFit, holder)
    }
  }
  return { rank, fit, heir }
}
