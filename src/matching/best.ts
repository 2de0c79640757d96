import { auction } from './auction.ts'
import { entering } from './augment.ts'
import { type Bidders, columnSide, type Half, type Side } from './face.ts'
import { partsOf } from './parts.ts'
import { tightened } from './tightened.ts'

/** A matching of a face, with a dual for each row and each column, in the face's numbering. */
export interface Placing {
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
  readonly margins: Float64Array
  readonly prices: Float64Array
}

/** Searches between two looks at the clock. */
const stretch = 256

/**
 * The best matching of a face: all that must be matched are, and Σ value is greatest. Gives how many rows have been
 * dealt with from time to time.
 *
 * **Dual.** Minimise Σ margins + Σ prices with margin(i) + price(j) ≥ value(i, j) on every pair; those that must be
 * matched may have any dual, the others none below 0. Both meet when chosen pairs have no slack, and whoever has no
 * partner has dual 0.
 *
 * **Method.** An auction for prices that are nearly right; then exact shortest paths, first for rows that should have a
 * column, then for columns that should have a row. Those who must be matched can all be, since they are in the
 * matching that proved the level before; so no search is in vain. Rows bid, as long as that goes calmly; else whoever is
 * scarce in its part of the graph, and must be matched.
 */
export function* placingBest(face: Bidders): Generator<number, Placing> {
  const placing = unplaced(face)
  if (yield* placed(face, placing, true)) return placing
  const parts = partsOf(face)
  const byRow = unplaced(face)
  yield* placed(parts?.byRow ?? face, byRow, false)
  if (parts === undefined) return byRow
  const byColumn = unplaced(parts.byColumn)
  yield* placed(parts.byColumn, byColumn, false)
  const { row, column } = parts.scarceAt
  return {
    columnOf: byRow.columnOf.map((own, at) => (row[at] === 1 ? (byColumn.rowOf[at] as number) : own)),
    rowOf: byRow.rowOf.map((own, at) => (column[at] === 1 ? (byColumn.columnOf[at] as number) : own)),
    margins: byRow.margins.map((own, at) => (row[at] === 1 ? (byColumn.prices[at] as number) : own)),
    prices: byRow.prices.map((own, at) => (column[at] === 1 ? (byColumn.margins[at] as number) : own)),
  }
}

const unplaced = ({ must, mustColumn }: Pick<Bidders, 'must' | 'mustColumn'>): Placing => ({
  columnOf: new Int32Array(must.length).fill(-1),
  rowOf: new Int32Array(mustColumn.length).fill(-1),
  margins: new Float64Array(must.length),
  prices: new Float64Array(mustColumn.length),
})

/** Places all, and says so; or says that the auction would not be calm. */
function* placed(bidders: Bidders, placing: Placing, calm: boolean): Generator<number, boolean> {
  const byRow: Half = { partnerOf: placing.columnOf, duals: placing.margins }
  const byColumn: Half = { partnerOf: placing.rowOf, duals: placing.prices }
  if (!(yield* auction(bidders, byRow, byColumn, calm))) return false
  tightened(bidders, byRow, byColumn)
  yield* settle(() => bidders, bidders.must, byRow, byColumn)
  yield* settle(() => columnSide(bidders), bidders.mustColumn, byColumn, byRow)
  return true
}

/** Lets all enter that are without a partner and should have one. */
function* settle(side: () => Side, must: Uint8Array, here: Half, there: Half): Generator<number, void> {
  const open: Array<number> = []
  for (let each = 0; each < must.length; each++)
    if (here.partnerOf[each] === -1 && (must[each] === 1 || here.duals[each] !== 0)) open.push(each)
  if (open.length === 0) return
  const enter = entering(side(), here, there)
  for (const [at, each] of open.entries()) {
    enter(each)
    if (at % stretch === 0) yield must.length - open.length + at
  }
}
