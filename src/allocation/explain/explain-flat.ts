import type { FlatId } from '../../domain/id.ts'
import { costsOfColumn } from './exchange-costs.ts'
import type { Case } from './explain-case.ts'
import { countByRule, missOf, nearestOf } from './miss.ts'
import type { FlatReason } from './reason.ts'
import { pairsOf } from './solution-of.ts'

/** Who has a flat, or why it stays empty; `columns` are its homes, at least one. */
export const reasonOfFlat = (of: Case, flatId: FlatId, columns: ReadonlyArray<number>): FlatReason => {
  const { problem, solution, seekerAt, homeAt, line } = of
  const fitAt = (row: number, at: number): number | undefined =>
    pairsOf(problem.ranked.graph, row).find(({ column }) => column === at)?.fit
  const [first] = columns as readonly [number]
  const may = problem.seekers.flatMap(({ household: { id: householdId } }, row) => {
    const fitHere = fitAt(row, first)
    const own = solution.columnOf[row] as number
    return fitHere === undefined ? [] : [{ householdId, fit: fitAt(row, own) ?? 0, fitHere }]
  })
  const taken = columns.flatMap(column => {
    const row = solution.rowOf[column] as number
    return row < 0 ? [] : [{ row, column }]
  })
  const [tenant] = taken
  if (tenant !== undefined)
    return {
      _tag: 'FlatTaken',
      flatId,
      tenants: taken.map(({ row, column }) => ({
        householdId: seekerAt(row).household.id,
        fit: fitAt(row, column) ?? 0,
      })),
      may: may.length,
      next: line()
        .next(tenant.row)
        .map(row => seekerAt(row).household.id),
      costs: costsOfColumn(problem, solution, tenant.column),
    }
  // the price of an empty home is 0: everybody's margin, and so the fit of the own home, reaches the fit here
  if (may.length > 0) return { _tag: 'AllHaveBetter', flatId, may }
  const misses = problem.seekers.map(seeker => missOf(problem, seeker, homeAt(first).flat))
  const nearest = nearestOf(misses)
  return {
    _tag: 'NobodyMay',
    flatId,
    rules: countByRule(problem.policy.rules, misses),
    nearest: nearest && { householdId: nearest.seeker.household.id, failures: nearest.failures },
  }
}
