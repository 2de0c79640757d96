import { type Day, dayOf, isoOf } from '../domain/day.ts'
import { get } from '../table/index.ts'
import type { StartTenancy } from './command.ts'
import type { Refusal } from './refusal.ts'
import type { PlacementRecord, PlacementState, Registry } from './registry.ts'

/** A step of a placement: from a state that allows it, and not before the step that led there. */
export const mayStep = (
  { id, state, since }: PlacementRecord,
  on: Day,
  ...from: ReadonlyArray<PlacementState>
): Refusal | undefined => {
  if (!from.includes(state)) return { _tag: 'PlacementIs', placementId: id, state }
  return on < since ? { _tag: 'PlacementSince', placementId: id, state, since: isoOf(since) } : undefined
}

/** A tenancy that follows a placement follows it exactly. */
export const asAgreed = (
  registry: Registry,
  { on, placementId, householdId, flatId }: StartTenancy['data'],
): Refusal | undefined => {
  if (placementId === undefined) return undefined
  const placement = get(registry.placements, placementId)
  if (placement === undefined) return { _tag: 'Unknown', what: 'placement', id: placementId }
  return placement.householdId === householdId && placement.flatId === flatId
    ? mayStep(placement, dayOf(on), 'agreed')
    : {
        _tag: 'OtherPlacement',
        placementId,
        householdId: placement.householdId,
        flatId: placement.flatId,
      }
}
