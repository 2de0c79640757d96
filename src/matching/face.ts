import type { Graph } from './graph.ts'
import type { Duals } from './matching.ts'
import { type Columns, startsOf } from './transpose.ts'

/**
 * One side of an optimal face, or of any matching problem with one level of values: rows with their pairs.
 * Pair `k` of a row is `pairs[2k]`, the other end, and `pairs[2k + 1]`, its value; those of row `i` are `offsets[i]` to
 * `offsets[i + 1] − 1`, the greatest value first where `sorted[i]` is 1. `must[i]` is 1 if the row has to be matched.
 */
export interface Side {
  readonly offsets: Int32Array
  readonly pairs: Int32Array
  readonly sorted: Uint8Array
  readonly must: Uint8Array
}

/** A matching problem as those see it who bid: their lists sorted, and who of the other side has to be matched. */
export interface Bidders extends Side {
  readonly mustColumn: Uint8Array
}

/** What one side of a matching has: the partner of each of its members, −1 for none, and their duals. */
export interface Half {
  readonly partnerOf: Int32Array
  readonly duals: Float64Array
}

/**
 * All matchings that are best on the levels so far, as a problem of its own: the pairs without slack on any of these
 * levels, and the rows and columns with a dual above zero, which every such matching has to match (complementary
 * slackness holds between any two optimal solutions, so one proof of a level describes all that is best on it).
 * Rows and columns are numbered anew, those that lie near each other in the graph side by side.
 */
export interface Face extends Bidders {
  /** The row and the column of the graph for each of the face. */
  readonly rowAt: Int32Array
  readonly columnAt: Int32Array
}

/** The value of a pair, by its row and its place in the graph. */
export type ValueOf = (row: number, k: number) => number

/** Rows between two looks at the clock. */
const stretch = 8192

/**
 * The face of the levels that `duals` prove best, with the values of the next level. `levels` are the values on the
 * levels before. Gives how many rows are done from time to time. Time O(pairs · (levels + log(pairs in a row))), space O(pairs).
 */
export function* facing(
  graph: Graph,
  byColumn: Columns,
  { margins, prices }: Duals,
  levels: ReadonlyArray<ValueOf>,
  value: ValueOf,
): Generator<number, Face> {
  const { rows, columns } = graph
  const { rowAt, columnAt } = breadthFirst(graph, byColumn)
  const nameOf = new Int32Array(columns)
  for (let name = 0; name < columns; name++) nameOf[columnAt[name] as number] = name

  const offsets = new Int32Array(rows + 1)
  const pairs = new Int32Array(2 * graph.heads.length)
  let length = 0
  for (let name = 0; name < rows; name++) {
    const row = rowAt[name] as number
    const start = length
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++) {
      const column = graph.heads[k] as number
      let tight = true
      for (let level = 0; level < levels.length && tight; level++) {
        const price = (prices[level] as Float64Array)[column] as number
        const margin = (margins[level] as Float64Array)[row] as number
        tight = margin + price === (levels[level] as ValueOf)(row, k)
      }
      if (!tight) continue
      pairs[2 * length] = nameOf[column] as number
      pairs[2 * length + 1] = value(row, k)
      length += 1
    }
    sort(pairs, start, length)
    offsets[name + 1] = length
    if (name % stretch === 0) yield name
  }
  const isHeld = (duals: ReadonlyArray<Float64Array>) => (at: number) =>
    duals.some(level => level[at] !== 0) ? 1 : 0
  return {
    offsets,
    pairs: pairs.subarray(0, 2 * length),
    sorted: new Uint8Array(rows).fill(1),
    must: Uint8Array.from(rowAt, isHeld(margins)),
    mustColumn: Uint8Array.from(columnAt, isHeld(prices)),
    rowAt,
    columnAt,
  }
}

/** From here on a list is sorted by the engine's own sort. */
const long = 64

/** Sorts the pairs from `start` to `end`: the greatest value first. */
export const sort = (pairs: Int32Array, start: number, end: number): void => {
  if (end - start > long) {
    const order = Array.from({ length: end - start }, (_, k) => 2 * (start + k))
    order.sort((a, b) => (pairs[b + 1] as number) - (pairs[a + 1] as number) || a - b)
    pairs.set(Int32Array.from(order.flatMap(at => [pairs[at] as number, pairs[at + 1] as number])), 2 * start)
    return
  }
  for (let next = start + 1; next < end; next++) {
    const other = pairs[2 * next] as number
    const value = pairs[2 * next + 1] as number
    let at = next
    for (; at > start && (pairs[2 * at - 1] as number) < value; at--) {
      pairs[2 * at] = pairs[2 * at - 2] as number
      pairs[2 * at + 1] = pairs[2 * at - 1] as number
    }
    pairs[2 * at] = other
    pairs[2 * at + 1] = value
  }
}

/** The columns' side of a problem, its lists not sorted: few of them may ever be looked at. Time O(pairs). */
export const columnSide = ({ offsets, pairs, mustColumn }: Bidders): Side => {
  const columns = mustColumn.length
  const starts = startsOf(columns, pairs, 2)
  const ends = starts.slice(0, columns)
  const turned = new Int32Array(pairs.length)
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const column = pairs[2 * k] as number
      const end = ends[column] as number
      turned[2 * end] = row
      turned[2 * end + 1] = pairs[2 * k + 1] as number
      ends[column] = end + 1
    }
  }
  return { offsets: starts, pairs: turned, sorted: new Uint8Array(columns), must: mustColumn }
}

/** Rows and columns in the order in which a breadth-first search meets them, so that searches stay in the cache. */
const breadthFirst = (
  { rows, columns, offsets, heads }: Graph,
  byColumn: Columns,
): Pick<Face, 'rowAt' | 'columnAt'> => {
  const rowAt = new Int32Array(rows)
  const columnAt = new Int32Array(columns)
  const metRow = new Uint8Array(rows)
  const metColumn = new Uint8Array(columns)
  let rowsMet = 0
  let columnsMet = 0
  const meet = (row: number): void => {
    if (metRow[row] === 1) return
    metRow[row] = 1
    rowAt[rowsMet++] = row
  }
  for (let start = 0; start < rows; start++) {
    let at = rowsMet
    meet(start)
    for (; at < rowsMet; at++) {
      const row = rowAt[at] as number
      for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
        const column = heads[k] as number
        if (metColumn[column] === 1) continue
        metColumn[column] = 1
        columnAt[columnsMet++] = column
        for (let p = byColumn.offsets[column] as number; p < (byColumn.offsets[column + 1] as number); p++)
          meet(byColumn.tails[p] as number)
      }
    }
  }
  for (let column = 0; column < columns; column++)
    if (metColumn[column] === 0) columnAt[columnsMet++] = column
  return { rowAt, columnAt }
}
