import { fitOf } from '../../rule/preference.ts'
import { costsOfPair } from './exchange-costs.ts'
import type { Case } from './explain-case.ts'
import { missesOf } from './missed.ts'
import { oneMoreFlat } from './one-more-flat.ts'
import type { BetterFlat, HouseholdReason, NoFlatFits, Outranked, Placed } from './reason.ts'
import { housedBest, smallestException } from './smallest-exception.ts'
import { pairsOf } from './solution-of.ts'

/** Why the household of a row has its flat, or has none. */
export const reasonOfRow = (of: Case, row: number): HouseholdReason => {
  if (of.solution.columnOf[row] !== -1) return placed(of, row)
  const { offsets } = of.problem.ranked.graph
  return offsets[row] === offsets[row + 1] ? noFlatFits(of, row) : outranked(of, row)
}

const placed = ({ problem, solution, seekerAt, homeAt }: Case, row: number): Placed => {
  const { columnOf, rowOf } = solution
  const { flat } = homeAt(columnOf[row] as number)
  const { policy, on, predicates } = problem
  const { points, total } = fitOf(policy.preferences, seekerAt(row), flat, on, predicates)
  // a home that fits better is never spare: its price would not be 0
  const better = pairsOf(problem.ranked.graph, row)
    .filter(({ fit, column }) => fit > total && homeAt(column).room === 0)
    .sort((a, b) => b.fit - a.fit)
  const [best] = better
  return {
    _tag: 'Placed',
    flatId: flat.id,
    points,
    fit: total,
    better: better.map(
      ({ column, fit }): BetterFlat => ({
        flatId: homeAt(column).flat.id,
        fit,
        heldBy: seekerAt(rowOf[column] as number).household.id,
      }),
    ),
    costs: best === undefined ? null : costsOfPair(problem, solution, row, best.column),
  }
}

const noFlatFits = ({ problem, seekerAt, losses, asking, housedWith }: Case, row: number): NoFlatFits => ({
  _tag: 'NoFlatFits',
  ...missesOf(problem, asking(), seekerAt(row), row),
  exception: smallestException(problem, asking(), row, housedBest(problem, row, losses())),
  oneMore: oneMoreFlat(problem, asking(), row, housedWith()(row)),
})

const outranked = ({ problem, losses, line, asking, idsOf, flatsOf }: Case, row: number): Outranked => {
  const members = line().hallSet(row)
  const ifWithdrawn = line().ifWithdrawn(row)
  return {
    _tag: 'Outranked',
    hallSet: idsOf(members),
    flats: flatsOf(members),
    ahead: idsOf(line().ahead(row)),
    ifOneOf: idsOf(ifWithdrawn),
    ifOneMoreOf: flatsOf(ifWithdrawn),
    exception: smallestException(problem, asking(), row, housedBest(problem, row, losses())),
  }
}
