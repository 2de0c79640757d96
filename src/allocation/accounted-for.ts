import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Seeker } from '../domain/household.ts'
import type { Matching } from '../matching/index.ts'
import { judge } from '../rule/judge.ts'
import { fitOf } from '../rule/preference.ts'
import type { AllocationFlaw } from './flaw.ts'
import type { Home } from './home.ts'
import { matchingOf } from './matching-of.ts'
import type { Outcome } from './outcome.ts'
import type { Problem } from './problem.ts'
import type { AllocationTotals } from './totals.ts'
import { totalsOf } from './totals.ts'

/** An outcome that was checked but for what its procedure promises. */
export interface Accounted {
  readonly matching: Matching
  readonly totals: AllocationTotals
}

/**
 * Whether every household is accounted for once, every placement passes every rule and has the fit stated (judged
 * afresh, pair by pair), and all totals are right. Time O(pairs + placements × rules).
 */
export const accountedFor = (problem: Problem, outcome: Outcome): Either<AllocationFlaw, Accounted> => {
  const matching = matchingOf(problem, outcome)
  if (E.isLeft(matching)) return matching

  const stated = new Map(outcome.placements.map(({ householdId, fit }) => [householdId, fit]))
  for (const [row, column] of matching.right.columnOf.entries()) {
    if (column < 0) continue
    const seeker = problem.seekers[row] as Seeker
    const { flat } = problem.homes[column] as Home
    const householdId = seeker.household.id
    const broken = problem.policy.rules.find(
      rule => judge(rule, seeker, flat, problem.on, problem.predicates)._tag === 'Fails',
    )
    if (broken !== undefined)
      return E.left({ _tag: 'RuleBroken', householdId, flatId: flat.id, rule: broken.name })
    const { total } = fitOf(problem.policy.preferences, seeker, flat, problem.on, problem.predicates)
    const fit = stated.get(householdId) as number
    if (total !== fit) return E.left({ _tag: 'WrongFit', householdId, stated: fit, found: total })
  }

  const totals = totalsOf(problem, outcome.placements)
  for (const of of Object.keys(totals) as ReadonlyArray<keyof AllocationTotals>) {
    const stated = outcome.totals[of]
    if (stated !== totals[of]) return E.left({ _tag: 'WrongCount', of, stated, found: totals[of] })
  }
  return E.right({ matching: matching.right, totals })
}
