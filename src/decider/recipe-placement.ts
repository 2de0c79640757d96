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
import { add, type MutableRegistry, revise, write, written } from './draft.ts'
import type { Lists } from './lists.ts'
import type { PlacementRecord, PlacementState } from './registry.ts'

export const policyAdopted = (draft: MutableRegistry, { data }: PolicyAdopted): void => {
  draft.policies = entered(written(draft.policies), dayOf(data.on), data.policy)
}

export const allocationMade = (draft: MutableRegistry, { data }: AllocationMade): void => {
  write(draft.allocations, data.allocationId, { ...data })
}

/** A placement is proposed, unless one of its id has been. */
export const proposed = (draft: MutableRegistry, lists: Lists, { data }: PlacementProposed): void => {
  const { placementId: id, householdId, flatId, allocationId, against } = data
  const on = dayOf(data.on)
  const now: Mutable<PlacementRecord> = {
    id,
    householdId,
    flatId,
    state: 'proposed',
    proposed: on,
    since: on,
  }
  if (allocationId !== undefined) now.allocationId = allocationId
  if (against !== undefined) now.against = against
  if (add(draft.placements, id, now)) lists.placement(draft, now)
}

/** What has come to an end is not agreed any more. */
export const agreed = (draft: MutableRegistry, { data }: PlacementAgreed): void => {
  const placement = revise(draft.placements, data.placementId)
  if (placement?.state === 'proposed') move(placement, 'agreed', dayOf(data.on))
}

const move = (placement: Mutable<PlacementRecord>, state: PlacementState, since: Day): void => {
  placement.state = state
  placement.since = since
}

/** A placement comes to an end: its flat is promised no longer, its household may be placed again. */
export const settled = (
  draft: MutableRegistry,
  lists: Lists,
  id: PlacementId,
  state: PlacementState,
  since: Day,
): void => {
  const placement = revise(draft.placements, id)
  if (placement === undefined) return
  move(placement, state, since)
  lists.placement(draft, placement)
}

export const declined = (draft: MutableRegistry, lists: Lists, { data }: PlacementDeclined): void => {
  settled(draft, lists, data.placementId, 'declined', dayOf(data.on))
}

export const withdrawn = (draft: MutableRegistry, lists: Lists, { data }: PlacementWithdrawn): void => {
  settled(draft, lists, data.placementId, 'withdrawn', dayOf(data.on))
}
