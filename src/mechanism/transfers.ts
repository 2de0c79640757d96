import type { Graph } from '../matching/graph.ts'
import type { Matching } from '../matching/matching.ts'
import { left, type Result, right } from '../matching/result.ts'
import { columnsError, type InputError } from './input-error.ts'
import { ownersOf, trade } from './trade.ts'

/**
 * Tenants swap homes among themselves; free columns stay free, and whoever has no home takes no part.
 *
 * - `endowment[i]`: the column that row `i` has and may keep, which must be a pair of it; −1 for none.
 * - Gives who has what; every tenant has its home or one that fits it better. Of equal fits a row asks for the lower column.
 * - Fails with the first thing wrong in `endowment`.
 *
 * **What it guarantees.** If no row likes two columns equally, the result is the only one that no group of tenants could
 * improve on by swaps of their own (the core), whatever order it is computed in. Nobody can gain by a false list.
 *
 * **Method.** Gale's top trading cycles. Time and space O(pairs).
 *
 * Sources: Shapley & Scarf, *On cores and indivisibility*, J. Mathematical Economics 1 (1974); Roth & Postlewaite, *Weak
 * versus strong domination in a market with indivisible goods*, J. Mathematical Economics 4 (1977), for the only one; Roth,
 * *Incentive compatibility in a market with indivisible goods*, Economics Letters 9 (1982).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { transfers } from 'einzug/mechanism'
 * const graph = graphFromRows(3, [[[0, 1], [1, 2], [2, 3]], [[0, 2], [1, 1]]])
 * F.pipe(graph, E.chainW(each => transfers(each, [0, 1])), E.map(({ columnOf }) => [...columnOf])) // => E.right([1, 0])
 * ```
 * @category mechanisms
 */
export const transfers = (graph: Graph, endowment: ArrayLike<number>): Result<InputError, Matching> => {
  const bad = columnsError('endowment', graph, endowment)
  if (bad !== undefined) return left(bad)
  const ownerOf = ownersOf(graph, endowment)
  const withheld = new Uint8Array(graph.columns).map((_, column) => (ownerOf[column] === -1 ? 1 : 0))
  return right(trade(graph, { turns: ownerOf.filter(owner => owner >= 0), ownerOf, withheld }))
}
