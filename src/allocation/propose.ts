import type { ProposePlacement, RecordAllocation } from '../decider/command.ts'
import { digest } from '../domain/digest.ts'
import type { AllocationId, CommandId, PlacementId } from '../domain/id.ts'
import type { Allocation } from './allocation.ts'
import { type Problem, problemDigest } from './problem.ts'

/**
 * The commands that put an allocation on record: one `RecordAllocation`, then a `ProposePlacement` for each
 * placement. A policy proposes; the decider admits. All ids derive from the allocation's id, so that telling
 * them twice changes nothing.
 *
 * @category recording
 */
export const propose = (
  problem: Problem,
  allocation: Allocation,
  allocationId: AllocationId,
): readonly [RecordAllocation, ...ReadonlyArray<ProposePlacement>] => {
  const lottery = problem.policy.ranking.find(criterion => criterion.by === 'lottery')
  return [
    {
      type: 'RecordAllocation',
      id: allocationId as string as CommandId,
      data: {
        on: problem.on,
        allocationId,
        policyDigest: digest(problem.policy),
        problemDigest: problemDigest(problem),
        seed: lottery?.seed ?? null,
        totals: allocation.totals,
      },
    },
    ...allocation.placements.map(({ householdId, flatId }, k): ProposePlacement => {
      const placementId = `${allocationId}/${k + 1}`
      return {
        type: 'ProposePlacement',
        id: placementId as CommandId,
        data: { on: problem.on, placementId: placementId as PlacementId, householdId, flatId, allocationId },
      }
    }),
  ]
}
