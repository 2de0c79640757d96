import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Seeker } from '../domain/household.ts'
import { verify as verifyMatching } from '../matching/index.ts'
import { judge } from '../rule/judge.ts'
import { fitOf } from '../rule/preference.ts'
import type { Allocation } from './allocation.ts'
import type { AllocationFlaw } from './flaw.ts'
import type { Home } from './home.ts'
import { matchingOf } from './matching-of.ts'
import type { Problem } from './problem.ts'
import type { AllocationTotals } from './totals.ts'
import { totalsOf } from './totals.ts'

/**
 * Checks an allocation against its problem: every household is accounted for once, every placement passes every
 * rule and has the fit stated (judged afresh, pair by pair), all totals are right, and the proof shows that
 * nobody could be placed better. Uses nothing of the solver. Time O(pairs + placements × rules).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, pose, verify, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const checked = F.pipe(pose(question), E.chainW(problem => verify(problem, allocate(problem))))
 * F.pipe(checked, E.map(totals => totals.placements)) // => E.right(1)
 * const forged = F.pipe(pose(question), E.chainW(problem => verify(problem, { ...allocate(problem), unplaced: [] })))
 * forged // => E.left({ _tag: 'NotOnce', householdId: 'H2' })
 * ```
 * @category proofs
 */
export const verify = (
  problem: Problem,
  allocation: Allocation,
): Either<AllocationFlaw, AllocationTotals> => {
  const matching = matchingOf(problem, allocation)
  if (E.isLeft(matching)) return matching

  const stated = new Map(allocation.placements.map(({ householdId, fit }) => [householdId, fit]))
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

  const totals = totalsOf(problem, allocation.placements)
  for (const of of Object.keys(totals) as ReadonlyArray<keyof AllocationTotals>) {
    const stated = allocation.totals[of]
    if (stated !== totals[of]) return E.left({ _tag: 'WrongCount', of, stated, found: totals[of] })
  }

  const { proof } = allocation
  // duals of one level would prove who, but not where
  if (proof.margins.length < 2)
    return E.left({ _tag: 'NotProven', flaw: { _tag: 'WrongLength', of: 'margins' } })
  const proven = verifyMatching(problem.ranked, { ...matching.right, ...proof })
  return E.isLeft(proven) ? E.left({ _tag: 'NotProven', flaw: proven.left }) : E.right(totals)
}
