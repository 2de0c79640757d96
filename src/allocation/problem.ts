import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { ReadonlyNonEmptyArray } from 'fp-ts/ReadonlyNonEmptyArray'
import type { IsoDay } from '../domain/day.ts'
import { digest } from '../domain/digest.ts'
import { type Flat, usableUnits } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import type { FlatId, HouseholdId } from '../domain/id.ts'
import { type ArraysError, type ProblemError, type RankedProblem, rankedProblem } from '../matching/index.ts'
import { checkPolicy } from '../rule/check.ts'
import type { Predicates } from '../rule/judge.ts'
import type { Policy } from '../rule/policy.ts'
import type { PolicyIssue } from '../rule/policy-issue.ts'
import { graphOf } from './graph.ts'
import type { Home, Offer } from './home.ts'
import { rankClasses, ranking } from './ranking.ts'

/**
 * The households that seek and the homes on offer on a day, under a policy. Both are kept in the order of their
 * ids, whatever order they came in; row `i` of `ranked` is `seekers[i]`, column `j` is `homes[j]`.
 *
 * @category model
 */
export interface Problem {
  readonly on: IsoDay
  readonly policy: Policy
  readonly predicates: Predicates
  readonly seekers: ReadonlyArray<Seeker>
  readonly homes: ReadonlyArray<Home>
  readonly ranked: RankedProblem
}

/**
 * Why a problem cannot be posed.
 *
 * @category errors
 */
export type PoseError =
  | { readonly _tag: 'RepeatedHousehold'; readonly householdId: HouseholdId }
  | { readonly _tag: 'RepeatedFlat'; readonly flatId: FlatId }
  | { readonly _tag: 'BadPolicy'; readonly issues: ReadonlyNonEmptyArray<PolicyIssue> }
  | ArraysError
  | ProblemError

/**
 * What {@link pose} is given. `flats` are offered with all their usable units; `offers` says how many are left.
 * `predicates` are the functions that `where` rules name.
 *
 * @category model
 */
export interface Question {
  readonly on: IsoDay
  readonly policy: Policy
  readonly seekers: ReadonlyArray<Seeker>
  readonly flats?: ReadonlyArray<Flat>
  readonly offers?: ReadonlyArray<Offer>
  /** The functions that `where` rules name. Default: none. */
  readonly predicates?: Predicates
}

/**
 * Poses the problem of a day: which pairs the rules allow, how well each fits, and who comes first.
 * Time O((households + flats) × rules), and what the pairs cost: see `compilePolicy`.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { pose, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * F.pipe(pose(question), E.map(({ seekers: rows, homes }) => [rows.length, homes.length])) // => E.right([2, 1])
 * pose({ ...question, flats: [...flats, ...flats] } as unknown as Question) // => E.left({ _tag: 'RepeatedFlat', flatId: 'F1' })
 * ```
 * @category constructors
 */
export const pose = ({
  on,
  policy,
  seekers,
  flats = [],
  offers = [],
  predicates = {},
}: Question): Either<PoseError, Problem> => {
  const sortedSeekers = inOrderOf(seekers, seeker => seeker.household.id)
  const sortedOffers = inOrderOf([...flats.map(whole), ...offers], offer => offer.flat.id)
  const sameHousehold = firstRepeated(sortedSeekers.map(seeker => seeker.household.id))
  const sameFlat = firstRepeated(sortedOffers.map(offer => offer.flat.id))
  if (sameHousehold !== undefined) return E.left({ _tag: 'RepeatedHousehold', householdId: sameHousehold })
  if (sameFlat !== undefined) return E.left({ _tag: 'RepeatedFlat', flatId: sameFlat })

  const homes = sortedOffers.flatMap(({ flat, units }) =>
    Array.from({ length: units }, (_, room): Home => ({ flat, room })),
  )
  return pipe(
    checkPolicy(policy, Object.keys(predicates)),
    E.mapLeft((issues): PoseError => ({ _tag: 'BadPolicy', issues })),
    E.chainW(() => graphOf(policy, sortedSeekers, homes, on, predicates)),
    E.chainW(graph => rankedProblem(graph, rankClasses(sortedSeekers, ranking(policy.ranking, on)))),
    E.map(ranked => ({ on, policy, predicates, seekers: sortedSeekers, homes, ranked })),
  )
}

/**
 * The digest of a problem: the day, the policy, the households and the homes. The same problem has the same
 * digest wherever it is posed.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { pose, problemDigest, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const reversed = { ...question, seekers: [...question.seekers].reverse() }
 * F.pipe(pose(question), E.map(problemDigest), E.map(digest => digest.length)) // => E.right(64)
 * F.pipe(pose(reversed), E.map(problemDigest)) // => F.pipe(pose(question), E.map(problemDigest))
 * ```
 * @category digests
 */
export const problemDigest = ({ on, policy, seekers, homes }: Problem): string =>
  digest({ on, policy, seekers, homes })

const whole = (flat: Flat): Offer => ({ flat, units: usableUnits(flat) })

const inOrderOf = <A>(all: ReadonlyArray<A>, id: (each: A) => string): ReadonlyArray<A> =>
  [...all].sort((a, b) => (id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : 0))

const firstRepeated = <Id extends string>(sorted: ReadonlyArray<Id>): Id | undefined =>
  sorted.find((each, at) => each === sorted[at - 1])
