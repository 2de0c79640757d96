/** With more pairs than this in a row, some steps over several places come first. */
const short = 64

/**
 * Sorts each row's pairs, (column, fit) one after the other, by what they leave it at these prices: the greatest first.
 * All pairs of a row have the same weight. Prices are pairs (weight, fit), compared from the left.
 *
 * Shell sort: in place, fast on lists that were sorted at earlier prices. Time O(pairs) for those, at worst near
 * O(pairs · √(pairs in a row)).
 *
 * Source: Shell, *A high-speed sorting procedure*, CACM 2 (1959).
 */
export const sortByGain = (
  offsets: Int32Array,
  pairs: Int32Array,
  weightPrices: Float64Array,
  fitPrices: Float64Array,
): void => {
  for (let row = 0; row + 1 < offsets.length; row++) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number]
    for (let gap = Math.ceil((end - start) / short); gap > 0; gap = Math.floor(gap / 2)) {
      for (let next = start + gap; next < end; next++) {
        const [column, fit] = [pairs[2 * next] as number, pairs[2 * next + 1] as number]
        const [weight, loss] = [weightPrices[column] as number, (fitPrices[column] as number) - fit]
        let at = next
        for (; at - gap >= start; at -= gap) {
          const before = 2 * (at - gap)
          const other = pairs[before] as number
          const otherFit = pairs[before + 1] as number
          const more = (weightPrices[other] as number) - weight
          if (more < 0 || (more === 0 && (fitPrices[other] as number) - otherFit <= loss)) break
          pairs[2 * at] = other
          pairs[2 * at + 1] = otherFit
        }
        pairs[2 * at] = column
        pairs[2 * at + 1] = fit
      }
    }
  }
}
