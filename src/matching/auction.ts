import type { Face } from './face.ts'

/** A matching of a face while it grows, with a dual for each row and each column, in the face's numbering. */
export interface Placing {
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
  readonly margins: Float64Array
  readonly prices: Float64Array
}

/** Bids per row before the auction is called off: few if values repeat so often that prices say little. */
const bidsPerRow = { few: 1, many: 400 }
/** Bids per row in a round: in the first round all take turns, then whoever was outbid; each round asks a higher step. */
const bidsPerRound = 20
/** The step, as a part of the greatest value: how much more than their second best rows offer. */
const part = 32
/** With no more different values than this, they are few. */
const fewValues = 16
/** Bids between two looks at the clock. */
const stretch = 50_000

/**
 * Finds prices that are nearly right, and a matching to begin with: rows bid for the column that is worth most to them,
 * by a step more than what makes it as good as their second best. A row that need not be matched gives up when nothing
 * is worth more than 0. Gives how many rows are matched from time to time.
 *
 * **Invariant.** A row has its best column at current prices, or one within a step of it. Prices only rise from 0, so that a
 * row's search may stop at the first value that is no more than its second best gain.
 *
 * It ends when nobody bids, or after {@link bidsPerRow}. Where there are hardly more columns than rows, a few rows push
 * each other up for long: longer steps end that, at the price of more work for the shortest paths that follow. The
 * numbers above are those that came out best over the benchmark's instance classes, from 10,000 to 100,000 rows.
 *
 * Source: Bertsekas, *The auction algorithm*, Annals of OR 14 (1988). Deviations: the step ε grows instead of falling,
 * since {@link tightened} makes the outcome exact; turns first and then a stack, which stays in the cache.
 */
export function* auction(face: Face, { columnOf, rowOf, prices }: Placing): Generator<number, void> {
  const { offsets, pairs, must } = face
  const rows = must.length
  const { greatest, few } = valuesOf(pairs)
  const waiting = Int32Array.from({ length: rows }, (_, row) => row)
  const most = rows * (few ? bidsPerRow.few : bidsPerRow.many)
  let first = 0
  let length = rows
  let bids = 0
  let matched = 0
  const firstStep = 1 + Math.floor(greatest / part)
  let step = firstStep

  const next = (): number => {
    length -= 1
    if (bids >= bidsPerRound * rows) return waiting[(first + length) % rows] as number
    const row = waiting[first] as number
    first = (first + 1) % rows
    return row
  }

  const bid = (row: number): void => {
    let most = -Infinity
    let second = must[row] === 1 ? -Infinity : 0
    let best = -1
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
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
    if (best < 0) return
    bids += 1
    const rise = second === -Infinity ? greatest : most - second
    prices[best] = (prices[best] as number) + rise + step
    const outbid = rowOf[best] as number
    if (outbid >= 0) {
      columnOf[outbid] = -1
      waiting[(first + length) % rows] = outbid
      length += 1
    } else matched += 1
    rowOf[best] = row
    columnOf[row] = best
  }

  while (length > 0 && bids < most) {
    for (const until = bids + stretch; length > 0 && bids < until; ) bid(next())
    step = firstStep * (1 + Math.floor(bids / (bidsPerRound * rows)))
    yield matched
  }
}

const valuesOf = (pairs: Int32Array): { readonly greatest: number; readonly few: boolean } => {
  const values = new Set<number>()
  let greatest = 0
  for (let at = 1; at < pairs.length; at += 2) {
    const value = pairs[at] as number
    if (value > greatest) greatest = value
    if (values.size <= fewValues) values.add(value)
  }
  return { greatest, few: values.size <= fewValues }
}

/**
 * Makes duals exact for the prices of an auction: each row's margin is what its best column leaves it, each price falls
 * until a row would take the column, and pairs that are not without slack are given up. Time O(pairs).
 */
export const tightened = (face: Face, { columnOf, rowOf, margins, prices }: Placing): void => {
  const { offsets, pairs, must, mustColumn } = face
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
