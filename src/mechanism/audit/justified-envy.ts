import type { Graph } from '../../matching/graph.ts'
import type { Result } from '../../matching/result.ts'
import type { InputError } from '../input-error.ts'
import type { Priorities } from '../priorities.ts'
import { type BlockingPair, firstPreferred } from './blocking.ts'
import type { Outcome } from './holding.ts'

/**
 * Audit of **no justified envy**: the first row that prefers a column whose holder comes strictly later in the column's
 * priorities. A free column is nobody's to envy: see {@link wastedColumn}.
 *
 * Fails if the outcome is no matching of the graph, or a priority is none. Time O(pairs), space O(pairs).
 *
 * Source: Abdulkadiroğlu & Sönmez, *School choice: a mechanism design approach*, Amer. Economic Review 93 (2003).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { justifiedEnvy } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]]])
 * F.pipe(graph, E.chainW(each => justifiedEnvy(each, { ofRows: [0, 1] }, { columnOf: [1, 0] }))) // => E.right({ row: 0, column: 0, holder: 1 })
 * F.pipe(graph, E.chainW(each => justifiedEnvy(each, { ofRows: [0, 1] }, { columnOf: [1, -1] }))) // => E.right(undefined)
 * ```
 * @category audits
 */
export const justifiedEnvy = (
  graph: Graph,
  priorities: Priorities,
  outcome: Outcome,
): Result<InputError, BlockingPair | undefined> =>
  firstPreferred(graph, priorities, outcome, holder => holder >= 0)
