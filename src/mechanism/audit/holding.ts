import type { Graph } from '../../matching/graph.ts'
import { left, type Result, right } from '../../matching/result.ts'
import { columnsError, type InputError } from '../input-error.ts'
import { pairOf } from '../pair.ts'

/**
 * What a mechanism says: the column of each row, −1 for none. A `Matching` is one, and so is what stands in a file.
 *
 * @category model
 */
export interface Outcome {
  readonly columnOf: ArrayLike<number>
}

/** An outcome that has been checked: the pair that each row has, the row of each column, −1 for none. */
export interface Holding {
  readonly pairOf: Int32Array
  readonly rowOf: Int32Array
}

/** Time O(rows · log(pairs in a row) + columns). */
export const holding = (graph: Graph, { columnOf }: Outcome): Result<InputError, Holding> => {
  const bad = columnsError('columnOf', graph, columnOf)
  if (bad !== undefined) return left(bad)
  const held = { pairOf: new Int32Array(graph.rows).fill(-1), rowOf: new Int32Array(graph.columns).fill(-1) }
  for (let row = 0; row < graph.rows; row++) {
    const column = columnOf[row] as number
    if (column === -1) continue
    held.pairOf[row] = pairOf(graph, row, column)
    held.rowOf[column] = row
  }
  return right(held)
}

/** How well a row fares: the fit of what it has, −1 without a column. */
export const standing = ({ fit }: Graph, { pairOf }: Holding, row: number): number =>
  fit[pairOf[row] as number] ?? -1
