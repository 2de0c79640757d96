import type { Recorded } from '../event/envelope.ts'
import type { HousingEvent } from '../event/event.ts'
import { append, type MutableRegistry } from './draft.ts'
import type { Lists } from './lists.ts'
import * as household from './recipe-household.ts'
import * as living from './recipe-living.ts'
import * as place from './recipe-place.ts'
import * as placement from './recipe-placement.ts'

/**
 * What events do to the registry, written once: on a draft for one step, on a private copy for a whole
 * log. A row is changed through `revise`, which knows whether it must be copied for that. Facts go where their day
 * belongs, so that it does not matter when they were recorded.
 */
export const recipe = (draft: MutableRegistry, lists: Lists, events: ReadonlyArray<Recorded>): void => {
  for (const { envelope } of events) {
    append(draft.commands, envelope.commandId, envelope.commandId)
    draft.version = envelope.version
  }
  for (const event of events) transition(draft, lists, event)
}

const transition = (draft: MutableRegistry, lists: Lists, event: HousingEvent): void => {
  switch (event.type) {
    case 'HouseholdAssigned':
      household.assigned(draft, event)
      break
    case 'HouseholdChanged':
      household.changed(draft, event)
      break
    case 'RegimeChanged':
      household.regimeChanged(draft, event)
      break
    case 'HouseholdLeft':
      household.left(draft, event)
      break
    case 'FlatListed':
      place.flatListed(draft, event)
      break
    case 'FlatChanged':
      place.flatChanged(draft, event)
      break
    case 'FlatWithdrawn':
      place.flatWithdrawn(draft, event)
      break
    case 'SiteOpened':
      place.siteOpened(draft, event)
      break
    case 'SiteChanged':
      place.siteChanged(draft, event)
      break
    case 'SiteClosed':
      place.siteClosed(draft, event)
      break
    case 'StayStarted':
      living.stayStarted(draft, lists, event)
      break
    case 'StayEnded':
      living.stayEnded(draft, lists, event)
      break
    case 'StayCorrected':
      living.stayCorrected(draft, lists, event)
      break
    case 'StayAnnulled':
      living.stayAnnulled(draft, lists, event)
      break
    case 'TenancyStarted':
      living.tenancyStarted(draft, lists, event)
      break
    case 'TenancyEnded':
      living.tenancyEnded(draft, lists, event)
      break
    case 'TenancyCorrected':
      living.tenancyCorrected(draft, lists, event)
      break
    case 'TenancyAnnulled':
      living.tenancyAnnulled(draft, lists, event)
      break
    case 'PolicyAdopted':
      placement.policyAdopted(draft, event)
      break
    case 'AllocationMade':
      placement.allocationMade(draft, event)
      break
    case 'PlacementProposed':
      placement.proposed(draft, lists, event)
      break
    case 'PlacementDeclined':
      placement.declined(draft, lists, event)
      break
    case 'PlacementWithdrawn':
      placement.withdrawn(draft, lists, event)
      break
    case 'PlacementAgreed':
      placement.agreed(draft, event)
      break
  }
}
