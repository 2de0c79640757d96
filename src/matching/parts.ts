import { type Bidders, columnSide, sort } from './face.ts'

/** The two parts of a problem, with the numbering of the whole; whoever is in the other part has no pairs. */
export interface Parts {
  /** Rows that must have a column, among more columns than they need: they bid. */
  readonly byRow: Bidders
  /** Columns that must have a row, among more rows than they need, seen from their side: they bid. */
  readonly byColumn: Bidders
  /** 1 for the rows of the second part, and for its columns. */
  readonly scarceAt: { readonly row: Uint8Array; readonly column: Uint8Array }
}

/**
 * Parts a problem in two: the pairs with columns that must be matched, and the others. `undefined` if a row has pairs of
 * both kinds. No row of the face after the ranks has: all its pairs have one value there, its weight, so its columns
 * have one price, which is 0 or not.
 */
export const partsOf = ({ offsets, pairs, must, mustColumn }: Bidders): Parts | undefined => {
  const isScarce = new Uint8Array(must.length)
  let scarcePairs = 0
  for (let row = 0; row < must.length; row++) {
    const [first, last] = [offsets[row] as number, offsets[row + 1] as number]
    if (first === last) continue
    isScarce[row] = mustColumn[pairs[2 * first] as number] as number
    for (let k = first; k < last; k++)
      if (mustColumn[pairs[2 * k] as number] !== isScarce[row]) return undefined
    if (isScarce[row] === 1) scarcePairs += last - first
  }

  const part = (kind: number): Bidders => {
    const starts = new Int32Array(offsets.length)
    const kept = new Int32Array(kind === 1 ? 2 * scarcePairs : pairs.length - 2 * scarcePairs)
    let length = 0
    for (let row = 0; row < must.length; row++) {
      if (isScarce[row] === kind) {
        const own = pairs.subarray(2 * (offsets[row] as number), 2 * (offsets[row + 1] as number))
        kept.set(own, length)
        length += own.length
      }
      starts[row + 1] = length / 2
    }
    return {
      offsets: starts,
      pairs: kept,
      sorted: new Uint8Array(must.length).fill(1),
      must: must.map((each, row) => (isScarce[row] === kind ? each : 0)),
      mustColumn: kind === 1 ? mustColumn : new Uint8Array(mustColumn.length),
    }
  }
  return { byRow: part(0), byColumn: turned(part(1)), scarceAt: { row: isScarce, column: mustColumn } }
}

/** A problem seen from its columns. */
const turned = (bidders: Bidders): Bidders => {
  const side = columnSide(bidders)
  for (let column = 0; column < side.must.length; column++)
    sort(side.pairs, side.offsets[column] as number, side.offsets[column + 1] as number)
  side.sorted.fill(1)
  return { ...side, mustColumn: bidders.must }
}
