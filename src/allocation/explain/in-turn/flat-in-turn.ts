import type { FlatId, HouseholdId } from '../../../domain/id.ts'
import type { Switch } from '../../in-turn/walk.ts'
import type { ExchangeCosts } from '../exchange-costs.ts'
import { fitOn, flatLeft } from '../explain-flat.ts'
import type { FlatReason } from '../reason.ts'
import type { CaseInTurn } from './case-in-turn.ts'

/** Who has a flat, or why it stays empty, where flats are given away in turn; `columns` are its homes, at least one. */
export const reasonOfFlatInTurn = (
  of: CaseInTurn,
  flatId: FlatId,
  columns: ReadonlyArray<number>,
): FlatReason => {
  const { problem, matching, walk, idOf } = of
  const taken = columns.filter(column => (matching.rowOf[column] as number) >= 0)
  const [first] = taken
  if (first === undefined) return flatLeft(problem, matching, flatId, columns, of.byColumn())
  const heir = walk.heirOf(first)
  return {
    _tag: 'FlatTaken',
    flatId,
    tenants: taken.map(column => {
      const row = matching.rowOf[column] as number
      return { householdId: idOf(row), fit: fitOn(of.problem.ranked.graph, row, column) }
    }),
    may: (of.byColumn()[first] ?? []).length,
    next: heir < 0 ? [] : [idOf(heir)],
    costs: costsOf(of, walk.without(first)),
  }
}

const costsOf = (of: CaseInTurn, switches: ReadonlyArray<Switch>): ExchangeCosts => ({
  lose: switches.flatMap(({ row, to }): ReadonlyArray<HouseholdId> => (to < 0 ? [of.idOf(row)] : [])),
  gain: [],
  points: switches.reduce(
    (sum, { row, to }) =>
      sum +
      fitOn(of.problem.ranked.graph, row, of.matching.columnOf[row] as number) -
      fitOn(of.problem.ranked.graph, row, to),
    0,
  ),
})
