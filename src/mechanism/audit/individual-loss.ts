import type { Graph } from '../../matching/graph.ts'
import { left, type Result, right } from '../../matching/result.ts'
import { columnsError, type InputError } from '../input-error.ts'
import { pairOf } from '../pair.ts'
import { holding, type Outcome, standing } from './holding.ts'

/**
 * A row that had `endowment` and now has `column`, −1 for none, which fits it less.
 *
 * @category model
 */
export interface IndividualLoss {
  readonly row: number
  readonly endowment: number
  readonly column: number
}

/**
 * Audit of **individual rationality**: the first row that would rather have kept what it had. That nobody gets a column
 * that it does not accept needs no audit: an outcome with one is refused, as no matching of the graph.
 *
 * - `endowment[i]`: the column that row `i` had, −1 for none.
 * - Fails with the first thing wrong in the endowment or the outcome.
 *
 * Time O(rows · log(pairs in a row) + columns).
 *
 * Source: Abdulkadiroğlu & Sönmez, *House allocation with existing tenants*, J. Economic Theory 88 (1999).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { individualLoss } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]]])
 * F.pipe(graph, E.chainW(each => individualLoss(each, [0, -1], { columnOf: [1, 0] }))) // => E.right({ row: 0, endowment: 0, column: 1 })
 * ```
 * @category audits
 */
export const individualLoss = (
  graph: Graph,
  endowment: ArrayLike<number>,
  outcome: Outcome,
): Result<InputError, IndividualLoss | undefined> => {
  const bad = columnsError('endowment', graph, endowment)
  if (bad !== undefined) return left(bad)
  const held = holding(graph, outcome)
  if (held._tag === 'Left') return held
  for (let row = 0; row < graph.rows; row++) {
    const before = endowment[row] as number
    if (before === -1) continue
    if ((graph.fit[pairOf(graph, row, before)] as number) > standing(graph, held.right, row))
      return right({ row, endowment: before, column: outcome.columnOf[row] as number })
  }
  return right(undefined)
}
