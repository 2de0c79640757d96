/**
 * Rows of whole numbers that may be changed, a fixed number of fields each, in pieces of 128 rows. Versions share the
 * pieces, and whoever writes to a shared one copies it first: a change costs a copy of some kilobytes, and where one
 * function alone owns the whole, nothing. No garbage collector must follow what is in it.
 *
 * @category model
 */
export interface Records {
  readonly length: number
  readonly width: number
  readonly pieces: ReadonlyArray<Int32Array>
}

/** Records while one function alone owns them, but for the pieces that they share with those they were opened from. */
export interface MutableRecords {
  length: number
  readonly width: number
  pieces: Array<Int32Array>
  readonly shared: ReadonlyArray<Int32Array>
}

const shift = 7
const rowsInPiece = 1 << shift
const mask = rowsInPiece - 1

/** Records without rows. */
export const noRecords = (width: number): Records => Object.freeze({ length: 0, width, pieces: [] })

/** A private copy in O(1), to be written to until {@link closeRecords} ends it. */
export const openRecords = ({ length, width, pieces }: Records): MutableRecords => ({
  length,
  width,
  pieces: pieces as Array<Int32Array>, // copied when it is first written to
  shared: pieces,
})

/** What came of records that were opened. They may not be written any more. */
export const closeRecords = ({ length, width, pieces }: MutableRecords): Records =>
  Object.freeze({ length, width, pieces })

/** A field of a row. */
export const read = ({ pieces, width }: Records | MutableRecords, row: number, field: number): number =>
  (pieces[row >>> shift] as Int32Array)[(row & mask) * width + field] as number

/** Writes a field of a row. */
export const write = (own: MutableRecords, row: number, field: number, value: number): void => {
  ownPiece(own, row >>> shift)[(row & mask) * own.width + field] = value
}

/** One more row; what is not written is 0. Returns its number. */
export const addRow = (own: MutableRecords): number => {
  const row = own.length++
  if ((row & mask) === 0) ownPieces(own)[row >>> shift] = new Int32Array(rowsInPiece * own.width)
  return row
}

const ownPiece = (own: MutableRecords, at: number): Int32Array => {
  const piece = own.pieces[at] as Int32Array
  if (piece !== own.shared[at]) return piece
  const copy = piece.slice()
  ownPieces(own)[at] = copy
  return copy
}

const ownPieces = (own: MutableRecords): Array<Int32Array> => {
  if (own.pieces === own.shared) own.pieces = own.shared.slice()
  return own.pieces
}
