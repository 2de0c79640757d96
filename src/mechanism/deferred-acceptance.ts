import type { Graph } from '../matching/graph.ts'
import type { Matching } from '../matching/matching.ts'
import { type Result, right } from '../matching/result.ts'
import type { InputError } from './input-error.ts'
import { tailsOf } from './pair.ts'
import { columnLists, rowLists } from './preference-lists.ts'
import { type Priorities, pairRanks } from './priorities.ts'

/**
 * Which side proposes: by default the rows.
 *
 * @category model
 */
export interface Proposing {
  readonly proposing?: 'rows' | 'columns'
}

/**
 * Rows have wishes, columns have priorities (a landlord's, a district's): a matching in which no row and column would both
 * rather have each other (stable). Whoever proposes goes down its list; whoever is proposed to holds the best so far and
 * turns down the others.
 *
 * - `priorities`: one ranking of the rows, or a number per pair. Ties are broken by the lower row, of equal fits by the
 *   lower column.
 * - `proposing`: for all rows at once, the stable matching is the best if the rows propose, the worst if the columns do.
 * - Fails with the first priority that is not a whole number, or if there are not enough of them.
 *
 * **What it guarantees.** No blocking pair, hence no justified envy and no column wasted; with ties, *weak* stability: both
 * would have to gain. The same rows are placed whoever proposes. If the rows propose, none can gain by a false list; they
 * may all the same gain by a trade among themselves, at the cost of somebody's priority. With `ofRows` and no ties it is
 * the serial dictatorship.
 *
 * **Invariant.** Nobody has been turned down by a partner that it has in any stable matching; what a receiver holds only
 * gets better. Time and space O(pairs).
 *
 * Sources: Gale & Shapley, *College admissions and the stability of marriage*, Amer. Math. Monthly 69 (1962); McVitie &
 * Wilson, *The stable marriage problem*, CACM 14 (1971), for proposals one by one; Irving, *Stable marriage and
 * indifference*, Discrete Applied Mathematics 48 (1994), for ties; Roth, *The economics of matching: stability and
 * incentives*, Math. of Operations Research 7 (1982).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { deferredAcceptance } from 'einzug/mechanism'
 * // each row likes best the column that puts the other row first
 * const graph = graphFromRows(2, [[[0, 2], [1, 1]], [[0, 1], [1, 2]]])
 * const priorities = { ofPairs: [1, 0, 0, 1] }
 * F.pipe(graph, E.chainW(each => deferredAcceptance(each, priorities)), E.map(({ columnOf }) => [...columnOf])) // => E.right([0, 1])
 * const turned = E.chainW(each => deferredAcceptance(each, priorities, { proposing: 'columns' }))
 * F.pipe(graph, turned, E.map(({ columnOf }) => [...columnOf])) // => E.right([1, 0])
 * ```
 * @category mechanisms
 */
export const deferredAcceptance = (
  graph: Graph,
  priorities: Priorities,
  { proposing = 'rows' }: Proposing = {},
): Result<InputError, Matching> => {
  const ranks = pairRanks(graph, priorities)
  if (ranks._tag === 'Left') return ranks
  const { rows, columns, heads } = graph
  const tails = tailsOf(graph)
  const sides = [
    { count: rows, ofPair: tails, lists: rowLists(graph) },
    { count: columns, ofPair: heads, lists: columnLists(graph, ranks.right) },
  ] as const
  const [proposers, receivers] = proposing === 'rows' ? sides : [sides[1], sides[0]]

  const { offsets, pairs } = proposers.lists
  const next = offsets.slice(0, proposers.count)
  const placeOf = new Int32Array(heads.length) // of a pair, in the receiver's list
  for (let place = 0; place < heads.length; place++) placeOf[receivers.lists.pairs[place] as number] = place
  const held = new Int32Array(receivers.count).fill(-1)
  for (let start = 0; start < proposers.count; start++) {
    let proposer = start
    while (proposer >= 0 && (next[proposer] as number) < (offsets[proposer + 1] as number)) {
      const pair = pairs[next[proposer] as number] as number
      next[proposer] = (next[proposer] as number) + 1
      const receiver = receivers.ofPair[pair] as number
      const before = held[receiver] as number
      if (before >= 0 && (placeOf[before] as number) < (placeOf[pair] as number)) continue
      held[receiver] = pair
      proposer = before < 0 ? -1 : (proposers.ofPair[before] as number)
    }
  }

  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  for (const pair of held) {
    if (pair < 0) continue
    columnOf[tails[pair] as number] = heads[pair] as number
    rowOf[heads[pair] as number] = tails[pair] as number
  }
  return right({ columnOf, rowOf })
}
