import { solve } from '../matching/index.ts'
import { type Outcome, outcomeOf, type Proof } from './outcome.ts'
import type { Problem } from './problem.ts'

/**
 * Who moves where, who does not, and the proof. Plain JSON; households in the order of their ids.
 *
 * @category model
 */
export interface Allocation extends Outcome {
  readonly proof: Proof
}

/**
 * Allocates: who first, then where.
 *
 * *Who*: walking down the ranking, each household is housed if it can be housed together with all those already
 * accepted, moving them to other flats if need be. This houses as many households as any allocation could, and
 * as many of the first k for every k at once. *Where*: among all allocations that do so, the total fit is
 * greatest. Both hold exactly, and `verify` can check them.
 *
 * Deterministic; the order of the input plays no part, nor does a procedure that the policy names: see `allocateByPolicy`.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, pose, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * F.pipe(pose(question), E.map(problem => allocate(problem).placements)) // => E.right([{ householdId: 'H1', flatId: 'F1', room: 0, fit: 0 }])
 * F.pipe(pose(question), E.map(problem => allocate(problem).unplaced)) // => E.right(['H2'])
 * ```
 * @category allocation
 */
export const allocate = (problem: Problem): Allocation => {
  const { columnOf, margins, prices } = solve(problem.ranked)
  const proof = { margins: margins.map(level => [...level]), prices: prices.map(level => [...level]) }
  return { ...outcomeOf(problem, columnOf), proof }
}
