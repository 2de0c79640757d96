import type { HouseholdId } from '../../domain/id.ts'
import type { HousingEvent } from '../../event/event.ts'

/** Which household each tenancy, stay and placement is of. */
export type MutableOwners = Map<string, HouseholdId>

/** Finds an owner; one may be asked after another. */
export type Owner = (name: string) => HouseholdId | undefined

/** Learns from an event whose a tenancy, stay or placement is. */
export const learn = (owners: MutableOwners, { type, data }: HousingEvent): void => {
  if (type === 'TenancyStarted') owners.set(`tenancy ${data.tenancyId}`, data.householdId)
  if (type === 'StayStarted') owners.set(`stay ${data.stayId}`, data.householdId)
  if (type === 'PlacementProposed') owners.set(`placement ${data.placementId}`, data.householdId)
}

/** The household that an event is about: none for flats, sites, policies and allocations, or where it is not known. */
export const whose = (owner: Owner, { data }: HousingEvent): HouseholdId | undefined => {
  if ('household' in data) return data.household.id
  if ('householdId' in data) return data.householdId
  if ('tenancyId' in data) return owner(`tenancy ${data.tenancyId}`)
  if ('stayId' in data) return owner(`stay ${data.stayId}`)
  if ('placementId' in data) return owner(`placement ${data.placementId}`)
  return undefined
}
