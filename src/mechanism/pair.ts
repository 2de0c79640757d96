import type { Graph } from '../matching/graph.ts'

/** The pair that joins a row to a column, −1 if there is none: a binary search, for columns ascend within a row. */
export const pairOf = ({ offsets, heads }: Graph, row: number, column: number): number => {
  let from = offsets[row] as number
  let to = offsets[row + 1] as number
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((heads[middle] as number) < column) from = middle + 1
    else to = middle
  }
  return from < (offsets[row + 1] as number) && heads[from] === column ? from : -1
}

/** The row of each pair. */
export const tailsOf = ({ rows, offsets, heads }: Graph): Int32Array => {
  const tails = new Int32Array(heads.length)
  for (let row = 0; row < rows; row++) tails.fill(row, offsets[row], offsets[row + 1])
  return tails
}
