import { heap } from '../heap.ts'
import { sortByGain } from './sort-by-gain.ts'

/**
 * Rows with their pairs, the greatest fit first (sorted anew while rows enter): pair `k` is `pairs[2k]`, the column, and
 * `pairs[2k + 1]`, its fit.
 */
export interface WeightedRows {
  readonly offsets: Int32Array
  readonly pairs: Int32Array
  /** What it is worth to place each row, whatever the column. */
  readonly weightOf: Int32Array
}

/**
 * Who is where while rows enter. Column `j` has the slots from `starts[j]` to `starts[j + 1] − 1`, as many rows as it
 * may hold; the first `held[j]` of them hold one.
 */
export interface Holding {
  readonly columnOf: Int32Array
  readonly slotOf: Int32Array
  readonly starts: Int32Array
  readonly held: Int32Array
  readonly rowIn: Int32Array
  /** Duals by level: weight, fit. */
  readonly margins: readonly [Float64Array, Float64Array]
  readonly prices: readonly [Float64Array, Float64Array]
}

/** The lists are sorted again after this many scans per row. */
const pace = 32

/** Whether a pair of numbers, compared from the left, comes before another. */
const isLess = (a: number, b: number, c: number, d: number): boolean => a < c || (a === c && b < d)

/**
 * Lets rows enter, one call for each, into columns that hold several.
 *
 * **Problem.** The shortest path from the row, measured by the slack margin + price − value, leads to a column with a
 * free slot, or to a row that goes without from now on, at the cost of its margin; that may be the row that enters.
 * A full column passes the search on to all whom it holds at its own distance. All distances are pairs (weight, fit)
 * compared from the left.
 *
 * **Invariant.** Of the rows that have entered: no slack is below 0, chosen pairs have none; no dual is below 0, only
 * full columns have a price, only rows with a column a margin. So the matching is the best of these rows.
 *
 * Columns at the distance already reached wait on a stack, the others in two heaps: those at the weight distance being
 * scanned by fit, those further off by weight. A row's list is sorted by value − price as it was some searches ago, so
 * its scan stops where not even that price would bring the path below the best end known.
 *
 * Time O(pairs · log columns) for each row: every row is scanned once at most, as it is in one column at most.
 * Space O(columns).
 *
 * Sources: Jonker & Volgenant, Computing 38 (1987); Volgenant, *Linear and semi-assignment problems: a core oriented
 * approach*, Computers & OR 23 (1996); Burkard, Hahn & Zimmermann, Math. Programming 12 (1977), for values that are
 * tuples. Deviation: columns stay whole, and paths may end at a row that leaves.
 */
export const entering = (
  { offsets, pairs, weightOf }: WeightedRows,
  { columnOf, slotOf, starts, held, rowIn, margins, prices }: Holding,
): ((row: number) => void) => {
  const [weightMargins, fitMargins] = margins
  const [weightPrices, fitPrices] = prices
  const columns = held.length
  const weightTo = new Float64Array(columns).fill(Infinity)
  const fitTo = new Float64Array(columns)
  const reachedFrom = new Int32Array(columns)
  const settled = new Uint8Array(columns)
  const met = new Int32Array(columns)
  const closed = new Int32Array(columns)
  const near = new Int32Array(columns)
  const [byWeight, byFit] = [heap(), heap()]
  /** The prices by which the rows' lists are sorted. */
  const [weightThen, fitThen] = [weightPrices.slice(), fitPrices.slice()]
  let scans = 0

  /** The margin at which the row has no slack with its best column, or does as well without one. */
  const open = (row: number): void => {
    let [weight, fit] = [0, 0]
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const column = pairs[2 * k] as number
      const gain = (weightOf[row] as number) - (weightPrices[column] as number)
      const gainInFit = (pairs[2 * k + 1] as number) - (fitPrices[column] as number)
      if (isLess(weight, fit, gain, gainInFit)) [weight, fit] = [gain, gainInFit]
    }
    weightMargins[row] = weight
    fitMargins[row] = fit
  }

  return start => {
    let [length, lengthInFit] = [Infinity, Infinity] // of the shortest path known
    let leaver = start
    let end = -1
    let [far, farInFit] = [0, 0] // the distance of what is being scanned
    let [metCount, closedCount, nearCount] = [0, 0, 0]

    const scan = (row: number): void => {
      scans += 1
      const base = far + (weightMargins[row] as number)
      const baseInFit = farInFit + (fitMargins[row] as number)
      if (isLess(base, baseInFit, length, lengthInFit)) {
        ;[length, lengthInFit] = [base, baseInFit]
        leaver = row
        end = -1
      }
      const step = base - (weightOf[row] as number)
      for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
        const stepInFit = baseInFit - (pairs[2 * k + 1] as number)
        const column = pairs[2 * k] as number
        // prices only rise: neither this column nor those after it can be nearer than at the prices then
        const [bound, boundInFit] = [
          step + (weightThen[column] as number),
          stepInFit + (fitThen[column] as number),
        ]
        if (!isLess(bound, boundInFit, length, lengthInFit)) return
        const reach = step + (weightPrices[column] as number)
        const reachInFit = stepInFit + (fitPrices[column] as number)
        if (!isLess(reach, reachInFit, length, lengthInFit)) continue
        if (!isLess(reach, reachInFit, weightTo[column] as number, fitTo[column] as number)) continue
        if (weightTo[column] === Infinity) met[metCount++] = column
        weightTo[column] = reach
        fitTo[column] = reachInFit
        reachedFrom[column] = row
        if ((starts[column] as number) + (held[column] as number) < (starts[column + 1] as number)) {
          ;[length, lengthInFit] = [reach, reachInFit]
          end = column
        } else if (reach > far) byWeight.push(reach, column)
        else if (reachInFit > farInFit) byFit.push(reachInFit, column)
        else near[nearCount++] = column
      }
    }

    /** The nearest column not yet settled, or −1 if none is nearer than the best end known. */
    const nearest = (): number => {
      if (!isLess(far, farInFit, length, lengthInFit)) return -1
      if (nearCount > 0) return near[--nearCount] as number
      for (;;) {
        const key = byFit.least()
        if (key < Infinity) {
          if (!isLess(far, key, length, lengthInFit)) return -1
          const column = byFit.pop()
          if (settled[column] === 1) continue
          farInFit = key
          return column
        }
        const next = byWeight.least()
        if (next > length || next === Infinity) return -1
        far = next
        while (byWeight.least() === next) {
          const column = byWeight.pop()
          if (settled[column] === 0) byFit.push(fitTo[column] as number, column)
        }
      }
    }

    open(start)
    scan(start)
    for (let column = nearest(); column >= 0; column = nearest()) {
      settled[column] = 1
      closed[closedCount++] = column
      const first = starts[column] as number
      for (let slot = first; slot < first + (held[column] as number); slot++) scan(rowIn[slot] as number)
    }

    weightMargins[start] = (weightMargins[start] as number) - length
    fitMargins[start] = (fitMargins[start] as number) - lengthInFit
    for (let at = 0; at < closedCount; at++) {
      const column = closed[at] as number
      const change = length - (weightTo[column] as number)
      const changeInFit = lengthInFit - (fitTo[column] as number)
      weightPrices[column] = (weightPrices[column] as number) + change
      fitPrices[column] = (fitPrices[column] as number) + changeInFit
      const first = starts[column] as number
      for (let slot = first; slot < first + (held[column] as number); slot++) {
        const row = rowIn[slot] as number
        weightMargins[row] = (weightMargins[row] as number) - change
        fitMargins[row] = (fitMargins[row] as number) - changeInFit
      }
    }

    // everyone moves along the path back from the free slot, or from the slot of the row that leaves
    let column = end
    let slot = -1
    if (end >= 0) {
      slot = (starts[end] as number) + (held[end] as number)
      held[end] = (held[end] as number) + 1
    } else {
      column = columnOf[leaver] as number
      slot = slotOf[leaver] as number
      columnOf[leaver] = -1
    }
    while (column >= 0) {
      const mover = reachedFrom[column] as number
      const [left, leftSlot] = [columnOf[mover] as number, slotOf[mover] as number]
      columnOf[mover] = column
      slotOf[mover] = slot
      rowIn[slot] = mover
      column = left
      slot = leftSlot
    }
    for (let at = 0; at < metCount; at++) {
      weightTo[met[at] as number] = Infinity
      settled[met[at] as number] = 0
    }
    byWeight.clear()
    byFit.clear()
    if (scans < pace * weightOf.length) return
    scans = 0
    weightThen.set(weightPrices)
    fitThen.set(fitPrices)
    sortByGain(offsets, pairs, weightThen, fitThen)
  }
}
