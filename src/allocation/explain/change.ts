import type { Either } from 'fp-ts/Either'
import type { Flat } from '../../domain/flat.ts'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import { judge, type Predicates, type Shortfall } from '../../rule/judge.ts'
import type { Rule, Where } from '../../rule/rule.ts'
import type { Offer } from '../home.ts'
import { type PoseError, type Problem, pose } from '../problem.ts'
import type { RuleFailure } from './miss.ts'

/**
 * An exception from one rule for one household: its limit may be missed `by` so much, or, where that is `null`, the
 * rule does not apply to it. `flatId` is a flat that it could then have.
 *
 * @category model
 */
export interface Exception {
  readonly _tag: 'Exception'
  readonly householdId: HouseholdId
  readonly rule: Rule
  readonly by: Shortfall | null
  readonly flatId: FlatId
}

/**
 * One more flat: as `like`, but for the rules that the household fails by there.
 *
 * @category model
 */
export interface OneMoreFlat {
  readonly _tag: 'OneMoreFlat'
  readonly flat: Flat
  readonly like: FlatId
  readonly failures: ReadonlyArray<RuleFailure>
}

/**
 * A single change of a problem: of its policy, or of the flats on offer.
 *
 * @category model
 */
export type Change = Exception | OneMoreFlat

/**
 * The problem after a change. An exception makes its rule a predicate that the household passes; as documents, policies
 * know nobody by name.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, applyChange, type Exception, pose, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = [{ household: { id: 'H1', members }, regime: 'none', waitingSince: '2016-01-01' }]
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 38_500 } }]
 * const cap = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { fixed: 350 }, unit: 'EUR' }
 * const policy = { name: 'capped', version: '1', rules: [cap], ranking: [], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const by = { amount: 3500, unit: 'cent' }
 * const exception = { _tag: 'Exception', householdId: 'H1', rule: cap, by, flatId: 'F1' } as unknown as Exception
 * const changed = F.pipe(pose(question), E.chain(problem => applyChange(problem, exception)))
 * F.pipe(changed, E.map(problem => allocate(problem).placements.length)) // => E.right(1)
 * ```
 * @category explanations
 */
export const applyChange = (problem: Problem, change: Change): Either<PoseError, Problem> => {
  const { on, policy, seekers, predicates } = problem
  const question = { on, policy, seekers, predicates, offers: offersOf(problem) }
  if (change._tag === 'OneMoreFlat') return pose({ ...question, flats: [change.flat] })
  const { name } = change.rule
  const predicate = `${name}, with an exception for ${change.householdId}`
  const where: Where = { rule: 'where', name, predicate }
  return pose({
    ...question,
    policy: { ...policy, rules: policy.rules.map(rule => (rule.name === name ? where : rule)) },
    predicates: { ...predicates, [predicate]: excepted(change, predicates) },
  })
}

const excepted =
  ({ householdId, rule, by }: Exception, predicates: Predicates): Predicates[string] =>
  (seeker, flat, on) => {
    const verdict = judge(rule, seeker, flat, on, predicates)
    if (verdict._tag !== 'Fails') return true
    if (seeker.household.id !== householdId) return false
    return by === null || (verdict.shortfall?.amount ?? Infinity) <= by.amount
  }

/** The flats of a problem, with the units on offer. */
export const offersOf = ({ homes }: Problem): ReadonlyArray<Offer> => {
  const offers = new Map<FlatId, Offer>()
  for (const { flat } of homes) offers.set(flat.id, { flat, units: (offers.get(flat.id)?.units ?? 0) + 1 })
  return [...offers.values()]
}
