import type { MarginalValue, Worth } from '../../matching/live/index.ts'
import { fitOf } from '../../rule/preference.ts'
import type { Problem } from '../problem.ts'
import type { Exception } from './change.ts'
import { type Miss, relativeShortfall } from './miss.ts'

/**
 * The smallest exception that would surely house a household without a flat; `null` if no exception from a single
 * rule would. Limits come first, by how large a part of them is missed; then rules that say no more than no, in the
 * order of the policy. A larger exception from the same rule only adds pairs.
 *
 * `houses` says whether the household would be housed for sure if it might have a home, with a fit. Time O(homes).
 */
export const smallestException = (
  problem: Problem,
  misses: ReadonlyArray<Miss>,
  houses: (column: number, fit: number) => boolean,
): Exception | null => {
  const missOf = new Map(misses.map(miss => [miss.flat.id, miss]))
  let best: { readonly exception: Exception; readonly size: number } | null = null
  for (const [column, { flat }] of problem.homes.entries()) {
    const { seeker, failures = [] } = missOf.get(flat.id) ?? {}
    const [failure] = failures
    if (seeker === undefined || failure === undefined || failures.length > 1) continue
    const size = relativeShortfall(failure)
    if (best !== null && !isSmaller(problem, size, failure.rule, best)) continue
    const { total } = fitOf(problem.policy.preferences, seeker, flat, problem.on, problem.predicates)
    if (!houses(column, total)) continue
    const { rule, verdict } = failure
    const by = verdict._tag === 'Fails' ? (verdict.shortfall ?? null) : null
    best = {
      exception: { _tag: 'Exception', householdId: seeker.household.id, rule, by, flatId: flat.id },
      size,
    }
  }
  return best?.exception ?? null
}

const isSmaller = (
  { policy: { rules } }: Problem,
  size: number,
  rule: Exception['rule'],
  best: { readonly exception: Exception; readonly size: number },
): boolean =>
  size !== best.size ? size < best.size : rules.indexOf(rule) < rules.indexOf(best.exception.rule)

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
