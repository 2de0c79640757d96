/** An assignment of all rows, with potentials `u` of rows and `v` of columns that prove it. */
export interface DenseAssignment {
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
  readonly u: Float64Array
  readonly v: Float64Array
}

/**
 * The least assignment of all rows to distinct columns, over a full matrix of whole numbers, one array per row in
 * `lines`; rows ≤ `columns`.
 *
 * **Problem and dual.** Minimise Σ cost(i, column of i); maximise Σ u + Σ v with u(i) + v(j) ≤ cost(i, j) and v ≤ 0.
 * On the way only v is kept: u(i) is the least of cost(i, j) − v(j).
 *
 * **Invariant.** Every assigned row has a column where its cost(i, j) − v(j) is least; where columns must be left over,
 * v is 0 on those that no row has, and never above. So when all rows are assigned, both are best. (Where none are
 * left over, any constant may go from v to u: v is made ≤ 0 at the end.) As long as a column is free, v stays within
 * a few times the greatest difference of two costs.
 *
 * **Method.** Column reduction (only where rows = columns, since v is not 0 after it); then every row whose best column
 * is free takes it, with reduction transfer: v falls there until the row's second choice is as good. The others get
 * theirs by shortest augmenting paths without a heap: in a full matrix distances are read anyhow. Most of what is read
 * is farther than a free column already found, and is put aside by one comparison. Time O(rows² · columns), space
 * O(columns) beside the costs, which are read as they are given: copying them may take as long as solving.
 *
 * Source: Jonker & Volgenant, *A shortest augmenting path algorithm for dense and sparse linear assignment problems*,
 * Computing 38 (1987). Deviations: rectangular, as in Crouse, *On implementing 2D rectangular assignment algorithms*,
 * IEEE Trans. AES 52 (2016); of equal choices a free column is taken; no augmenting row reduction, whose bids cost as
 * much reading as they save; a path keeps no distance beyond that of the best free column.
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
    if (column >= 0) give(row, column)
  }
  shortestPaths()
  if (rows === columns) {
    const most = v.reduce((a, b) => Math.max(a, b), -Infinity)
    for (let column = 0; column < columns; column++) lower(column, most)
  }
  const u = new Float64Array(rows)
  for (let row = 0; row < rows; row++) u[row] = reduced(row, columnOf[row] as number)
  return { columnOf, rowOf, u, v }

  /** Lets each row that is left have a column: finds the shortest path from it, lowers v, and flips the path. */
  function shortestPaths(): void {
    const distance = new Float64Array(columns)
    const via = new Int32Array(columns) // the row before, on the shortest path known
    const open = new Int32Array(columns) // taken columns that are reached; among them some that are settled
    const settled = new Int32Array(columns) // a queue: of two that are as near, the first one reached is read first
    for (let start = 0; start < rows; start++) {
      if (columnOf[start] !== -1) continue
      distance.fill(Infinity)
      let opened = 0
      let count = 0
      let read = 0 // the rows of so many settled columns
      let nearest = floor // the distance of those settled last
      let length = Infinity // of the shortest path known, which is to `end`
      let end = -1
      for (let row = start, far = 0; ; ) {
        const line = lines[row] as ArrayLike<number>
        let bound = length - far
        for (let column = 0; column < columns; column++) {
          const step = (line[column] as number) - (v[column] as number)
          if (step >= bound) continue
          const reach = step + far
          const known = distance[column] as number
          if (reach >= known) continue // as it is with all that are settled
          distance[column] = reach
          via[column] = row
          if (rowOf[column] === -1) {
            bound = step
            length = reach
            end = column
            if (reach === nearest) break
          } else if (reach === nearest) settled[count++] = column
          else if (known === Infinity) open[opened++] = column
        }
        if (length === nearest) break // nothing is nearer

        if (read === count) {
          let least = length
          let kept = 0
          for (let k = 0; k < opened; k++) {
            const column = open[k] as number
            const reach = distance[column] as number
            if (reach <= nearest) continue
            if (reach >= length) {
              distance[column] = Infinity // so that it is opened again if it is reached again
              continue
            }
            open[kept++] = column
            if (reach > least) continue
            if (reach < least) count = read
            least = reach
            settled[count++] = column
          }
          if (read === count) break
          opened = kept
          nearest = least
        }
        const column = settled[read++] as number
        row = rowOf[column] as number
        far = nearest - reduced(row, column)
      }
      for (const column of settled.subarray(0, count)) lower(column, length - (distance[column] as number))
      for (let column = end; column >= 0; ) {
        const last = via[column] as number
        const left = columnOf[last] as number
        give(last, column)
        column = left
      }
    }
  }

  function reduced(row: number, column: number): number {
    return ((lines[row] as ArrayLike<number>)[column] as number) - (v[column] as number)
  }

  function give(row: number, column: number): void {
    columnOf[row] = column
    rowOf[column] = row
  }

  function lower(column: number, by: number): void {
    v[column] = (v[column] as number) - by
  }
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
