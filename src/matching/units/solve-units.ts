import { facing } from '../face.ts'
import type { Duals } from '../matching.ts'
import { rowsByRank } from '../problem.ts'
import type { Totals } from '../solve.ts'
import { finish } from '../steps.ts'
import { columnsOf } from '../transpose.ts'
import { entering, type Holding } from './enter-units.ts'
import type { UnitsProblem } from './units.ts'

/**
 * Who has what where columns hold several: `columnOf[i]` is the column of row `i`, −1 for none; `rowsOf` lists the rows
 * of each column, ascending: those of column `j` are `rows[offsets[j]]` to `rows[offsets[j + 1] − 1]`.
 *
 * The duals have two levels, rank and fit. A column has one price, whatever it holds: what one unit of it is worth.
 *
 * @category model
 */
export interface UnitsSolution extends Duals {
  readonly columnOf: Int32Array
  readonly rowsOf: { readonly offsets: Int32Array; readonly rows: Int32Array }
  readonly totals: Totals
}

/**
 * *Who first, then where*, with columns that may hold several rows (many-to-one matching), and its proof. The pairs are
 * not copied.
 *
 * **Problem.** Maximise the tuple (Σ weight, Σ fit) over the pairs chosen, each row in at most one, column `j` in at
 * most `units[j]`. **Dual.** Minimise Σ margins + Σ units · price, where margins and prices are tuples ≥ 0 with margin(i)
 * + price(j) ≥ value(i, j) on every pair, all compared from the left. Both meet when chosen pairs have no slack, only full
 * columns have a price, and rows without a column no margin: see {@link verifyUnits}.
 *
 * **Method.** Successive shortest augmenting paths over both levels at once; rows enter in the order of the ranking. A
 * column is free while it holds fewer rows than it may; a full one passes the search on to all it holds.
 *
 * **Result.** With one unit each, the totals of `solve`; `totals.kept` is 0. Depends on the numbering of rows and
 * columns only where several matchings are best. Time O(rows · pairs · log columns) at worst; space O(pairs
 * + rows + columns), whatever the units.
 *
 * Source: Ford & Fulkerson, *Flows in Networks* (1962), III.9, for the transportation problem; see `entering`.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { solveUnits, unitsProblem } from 'einzug/matching/units'
 * const graph = graphFromRows(2, [[[0, 5]], [[0, 7], [1, 6]], [[0, 9]]])
 * const posed = F.pipe(graph, E.chainW(each => unitsProblem(each, [0, 1, 2], [2, 1])))
 * F.pipe(posed, E.map(problem => [...solveUnits(problem).columnOf])) // => E.right([0, 1, 0])
 * F.pipe(posed, E.map(problem => solveUnits(problem).totals.fit)) // => E.right(20)
 * ```
 * @category solvers
 */
export const solveUnits = ({ graph, rank, weights, units }: UnitsProblem): UnitsSolution => {
  const { rows, columns, offsets, heads, fit } = graph
  const byColumn = columnsOf(rows, columns, offsets, heads)
  // with no level before, the face is the whole graph, the greatest fit first
  const fitOf = (_: number, k: number): number => fit[k] as number
  const face = finish(facing(graph, byColumn, { margins: [], prices: [] }, [], fitOf))
  const { rowAt, columnAt } = face
  const rankHere = Int32Array.from(rowAt, row => rank[row] as number)
  const starts = new Int32Array(columns + 1)
  for (const [name, column] of columnAt.entries()) {
    // no more slots than rows that could take them, so that there are no more slots than pairs
    const most = (byColumn.offsets[column + 1] as number) - (byColumn.offsets[column] as number)
    starts[name + 1] = (starts[name] as number) + Math.min(most, units[column] as number)
  }
  const holding: Holding = {
    columnOf: new Int32Array(rows).fill(-1),
    slotOf: new Int32Array(rows),
    starts,
    held: new Int32Array(columns),
    rowIn: new Int32Array(starts[columns] as number),
    margins: [new Float64Array(rows), new Float64Array(rows)],
    prices: [new Float64Array(columns), new Float64Array(columns)],
  }
  const weightOf = rankHere.map(each => weights[each] as number)
  const enter = entering({ ...face, weightOf }, holding)
  for (const row of rowsByRank({ rank: rankHere, weights })) enter(row)

  const columnOf = new Int32Array(rows).fill(-1)
  const placedByClass = Array.from(weights, () => 0)
  let [placed, total] = [0, 0]
  for (const [name, row] of rowAt.entries()) {
    const column = columnAt[holding.columnOf[name] as number]
    if (column === undefined) continue
    const at = rank[row] as number
    columnOf[row] = column
    placedByClass[at] = (placedByClass[at] as number) + 1
    placed += 1
    total += fit[heads.indexOf(column, offsets[row])] as number
  }
  const back =
    (at: Int32Array) =>
    (duals: Float64Array): Float64Array => {
      const scattered = new Float64Array(duals.length)
      for (const [name, there] of at.entries()) scattered[there] = duals[name] as number
      return scattered
    }
  return {
    columnOf,
    rowsOf: rowsByColumn(columns, columnOf),
    totals: { placed, placedByClass, fit: total, kept: 0 },
    margins: holding.margins.map(back(rowAt)),
    prices: holding.prices.map(back(columnAt)),
  }
}

const rowsByColumn = (columns: number, columnOf: Int32Array): UnitsSolution['rowsOf'] => {
  // a graph with a pair for each row that is placed
  const offsets = new Int32Array(columnOf.length + 1)
  for (const [row, column] of columnOf.entries())
    offsets[row + 1] = (offsets[row] as number) + (column < 0 ? 0 : 1)
  const turned = columnsOf(
    columnOf.length,
    columns,
    offsets,
    columnOf.filter(column => column >= 0),
  )
  return { offsets: turned.offsets, rows: turned.tails }
}
