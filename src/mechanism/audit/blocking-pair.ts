import type { Graph } from '../../matching/graph.ts'
import type { Result } from '../../matching/result.ts'
import type { InputError } from '../input-error.ts'
import type { Priorities } from '../priorities.ts'
import { type BlockingPair, firstPreferred } from './blocking.ts'
import type { Outcome } from './holding.ts'

/**
 * Audit of **stability**: the first row that prefers a column which is free, or whose holder comes strictly later in the
 * column's priorities. None: the matching is stable, with ties weakly so.
 *
 * Fails if the outcome is no matching of the graph, or a priority is none. Time O(pairs), space O(pairs).
 *
 * Sources: Gale & Shapley, Amer. Math. Monthly 69 (1962); Irving, Discrete Applied Mathematics 48 (1994).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { blockingPair } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]]])
 * const audited = E.chainW(each => blockingPair(each, { ofRows: [0, 1] }, { columnOf: [1, 0] }))
 * F.pipe(graph, audited) // => E.right({ row: 0, column: 0, holder: 1 })
 * ```
 * @category audits
 */
export const blockingPair = (
  graph: Graph,
  priorities: Priorities,
  outcome: Outcome,
): Result<InputError, BlockingPair | undefined> => firstPreferred(graph, priorities, outcome, () => true)
