import type { Graph } from '../matching/graph.ts'
import type { Matching } from '../matching/matching.ts'
import { rowLists } from './preference-lists.ts'

/** Who takes part, in the order of their turns; who owns each column, −1 for nobody; the columns that nobody may have. */
export interface Market {
  readonly turns: Int32Array
  readonly ownerOf: Int32Array
  readonly withheld: Uint8Array
}

/**
 * Lets rows trade: at its turn a row asks for the best column left. If the owner has not been served, the owner goes
 * before it, and so on; if that leads back to an owner already in this queue, all from there on take what they asked for.
 *
 * **Invariant.** In `queue`, each row but the last has asked for the column of the next. So whoever closes a cycle pays
 * the column it owns for the one it gets. A row enters the queue once; a column is passed over for good once it is taken.
 *
 * Time and space O(pairs).
 */
export const trade = (graph: Graph, { turns, ownerOf, withheld }: Market): Matching => {
  const { rows, columns, heads } = graph
  const { offsets, pairs } = rowLists(graph)
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const next = offsets.slice(0, rows)
  const queued = new Uint8Array(rows) // and still so when served
  const served = new Uint8Array(rows)
  const queue = new Int32Array(rows)
  let length = 0

  for (const turn of turns) {
    if (queued[turn] === 0) join(turn)
    while (length > 0) {
      const row = queue[length - 1] as number
      const column = asked(row)
      const owner = column < 0 ? -1 : (ownerOf[column] as number)
      if (owner < 0 || served[owner] === 1) serve(column)
      else if (queued[owner] === 0) join(owner)
      else for (let last = -1; last !== owner; ) last = serve(asked(queue[length - 1] as number))
    }
  }
  return { columnOf, rowOf }

  function join(row: number): void {
    queued[row] = 1
    queue[length++] = row
  }

  /** The best column left for a row, −1 for none. */
  function asked(row: number): number {
    for (; (next[row] as number) < (offsets[row + 1] as number); next[row] = (next[row] as number) + 1) {
      const column = heads[pairs[next[row] as number] as number] as number
      if (rowOf[column] === -1 && withheld[column] === 0) return column
    }
    return -1
  }

  /** The last of the queue leaves it, with this column. */
  function serve(column: number): number {
    const row = queue[--length] as number
    served[row] = 1
    columnOf[row] = column
    if (column >= 0) rowOf[column] = row
    return row
  }
}

/** The owner of each column, −1 for none. */
export const ownersOf = ({ rows, columns }: Graph, endowment: ArrayLike<number>): Int32Array => {
  const ownerOf = new Int32Array(columns).fill(-1)
  for (let row = 0; row < rows; row++) if (endowment[row] !== -1) ownerOf[endowment[row] as number] = row
  return ownerOf
}
