/** The pairs seen from the columns: those of column `j` are `offsets[j]` to `offsets[j + 1] − 1`. */
export interface Columns {
  readonly offsets: Int32Array
  readonly tails: Int32Array
}

/** Which rows each column is paired with, in ascending order. Time and space O(pairs). */
export const columnsOf = (rows: number, columns: number, offsets: Int32Array, heads: Int32Array): Columns => {
  const starts = startsOf(columns, heads, 1)
  const next = starts.slice(0, columns)
  const tails = new Int32Array(heads.length)
  for (let row = 0; row < rows; row++) {
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const column = heads[k] as number
      const place = next[column] as number
      tails[place] = row
      next[column] = place + 1
    }
  }
  return { offsets: starts, tails }
}

/** Where each column's pairs begin, when every `stride`-th entry of `heads` names the column of a pair. */
export const startsOf = (columns: number, heads: Int32Array, stride: number): Int32Array => {
  const starts = new Int32Array(columns + 1)
  for (let k = 0; k < heads.length; k += stride) {
    const column = heads[k] as number
    starts[column + 1] = (starts[column + 1] as number) + 1
  }
  for (let column = 0; column < columns; column++)
    starts[column + 1] = (starts[column + 1] as number) + (starts[column] as number)
  return starts
}
