import { augmentAll } from './shortest-path.ts'

/** An assignment of all rows, with potentials `u` of rows and `v` of columns that prove it. */
export interface DenseAssignment {
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
  readonly u: Float64Array
  readonly v: Float64Array
}

/**
 * The least assignment of all rows to distinct columns, over a full matrix of whole numbers, one array per row in
 * `lines`; rows ≤ `columns`, and no number is below `lowest`.
 *
 * **Problem and dual.** Minimise Σ cost(i, column of i); maximise Σ u + Σ v with u(i) + v(j) ≤ cost(i, j) and v ≤ 0.
 * On the way only v is kept: u(i) is the least of cost(i, j) − v(j).
 *
 * **Invariant.** Every assigned row has a column where its cost(i, j) − v(j) is least; where columns must be left over,
 * v is 0 on those that no row has, and never above. So when all rows are assigned, both are best. (Where none are
 * left over, any constant may go from v to u: v is made ≤ 0 at the end.) As long as a column is free, v stays within
 * a few times the greatest difference of two costs.
 *
 * **Method.** Column reduction (only where rows = columns, since v is not 0 after it); then every row whose first choice
 * is free takes it, with reduction transfer: v falls there until the second choice is as good. The others get a column
 * by shortest augmenting paths, see {@link augmentAll}. Time O(rows² · columns), space O(columns) beside the costs. Those
 * are read where they are: a copy may take as long to make as all this.
 *
 * Source: Jonker & Volgenant, *A shortest augmenting path algorithm for dense and sparse linear assignment problems*,
 * Computing 38 (1987). Deviations: rectangular, as in Crouse, *On implementing 2D rectangular assignment algorithms*,
 * IEEE Trans. AES 52 (2016); of equal choices a free column is taken; no augmenting row reduction, which reads about as
 * many rows as it saves; of columns as near, a path looks first at the one reached first, and it keeps no distance
 * beyond that of the best free column.
 */
export const denseAssignment = (
  lines: ReadonlyArray<ArrayLike<number>>,
  columns: number,
  lowest: number,
): DenseAssignment => {
  const rows = lines.length
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const v = new Float64Array(columns)
  if (rows === columns) reduceColumns(lines, v)
  const floor = rows === columns ? 0 : lowest // of all cost − v, since v only falls from here on
  for (let row = 0; row < rows; row++) {
    const column = firstChoice(lines[row] as ArrayLike<number>, v, rowOf, floor)
    if (column === -1) continue
    columnOf[row] = column
    rowOf[column] = row
  }
  augmentAll({ lines, columnOf, rowOf, v, floor })
  if (rows === columns) {
    const most = v.reduce((a, b) => Math.max(a, b), -Infinity)
    for (let column = 0; column < columns; column++) v[column] = (v[column] as number) - most
  }
  const u = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const column = columnOf[row] as number
    u[row] = ((lines[row] as ArrayLike<number>)[column] as number) - (v[column] as number)
  }
  return { columnOf, rowOf, u, v }
}

/** Raises v as far as no row's cost is below it. */
const reduceColumns = (lines: ReadonlyArray<ArrayLike<number>>, v: Float64Array): void => {
  v.fill(Infinity)
  for (const line of lines)
    for (let column = 0; column < v.length; column++) {
      const cost = line[column] as number
      if (cost < (v[column] as number)) v[column] = cost
    }
}

/**
 * Where cost − v is least, if that column is free (of equals, one that is); v falls there to where the second least is.
 * −1 if it is not free.
 */
const firstChoice = (line: ArrayLike<number>, v: Float64Array, rowOf: Int32Array, floor: number): number => {
  let first = -1
  let free = false
  let least = Infinity
  let next = Infinity
  for (let column = 0; column < v.length; column++) {
    const reach = (line[column] as number) - (v[column] as number)
    if (reach > next) continue
    if (reach < least) {
      next = least
      least = reach
      first = column
      free = rowOf[column] === -1
    } else {
      next = reach
      if (reach === least && !free && rowOf[column] === -1) {
        first = column
        free = true
      }
    }
    if (free && next === floor) return first // which is on the floor, too
  }
  if (!free) return -1
  if (v.length > 1) v[first] = (v[first] as number) - (next - least)
  return first
}
