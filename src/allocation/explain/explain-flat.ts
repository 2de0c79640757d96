import type { Seeker } from '../../domain/household.ts'
import type { FlatId } from '../../domain/id.ts'
import type { Graph, Matching } from '../../matching/index.ts'
import type { Candidate } from '../../matching/live/index.ts'
import type { Home } from '../home.ts'
import type { Problem } from '../problem.ts'
import { costsOfColumn } from './exchange-costs.ts'
import type { Case } from './explain-case.ts'
import { countByRule, missOf, nearestOf } from './miss.ts'
import type { AllHaveBetter, FlatReason, NobodyMay } from './reason.ts'

/** Who has a flat, or why it stays empty; `columns` are its homes, at least one. */
export const reasonOfFlat = (of: Case, flatId: FlatId, columns: ReadonlyArray<number>): FlatReason => {
  const { problem, solution, seekerAt, line, byColumn } = of
  const taken = columns.flatMap(column => {
    const row = solution.rowOf[column] as number
    return row < 0 ? [] : [{ row, column }]
  })
  const [tenant] = taken
  if (tenant === undefined) return flatLeft(problem, solution, flatId, columns, byColumn())
  return {
    _tag: 'FlatTaken',
    flatId,
    tenants: taken.map(({ row, column }) => ({
      householdId: seekerAt(row).household.id,
      fit: fitOn(problem.ranked.graph, row, column),
    })),
    may: (byColumn()[columns[0] as number] ?? []).length,
    next: line()
      .next(tenant.row)
      .map(row => seekerAt(row).household.id),
    costs: costsOfColumn(problem, solution, tenant.column),
  }
}

/** Who may have a home, with the fit there and of the own home. */
const mayHave = (
  { ranked: { graph }, seekers }: Problem,
  { columnOf }: Matching,
  pairs: Candidate,
): AllHaveBetter['may'] =>
  pairs.map(([row, fitHere]) => ({
    householdId: (seekers[row] as Seeker).household.id,
    fit: fitOn(graph, row, columnOf[row] as number),
    fitHere,
  }))

/** The fit of a pair; 0 for no column. */
export const fitOn = ({ offsets, heads, fit }: Graph, row: number, column: number): number =>
  column < 0 ? 0 : (fit[heads.indexOf(column, offsets[row])] as number)

/** Why a flat stays empty. */
export const flatLeft = (
  problem: Problem,
  matching: Matching,
  flatId: FlatId,
  columns: ReadonlyArray<number>,
  byColumn: ReadonlyArray<Candidate>,
): AllHaveBetter | NobodyMay => {
  const [first] = columns as readonly [number]
  const may = mayHave(problem, matching, byColumn[first] ?? [])
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
