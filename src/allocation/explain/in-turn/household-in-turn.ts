import type { Flat } from '../../../domain/flat.ts'
import type { Seeker } from '../../../domain/household.ts'
import type { HouseholdId } from '../../../domain/id.ts'
import { fitOf } from '../../../rule/preference.ts'
import type { Home } from '../../home.ts'
import { mayLiveIn } from '../may-live.ts'
import { missesOf } from '../missed.ts'
import { oneMoreFlat } from '../one-more-flat.ts'
import type { AllTaken, BetterFlat, NoFlatFits, PlacedInTurn } from '../reason.ts'
import { smallestException } from '../smallest-exception.ts'
import { pairsOf } from '../solution-of.ts'
import type { CaseInTurn } from './case-in-turn.ts'

/** Why the household of a row has its flat, or has none, where flats are given away in turn. */
export const reasonOfRowInTurn = (of: CaseInTurn, row: number): PlacedInTurn | AllTaken | NoFlatFits =>
  of.matching.columnOf[row] === -1 ? unplaced(of, row) : placed(of, row)

const placed = ({ problem, matching, walk, idOf, flatIdOf }: CaseInTurn, row: number): PlacedInTurn => {
  const { policy, on, predicates, seekers, homes } = problem
  const { flat } = homes[matching.columnOf[row] as number] as Home
  const { points, total } = fitOf(policy.preferences, seekers[row] as Seeker, flat, on, predicates)
  return {
    _tag: 'PlacedInTurn',
    turn: (walk.turnOf[row] as number) + 1,
    flatId: flat.id,
    points,
    fit: total,
    // whoever has a better home had it before: else this household would have taken it
    better: pairsOf(problem.ranked.graph, row)
      .filter(({ fit, column }) => fit > total && homes[column]?.room === 0)
      .sort((a, b) => b.fit - a.fit)
      .map(
        ({ column, fit }): BetterFlat => ({
          flatId: flatIdOf(column),
          fit,
          heldBy: idOf(matching.rowOf[column] as number),
        }),
      ),
  }
}

const unplaced = (of: CaseInTurn, row: number): AllTaken | NoFlatFits => {
  const { problem, matching, walk, idOf, flatIdOf, asking } = of
  const changes = {
    // with an exception it takes some home that nobody had before its turn
    exception: smallestException(problem, asking(), row, column => walk.wasFree(column, row)),
    oneMore: oneMoreFlat(problem, asking(), row, housedInTurnWith(of, row)),
  }
  const columns = pairsOf(problem.ranked.graph, row).map(({ column }) => column)
  if (columns.length === 0)
    return {
      _tag: 'NoFlatFits',
      ...missesOf(problem, asking(), problem.seekers[row] as Seeker, row),
      ...changes,
    }
  const holdersOf = (some: ReadonlyArray<number>): ReadonlyArray<HouseholdId> =>
    some
      .map(column => matching.rowOf[column] as number)
      .sort((a, b) => a - b)
      .map(idOf)
  const before = [...matching.rowOf.keys()].filter(column => walk.heirOf(column) === row)
  return {
    _tag: 'AllTaken',
    turn: (walk.turnOf[row] as number) + 1,
    flats: [...new Set(columns.map(flatIdOf))],
    heldBy: holdersOf(columns),
    ifOneOf: holdersOf(before),
    ...changes,
  }
}

/** Whether one more flat would house a household: if somebody else takes it, who follows to what was left by that? */
const housedInTurnWith =
  ({ problem, walk, asking }: CaseInTurn, row: number) =>
  (_: number, flat: () => Flat | null): boolean => {
    const more = flat()
    if (more === null) return false
    const { policy, seekers, homes, on, predicates } = problem
    const mayLive = mayLiveIn(problem, asking(), more)
    const fitFor = (each: number): number | undefined =>
      mayLive(each)
        ? fitOf(policy.preferences, seekers[each] as Seeker, more, on, predicates).total
        : undefined
    const place = homes.filter(({ flat: { id } }) => id < more.id).length - 0.5
    return walk.gains({ fitFor, place }) === row
  }
