import { type Day, dayOf } from '../domain/day.ts'
import type { PlacementId } from '../domain/id.ts'
import type {
  AllocationMade,
  PlacementAgreed,
  PlacementDeclined,
  PlacementProposed,
  PlacementWithdrawn,
  PolicyAdopted,
} from '../event/event.ts'
import { entered } from '../table/history.ts'
import type { Mutable } from '../table/index.ts'
import { inserted, withoutOne } from '../table/sorted.ts'
import { type MutableRegistry, revise, write, written } from './draft.ts'
import { reviseFlat } from './recipe-place.ts'
import type { PlacementRecord, PlacementState, Promised } from './registry.ts'

export const policyAdopted = (draft: MutableRegistry, { data }: PolicyAdopted): void => {
  draft.policies = entered(written(draft.policies), dayOf(data.on), data.policy)
}

export const allocationMade = (draft: MutableRegistry, { data }: AllocationMade): void => {
  write(draft.allocations, data.allocationId, { ...data })
}

/** By id, so that the order of recording leaves no trace. */
const isAfter = (a: Promised, b: Promised): boolean => a.placementId > b.placementId
const isGreater = (a: PlacementId, b: PlacementId): boolean => a > b

export const proposed = (draft: MutableRegistry, { data }: PlacementProposed): void => {
  const { placementId: id, householdId, flatId, allocationId, against } = data
  const on = dayOf(data.on)
  const placement: Mutable<PlacementRecord> = { id, householdId, flatId, state: 'proposed', since: on }
  if (allocationId !== undefined) placement.allocationId = allocationId
  if (against !== undefined) placement.against = against
  write(draft.placements, id, placement)
  const flat = reviseFlat(draft, flatId)
  flat.promised = inserted(flat.promised, { placementId: id, from: on }, isAfter)
  const household = revise(draft.households, householdId)
  if (household !== undefined) household.openPlacements = inserted(household.openPlacements, id, isGreater)
}

const move = (placement: Mutable<PlacementRecord>, state: PlacementState, since: Day): void => {
  placement.state = state
  placement.since = since
}

export const agreed = (draft: MutableRegistry, { data }: PlacementAgreed): void => {
  const placement = revise(draft.placements, data.placementId)
  if (placement !== undefined) move(placement, 'agreed', dayOf(data.on))
}

/** A placement comes to an end: its flat is promised no longer, its household may be placed again. */
export const settled = (draft: MutableRegistry, id: PlacementId, state: PlacementState, since: Day): void => {
  const placement = revise(draft.placements, id)
  if (placement === undefined) return
  move(placement, state, since)
  const flat = reviseFlat(draft, placement.flatId)
  flat.promised = withoutOne(
    flat.promised,
    flat.promised.findIndex(({ placementId }) => placementId === id),
  )
  const household = revise(draft.households, placement.householdId)
  if (household !== undefined)
    household.openPlacements = withoutOne(household.openPlacements, household.openPlacements.indexOf(id))
}

export const declined = (draft: MutableRegistry, { data }: PlacementDeclined): void => {
  settled(draft, data.placementId, 'declined', dayOf(data.on))
}

export const withdrawn = (draft: MutableRegistry, { data }: PlacementWithdrawn): void => {
  settled(draft, data.placementId, 'withdrawn', dayOf(data.on))
}
