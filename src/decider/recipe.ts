import type { Recorded } from '../event/envelope.ts'
import type { HousingEvent } from '../event/event.ts'
import { append, type MutableRegistry } from './draft.ts'
import * as household from './recipe-household.ts'
import * as living from './recipe-living.ts'
import * as place from './recipe-place.ts'
import * as placement from './recipe-placement.ts'

/**
 * What events do to the registry, written once: on a draft for one step, on a private copy for a whole
 * log. A row is changed through `revise`, which knows whether it must be copied for that. Facts go where their day
 * belongs, so that it does not matter when they were recorded.
 */
export const recipe = (draft: MutableRegistry, events: ReadonlyArray<Recorded>): void => {
  for (const { envelope } of events) {
    append(draft.commands, envelope.commandId, true)
    draft.version = envelope.version
  }
  for (const event of events) transition(draft, event)
}

const transition = (draft: MutableRegistry, event: HousingEvent): void => {
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
      living.stayStarted(draft, event)
      break
    case 'StayEnded':
      living.stayEnded(draft, event)
      break
    case 'StayCorrected':
      living.stayCorrected(draft, event)
      break
    case 'StayAnnulled':
      living.stayAnnulled(draft, event)
      break
    case 'TenancyStarted':
      living.tenancyStarted(draft, event)
      break
    case 'TenancyEnded':
      living.tenancyEnded(draft, event)
      break
    case 'TenancyCorrected':
      living.tenancyCorrected(draft, event)
      break
    case 'TenancyAnnulled':
      living.tenancyAnnulled(draft, event)
      break
    case 'PolicyAdopted':
      placement.policyAdopted(draft, event)
      break
    case 'AllocationMade':
      placement.allocationMade(draft, event)
      break
    case 'PlacementProposed':
      placement.proposed(draft, event)
      break
    case 'PlacementDeclined':
      placement.declined(draft, event)
      break
    case 'PlacementWithdrawn':
      placement.withdrawn(draft, event)
      break
    case 'PlacementAgreed':
      placement.agreed(draft, event)
      break
  }
}
