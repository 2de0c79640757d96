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
import { type MutableRegistry, read, revise, write, written } from './draft.ts'
import { reviseFlat } from './recipe-place.ts'
import type { PlacementRecord, PlacementState, Promised } from './registry.ts'

export const policyAdopted = (draft: MutableRegistry, { data }: PolicyAdopted): void => {
  draft.policies = entered(written(draft.policies), dayOf(data.on), data.policy)
}

export const allocationMade = (draft: MutableRegistry, { data }: AllocationMade): void => {
  write(draft.allocations, data.allocationId, { ...data })
}

/** By id, so that the order of recording leaves no trace. */
const byId = (a: Promised, b: Promised): number => (a.placementId < b.placementId ? -1 : 1)

export const proposed = (draft: MutableRegistry, { data }: PlacementProposed): void => {
  const { on: _, placementId, householdId, flatId, ...by } = data
  const on = dayOf(data.on)
  write(draft.placements, placementId, {
    id: placementId,
    householdId,
    flatId,
    state: 'proposed',
    since: on,
    ...by,
  })
  reviseFlat(draft, flatId, flat => ({
    ...flat,
    promised: [...flat.promised, { placementId, from: on }].sort(byId),
  }))
  revise(draft.households, householdId, household => ({
    ...household,
    openPlacements: [...household.openPlacements, placementId].sort(),
  }))
}

export const agreed = (draft: MutableRegistry, { data }: PlacementAgreed): void => {
  const since = dayOf(data.on)
  revise<PlacementRecord>(draft.placements, data.placementId, row => ({ ...row, state: 'agreed', since }))
}

/** A placement comes to an end: its flat is promised no longer, its household may be placed again. */
export const settled = (draft: MutableRegistry, id: PlacementId, state: PlacementState, since: Day): void => {
  const placement = read(draft.placements, id)
  if (placement === undefined) return
  write(draft.placements, id, { ...placement, state, since })
  reviseFlat(draft, placement.flatId, flat => ({
    ...flat,
    promised: flat.promised.filter(({ placementId }) => placementId !== id),
  }))
  revise(draft.households, placement.householdId, household => ({
    ...household,
    openPlacements: household.openPlacements.filter(each => each !== id),
  }))
}

export const declined = (draft: MutableRegistry, { data }: PlacementDeclined): void => {
  settled(draft, data.placementId, 'declined', dayOf(data.on))
}

export const withdrawn = (draft: MutableRegistry, { data }: PlacementWithdrawn): void => {
  settled(draft, data.placementId, 'withdrawn', dayOf(data.on))
}
