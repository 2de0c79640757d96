import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { ProposePlacement, WithdrawPlacement } from '../decider/command.ts'
import type { AllocationId, CommandId, FlatId, PlacementId } from '../domain/id.ts'
import { columnFor, type NoReason, type PlacementOverride } from './compare.ts'
import type { AllocationFlaw } from './flaw.ts'
import { indexOf, matchingOf } from './matching-of.ts'
import type { Outcome } from './outcome.ts'
import type { Problem } from './problem.ts'
import { placementIdOf } from './propose.ts'

/**
 * The commands that put a caseworker's choice against an allocation on record, once `propose` has put the allocation
 * itself there: what was proposed to the household is withdrawn, and what was proposed to another one in its new flat, if
 * no unit of it is left; then the flat is proposed to the household, with what the allocation gave it and the reason.
 * With `null` for a flat, the household's own proposal is withdrawn. None, where the allocation has it so.
 *
 * A policy proposes; the decider admits: proposals that were declined or agreed in the meantime are as they are. Who else
 * is affected, `compare` says, and whoever lost a proposal takes part the next time. Fails as `compare` does.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { type AllocationId, allocate, type FlatId, type HouseholdId, pose, proposeOverride, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const override = { householdId: 'H2' as HouseholdId, flatId: 'F1' as FlatId, reason: 'lives next door to her carer' }
 * const orders = F.pipe(pose(question), E.chainW(problem => proposeOverride(problem, allocate(problem), override, 'A1' as AllocationId)))
 * F.pipe(orders, E.map(each => each.map(({ type, data }) => `${type} ${data.placementId}`))) // => E.right(['WithdrawPlacement A1/1', 'ProposePlacement A1/against/H2/F1'])
 * ```
 * @category recording
 */
export const proposeOverride = (
  problem: Problem,
  allocation: Outcome,
  override: PlacementOverride,
  allocationId: AllocationId,
): Either<AllocationFlaw | NoReason, ReadonlyArray<WithdrawPlacement | ProposePlacement>> => {
  const { householdId, flatId, reason } = override
  const { on } = problem
  if (reason.trim() === '') return E.left({ _tag: 'NoReason', householdId })
  if (!indexOf(problem).rowOf.has(householdId)) return E.left({ _tag: 'UnknownHousehold', householdId })
  return pipe(
    matchingOf(problem, allocation),
    E.chain((matching): Either<AllocationFlaw, ReadonlyArray<WithdrawPlacement | ProposePlacement>> => {
      const column = columnFor(problem, matching, flatId)
      if (column === undefined) return E.left({ _tag: 'UnknownFlat', flatId: flatId as FlatId, room: 0 })
      const own = allocation.placements.find(each => each.householdId === householdId)
      const gave = own?.flatId ?? null
      if (gave === flatId) return E.right([])
      const holder = problem.seekers[matching.rowOf[column] ?? -1]?.household.id
      const withdrawn = allocation.placements.flatMap((each, k): ReadonlyArray<WithdrawPlacement> => {
        if (each !== own && each.householdId !== holder) return []
        const placementId = placementIdOf(allocationId, k)
        const id = `${placementId}/withdrawn` as CommandId
        return [{ type: 'WithdrawPlacement', id, data: { on, placementId, reason } }]
      })
      if (flatId === null) return E.right(withdrawn)
      const placementId = `${allocationId}/against/${householdId}/${flatId}` as PlacementId
      const id = placementId as string as CommandId
      const against = { allocationId, gave, reason }
      const data = { on, placementId, householdId, flatId, against }
      return E.right([...withdrawn, { type: 'ProposePlacement', id, data }])
    }),
  )
}

/**
 * The override that a proposal on record is, as `compare` takes it; `null`, if it is against no allocation.
 *
 * @example
 * ```ts
 * import { type AllocationId, type FlatId, type HouseholdId, overrideOf } from 'einzug'
 * const proposed = { householdId: 'H2' as HouseholdId, flatId: 'F1' as FlatId }
 * const against = { allocationId: 'A1' as AllocationId, gave: null, reason: 'close to her carer' }
 * overrideOf({ ...proposed, against }) // => { householdId: 'H2', flatId: 'F1', reason: 'close to her carer' }
 * overrideOf(proposed) // => null
 * ```
 * @category recording
 */
export const overrideOf = ({
  householdId,
  flatId,
  against,
}: Pick<ProposePlacement['data'], 'householdId' | 'flatId' | 'against'>): PlacementOverride | null =>
  against === undefined ? null : { householdId, flatId, reason: against.reason }
