import type { Matching } from './greedy.ts'
import { type Heap, heap } from './heap.ts'
import { type RankedProblem, rowsByRank } from './problem.ts'

/**
 * What a matching achieves: rows placed in all and per class, and the total fit.
 *
 * @category model
 */
export interface Totals {
  readonly placed: number
  readonly placedByClass: ReadonlyArray<number>
  readonly fit: number
}

/**
 * A best matching and its proof. `margins[i]` is what row `i` gains beyond the price of its column, `prices[j]`
 * what column `j` is worth to whoever has it; both are whole numbers from 0, in units of `value`
 * (see {@link RankedProblem}).
 *
 * @category model
 */
export interface Solution extends Matching {
  readonly margins: Float64Array
  readonly prices: Float64Array
  readonly totals: Totals
}

/**
 * *Who first, then where.* The best matching of a ranked problem, with prices and margins that prove it.
 *
 * **Problem.** Maximise Σ value(i, j) over the pairs chosen, each row and each column in at most one.
 * **Dual.** Minimise Σ margins + Σ prices, all ≥ 0, with margin(i) + price(j) ≥ value(i, j) on every pair.
 * Where both meet, both are best: equality on every chosen pair, margin 0 for rows without a column, price 0 for
 * columns without a row.
 *
 * **Method.** Successive shortest augmenting paths. Rows enter one at a time, in the order of the ranking. The
 * shortest path, measured by the slack margin + price − value, leads to a free column or to a row that gives its
 * column up (at the cost of its margin; the entering row may be that row). **Invariant:** between two rows the
 * conditions above hold for all rows that have entered.
 *
 * **Result.** Depends on the numbering of rows and columns only where several matchings are best.
 * Time O(rows · pairs · log columns), space O(rows + columns + pairs).
 *
 * Sources: Kuhn 1955; Munkres 1957; Tomizawa, *On some techniques useful for solution of transportation network
 * problems*, Networks 1 (1971); Edmonds & Karp, JACM 19 (1972). Deviation: paths may end at a row that leaves,
 * so that no dummy columns are needed.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solve } from 'einzug/matching'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]], [[0, 9], [1, 9]]])
 * const posed = F.pipe(graph, E.chainW(each => rankedProblem(each, [0, 1, 2])))
 * F.pipe(posed, E.map(problem => [...solve(problem).columnOf])) // => E.right([1, 0, -1])
 * F.pipe(posed, E.map(problem => solve(problem).totals.fit)) // => E.right(13)
 * ```
 * @category solvers
 */
export const solve = (problem: RankedProblem): Solution => {
  const { graph, rank, classes, base } = problem
  const { rows, columns, offsets, heads, fit } = graph
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const margins = new Float64Array(rows)
  const prices = new Float64Array(columns)
  const scratch = searchSpace(columns)

  for (const row of rowsByRank(problem)) {
    const weight = (classes - (rank[row] as number)) * base
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const gain = weight + (fit[k] as number) - (prices[heads[k] as number] as number)
      if (gain > (margins[row] as number)) margins[row] = gain
    }
    augment(row)
  }
  return { columnOf, rowOf, margins, prices, totals: totalsOf(problem, columnOf) }

  /** Lets a row enter: finds the shortest path from it, updates the duals it crossed, and flips it. */
  function augment(start: number): void {
    const { distance, reachedFrom, settled, queue } = scratch
    const touched: Array<number> = []
    const closed: Array<number> = []
    let length = margins[start] as number // of the shortest path known: here, the row leaves again
    let leaver = start
    let end = -1

    const scan = (row: number, far: number): void => {
      if (far + (margins[row] as number) < length) {
        length = far + (margins[row] as number)
        leaver = row
        end = -1
      }
      const weight = (classes - (rank[row] as number)) * base
      for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
        const column = heads[k] as number
        const slack = (margins[row] as number) + (prices[column] as number) - weight - (fit[k] as number)
        const reach = far + slack
        if (reach >= length || reach >= (distance[column] as number)) continue
        if (distance[column] === Infinity) touched.push(column)
        distance[column] = reach
        reachedFrom[column] = row
        if ((rowOf[column] as number) >= 0) queue.push(reach, column)
        else {
          length = reach
          end = column
        }
      }
    }

    scan(start, 0)
    while (queue.least() < length) {
      const column = queue.pop()
      if (settled[column] === 1) continue
      settled[column] = 1
      closed.push(column)
      scan(rowOf[column] as number, distance[column] as number)
    }

    margins[start] = (margins[start] as number) - length
    for (const column of closed) {
      const change = length - (distance[column] as number)
      const row = rowOf[column] as number
      prices[column] = (prices[column] as number) + change
      margins[row] = (margins[row] as number) - change
    }
    flip(end, leaver, reachedFrom)
    for (const column of touched) {
      distance[column] = Infinity
      settled[column] = 0
    }
    queue.clear()
  }

  /** Moves everyone along the path back from the free column `end`, or from the column of the row that leaves. */
  function flip(end: number, leaver: number, reachedFrom: Int32Array): void {
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
  }
}

interface SearchSpace {
  readonly distance: Float64Array
  readonly reachedFrom: Int32Array
  readonly settled: Uint8Array
  readonly queue: Heap
}

const searchSpace = (columns: number): SearchSpace => ({
  distance: new Float64Array(columns).fill(Infinity),
  reachedFrom: new Int32Array(columns),
  settled: new Uint8Array(columns),
  queue: heap(),
})

const totalsOf = ({ graph, rank, classes }: RankedProblem, columnOf: Int32Array): Totals => {
  const placedByClass = Array.from({ length: classes }, () => 0)
  let placed = 0
  let fit = 0
  for (const [row, column] of columnOf.entries()) {
    if (column < 0) continue
    const at = rank[row] as number
    placedByClass[at] = (placedByClass[at] as number) + 1
    placed += 1
    fit += graph.fit[graph.heads.indexOf(column, graph.offsets[row])] as number
  }
  return { placed, placedByClass, fit }
}
