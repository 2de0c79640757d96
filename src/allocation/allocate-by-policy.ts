import { allocate } from './allocation.ts'
import { allocateInTurn } from './in-turn/allocate-in-turn.ts'
import type { Outcome } from './outcome.ts'
import type { Problem } from './problem.ts'

/**
 * Allocates as the policy of the problem says: in turn, where that is its procedure, and there is no proof then; else
 * who first, then where, with the proof. `verify` checks either.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocateByPolicy, firstComeFirstServed, mostPersons, pose, type Question, verify } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const frame = { version: '1', rules: [], preferences: [], seed: 2 }
 * const under = (policy: object) => pose({ on: '2016-03-31', policy, seekers, flats } as unknown as Question)
 * const hasProof = (policy: object) => F.pipe(under(policy), E.map(problem => allocateByPolicy(problem).proof !== undefined))
 * hasProof(mostPersons(frame)) // => E.right(true)
 * hasProof(firstComeFirstServed(frame)) // => E.right(false)
 * const checked = F.pipe(under(firstComeFirstServed(frame)), E.chainW(problem => verify(problem, allocateByPolicy(problem))))
 * F.pipe(checked, E.map(({ placements }) => placements)) // => E.right(1)
 * ```
 * @category allocation
 */
export const allocateByPolicy = (problem: Problem): Outcome =>
  problem.policy.procedure === 'in turn' ? allocateInTurn(problem) : allocate(problem)
