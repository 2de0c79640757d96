import type { Bidders, Half } from './face.ts'
import { roundDown, valuesOf } from './whole-prices.ts'

/** The first step of a calm auction, as a part of the greatest value; how much shorter each next one is; the last, as a part of a unit. */
const steps = { first: 1 / 32, shorter: 5, last: 0.2 }
/** Bids per row before the first step of a calm auction is too short, and before any other is called off. */
const bidsPerRow = { first: 20, later: 50 }
/** Bids between two looks at the clock. */
const stretch = 50_000
/** A war of the last few, this part of the rows, is left to the next step, or to shortest paths: when so many bids place no further row. */
const [few, idle] = [0.01, 50]

/**
 * Finds prices that are nearly right, and a matching to begin with: rows bid for the column that is worth most to them,
 * by a step more than what makes it as good as their second best. A row that need not be matched gives up when nothing
 * is worth more than 0, and never bids more than the column is worth to it. Gives how many rows have had their turn from
 * time to time; and in the end whether it came to one: a `calm` auction begins with a short step, and is called off if
 * that leads to a war.
 *
 * **Invariant.** While a step lasts, prices only rise; whoever got its column in it has its best one, or one within a step
 * of it. No price is below 0, so that a row's search may stop at the first value that is no more than its second best gain.
 *
 * **Steps** fall. A first step as long as the greatest value soon ends what would be a long war between a few rows, and
 * leaves prices from which the next, shorter one is soon done. But where rows may give up, it leaves columns too dear
 * for all: best let those bid who must be matched. Whoever is within the shorter step of its best keeps its column. In a
 * calm auction the price of a column given up falls to what it was worth to its row, lest it stay too dear.
 *
 * **Whole prices.** All values are multiples of a unit, their greatest common divisor, and the last step is a part of it.
 * So rounding all prices down to whole units, counted from one cut, only hurts rows with a column that lies less than a
 * step from the cut. The cut is laid where fewest prices are: nearly all pairs then have no slack at all, and
 * `tightened` keeps them.
 *
 * Source: Bertsekas, *The auction algorithm*, Annals of OR 14 (1988), with ε-scaling. Deviations: the last step is a part
 * of a unit, not below unit / rows, since rounding and shortest paths do the rest; whoever was outbid bids next (a
 * stack), which stays in the cache. Measured at 100,000 rows, and left out: global price updates (Goldberg & Kennedy
 * 1995), bids of columns for rows in between, and a last step of a whole unit, which leaves several times as much
 * to the shortest paths.
 */
export function* auction(
  bidders: Bidders,
  here: Half,
  there: Half,
  calm: boolean,
): Generator<number, boolean> {
  const { greatest, unit } = valuesOf(bidders.pairs)
  const last = steps.last * unit
  let step = calm ? Math.max(steps.first * greatest, last) : greatest
  const isDone = yield* bidding(
    bidders,
    here,
    there,
    step,
    greatest,
    calm ? bidsPerRow.first : bidsPerRow.later,
  )
  if (calm && !isDone) return false
  while (step > last) {
    step = Math.max(step / steps.shorter, last)
    release(bidders, here, there, step, calm)
    yield* bidding(bidders, here, there, step, greatest, bidsPerRow.later)
  }
  roundDown(there.duals, unit)
  return true
}

/**
 * Lets all bid who have no column, until nobody is outbid, or until the last few only fight over what there is; says
 * whether that is so, or there were `mostBids` per row before.
 */
function* bidding(
  bidders: Bidders,
  here: Half,
  there: Half,
  step: number,
  greatest: number,
  mostBids: number,
): Generator<number, boolean> {
  const rows = bidders.must.length
  const waiting = new Int32Array(rows)
  let length = 0
  for (let row = rows - 1; row >= 0; row--) if (here.partnerOf[row] === -1) waiting[length++] = row
  for (let left = mostBids * rows; length > 0 && left > 0; left -= stretch) {
    const before = length
    length = bid(bidders, here, there, step, greatest, waiting, length, Math.min(stretch, left))
    if (length <= few * rows && before - length < stretch / idle) return true
    yield rows - length
  }
  return length === 0
}

/** Lets those who wait bid, the last of them first, `bids` times at most; gives how many wait then. */
const bid = (
  { offsets, pairs, must }: Bidders,
  { partnerOf: columnOf }: Half,
  { partnerOf: rowOf, duals: prices }: Half,
  step: number,
  greatest: number,
  waiting: Int32Array,
  length: number,
  bids: number,
): number => {
  let waits = length
  for (let left = bids; waits > 0 && left > 0; left--) {
    const row = waiting[--waits] as number
    const mustBid = must[row] === 1
    let most = -Infinity
    let second = mustBid ? -Infinity : 0
    let best = -1
    const end = offsets[row + 1] as number
    for (let k = offsets[row] as number; k < end; k++) {
      const value = pairs[2 * k + 1] as number
      if (value <= second) break
      const column = pairs[2 * k] as number
      const gain = value - (prices[column] as number)
      if (gain <= second) continue
      if (gain > most) {
        if (most > second) second = most
        most = gain
        best = column
      } else second = gain
    }
    if (best < 0) continue
    const rise = (second === -Infinity ? greatest : most - second) + step
    prices[best] = (prices[best] as number) + (mustBid || rise < most ? rise : most)
    const outbid = rowOf[best] as number
    if (outbid >= 0) {
      columnOf[outbid] = -1
      waiting[waits++] = outbid
    }
    rowOf[best] = row
    columnOf[row] = best
  }
  return waits
}

/** Takes their columns from rows to which they are not within a step of the best; `lower`: prices fall till they were. */
const release = (
  { offsets, pairs, must }: Bidders,
  { partnerOf: columnOf }: Half,
  { partnerOf: rowOf, duals: prices }: Half,
  step: number,
  lower: boolean,
): void => {
  for (let row = 0; row < must.length; row++) {
    const column = columnOf[row] as number
    if (column < 0) continue
    let best = must[row] === 1 ? -Infinity : 0
    let own = -Infinity
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const other = pairs[2 * k] as number
      const gain = (pairs[2 * k + 1] as number) - (prices[other] as number)
      if (gain > best) best = gain
      if (other === column) own = gain
    }
    if (own >= best - step) continue
    if (lower) prices[column] = Math.max(0, (prices[column] as number) - (best - own))
    columnOf[row] = -1
    rowOf[column] = -1
  }
}
