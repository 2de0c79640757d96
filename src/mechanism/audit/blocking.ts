import type { Graph } from '../../matching/graph.ts'
import { type Result, right } from '../../matching/result.ts'
import type { InputError } from '../input-error.ts'
import { type Priorities, pairRanks } from '../priorities.ts'
import { type Holding, holding, type Outcome, standing } from './holding.ts'

/**
 * A row and a column that would both rather have each other than what they have: `holder` is the row that has the column
 * now, −1 if it is free.
 *
 * @category model
 */
export interface BlockingPair {
  readonly row: number
  readonly column: number
  readonly holder: number
}

/** The first pair that its row prefers, of a column that is free or has a holder who comes later, and of which this holds. */
export const firstPreferred = (
  graph: Graph,
  priorities: Priorities,
  outcome: Outcome,
  counts: (holder: number) => boolean,
): Result<InputError, BlockingPair | undefined> => {
  const held = holding(graph, outcome)
  if (held._tag === 'Left') return held
  const ranks = pairRanks(graph, priorities)
  if (ranks._tag === 'Left') return ranks
  const rankOf = (pair: number): number => ranks.right[pair] as number
  const comesLater = (holder: number, pair: number): boolean =>
    holder < 0 || rankOf(held.right.pairOf[holder] as number) > rankOf(pair)
  return right(firstWhere(graph, held.right, (holder, pair) => counts(holder) && comesLater(holder, pair)))
}

/** The first pair that its row prefers to what it has, and of which this holds. */
export const firstWhere = (
  graph: Graph,
  held: Holding,
  counts: (holder: number, pair: number) => boolean,
): BlockingPair | undefined => {
  const { rows, offsets, heads, fit } = graph
  for (let row = 0; row < rows; row++) {
    const has = standing(graph, held, row)
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const column = heads[k] as number
      const holder = held.rowOf[column] as number
      if ((fit[k] as number) > has && counts(holder, k)) return { row, column, holder }
    }
  }
  return undefined
}
