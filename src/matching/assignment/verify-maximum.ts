import type { Graph } from '../graph.ts'
import { left, type Result, right } from '../result.ts'
import { wrongLength } from '../verify.ts'
import type { Maximum } from './maximum.ts'

/**
 * What is wrong with a largest matching or its cover, and where. `CoverTooLarge` is a sound cover that proves nothing:
 * it has more vertices than the matching has pairs.
 *
 * @category errors
 */
export type MaximumFlaw =
  | { readonly _tag: 'WrongLength'; readonly of: 'columnOf' | 'rowOf' }
  | { readonly _tag: 'NotMutual' | 'NotAPair' | 'Uncovered'; readonly row: number; readonly column: number }
  | { readonly _tag: 'NotAscending'; readonly of: 'rows' | 'columns'; readonly at: number }
  | { readonly _tag: 'CoverTooLarge'; readonly cover: number; readonly pairs: number }

/**
 * Checks that a matching is one, and that its cover proves it largest: every pair of the graph has its row or its
 * column in the cover, which is no larger than the matching. Shares no code with the solver.
 *
 * Gives the number of pairs matched, or the first {@link MaximumFlaw}; never throws, whatever the arrays hold. Time
 * O(pairs + rows + columns), space O(rows + columns).
 *
 * Source: Kőnig, *Gráfok és mátrixok*, Mat. Fiz. Lapok 38 (1931).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { maximumMatching, verifyMaximum } from 'einzug/matching/assignment'
 * const graph = graphFromRows(1, [[[0, 0]], [[0, 0]]])
 * F.pipe(graph, E.chainW(each => verifyMaximum(each, maximumMatching(each)))) // => E.right(1)
 * ```
 * @category proofs
 */
export const verifyMaximum = (
  { rows, columns, offsets, heads }: Graph,
  { columnOf, rowOf, cover }: Maximum,
): Result<MaximumFlaw, number> => {
  const torn = wrongLength([
    ['columnOf', columnOf, rows],
    ['rowOf', rowOf, columns],
  ])
  if (torn !== undefined) return left({ _tag: 'WrongLength', of: torn })
  const sides = cover as Partial<Maximum['cover']> | null | undefined
  const covered = { rows: new Uint8Array(rows), columns: new Uint8Array(columns) }
  let size = 0
  for (const of of ['rows', 'columns'] as const) {
    const numbers: ArrayLike<number> = sides?.[of] ?? [-1]
    let previous = -1
    for (let at = 0; at < numbers.length; at++, size++) {
      const number = numbers[at] as number
      if (!(Number.isInteger(number) && number > previous && number < covered[of].length))
        return left({ _tag: 'NotAscending', of, at })
      covered[of][number] = 1
      previous = number
    }
  }

  for (let column = 0; column < columns; column++) {
    const row = rowOf[column] as number
    if (row !== -1 && columnOf[row] !== column) return left({ _tag: 'NotMutual', row, column })
  }
  let pairs = 0
  for (let row = 0; row < rows; row++) {
    const chosen = columnOf[row] as number
    if (chosen !== -1 && rowOf[chosen] !== row) return left({ _tag: 'NotMutual', row, column: chosen })
    let isPair = false
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const column = heads[k] as number
      if (covered.rows[row] !== 1 && covered.columns[column] !== 1)
        return left({ _tag: 'Uncovered', row, column })
      if (column === chosen) isPair = true
    }
    if (isPair) pairs += 1
    else if (chosen !== -1) return left({ _tag: 'NotAPair', row, column: chosen })
  }
  return size <= pairs ? right(pairs) : left({ _tag: 'CoverTooLarge', cover: size, pairs })
}
