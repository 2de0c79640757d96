/** An assignment of all rows, with potentials `u` of rows and `v` of columns that prove it. */
export interface DenseAssignment {
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
  readonly u: Float64Array
  readonly v: Float64Array
}

/**
 * The least assignment of all rows to distinct columns, over a full matrix of whole numbers, row by row in `costs`;
 * rows ≤ columns.
 *
 * **Problem and dual.** Minimise Σ cost(i, column of i); maximise Σ u + Σ v with u(i) + v(j) ≤ cost(i, j) and v ≤ 0.
 * On the way only v is kept: u(i) is the least of cost(i, j) − v(j).
 *
 * **Invariant.** Every assigned row has a column where its cost(i, j) − v(j) is least; where columns must be left over,
 * v is 0 on those that no row has, and never above. So when all rows are assigned, both are best. (Where none are
 * left over, any constant may go from v to u: v is made ≤ 0 at the end.) As long as a column is free, v stays within
 * a few times the greatest difference of two costs.
 *
 * **Method.** Three rounds give most rows a column: column reduction with reduction transfer (only where rows =
 * columns, since v is not 0 after it), then augmenting row reduction, an auction in which a row bids up to what its
 * second choice leaves it. The others get theirs by shortest augmenting paths without a heap: in a full matrix, the
 * next column is found while distances are read. Time O(rows² · columns), space O(columns) beside the costs.
 *
 * Source: Jonker & Volgenant, *A shortest augmenting path algorithm for dense and sparse linear assignment problems*,
 * Computing 38 (1987). Deviations: rectangular, as in Crouse, *On implementing 2D rectangular assignment algorithms*,
 * IEEE Trans. AES 52 (2016); of equal choices a free column is taken; the auction ends after 4 · rows bids, since low
 * bids might go on for as long as costs are large; a path keeps no distance beyond that of the best free column.
 */
export const denseAssignment = (rows: number, columns: number, costs: Float64Array): DenseAssignment => {
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const v = new Float64Array(columns)
  if (rows === columns) reduceColumns()
  for (let round = 0, bids = 4 * rows; round < 2; round++) bids = auction(bids)
  shortestPaths()
  if (rows === columns) {
    const most = v.reduce((a, b) => Math.max(a, b), -Infinity)
    for (let column = 0; column < columns; column++) lower(column, most)
  }
  const u = Float64Array.from(
    columnOf,
    (at, row) => (costs[row * columns + at] as number) - (v[at] as number),
  )
  return { columnOf, rowOf, u, v }

  function reduceColumns(): void {
    const lowest = new Int32Array(columns)
    v.fill(Infinity)
    for (let row = 0, at = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, at++) {
        const cost = costs[at] as number
        if (cost >= (v[column] as number)) continue
        v[column] = cost
        lowest[column] = row
      }
    }
    for (let column = columns - 1; column >= 0; column--) {
      const row = lowest[column] as number
      if (columnOf[row] === -1) give(row, column)
    }
    // whoever has the least cost of a column can take v there down, until its second choice is as good
    for (let row = 0; row < rows; row++) {
      const column = columnOf[row] as number
      if (column >= 0) lower(column, choices(row).lead)
    }
  }

  /** Every row without a column takes its first choice from whoever has it; gives the number of bids left. */
  function auction(most: number): number {
    let bids = most
    for (let start = 0; start < rows; start++) {
      let row = columnOf[start] === -1 ? start : -1
      while (row >= 0 && bids-- > 0) {
        const { first, second, lead } = choices(row)
        const column = lead === 0 && (rowOf[first] as number) >= 0 ? second : first
        const loser = rowOf[column] as number
        lower(column, lead)
        give(row, column)
        if (loser >= 0) columnOf[loser] = -1
        row = lead > 0 ? loser : -1 // after a tie, the loser waits for the next round
      }
    }
    return bids
  }

  /** Lets each row that is left have a column: finds the shortest path from it, lowers v, and flips the path. */
  function shortestPaths(): void {
    // place k holds a column, its v and its distance: the `open` taken ones first, those settled, and the free ones
    const columnAt = new Int32Array(columns)
    const vAt = new Float64Array(columns)
    const distance = new Float64Array(columns)
    const via = new Int32Array(columns)
    const swap = (a: number, b: number): void => {
      const [column, value, far] = [columnAt[a] as number, vAt[a] as number, distance[a] as number]
      columnAt[a] = columnAt[b] as number
      vAt[a] = vAt[b] as number
      distance[a] = distance[b] as number
      columnAt[b] = column
      vAt[b] = value
      distance[b] = far
    }
    for (let start = 0; start < rows; start++) {
      if (columnOf[start] !== -1) continue
      let taken = 0
      let free = columns
      for (let column = 0; column < columns; column++) {
        const k = rowOf[column] === -1 ? --free : taken++
        columnAt[k] = column
        vAt[k] = v[column] as number
      }
      distance.fill(Infinity)
      let open = taken
      let next = taken // down from here to `open`: settled, but their rows not looked at
      let column = -1
      let settled = -Infinity // the distance of `column`
      let end = -1
      let length = Infinity // of the shortest path known, which is to `end`
      for (let row = start; ; row = rowOf[column] as number) {
        const line = lineOf(row)
        const far = column < 0 ? 0 : settled - (line[column] as number) + (v[column] as number)
        for (let k = free; k < columns; k++) {
          const head = columnAt[k] as number
          const reach = (line[head] as number) - (vAt[k] as number) + far
          if (reach < length) {
            end = head
            length = reach
            via[head] = row
          }
        }
        if (length === settled) break // nothing is nearer
        let least = length
        let at = -1
        for (let k = 0; k < open; k++) {
          const head = columnAt[k] as number
          const reach = (line[head] as number) - (vAt[k] as number) + far
          let known = distance[k] as number
          if (reach < length && reach < known) {
            distance[k] = known = reach
            via[head] = row
            if (reach === settled) {
              swap(k--, --open) // nothing is nearer, so nobody need look at it again
              continue
            }
          }
          if (known < least) {
            least = known
            at = k
          }
        }
        if (open === next) {
          if (at < 0) break
          swap(at, --open)
        }
        column = columnAt[--next] as number
        settled = distance[next] as number
      }
      for (let k = open; k < taken; k++) lower(columnAt[k] as number, length - (distance[k] as number))
      column = end
      for (let row = -1; row !== start; ) {
        row = via[column] as number
        const left = columnOf[row] as number
        give(row, column)
        column = left
      }
    }
  }

  /** Where cost(row, j) − v(j) is least (of equals, a free column) and second least; how much less the least is. */
  function choices(row: number): { readonly first: number; readonly second: number; readonly lead: number } {
    const line = lineOf(row)
    let first = 0
    let second = 0
    let least = Infinity
    let next = Infinity
    for (let column = 0; column < columns; column++) {
      const reach = (line[column] as number) - (v[column] as number)
      if (reach > next) continue
      if (reach < least) {
        next = least
        second = first
        least = reach
        first = column
        continue
      }
      next = reach
      if (reach === least && rowOf[column] === -1 && rowOf[first] !== -1) first = column
      else second = column
    }
    return { first, second, lead: columns === 1 ? 0 : next - least }
  }

  function lineOf(row: number): Float64Array {
    return costs.subarray(row * columns, (row + 1) * columns)
  }

  function give(row: number, column: number): void {
    columnOf[row] = column
    rowOf[column] = row
  }

  function lower(column: number, by: number): void {
    v[column] = (v[column] as number) - by
  }
}
