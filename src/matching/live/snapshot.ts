import type { RankedProblem } from '../problem.ts'
import type { Solution } from '../solve.ts'
import { fitDual, type LiveSide, rankDual, type Sides } from './sides.ts'

/** The problem that two sides are of, and their solution, in arrays of their own. Time and space O(pairs). */
export const snapshotOf = (
  { rows, columns }: Sides,
  rank: ReadonlyArray<number>,
  weights: Int32Array,
): { readonly problem: RankedProblem; readonly solution: Solution } => {
  const offsets = new Int32Array(rank.length + 1)
  for (const [row, pairs] of rows.pairsOf.entries())
    offsets[row + 1] = (offsets[row] as number) + pairs.length / 2
  const heads = new Int32Array(offsets[rank.length] as number)
  const fit = new Int32Array(heads.length)
  const next = offsets.slice()
  const placedByClass = Array.from(weights, () => 0)
  let [placed, total] = [0, 0]
  // column by column, so that columns ascend within a row
  for (const [column, pairs] of columns.pairsOf.entries()) {
    for (let at = 0; at < pairs.length; at += 2) {
      const row = pairs[at] as number
      const k = next[row] as number
      next[row] = k + 1
      heads[k] = column
      fit[k] = pairs[at + 1] as number
      if (rows.partnerOf[row] !== column) continue
      const rankClass = rank[row] as number
      placedByClass[rankClass] = (placedByClass[rankClass] as number) + 1
      placed += 1
      total += fit[k]
    }
  }
  return {
    problem: {
      graph: { rows: rank.length, columns: columns.pairsOf.length, offsets, heads, fit },
      rank: Int32Array.from(rank),
      weights: weights.slice(),
    },
    solution: {
      columnOf: Int32Array.from(rows.partnerOf),
      rowOf: Int32Array.from(columns.partnerOf),
      margins: dualsOf(rows),
      prices: dualsOf(columns),
      totals: { placed, placedByClass, fit: total, kept: 0 },
    },
  }
}

const dualsOf = (side: LiveSide): readonly [Float64Array, Float64Array] => [
  Float64Array.from(side.partnerOf, (_, each) => rankDual(side, each)),
  Float64Array.from(side.partnerOf, (_, each) => fitDual(side, each)),
]
