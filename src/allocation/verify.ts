import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { verify as verifyMatching } from '../matching/index.ts'
import { accountedFor } from './accounted-for.ts'
import type { AllocationFlaw } from './flaw.ts'
import { verifyInTurn } from './in-turn/verify-in-turn.ts'
import type { Outcome } from './outcome.ts'
import type { Problem } from './problem.ts'
import type { AllocationTotals } from './totals.ts'

/**
 * Checks an allocation against its problem: every household is accounted for once, every placement passes every
 * rule and has the fit stated (judged afresh, pair by pair), all totals are right, and the proof shows that
 * nobody could be placed better. Uses nothing of the solver. Time O(pairs + placements × rules).
 *
 * Under a policy that allocates in turn, nothing is best and no proof is asked for: then it is `verifyInTurn`.
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
export const verify = (problem: Problem, allocation: Outcome): Either<AllocationFlaw, AllocationTotals> => {
  if (problem.policy.procedure === 'in turn') return verifyInTurn(problem, allocation)
  const accounted = accountedFor(problem, allocation)
  if (E.isLeft(accounted)) return accounted
  const { matching, totals } = accounted.right

  const { proof } = allocation
  if (proof === undefined) return E.left({ _tag: 'NoProof' })
  // duals of one level would prove who, but not where
  if (proof.margins.length < 2)
    return E.left({ _tag: 'NotProven', flaw: { _tag: 'WrongLength', of: 'margins' } })
  const proven = verifyMatching(problem.ranked, { ...matching, ...proof })
  return E.isLeft(proven) ? E.left({ _tag: 'NotProven', flaw: proven.left }) : E.right(totals)
}
