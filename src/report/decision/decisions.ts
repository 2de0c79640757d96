import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as RA from 'fp-ts/ReadonlyArray'
import {
  type AllocationFlaw,
  type AllocationTotals,
  explain,
  type HouseholdReason,
  type Outcome,
  type Problem,
} from '../../allocation/index.ts'
import type { IsoDay } from '../../domain/day.ts'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import { type PseudonymOptions, pseudonyms } from './pseudonym.ts'
import { renamed } from './renamed.ts'

/**
 * What was decided about a household, under a pseudonym, and why.
 *
 * @category decisions
 */
export interface Decision {
  readonly household: string
  readonly persons: number
  readonly flat: string | null
  readonly reason: HouseholdReason
}

/**
 * An allocation as a report tells it. No id of a household is in it any more, nor, where flats are hidden as well, of a
 * flat.
 *
 * @category decisions
 */
export interface Decisions {
  readonly on: IsoDay
  readonly policy: { readonly name: string; readonly version: string }
  /** How it was decided: as well as can be, or in turn. */
  readonly procedure: 'best' | 'in turn'
  readonly homes: number
  readonly totals: AllocationTotals
  readonly pseudonyms: 'keyed' | 'numbered'
  readonly households: ReadonlyArray<Decision>
}

/**
 * `flats`: flats are hidden like households. Whoever can look up who lives in a flat could otherwise tell who a household
 * that has it is; a page that leaves the office should say so.
 *
 * @category decisions
 */
export interface DecisionOptions extends PseudonymOptions {
  readonly flats?: 'named' | 'hidden'
}

/**
 * Explains an allocation household by household, under pseudonyms. The proof is checked first: an allocation that does
 * not hold is refused. Time: that of `explain`, for every household.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, pose, type Question } from 'einzug'
 * import { decisionsOf } from 'einzug/report'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['Yilmaz', 'Kowalski'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const posed = pose({ on: '2016-03-31', policy, seekers, flats } as unknown as Question)
 * const decided = F.pipe(posed, E.chainW(problem => decisionsOf(problem, allocate(problem), {})))
 * F.pipe(decided, E.map(({ households }) => households.map(({ household, flat }) => [household, flat]))) // => E.right([['H-1', 'F1'], ['H-2', null]])
 * ```
 * @category decisions
 */
export const decisionsOf = (
  problem: Problem,
  allocation: Outcome,
  { secret, flats = 'named' }: DecisionOptions,
): Either<AllocationFlaw, Decisions> => {
  const options = secret === undefined ? {} : { secret }
  const households = pseudonyms(
    'H',
    problem.seekers.map(({ household }) => household.id),
    options,
  )
  const hidden =
    flats === 'hidden'
      ? pseudonyms(
          'F',
          problem.homes.map(({ flat }) => flat.id),
          options,
        )
      : undefined
  const names = {
    household: (id: HouseholdId) => (households.get(id) ?? '') as HouseholdId,
    flat: (id: FlatId) => (hidden === undefined ? id : ((hidden.get(id) ?? '') as FlatId)),
  }
  const { household: reasonOf } = explain(problem, allocation)
  const rename = renamed(names)
  return pipe(
    problem.seekers,
    RA.traverse(E.Applicative)(({ household: { id, members } }) =>
      pipe(
        reasonOf(id),
        E.map(rename),
        E.map(
          (reason): Decision => ({
            household: names.household(id),
            persons: members.length,
            flat: 'flatId' in reason ? reason.flatId : null,
            reason,
          }),
        ),
      ),
    ),
    E.map(decided => ({
      on: problem.on,
      policy: { name: problem.policy.name, version: problem.policy.version },
      procedure: problem.policy.procedure === 'in turn' ? 'in turn' : 'best',
      homes: problem.homes.length,
      totals: allocation.totals,
      pseudonyms: secret === undefined ? 'numbered' : 'keyed',
      households: inOrder(decided, secret),
    })),
  )
}

/** By pseudonym where it is keyed: the order of the ids would tell about them. */
const inOrder = (decided: ReadonlyArray<Decision>, secret: string | undefined): ReadonlyArray<Decision> =>
  secret === undefined ? decided : [...decided].sort((a, b) => (a.household < b.household ? -1 : 1))
