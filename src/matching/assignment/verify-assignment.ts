import { left, type Result, right } from '../result.ts'
import { wrongLength } from '../verify.ts'
import type { Assignment } from './assignment.ts'

/**
 * What is wrong with an assignment, and where. `NotWhole` and `Unassigned` name a place on the side they name;
 * `BadSign` is a potential on the longer side that is beyond 0, or not 0 without a partner.
 *
 * @category errors
 */
export type AssignmentFlaw =
  | { readonly _tag: 'WrongLength'; readonly of: 'costs' | 'columnOf' | 'rowPotentials' | 'columnPotentials' }
  | {
      readonly _tag: 'NotWhole' | 'Unassigned' | 'BadSign'
      readonly of: 'row' | 'column'
      readonly at: number
    }
  | { readonly _tag: 'NotWholeCost'; readonly row: number; readonly column: number }
  | { readonly _tag: 'BadColumn' | 'TakenTwice'; readonly row: number; readonly column: number }
  | {
      readonly _tag: 'Undercut' | 'NotTight'
      readonly row: number
      readonly column: number
      readonly by: number
    }
  | { readonly _tag: 'WrongTotal'; readonly found: number; readonly stated: number }

/**
 * Checks an assignment against its costs, in whole numbers, without any of the solver's code: that everyone on the
 * shorter side has a partner of their own, and that the potentials prove the total best (see {@link Assignment}).
 *
 * - `costs`: whole numbers up to 2⁵² in absolute value, as {@link assign} takes them.
 * - Gives the total, or the first {@link AssignmentFlaw}; never throws, whatever stands in the arrays.
 *
 * Time O(rows · columns), space O(columns).
 *
 * Source: weak duality of linear programs; Kuhn, *The Hungarian method*, NRLQ 2 (1955).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { assign, verifyAssignment } from 'einzug/matching/assignment'
 * const costs = [[4, 1, 3], [2, 0, 5]]
 * F.pipe(assign(costs, 'minimise'), E.chainW(found => verifyAssignment(costs, 'minimise', found))) // => E.right(3)
 * ```
 * @category proofs
 */
export const verifyAssignment = (
  costs: ReadonlyArray<ArrayLike<number>>,
  objective: 'minimise' | 'maximise',
  { columnOf, total, rowPotentials, columnPotentials }: Assignment,
): Result<AssignmentFlaw, number> => {
  const rows = costs.length
  const columns = costs[0]?.length ?? 0
  const torn = wrongLength([
    ...costs.map(line => ['costs', line, columns] as const),
    ['columnOf', columnOf, rows],
    ['rowPotentials', rowPotentials, rows],
    ['columnPotentials', columnPotentials, columns],
  ])
  if (torn !== undefined) return left({ _tag: 'WrongLength', of: torn })

  const sign = objective === 'minimise' ? 1 : -1
  const holder = new Int32Array(columns).fill(-1)
  let found = 0
  for (let row = 0; row < rows; row++) {
    const line = costs[row] as ArrayLike<number>
    const chosen = columnOf[row] as number
    const u = rowPotentials[row] as number
    if (!isExact(u)) return left({ _tag: 'NotWhole', of: 'row', at: row })
    if (rows > columns && (sign * u > 0 || (chosen === -1 && u !== 0)))
      return left({ _tag: 'BadSign', of: 'row', at: row })
    if (chosen !== -1) {
      if (!(Number.isInteger(chosen) && chosen >= 0 && chosen < columns))
        return left({ _tag: 'BadColumn', row, column: chosen })
      if (holder[chosen] !== -1) return left({ _tag: 'TakenTwice', row, column: chosen })
      holder[chosen] = row
      found += line[chosen] as number
    } else if (rows <= columns) return left({ _tag: 'Unassigned', of: 'row', at: row })
    for (let column = 0; column < columns; column++) {
      const cost = line[column] as number
      const v = columnPotentials[column] as number
      if (!isExact(cost)) return left({ _tag: 'NotWholeCost', row, column })
      if (!isExact(v)) return left({ _tag: 'NotWhole', of: 'column', at: column })
      // cost − u is exact, so that the sign of the difference is right, whatever is rounded
      const slack = sign * (cost - u - v)
      if (slack < 0) return left({ _tag: 'Undercut', row, column, by: -slack })
      if (column === chosen && slack > 0) return left({ _tag: 'NotTight', row, column, by: slack })
    }
  }
  for (let column = 0; column < columns; column++) {
    const v = columnPotentials[column] as number
    const free = holder[column] === -1
    if (!isExact(v)) return left({ _tag: 'NotWhole', of: 'column', at: column })
    if (free && rows >= columns) return left({ _tag: 'Unassigned', of: 'column', at: column })
    if (rows <= columns && (sign * v > 0 || (free && v !== 0)))
      return left({ _tag: 'BadSign', of: 'column', at: column })
  }
  return found === total && Number.isSafeInteger(found)
    ? right(found)
    : left({ _tag: 'WrongTotal', found, stated: total })
}

/** A whole number whose difference to another one is exact. */
const isExact = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= 2 ** 52
