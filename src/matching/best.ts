import { auction } from './auction.ts'
import { entering } from './augment.ts'
import { columnSide, type Face, type Half, type Side } from './face.ts'
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
 * matching that proved the level before; so no search is in vain.
 */
export function* placingBest(face: Face): Generator<number, Placing> {
  const [rows, columns] = [face.must.length, face.mustColumn.length]
  const placing: Placing = {
    columnOf: new Int32Array(rows).fill(-1),
    rowOf: new Int32Array(columns).fill(-1),
    margins: new Float64Array(rows),
    prices: new Float64Array(columns),
  }
  const byRow: Half = { partnerOf: placing.columnOf, duals: placing.margins }
  const byColumn: Half = { partnerOf: placing.rowOf, duals: placing.prices }
  yield* auction(face, byRow, byColumn)
  tightened(face, byRow, byColumn)
  yield* settle(() => face, face.must, byRow, byColumn)
  yield* settle(() => columnSide(face), face.mustColumn, byColumn, byRow)
  return placing
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
