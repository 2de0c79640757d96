import type { Graph } from '../matching/graph.ts'
import type { Matching } from '../matching/matching.ts'
import { left, type Result, right } from '../matching/result.ts'
import { columnsError, type InputError, orderError } from './input-error.ts'
import { ownersOf, trade } from './trade.ts'

/**
 * Who comes first, and who lives where: `order` names every row once; `endowment[i]` is the column that row `i` has and
 * may keep, −1 for a newcomer.
 *
 * @category model
 */
export interface Tenants {
  readonly order: ArrayLike<number>
  readonly endowment: ArrayLike<number>
}

/**
 * Tenants who may stay, newcomers and free columns in one allocation, so that no tenant loses: *you request my house, I
 * get your turn*. Rows ask in order for the best column left. Whoever asks for the home of a tenant who has not been
 * served lets that tenant ask first; if the requests close a cycle, all in it swap; a free column is simply taken.
 *
 * - `endowment`: every home must be a pair of its tenant: it may stay there. No column is two tenants'.
 * - Gives who has what; of equal fits a row asks for the lower column. Every tenant has its home or one that fits it
 *   better; newcomers who find nothing left go without.
 * - Fails with the first thing wrong in `order` or `endowment`.
 *
 * **What it guarantees.** No tenant loses (individual rationality). No row can gain by a false list. If no row likes two
 * columns equally, nobody can be made better off without a loss to somebody. With no tenants it is the serial
 * dictatorship, with no newcomers and no free columns Gale's top trading cycles: see {@link transfers}.
 *
 * **Invariant.** See `trade`: a row that is served gets the best of all columns not taken before, and those before it got
 * theirs without it. Time and space O(pairs).
 *
 * Sources: Abdulkadiroğlu & Sönmez, *House allocation with existing tenants*, J. Economic Theory 88 (1999); Shapley &
 * Scarf, *On cores and indivisibility*, J. Mathematical Economics 1 (1974). Deviations: rows may find columns
 * unacceptable, and like several equally.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { topTradingCycles } from 'einzug/mechanism'
 * // row 1 lives in column 0, and would rather have column 1, which is free
 * const graph = graphFromRows(2, [[[0, 9]], [[0, 1], [1, 2]]])
 * const tenants = { order: [0, 1], endowment: [-1, 0] }
 * F.pipe(graph, E.chainW(each => topTradingCycles(each, tenants)), E.map(({ columnOf }) => [...columnOf])) // => E.right([0, 1])
 * ```
 * @category mechanisms
 */
export const topTradingCycles = (
  graph: Graph,
  { order, endowment }: Tenants,
): Result<InputError, Matching> => {
  const bad = orderError(graph, order) ?? columnsError('endowment', graph, endowment)
  if (bad !== undefined) return left(bad)
  const withheld = new Uint8Array(graph.columns)
  return right(trade(graph, { turns: Int32Array.from(order), ownerOf: ownersOf(graph, endowment), withheld }))
}
