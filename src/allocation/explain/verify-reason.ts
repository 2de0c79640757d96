import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { HouseholdId } from '../../domain/id.ts'
import { type HallFlaw, verifyHallSet } from '../../matching/index.ts'
import type { Allocation } from '../allocation.ts'
import type { AllocationFlaw } from '../flaw.ts'
import { indexOf, matchingOf } from '../matching-of.ts'
import type { Problem } from '../problem.ts'
import type { Outranked } from './reason.ts'

/**
 * Checks the reason a household was given for having no flat, without any of the code that found it: that the
 * households of the Hall set are all placed, rank no later, hold every flat that it or any of them may have, and
 * that none of them could be left out.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, type HouseholdId, type Outranked, pose, type Question, verifyReason } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const reason = { _tag: 'Outranked', hallSet: ['H1'], flats: ['F1'], ahead: [] } as unknown as Outranked
 * const checked = F.pipe(pose(question), E.chainW(problem => verifyReason(problem, allocate(problem))('H2' as HouseholdId, reason)))
 * checked._tag // => 'Right'
 * ```
 * @category proofs
 */
export const verifyReason =
  (problem: Problem, allocation: Allocation) =>
  (householdId: HouseholdId, reason: Outranked): Either<AllocationFlaw | HallFlaw, Outranked> => {
    const { rowOf } = indexOf(problem)
    const stranger = [householdId, ...reason.hallSet].find(id => !rowOf.has(id))
    if (stranger !== undefined) return E.left({ _tag: 'UnknownHousehold', householdId: stranger })
    const rows = [householdId, ...reason.hallSet].map(id => rowOf.get(id) as number)
    return pipe(
      matchingOf(problem, allocation),
      E.chainW(matching => verifyHallSet(problem.ranked, matching, rows[0] as number, rows.slice(1))),
      E.map(() => reason),
    )
  }
