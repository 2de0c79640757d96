import type { Bidders, Half } from './face.ts'

/**
 * Makes duals exact for the prices of an auction: each row's margin is what its best column leaves it, each price falls
 * until a row would take the column, and pairs that are not without slack are given up. Time O(pairs).
 */
export const tightened = (
  { offsets, pairs, must, mustColumn }: Bidders,
  { partnerOf: columnOf, duals: margins }: Half,
  { partnerOf: rowOf, duals: prices }: Half,
): void => {
  const least = Float64Array.from(mustColumn, isHeld => (isHeld === 1 ? -Infinity : 0))
  for (let row = 0; row < must.length; row++) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number]
    let margin = must[row] === 1 ? -Infinity : 0
    for (let k = start; k < end && (pairs[2 * k + 1] as number) > margin; k++)
      margin = Math.max(margin, (pairs[2 * k + 1] as number) - (prices[pairs[2 * k] as number] as number))
    margins[row] = margin
    for (let k = start; k < end; k++) {
      const column = pairs[2 * k] as number
      const worth = (pairs[2 * k + 1] as number) - margin
      if (worth > (least[column] as number)) least[column] = worth
    }
  }
  for (let column = 0; column < least.length; column++)
    prices[column] = Math.min(prices[column] as number, least[column] as number)
  for (let row = 0; row < must.length; row++) {
    const column = columnOf[row] as number
    if (column < 0) continue
    let k = offsets[row] as number
    while (pairs[2 * k] !== column) k += 1
    if ((margins[row] as number) + (prices[column] as number) === pairs[2 * k + 1]) continue
    columnOf[row] = -1
    rowOf[column] = -1
  }
}
