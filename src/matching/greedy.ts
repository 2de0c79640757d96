import { type RankedProblem, rowsByRank } from './problem.ts'

/**
 * Who has what: `columnOf[i]` is the column of row `i`, `rowOf[j]` the row of column `j`, −1 for none.
 *
 * @category model
 */
export interface Matching {
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
}

/**
 * *Who first.* Walks down the ranking and places each row if it can be placed together with all those placed
 * before it, moving them to other columns if need be.
 *
 * **Result.** A matching whose rows are, for a strict ranking, the only best set: for every k as many of the
 * first k rows as any matching places. For a weak ranking, as many rows of class 0, then of class 1, … as can be.
 * Fit plays no part.
 *
 * **Invariant.** A search grows from one row over columns and their occupants. If it meets a free column, the
 * path to it is flipped, and nobody placed loses out. If not, the columns it reached are all taken by rows that
 * may have no others: no later search can get out of them, so they are marked dead for good.
 *
 * Time O(placed · pairs) at worst; all failing searches together O(pairs). Space O(rows + columns).
 *
 * Source: Edmonds & Fulkerson, *Transversals and matroid partition*, J. Res. NBS 69B (1965); augmenting paths as
 * in Kuhn, *The Hungarian method*, NRLQ 2 (1955).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, greedy, rankedProblem } from 'einzug/matching'
 * const graph = graphFromRows(2, [[[0, 0], [1, 0]], [[0, 0]], [[0, 0], [1, 0]]])
 * const posed = F.pipe(graph, E.chainW(each => rankedProblem(each, [0, 1, 2])))
 * F.pipe(posed, E.map(problem => [...greedy(problem).columnOf])) // => E.right([1, 0, -1])
 * ```
 * @category solvers
 */
export const greedy = (problem: RankedProblem): Matching => {
  const { rows, columns, offsets, heads } = problem.graph
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const reached = new Uint8Array(columns)
  const reachedFrom = new Int32Array(columns)

  /** A free column reachable from `start`, or −1; the columns it marks stay marked unless one is found. */
  const search = (start: number): number => {
    const queue = [start]
    const marked: Array<number> = []
    for (const row of queue) {
      for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
        const column = heads[k] as number
        if (reached[column] === 1) continue
        reached[column] = 1
        reachedFrom[column] = row
        marked.push(column)
        const occupant = rowOf[column] as number
        if (occupant < 0) {
          for (const alive of marked) reached[alive] = 0
          return column
        }
        queue.push(occupant)
      }
    }
    return -1
  }

  for (const row of rowsByRank(problem)) {
    let column = search(row)
    while (column >= 0) {
      const mover = reachedFrom[column] as number
      const left = columnOf[mover] as number
      columnOf[mover] = column
      rowOf[column] = mover
      column = left
    }
  }
  return { columnOf, rowOf }
}
