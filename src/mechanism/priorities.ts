import type { Graph } from '../matching/graph.ts'
import { left, type Result, right } from '../matching/result.ts'
import { type InputError, numbersError } from './input-error.ts'

/**
 * Whom a column puts first: the row with the lower number, 0 = first. Either one ranking that holds for every column
 * (`ofRows`, one number per row), or one number per pair (`ofPairs`, aligned with `graph.heads`). Whole numbers from 0 to
 * 2³¹ − 1. Equal numbers are a tie, broken by the lower row where a mechanism must choose; nobody can complain of a tie.
 *
 * @category model
 */
export type Priorities = { readonly ofRows: ArrayLike<number> } | { readonly ofPairs: ArrayLike<number> }

/** The number of each pair. */
export const pairRanks = (graph: Graph, priorities: Priorities): Result<InputError, Int32Array> => {
  const { rows, offsets, heads } = graph
  if ('ofPairs' in priorities) {
    const bad = numbersError('priorities', heads.length, priorities.ofPairs, 0)
    return bad === undefined ? right(Int32Array.from(priorities.ofPairs)) : left(bad)
  }
  const bad = numbersError('priorities', rows, priorities.ofRows, 0)
  if (bad !== undefined) return left(bad)
  const ranks = new Int32Array(heads.length)
  for (let row = 0; row < rows; row++)
    ranks.fill(priorities.ofRows[row] as number, offsets[row], offsets[row + 1])
  return right(ranks)
}
