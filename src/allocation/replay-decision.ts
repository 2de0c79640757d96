import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { replay } from '../decider/evolve.ts'
import { digest } from '../domain/digest.ts'
import type { AllocationId } from '../domain/id.ts'
import type { Recorded } from '../event/envelope.ts'
import type { AllocationMade } from '../event/event.ts'
import type { Predicates } from '../rule/judge.ts'
import { type Allocation, allocate } from './allocation.ts'
import { type NoPolicy, poseOn } from './pose-on.ts'
import type { PoseError, Problem } from './problem.ts'
import { propose } from './propose.ts'

/**
 * A decision made once more: the problem as it was, and the allocation, which is the one on record.
 *
 * @category recording
 */
export interface Replayed {
  readonly problem: Problem
  readonly allocation: Allocation
}

/**
 * In what a decision that is made once more differs from the one on record. A part that is named is of `AllocationMade`;
 * placements are named by household and flat: those on record that are not found again, and those found beside them.
 *
 * @category errors
 */
export type DecisionDifference =
  | { readonly _tag: 'UnknownAllocation'; readonly allocationId: AllocationId }
  | { readonly _tag: 'NotPosed'; readonly error: PoseError | NoPolicy }
  | {
      readonly _tag: 'OtherDecision'
      readonly part: 'policyDigest' | 'problemDigest' | 'seed' | 'totals'
      readonly recorded: unknown
      readonly found: unknown
    }
  | {
      readonly _tag: 'OtherPlacements'
      readonly recorded: ReadonlyArray<string>
      readonly found: ReadonlyArray<string>
    }

/**
 * Makes a decision of the log once more: replays what was known when it was recorded, poses the problem of its day,
 * solves it, and compares with what is on record: policy, problem, seed, totals and placements. Commands that were told
 * between posing and recording make another problem; so does a household that was forgotten since, for its needs are gone.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { type AllocationId, replayDecision } from 'einzug'
 * replayDecision([], 'A1' as AllocationId) // => E.left({ _tag: 'UnknownAllocation', allocationId: 'A1' })
 * ```
 * @category recording
 */
export const replayDecision = (
  log: ReadonlyArray<Recorded>,
  allocationId: AllocationId,
  predicates: Predicates = {},
): Either<DecisionDifference, Replayed> => {
  const at = log.findIndex(
    ({ type, data }) => type === 'AllocationMade' && data.allocationId === allocationId,
  )
  const made = log[at]?.data as AllocationMade['data'] | undefined
  if (made === undefined) return E.left({ _tag: 'UnknownAllocation', allocationId })
  return pipe(
    poseOn(replay(log.slice(0, at)), made.on, predicates),
    E.mapLeft((error): DecisionDifference => ({ _tag: 'NotPosed', error })),
    E.chain(problem => {
      const allocation = allocate(problem)
      const [{ data: found }, ...proposals] = propose(problem, allocation, allocationId)
      for (const part of ['policyDigest', 'problemDigest', 'seed', 'totals'] as const)
        if (digest(made[part]) !== digest(found[part]))
          return E.left({ _tag: 'OtherDecision', part, recorded: made[part], found: found[part] })
      const recorded = log.flatMap(({ type, data }) =>
        type === 'PlacementProposed' && data.allocationId === allocationId ? [pairOf(data)] : [],
      )
      const again = proposals.map(({ data }) => pairOf(data))
      const [lost, added] = [without(recorded, again), without(again, recorded)]
      return lost.length + added.length > 0
        ? E.left({ _tag: 'OtherPlacements', recorded: lost, found: added })
        : E.right({ problem, allocation })
    }),
  )
}

const pairOf = ({ householdId, flatId }: { readonly householdId: string; readonly flatId: string }): string =>
  `${householdId} → ${flatId}`

const without = (all: ReadonlyArray<string>, some: ReadonlyArray<string>): ReadonlyArray<string> => {
  const taken = new Set(some)
  return all.filter(each => !taken.has(each))
}
