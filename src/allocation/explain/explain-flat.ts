import type { Seeker } from '../../domain/household.ts'
import type { FlatId } from '../../domain/id.ts'
import type { Matching } from '../../matching/index.ts'
import type { Home } from '../home.ts'
import type { Problem } from '../problem.ts'
import { costsOfColumn } from './exchange-costs.ts'
import type { Case } from './explain-case.ts'
import { countByRule, missOf, nearestOf } from './miss.ts'
import type { AllHaveBetter, FlatReason, NobodyMay } from './reason.ts'
import { pairsOf } from './solution-of.ts'

/** Who has a flat, or why it stays empty; `columns` are its homes, at least one. */
export const reasonOfFlat = (of: Case, flatId: FlatId, columns: ReadonlyArray<number>): FlatReason => {
  const { problem, solution, seekerAt, line } = of
  const taken = columns.flatMap(column => {
    const row = solution.rowOf[column] as number
    return row < 0 ? [] : [{ row, column }]
  })
  const [tenant] = taken
  if (tenant === undefined) return flatLeft(problem, solution, flatId, columns)
  return {
    _tag: 'FlatTaken',
    flatId,
    tenants: taken.map(({ row, column }) => ({
      householdId: seekerAt(row).household.id,
      fit: fitOn(problem, row, column) ?? 0,
    })),
    may: mayHave(problem, solution, columns[0] as number).length,
    next: line()
      .next(tenant.row)
      .map(row => seekerAt(row).household.id),
    costs: costsOfColumn(problem, solution, tenant.column),
  }
}

const fitOn = ({ ranked: { graph } }: Problem, row: number, at: number): number | undefined =>
  pairsOf(graph, row).find(({ column }) => column === at)?.fit

/** Who may have a home, with the fit there and of the own home. */
export const mayHave = (problem: Problem, { columnOf }: Matching, column: number): AllHaveBetter['may'] =>
  problem.seekers.flatMap(({ household: { id: householdId } }, row) => {
    const fitHere = fitOn(problem, row, column)
    return fitHere === undefined
      ? []
      : [{ householdId, fit: fitOn(problem, row, columnOf[row] as number) ?? 0, fitHere }]
  })

/** Why a flat stays empty. */
export const flatLeft = (
  problem: Problem,
  matching: Matching,
  flatId: FlatId,
  columns: ReadonlyArray<number>,
): AllHaveBetter | NobodyMay => {
  const [first] = columns as readonly [number]
  const may = mayHave(problem, matching, first)
  // best: an empty home has the price 0, so everybody's margin reaches the fit here; in turn: they could have taken it
  if (may.length > 0) return { _tag: 'AllHaveBetter', flatId, may }
  const { flat } = problem.homes[first] as Home
  const misses = problem.seekers.map((seeker: Seeker) => missOf(problem, seeker, flat))
  const nearest = nearestOf(misses)
  return {
    _tag: 'NobodyMay',
    flatId,
    rules: countByRule(problem.policy.rules, misses),
    nearest: nearest && { householdId: nearest.seeker.household.id, failures: nearest.failures },
  }
}
