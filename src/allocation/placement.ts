import type { FlatId, HouseholdId } from '../domain/id.ts'

/**
 * A household and the flat it is to have. `room` tells apart the rooms of a flat let room by room, 0 otherwise.
 *
 * @category model
 */
export interface Placement {
  readonly householdId: HouseholdId
  readonly flatId: FlatId
  readonly room: number
  readonly fit: number
}
