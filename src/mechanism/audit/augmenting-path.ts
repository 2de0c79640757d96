import type { Graph } from '../../matching/graph.ts'
import { type Result, right } from '../../matching/result.ts'
import type { InputError } from '../input-error.ts'
import { holding, type Outcome } from './holding.ts'

/**
 * Rows that move at once: `rows[k]` to `columns[k]`. Each of these columns is free, or its holder is one of these rows.
 *
 * @category model
 */
export interface Moves {
  readonly rows: ReadonlyArray<number>
  readonly columns: ReadonlyArray<number>
}

/**
 * Audit of **maximum cardinality**: moves after which one more row has a column, and nobody has lost its own. None: no
 * matching places more rows. The first row of the moves is the one placed, the last column is the one that was free.
 *
 * **Method.** One search in breadth from all rows without a column, to columns they may have, on to their holders.
 * Fails if the outcome is no matching of the graph. Time O(pairs), space O(rows + columns).
 *
 * Source: Berge, *Two theorems in graph theory*, Proc. National Academy of Sciences 43 (1957).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { augmentingPath } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]]])
 * F.pipe(graph, E.chainW(each => augmentingPath(each, { columnOf: [0, -1] }))) // => E.right({ rows: [1, 0], columns: [0, 1] })
 * ```
 * @category audits
 */
export const augmentingPath = (graph: Graph, outcome: Outcome): Result<InputError, Moves | undefined> => {
  const held = holding(graph, outcome)
  if (held._tag === 'Left') return held
  const { pairOf, rowOf } = held.right
  const { rows, columns, offsets, heads } = graph
  const reachedFrom = new Int32Array(columns).fill(-1)
  const queue = new Int32Array(rows)
  let length = 0
  for (let row = 0; row < rows; row++) if (pairOf[row] === -1) queue[length++] = row
  for (let at = 0; at < length; at++) {
    const row = queue[at] as number
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const column = heads[k] as number
      if (reachedFrom[column] !== -1) continue
      reachedFrom[column] = row
      const holder = rowOf[column] as number
      if (holder === -1) return right(pathTo(column))
      queue[length++] = holder
    }
  }
  return right(undefined)

  function pathTo(free: number): Moves {
    const moves: { rows: Array<number>; columns: Array<number> } = { rows: [], columns: [] }
    for (let column = free; column >= 0; ) {
      const row = reachedFrom[column] as number
      moves.rows.push(row)
      moves.columns.push(column)
      column = heads[pairOf[row] as number] ?? -1
    }
    return { rows: moves.rows.reverse(), columns: moves.columns.reverse() }
  }
}
