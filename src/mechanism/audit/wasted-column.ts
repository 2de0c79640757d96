import type { Graph } from '../../matching/graph.ts'
import { type Result, right } from '../../matching/result.ts'
import type { InputError } from '../input-error.ts'
import { type BlockingPair, firstWhere } from './blocking.ts'
import { holding, type Outcome } from './holding.ts'

/**
 * Audit of **no waste**: the first row that prefers a column which is free. `holder` is −1.
 *
 * Fails if the outcome is no matching of the graph. Time O(pairs), space O(rows + columns).
 *
 * Source: Balinski & Sönmez, *A tale of two mechanisms: student placement*, J. Economic Theory 84 (1999).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { wastedColumn } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]]])
 * F.pipe(graph, E.chainW(each => wastedColumn(each, { columnOf: [1, -1] }))) // => E.right({ row: 0, column: 0, holder: -1 })
 * ```
 * @category audits
 */
export const wastedColumn = (
  graph: Graph,
  outcome: Outcome,
): Result<InputError, BlockingPair | undefined> => {
  const held = holding(graph, outcome)
  if (held._tag === 'Left') return held
  return right(firstWhere(graph, held.right, holder => holder < 0))
}
