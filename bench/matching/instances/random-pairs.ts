import { greatestFit, type Instance, tierOf, tiers } from './instance.ts'
import { type Random, random } from './random.ts'

/** No structure at all: every household may have 30 to 40 flats from anywhere, and every fit is a draw of its own. */
export const uniform = (n: number, seed: number): Instance =>
  randomPairs(n, random(seed), ({ below }) => below(greatestFit + 1))

/** As `uniform`, but with four fits only, so that very many matchings are equally good. */
export const degenerate = (n: number, seed: number): Instance =>
  randomPairs(n, random(seed), ({ below }) => 100 * below(4))

const randomPairs = (n: number, draws: Random, fitOf: (draws: Random) => number): Instance => {
  const offsets = new Int32Array(n + 1)
  const ranks = new Int32Array(n)
  for (let row = 0; row < n; row++) {
    ranks[row] = tierOf(draws)
    offsets[row + 1] = (offsets[row] as number) + Math.min(n, 30 + draws.below(11))
  }
  const heads = new Int32Array(offsets[n] as number)
  const drawnBy = new Int32Array(n).fill(-1)
  for (let row = 0; row < n; row++) {
    const end = offsets[row + 1] as number
    for (let at = offsets[row] as number; at < end; ) {
      const column = draws.below(n)
      if (drawnBy[column] === row) continue
      drawnBy[column] = row
      heads[at++] = column
    }
    heads.subarray(offsets[row], end).sort()
  }
  const fit = new Int32Array(heads.length).map(() => fitOf(draws))
  return { graph: { rows: n, columns: n, offsets, heads, fit }, ranks, classes: tiers }
}
