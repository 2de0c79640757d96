import { dayOf } from '../../domain/day.ts'
import type { HousingEvent } from '../../event/event.ts'
import { altered, annulled, correctedTo, endedOn, offered, withdrawn } from '../history.ts'
import type { MutableBook } from './book.ts'
import { moved, started } from './enter-home.ts'
import { assigned, changed, left, regimeChanged } from './enter-household.ts'
import { reviseFlat, reviseSite } from './enter-place.ts'

/** What an event makes of the book, and posts. The only place that says so. */
export const enter = (book: MutableBook, event: HousingEvent): void => {
  const on = dayOf(event.data.on)
  switch (event.type) {
    case 'PolicyAdopted':
    case 'AllocationMade':
    case 'PlacementProposed':
    case 'PlacementDeclined':
    case 'PlacementWithdrawn':
    case 'PlacementAgreed':
      break
    case 'HouseholdAssigned':
      assigned(book, on, event.data)
      break
    case 'HouseholdChanged':
      changed(book, on, event.data)
      break
    case 'RegimeChanged':
      regimeChanged(book, event.data.householdId, on, event.data.regime)
      break
    case 'HouseholdLeft':
      left(book, event.data.householdId, on)
      break
    case 'FlatListed':
      reviseFlat(book, event.data.flat.id, on, event.data.flat, offered(on, event.data.flat))
      break
    case 'FlatChanged':
      reviseFlat(book, event.data.flat.id, on, event.data.flat, altered(on, event.data.flat))
      break
    case 'FlatWithdrawn':
      reviseFlat(book, event.data.flatId, on, undefined, withdrawn(on))
      break
    case 'SiteOpened':
      reviseSite(book, event.data.site.id, on, event.data.site, offered(on, event.data.site))
      break
    case 'SiteChanged':
      reviseSite(book, event.data.site.id, on, event.data.site, altered(on, event.data.site))
      break
    case 'SiteClosed':
      reviseSite(book, event.data.siteId, on, undefined, withdrawn(on))
      break
    case 'TenancyStarted':
      started(book, {
        kind: 'tenancy',
        id: event.data.tenancyId,
        household: event.data.householdId,
        place: event.data.flatId,
        from: on,
      })
      break
    case 'StayStarted':
      started(book, {
        kind: 'stay',
        id: event.data.stayId,
        household: event.data.householdId,
        place: event.data.siteId,
        from: on,
      })
      break
    case 'TenancyEnded':
      moved(book, 'tenancy', event.data.tenancyId, endedOn(on))
      break
    case 'StayEnded':
      moved(book, 'stay', event.data.stayId, endedOn(on))
      break
    case 'TenancyCorrected':
      moved(book, 'tenancy', event.data.tenancyId, correctedTo(on, event.data.until))
      break
    case 'StayCorrected':
      moved(book, 'stay', event.data.stayId, correctedTo(on, event.data.until))
      break
    case 'TenancyAnnulled':
      moved(book, 'tenancy', event.data.tenancyId, annulled)
      break
    case 'StayAnnulled':
      moved(book, 'stay', event.data.stayId, annulled)
      break
  }
}
