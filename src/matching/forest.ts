import type { Half, Side } from './face.ts'
import { heap } from './heap.ts'

/** Entries of the queue between two looks at the clock. */
const stretch = 8192

/**
 * Lets all members of one side enter the matching that are without a partner and should have one: columns, or just as
 * well rows. Below, "row" is a member of this side, "column" one of the other. Gives how many are left from time to time.
 *
 * **Problem.** A row without a column that must have one, or whose margin is above 0, is a root. Its shortest path,
 * measured by the slack margin + price − value, leads to a free column, or to a row that may go without and gives its
 * column up, at the cost of its margin; that may be the root itself.
 *
 * **Method.** One forest grows from all roots at once. While the distance rises by one, the margin of every row in it
 * falls by one, and the price of every column in it rises by one. A column joins, with its row, when a pair with a row
 * of the forest has no slack left. The first path to be found is used, and its tree alone falls back to the ground; the
 * others go on growing. So where many enter side by side they share the ground, where one search each would cover all
 * of it.
 *
 * **Invariant.** No slack is below 0, chosen pairs have none, and of those that need not be matched no dual is below
 * 0; all of it with duals as they are at the present distance. `base[row]` is the distance at which the margin of a row in the
 * forest would be 0, `Infinity` outside: it stays as it is while its tree stands. So does the distance `base + price − value`
 * at which a column joins through a row. When a tree falls, what was entered through it is stale, and the column is
 * looked up anew among the forest's rows.
 *
 * Time O(roots · (pairs + columns · log columns)) at worst; where the trees of a part of the graph are of like size,
 * O((pairs + columns · log columns) · log roots). Space O(rows + columns).
 *
 * Sources: Jonker & Volgenant, Computing 38 (1987), for the search; Ball & Derigs, *An analysis of alternative strategies
 * for implementing matching algorithms*, Networks 13 (1983), for forests. Deviation: paths may end at a row that leaves.
 */
export function* growing(side: Side, turned: Side, here: Half, there: Half): Generator<number, void> {
  const { offsets, pairs, must } = side
  const { partnerOf: columnOf, duals: margins } = here
  const { partnerOf: rowOf, duals: prices } = there
  const columns = prices.length
  const rows = must.length

  const base = new Float64Array(rows).fill(Infinity)
  const rootOf = new Int32Array(rows)
  const nextInTree = new Int32Array(rows) // a list for each tree, from its root
  const lastInTree = new Int32Array(rows) // for each root
  const distance = new Float64Array(columns).fill(Infinity)
  const reachedFrom = new Int32Array(columns)
  const baseThen = new Float64Array(columns) // of the row it was reached from
  const queue = heap() // columns, and as ~row the rows that may go
  const near: Array<number> = [] // of them, those at the present distance
  let far = 0

  const reached = (column: number, reach: number, row: number): void => {
    distance[column] = reach
    reachedFrom[column] = row
    baseThen[column] = base[row] as number
    if (reach === far) near.push(column)
    else queue.push(reach, column)
  }

  const scan = (row: number): void => {
    const from = base[row] as number
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const column = pairs[2 * k] as number
      const reach = from + (prices[column] as number) - (pairs[2 * k + 1] as number)
      if (reach < (distance[column] as number)) reached(column, reach, row)
    }
  }

  const join = (row: number, root: number): void => {
    base[row] = far + (margins[row] as number)
    rootOf[row] = root
    nextInTree[row] = -1
    if (row !== root) nextInTree[lastInTree[root] as number] = row
    lastInTree[root] = row
    if (must[row] === 0) queue.push(base[row] as number, ~row)
    scan(row)
  }

  /** The nearest row of the forest to a column outside of it. */
  const lookUp = (column: number): void => {
    let least = Infinity
    let nearest = -1
    for (let k = turned.offsets[column] as number; k < (turned.offsets[column + 1] as number); k++) {
      const row = turned.pairs[2 * k] as number
      const reach = (base[row] as number) + (prices[column] as number) - (turned.pairs[2 * k + 1] as number)
      if (reach >= least) continue
      least = reach
      nearest = row
    }
    distance[column] = least
    if (nearest >= 0) reached(column, least, nearest)
  }

  /** Everyone moves along the path back from a free column, or from the column of a row that leaves. */
  const move = (end: number): void => {
    let column = end
    while (column >= 0) {
      const mover = reachedFrom[column] as number
      const left = columnOf[mover] as number
      columnOf[mover] = column
      rowOf[column] = mover
      column = left
    }
  }

  /** Ends a tree at the present distance; gives the columns that were in it. */
  const fall = (root: number): ReadonlyArray<number> => {
    const fallen: Array<number> = []
    for (let row = root; row >= 0; row = nextInTree[row] as number) {
      const change = far + (margins[row] as number) - (base[row] as number)
      margins[row] = (margins[row] as number) - change
      base[row] = Infinity
      const column = columnOf[row] as number
      if (column < 0) continue
      prices[column] = (prices[column] as number) + change
      fallen.push(column)
    }
    return fallen
  }

  let roots = 0
  for (let row = 0; row < rows; row++) {
    if (columnOf[row] !== -1 || (must[row] === 0 && margins[row] === 0)) continue
    roots += 1
    join(row, row)
  }
  for (let turns = 1; roots > 0; turns++) {
    if (turns % stretch === 0) yield rows - roots
    if (near.length === 0) far = queue.least()
    const item = near.pop() ?? queue.pop()
    let leaver = -1
    let end = item
    if (item < 0) {
      leaver = ~item
      if (base[leaver] !== far) continue
      end = columnOf[leaver] as number
    } else {
      const holder = rowOf[item] as number
      if (distance[item] !== far || (holder >= 0 && base[holder] !== Infinity)) continue
      const row = reachedFrom[item] as number
      if (base[row] !== baseThen[item]) {
        lookUp(item)
        continue
      }
      if (holder >= 0) {
        join(holder, rootOf[row] as number)
        continue
      }
    }
    const fallen = fall(rootOf[leaver < 0 ? (reachedFrom[end] as number) : leaver] as number)
    if (leaver >= 0) columnOf[leaver] = -1
    move(end)
    for (const column of fallen) lookUp(column)
    if (leaver < 0) lookUp(end)
    roots -= 1
  }
}
