import type { ProposePlacement, RecordAllocation } from '../decider/command.ts'
import { digest } from '../domain/digest.ts'
import type { AllocationId, CommandId, PlacementId } from '../domain/id.ts'
import type { Outcome } from './outcome.ts'
import { type Problem, problemDigest } from './problem.ts'

/**
 * The commands that put an allocation on record: one `RecordAllocation`, then a `ProposePlacement` for each
 * placement. A policy proposes; the decider admits. All ids derive from the allocation's id, so that telling
 * them twice changes nothing. The digest of the policy covers its procedure: what was allocated in turn says so.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { type AllocationId, allocate, pose, propose, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const orders = F.pipe(pose(question), E.map(problem => propose(problem, allocate(problem), 'A1' as AllocationId)))
 * F.pipe(orders, E.map(each => each.map(({ type, id }) => `${type} ${id}`))) // => E.right(['RecordAllocation A1', 'ProposePlacement A1/1'])
 * ```
 * @category recording
 */
export const propose = (
  problem: Problem,
  allocation: Outcome,
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
      const placementId = placementIdOf(allocationId, k)
      return {
        type: 'ProposePlacement',
        id: placementId as string as CommandId,
        data: { on: problem.on, placementId, householdId, flatId, allocationId },
      }
    }),
  ]
}

/** The placement that stands at a place among those of an allocation. */
export const placementIdOf = (allocationId: AllocationId, at: number): PlacementId =>
  `${allocationId}/${at + 1}` as PlacementId
