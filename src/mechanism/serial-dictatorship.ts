import type { Graph } from '../matching/graph.ts'
import type { Matching } from '../matching/matching.ts'
import { left, type Result, right } from '../matching/result.ts'
import { type InputError, orderError } from './input-error.ts'

/**
 * Rows pick one after the other: each takes the column it likes best of those left, and nobody is ever moved.
 *
 * - `order`: every row once, the first to pick first. Drawn by lot, it is the random serial dictatorship; by urgency or
 *   by waiting time, a queue.
 * - Gives who has what; of equal fits a row takes the lower column. A row that finds nothing left goes without.
 * - Fails if `order` is not an order of the rows.
 *
 * **What it guarantees.** No row can gain by a false list. Nobody prefers a column that is free or was taken by a later
 * row. If no row likes two columns equally, nobody can be made better off without a loss to somebody. It may leave rows
 * without a column who could all be placed: `solve` of `einzug/matching` moves earlier rows to place later ones.
 *
 * **Invariant.** What the first *k* rows have does not depend on the others. Time O(pairs), space O(rows + columns).
 *
 * Sources: Svensson, *Strategy-proof allocation of indivisible goods*, Social Choice and Welfare 16 (1999);
 * Abdulkadiroğlu & Sönmez, *Random serial dictatorship and the core from random endowments in house allocation
 * problems*, Econometrica 66 (1998). Deviations: rows may find columns unacceptable, and like several equally.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { serialDictatorship } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]]])
 * F.pipe(graph, E.chainW(each => serialDictatorship(each, [0, 1])), E.map(({ columnOf }) => [...columnOf])) // => E.right([0, -1])
 * F.pipe(graph, E.chainW(each => serialDictatorship(each, [1, 0])), E.map(({ columnOf }) => [...columnOf])) // => E.right([1, 0])
 * ```
 * @category mechanisms
 */
export const serialDictatorship = (graph: Graph, order: ArrayLike<number>): Result<InputError, Matching> => {
  const bad = orderError(graph, order)
  if (bad !== undefined) return left(bad)
  const { rows, columns, offsets, heads, fit } = graph
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  for (let turn = 0; turn < rows; turn++) {
    const row = order[turn] as number
    let best = -1
    let most = -1
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      if ((fit[k] as number) <= most || rowOf[heads[k] as number] !== -1) continue
      best = heads[k] as number
      most = fit[k] as number
    }
    if (best < 0) continue
    columnOf[row] = best
    rowOf[best] = row
  }
  return right({ columnOf, rowOf })
}
