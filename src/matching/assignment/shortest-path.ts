/** Some rows with a column of their own, where cost − v is least for them; `columnOf` is −1 for the others. */
export interface PartialAssignment {
  /** The costs, one array per row. */
  readonly lines: ReadonlyArray<ArrayLike<number>>
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
  readonly v: Float64Array
  /** No cost − v is below it. */
  readonly floor: number
}

/** What a search knows. Its functions stand side by side, not within one another, so that they are compiled once. */
interface MutableSearch extends PartialAssignment {
  readonly distance: Float64Array
  /** The row before a column, on the shortest path known. */
  readonly via: Int32Array
  /** Taken columns that are reached: so many. Those that are settled are dropped when the next ones are settled. */
  readonly open: Int32Array
  opened: number
  /** A queue of columns whose distance is final: so many, the rows of the first `read` of which have been read. */
  readonly settled: Int32Array
  count: number
  read: number
  /** The distance of those settled last. */
  nearest: number
  /** The free column that is nearest, of those known, and its distance. */
  end: number
  length: number
}

/**
 * Gives every row a column, where there are enough, by shortest augmenting paths: Dijkstra's method without a heap,
 * since in a full matrix the open columns may as well be read whenever a row is. What a row offers is mostly no nearer
 * than a free column already known, and is put aside by one comparison. Of columns as near, the one reached first is
 * read first: so paths have few rows, and with many ties about half as many rows are read.
 */
export const augmentAll = ({ lines, columnOf, rowOf, v, floor }: PartialAssignment): void => {
  const columns = v.length
  const search: MutableSearch = {
    lines,
    columnOf,
    rowOf,
    v,
    floor,
    distance: new Float64Array(columns),
    via: new Int32Array(columns),
    open: new Int32Array(columns),
    opened: 0,
    settled: new Int32Array(columns),
    count: 0,
    read: 0,
    nearest: -Infinity,
    end: -1,
    length: Infinity,
  }
  for (let row = 0; row < columnOf.length; row++) if (columnOf[row] === -1) augment(search, row)
}

/** Finds the shortest path from a row to a free column, lowers v on what is settled, and flips the path. */
const augment = (search: MutableSearch, start: number): void => {
  const { lines, columnOf, rowOf, v, distance, via, settled } = search
  distance.fill(Infinity)
  search.opened = search.count = search.read = 0
  search.nearest = search.floor
  search.length = Infinity
  relax(search, start, 0)
  while (search.nearest < search.length && (search.read < search.count || settle(search))) {
    const column = settled[search.read++] as number
    const row = rowOf[column] as number
    const cost = (lines[row] as ArrayLike<number>)[column] as number
    relax(search, row, search.nearest - (cost - (v[column] as number)))
  }
  for (let k = 0; k < search.count; k++) {
    const column = settled[k] as number
    v[column] = (v[column] as number) - (search.length - (distance[column] as number))
  }
  for (let column = search.end; column >= 0; ) {
    const row = via[column] as number
    const before = columnOf[row] as number
    columnOf[row] = column
    rowOf[column] = row
    column = before
  }
}

/** Reaches columns from a row: each at its cost − v, and `far`. */
const relax = (search: MutableSearch, row: number, far: number): void => {
  const { v, rowOf, distance, via, nearest } = search
  const line = search.lines[row] as ArrayLike<number>
  let bound = search.length - far
  for (let column = 0; column < v.length; column++) {
    const step = (line[column] as number) - (v[column] as number)
    if (step >= bound) continue
    const reach = step + far
    const known = distance[column] as number
    if (reach >= known) continue // as it is with all that are settled
    distance[column] = reach
    via[column] = row
    if (rowOf[column] === -1) {
      bound = step
      search.end = column
      search.length = reach
      if (reach === nearest) return // nothing is nearer
    } else if (reach === nearest) search.settled[search.count++] = column
    else if (known === Infinity) search.open[search.opened++] = column
  }
}

/** Settles the open columns that are nearest now; `false` if none is nearer than the end. */
const settle = (search: MutableSearch): boolean => {
  const { open, opened, distance, settled, read, nearest, length } = search
  let least = length
  let count = read
  let kept = 0
  for (let k = 0; k < opened; k++) {
    const column = open[k] as number
    const reach = distance[column] as number
    if (reach <= nearest) continue
    if (reach >= length) {
      distance[column] = Infinity // so that it is opened again when it is reached again
      continue
    }
    open[kept++] = column
    if (reach > least) continue
    if (reach < least) count = read
    least = reach
    settled[count++] = column
  }
  search.opened = kept
  search.count = count
  search.nearest = least
  return count > read
}
