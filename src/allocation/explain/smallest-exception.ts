import type { MarginalValue, Worth } from '../../matching/live/index.ts'
import { fitOf } from '../../rule/preference.ts'
import type { Problem } from '../problem.ts'
import type { Exception } from './change.ts'
import { missOf } from './miss.ts'
import type { Asking } from './missed.ts'

/**
 * The smallest exception that would surely house a household without a flat; `null` if no exception from a single
 * rule would. Limits come first, by how large a part of them is missed; then rules that say no more than no, in the
 * order of the policy. A larger exception from the same rule only adds pairs.
 *
 * `houses` says whether the household would be housed for sure if it might have a home, with a fit. Time O(homes).
 */
export const smallestException = (
  problem: Problem,
  { flats, columnsOf, missed }: Asking,
  row: number,
  houses: (column: number, fit: number) => boolean,
): Exception | null => {
  const { seekers, policy, on, predicates } = problem
  const seeker = seekers[row]
  if (seeker === undefined) return null
  for (const at of missed(row).single) {
    const [flat, columns] = [flats[at], columnsOf[at]]
    if (flat === undefined || columns === undefined) continue
    const { total } = fitOf(policy.preferences, seeker, flat, on, predicates)
    for (let column = columns[0]; column < columns[1]; column++) {
      if (!houses(column, total)) continue
      const [failure] = missOf(problem, seeker, flat).failures
      if (failure === undefined) continue
      const { rule, verdict } = failure
      const by = verdict._tag === 'Fails' ? (verdict.shortfall ?? null) : null
      return { _tag: 'Exception', householdId: seeker.household.id, rule, by, flatId: flat.id }
    }
  }
  return null
}

/**
 * Whether a household without a flat would be housed for sure if it might have a home, in the best allocation.
 *
 * **Why it is exact.** An exception adds pairs for this household alone. It is housed through one of them if, and only
 * if, what the pair is worth exceeds what the allocation loses with the home (`marginalValues`): the others, placed as
 * well as can be without it, and this pair then beat every allocation that leaves the household out. Where both sides
 * are equal, fit and rank leave open who is housed, and the pair does not count.
 */
export const housedBest =
  ({ ranked: { rank, weights } }: Problem, row: number, losses: ReadonlyArray<MarginalValue>) =>
  (column: number, fit: number): boolean => {
    const weight = weights[rank[row] as number] as number
    return exceeds({ rank: weight, fit }, (losses[column] as MarginalValue).loss)
  }

/** Rank first, then fit. */
export const exceeds = (a: Worth, b: Worth): boolean => (a.rank !== b.rank ? a.rank > b.rank : a.fit > b.fit)
