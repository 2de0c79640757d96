import type { Graph } from '../graph.ts'
import type { Matching } from '../matching.ts'

/**
 * A largest matching and its proof: a vertex cover, the numbers of rows and of columns, ascending, so that every pair
 * has its row or its column there. No matching has more pairs than a cover has vertices, and this one has as many.
 *
 * @category model
 */
export interface Maximum extends Matching {
  readonly cover: { readonly rows: ReadonlyArray<number>; readonly columns: ReadonlyArray<number> }
}

/**
 * As many pairs as any matching has, and a vertex cover that proves it. Fit plays no part.
 *
 * **Method.** Each row first takes a column that is free, if it has one. Then in phases: a search in breadth from all
 * rows without a column gives each row its distance; a search in depth along growing distances finds shortest
 * augmenting paths that share no vertex, and flips them. No phase finds shorter paths than the one before it, so there
 * are O(√(rows + columns)) phases. When the search in breadth meets no free column, the columns it reached and the rows
 * it did not reach are the cover (König). Neither search calls itself: a path may be as long as the graph.
 *
 * Time O(pairs · √(rows + columns)), space O(rows + columns).
 *
 * Sources: Hopcroft & Karp, *An n^5/2 algorithm for maximum matchings in bipartite graphs*, SIAM J. Comput. 2 (1973);
 * Kőnig, *Gráfok és mátrixok*, Mat. Fiz. Lapok 38 (1931).
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { maximumMatching } from 'einzug/matching/assignment'
 * const found = E.map(maximumMatching)(graphFromRows(3, [[[0, 0], [1, 0]], [[0, 0]], [[0, 0]]]))
 * E.map(({ columnOf }) => [...columnOf])(found) // => E.right([1, 0, -1])
 * E.map(({ cover }) => cover)(found) // => E.right({ rows: [0], columns: [0] })
 * ```
 * @category solvers
 */
export const maximumMatching = ({ rows, columns, offsets, heads }: Graph): Maximum => {
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const distance = new Int32Array(rows)
  const queue = new Int32Array(rows)
  const place = offsets.slice(0, rows) // of the pair at which a row's search goes on

  const give = (row: number, column: number): void => {
    columnOf[row] = column
    rowOf[column] = row
  }
  for (let row = 0; row < rows; row++) {
    const free = heads.subarray(offsets[row], offsets[row + 1]).find(column => rowOf[column] === -1)
    if (free !== undefined) give(row, free)
  }
  while (layers()) {
    place.set(offsets.subarray(0, rows))
    for (let row = 0; row < rows; row++) if (columnOf[row] === -1) augment(row)
  }

  const coverRows = [...distance.keys()].filter(row => distance[row] === -1)
  const coverColumns = [...rowOf.keys()].filter(column => (distance[rowOf[column] as number] ?? -1) >= 0)
  return { columnOf, rowOf, cover: { rows: coverRows, columns: coverColumns } }

  /** The distance of each row from those without a column, −1 for none; whether a free column was met. */
  function layers(): boolean {
    let length = 0
    for (let row = 0; row < rows; row++) {
      distance[row] = columnOf[row] === -1 ? 0 : -1
      if (distance[row] === 0) queue[length++] = row
    }
    let met = Infinity // the distance at which the first free column was met: nobody need look beyond
    for (let at = 0; at < length; at++) {
      const row = queue[at] as number
      const next = (distance[row] as number) + 1
      if (next > met) break
      for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
        const holder = rowOf[heads[k] as number] as number
        if (holder === -1) met = next
        else if (distance[holder] === -1) {
          distance[holder] = next
          queue[length++] = holder
        }
      }
    }
    return met < Infinity
  }

  /** Flips a path from a row to a free column, if one is left; a row that leads to none is not tried again. */
  function augment(start: number): void {
    let depth = 0
    queue[0] = start
    while (depth >= 0) {
      const row = queue[depth] as number
      const k = place[row] as number
      if (k === offsets[row + 1]) {
        depth -= 1
        continue
      }
      place[row] = k + 1
      const holder = rowOf[heads[k] as number] as number
      if (holder === -1) {
        // every row on the way stands one place past the pair it goes along
        for (; depth >= 0; depth--) {
          const mover = queue[depth] as number
          give(mover, heads[(place[mover] as number) - 1] as number)
        }
      } else if (distance[holder] === depth + 1) queue[++depth] = holder
    }
  }
}
