import type { Matching } from '../../matching/index.ts'
import { firstComeFirstServed } from '../../mechanism/index.ts'
import { type Outcome, outcomeOf } from '../outcome.ts'
import type { Problem } from '../problem.ts'
import { turnsOf } from './turns.ts'

/**
 * The baseline that others are measured against, and what is done by hand in many town halls: down the ranking, each
 * household takes the free home that fits it best, of equal ones that with the lowest id, and nobody is moved afterwards.
 * Households of one rank come in the order of their ids: let a lottery settle it.
 *
 * It may leave households without a home that `allocate` houses, and proves nothing; that the list was walked as said,
 * `verifyInTurn` checks. Whatever the policy asks for: see `allocateByPolicy`. Time O(pairs).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, allocateInTurn, pose, type Question } from 'einzug'
 * const of = (id: string, ...districts: string[]) => ({ household: { id, members: [{ id }], wishes: { districts } }, regime: 'none', waitingSince: '2016-01-01' })
 * const flat = (id: string, district: string) => ({ id, district, area: 40, rooms: 1, rent: { cold: 35_000 } })
 * const wanted = { rule: 'oneOf', name: 'wanted', word: 'flat.district', list: 'household.districts' }
 * const policy = { name: 'P', version: '1', rules: [wanted], ranking: [], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers: [of('H1', 'Mitte', 'Ost'), of('H2', 'Mitte')], flats: [flat('F1', 'Mitte'), flat('F2', 'Ost')] }
 * const posed = pose(question as unknown as Question)
 * F.pipe(posed, E.map(problem => allocateInTurn(problem).unplaced)) // => E.right(['H2'])
 * F.pipe(posed, E.map(problem => allocate(problem).unplaced)) // => E.right([])
 * ```
 * @category allocation
 */
export const allocateInTurn = (problem: Problem): Outcome => {
  const turns = firstComeFirstServed(problem.ranked.graph, turnsOf(problem))
  // every row stands in the order once, so it cannot be refused
  return outcomeOf(problem, (turns as Extract<typeof turns, { readonly right: Matching }>).right.columnOf)
}
