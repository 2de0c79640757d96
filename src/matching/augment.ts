import { type Half, type Side, sort } from './face.ts'
import { heap } from './heap.ts'

/**
 * Lets members of one side enter the matching: rows, or just as well columns. Below, "row" is a member of this side.
 *
 * **Problem.** A row without a column, that must have one or whose margin is above 0. Its shortest path, measured by the
 * slack margin + price − value, leads to a free column, or to a row that may go without and gives its column up, at the
 * cost of its margin; that may be the row that enters.
 *
 * **Invariant.** No slack is below 0, chosen pairs have none, and of those that need not be matched no dual is below
 * 0. A search changes duals by how much nearer than the path's end it came to them, which keeps all that, and leaves
 * one less without a partner and with a dual that says it should have one.
 *
 * Values fall along a row's list, so its scan stops where even the lowest price could not bring the path below the
 * best end known. Columns at the distance already reached wait on a stack, not in the heap.
 *
 * Time O(pairs + columns · log columns) for each that enters; space O(columns).
 *
 * Sources: Jonker & Volgenant, Computing 38 (1987); Volgenant, *Linear and semi-assignment problems: a core oriented
 * approach*, Computers & OR 23 (1996). Deviation: paths may end at a row that leaves, so no dummy columns are needed.
 */
export const entering = (
  { offsets, pairs, sorted, must }: Side,
  here: Half,
  there: Half,
): ((row: number) => void) => {
  const { partnerOf: columnOf, duals: margins } = here
  const { partnerOf: rowOf, duals: prices } = there
  const columns = prices.length
  const distance = new Float64Array(columns).fill(Infinity)
  const reachedFrom = new Int32Array(columns)
  const met = new Int32Array(columns)
  const closed = new Int32Array(columns)
  const near = new Int32Array(columns)
  const queue = heap()
  // prices only rise on the side that is entered
  const lowest = prices.reduce((least, price) => Math.min(least, price), Infinity)

  return start => {
    let length = Infinity // of the shortest path known
    let leaver = start
    let end = -1
    let far = 0 // the distance of what is being scanned
    let metCount = 0
    let closedCount = 0
    let nearCount = 0

    const scan = (row: number): void => {
      const base = far + (margins[row] as number)
      if (must[row] === 0 && base < length) {
        length = base
        leaver = row
        end = -1
      }
      const [first, last] = [offsets[row] as number, offsets[row + 1] as number]
      if (sorted[row] === 0) sort(pairs, first, last)
      sorted[row] = 1
      for (let k = first; k < last; k++) {
        const value = pairs[2 * k + 1] as number
        if (base + lowest - value >= length) return
        const column = pairs[2 * k] as number
        const reach = base + (prices[column] as number) - value
        if (reach >= length || reach >= (distance[column] as number)) continue
        if (distance[column] === Infinity) met[metCount++] = column
        distance[column] = reach
        reachedFrom[column] = row
        if ((rowOf[column] as number) < 0) {
          length = reach
          end = column
        } else if (reach === far) near[nearCount++] = column
        else queue.push(reach, column)
      }
    }

    /** The nearest column not yet settled, or −1 if none is nearer than the best end known. */
    const nearest = (): number => {
      if (far >= length) return -1
      if (nearCount > 0) return near[--nearCount] as number
      while (queue.least() < length) {
        const key = queue.least()
        const column = queue.pop()
        if (key > (distance[column] as number)) continue // it was met again, nearer
        far = key
        return column
      }
      return -1
    }

    scan(start)
    for (let column = nearest(); column >= 0; column = nearest()) {
      closed[closedCount++] = column
      scan(rowOf[column] as number)
    }

    margins[start] = (margins[start] as number) - length
    for (let at = 0; at < closedCount; at++) {
      const column = closed[at] as number
      const change = length - (distance[column] as number)
      const row = rowOf[column] as number
      prices[column] = (prices[column] as number) + change
      margins[row] = (margins[row] as number) - change
    }

    // everyone moves along the path back from the free column, or from the column of the row that leaves
    let column = end
    if (end < 0) {
      column = columnOf[leaver] as number
      columnOf[leaver] = -1
    }
    while (column >= 0) {
      const mover = reachedFrom[column] as number
      const left = columnOf[mover] as number
      columnOf[mover] = column
      rowOf[column] = mover
      column = left
    }
    for (let at = 0; at < metCount; at++) distance[met[at] as number] = Infinity
    queue.clear()
  }
}
