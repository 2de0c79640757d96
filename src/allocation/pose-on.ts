import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { offersOn, policyOn, seekersOn } from '../decider/lookup.ts'
import type { Registry } from '../decider/registry.ts'
import { dayOf, type IsoDay } from '../domain/day.ts'
import type { Predicates } from '../rule/judge.ts'
import { type PoseError, type Problem, pose } from './problem.ts'

/**
 * Poses the problem of a day from the registry: all households that seek a flat, all flats that nobody lives in
 * or was promised, under the policy in force. Fails where no policy is.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { emptyRegistry, type IsoDay, poseOn } from 'einzug'
 * poseOn(emptyRegistry, '2016-03-31' as IsoDay) // => E.left({ _tag: 'NoPolicy', on: '2016-03-31' })
 * ```
 * @category constructors
 */
export const poseOn = (
  registry: Registry,
  on: IsoDay,
  predicates: Predicates = {},
): Either<PoseError | NoPolicy, Problem> => {
  const day = dayOf(on)
  const policy = policyOn(registry, day)
  return policy === undefined
    ? E.left({ _tag: 'NoPolicy', on })
    : pose({ on, policy, seekers: seekersOn(registry, day), offers: offersOn(registry, day), predicates })
}

/**
 * No policy was adopted by that day.
 *
 * @category errors
 */
export interface NoPolicy {
  readonly _tag: 'NoPolicy'
  readonly on: IsoDay
}
