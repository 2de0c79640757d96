import type { MarginalValue, Worth } from '../../matching/live/index.ts'
import { fitOf } from '../../rule/preference.ts'
import type { Problem } from '../problem.ts'
import type { Exception } from './change.ts'
import { type Miss, relativeShortfall } from './miss.ts'

/**
 * The smallest exception that would surely house a household without a flat; `null` if no exception from a single
 * rule would. Limits come first, by how large a part of them is missed; then rules that say no more than no, in the
 * order of the policy.
 *
 * **Why it is exact.** An exception adds pairs for this household alone. It is housed through one of them if, and only
 * if, what the pair is worth exceeds what the allocation loses with the home (`marginalValues`): the others, placed as
 * well as can be without it, and this pair then beat every allocation that leaves the household out. A larger exception
 * from the same rule only adds pairs. Where both sides are equal, fit and rank leave open who is housed, and the pair
 * does not count. Time O(homes) once the losses are known.
 */
export const smallestException = (
  problem: Problem,
  row: number,
  misses: ReadonlyArray<Miss>,
  losses: ReadonlyArray<MarginalValue>,
): Exception | null => {
  const { rank, weights } = problem.ranked
  const weight = weights[rank[row] as number] as number
  const missOf = new Map(misses.map(miss => [miss.flat.id, miss]))
  let best: { readonly exception: Exception; readonly size: number } | null = null
  for (const [column, { flat }] of problem.homes.entries()) {
    const { seeker, failures = [] } = missOf.get(flat.id) ?? {}
    const [failure] = failures
    if (seeker === undefined || failure === undefined || failures.length > 1) continue
    const size = relativeShortfall(failure)
    if (best !== null && !isSmaller(problem, size, failure.rule, best)) continue
    const { total } = fitOf(problem.policy.preferences, seeker, flat, problem.on, problem.predicates)
    if (!exceeds({ rank: weight, fit: total }, (losses[column] as MarginalValue).loss)) continue
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

/** Rank first, then fit. */
export const exceeds = (a: Worth, b: Worth): boolean => (a.rank !== b.rank ? a.rank > b.rank : a.fit > b.fit)
