import type { FlatId, HouseholdId } from '../../../domain/id.ts'
import type { Switch } from '../../in-turn/walk.ts'
import type { ExchangeCosts } from '../exchange-costs.ts'
import { flatLeft, mayHave } from '../explain-flat.ts'
import type { FlatReason } from '../reason.ts'
import { pairsOf } from '../solution-of.ts'
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
  if (first === undefined) return flatLeft(problem, matching, flatId, columns)
  const heir = walk.heirOf(first)
  return {
    _tag: 'FlatTaken',
    flatId,
    tenants: taken.map(column => {
      const row = matching.rowOf[column] as number
      return { householdId: idOf(row), fit: fitOfPair(of, row, column) }
    }),
    may: mayHave(problem, matching, columns[0] as number).length,
    next: heir < 0 ? [] : [idOf(heir)],
    costs: costsOf(of, walk.without(first)),
  }
}

const costsOf = (of: CaseInTurn, switches: ReadonlyArray<Switch>): ExchangeCosts => ({
  lose: switches.flatMap(({ row, to }): ReadonlyArray<HouseholdId> => (to < 0 ? [of.idOf(row)] : [])),
  gain: [],
  points: switches.reduce(
    (sum, { row, to }) =>
      sum + fitOfPair(of, row, of.matching.columnOf[row] as number) - fitOfPair(of, row, to),
    0,
  ),
})

const fitOfPair = ({ problem }: CaseInTurn, row: number, column: number): number =>
  pairsOf(problem.ranked.graph, row).find(pair => pair.column === column)?.fit ?? 0
