import { type Result, right } from '../result.ts'
import { type AssignmentError, checkCosts, negated, turned } from './costs.ts'
import { denseAssignment } from './dense.ts'

/**
 * An assignment and its proof. `columnOf[i]` is the column of row `i`, −1 where there are more rows than columns
 * and row `i` has none; `total` is the sum of the costs chosen.
 *
 * The potentials prove it: when minimising, row potential + column potential ≤ cost on every pair, with equality
 * on the pairs chosen; on the longer side no potential is above 0, and it is 0 for whoever has no partner. So the
 * sum of all potentials is below no total, and is this one. When maximising, ≥ and "below 0" instead.
 *
 * @category model
 */
export interface Assignment {
  readonly columnOf: Int32Array
  readonly total: number
  readonly rowPotentials: Float64Array
  readonly columnPotentials: Float64Array
}

/**
 * The classical assignment problem: every row (or, if there are fewer columns, every column) is assigned, and
 * the total is least (`minimise`) or greatest (`maximise`).
 *
 * - `costs`: a rectangular matrix of whole numbers, one array (typed or not) per row; negative costs allowed. With
 *   n = min(rows, columns): greatest − least ≤ 2⁴⁹, and n · (greatest absolute cost) ≤ 2⁵².
 * - Fails on ragged rows, costs that are not whole, and numbers beyond these bounds. So there is no `Infinity` for a
 *   pair that may not be: give it a cost above n times the others, and see whether it was chosen.
 *
 * **In place of `munkres`**, which gives the pairs `[row, column]`: see the second example. Where there are more rows
 * than columns, leave out the rows whose column is −1.
 *
 * **Method.** That of Jonker & Volgenant, over the rows as they are, or over a copy: the columns where there are more
 * rows, and negated to maximise. With n rows and m columns: time O(n · m · min(n, m)), space O(n + m), with a copy
 * O(n · m). Fastest where all rows are arrays of one kind.
 *
 * Sources: Kuhn 1955; Munkres 1957; Jonker & Volgenant, *A shortest augmenting path algorithm for dense and sparse
 * linear assignment problems*, Computing 38 (1987).
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { assign } from 'einzug/matching/assignment'
 * const costs = [[4, 1, 3], [2, 0, 5], [3, 2, 2]]
 * E.map(({ total, columnOf }) => [total, ...columnOf])(assign(costs, 'minimise')) // => E.right([5, 1, 0, 2])
 * E.map(({ total }) => total)(assign(costs, 'maximise')) // => E.right(11)
 * ```
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { assign } from 'einzug/matching/assignment'
 * const munkres = (costs: number[][]) => E.map(({ columnOf }) => [...columnOf.entries()])(assign(costs, 'minimise'))
 * munkres([[4, 1, 3], [2, 0, 5], [3, 2, 2]]) // => E.right([[0, 1], [1, 0], [2, 2]])
 * ```
 * @category solvers
 */
export const assign = (
  costs: ReadonlyArray<ArrayLike<number>>,
  objective: 'minimise' | 'maximise',
): Result<AssignmentError, Assignment> => {
  const checked = checkCosts(costs)
  if (checked._tag === 'Left') return checked
  const rows = costs.length
  const { columns, least, greatest } = checked.right
  const wide = rows <= columns
  const [sign, lowest] = objective === 'minimise' ? ([1, least] as const) : ([-1, -greatest] as const)
  const lines = wide ? (sign === 1 ? costs : negated(checked.right)) : turned(checked.right, sign)

  const dense = denseAssignment(lines, Math.max(rows, columns), lowest)
  const columnOf = wide ? dense.columnOf : dense.rowOf
  let total = 0
  for (const [row, line] of costs.entries()) {
    const column = columnOf[row] as number
    if (column >= 0) total += line[column] as number
  }
  const { u, v } = dense
  const signed = (potentials: Float64Array): Float64Array => potentials.map(each => sign * each + 0) // no −0
  return right({
    columnOf,
    total,
    rowPotentials: signed(wide ? u : v),
    columnPotentials: signed(wide ? v : u),
  })
}
