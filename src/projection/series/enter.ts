import { dayOf } from '../../domain/day.ts'
import type { HousingEvent } from '../../event/event.ts'
import { keyOf } from '../census.ts'
import { altered, annulled, correctedTo, endedOn, offered, withdrawn } from '../history.ts'
import type { MutableBook } from './book.ts'
import { moved, started } from './enter-home.ts'
import { assigned, changed, left, regimeChanged } from './enter-household.ts'
import { reviseFlat, reviseSite } from './enter-place.ts'
import type { Posting } from './section.ts'

const nothing: ReadonlyArray<Posting> = []

/** What an event makes of the book; returns what has to be posted for it. The only place that says so. */
export const enter = (book: MutableBook, stream: string, event: HousingEvent): ReadonlyArray<Posting> => {
  const on = dayOf(event.data.on)
  const key = (id: string): string => keyOf(stream, id)
  switch (event.type) {
    case 'HouseholdAssigned':
      return assigned(book, stream, on, event.data)
    case 'HouseholdChanged':
      return changed(book, stream, on, event.data)
    case 'RegimeChanged':
      return regimeChanged(book, key(event.data.householdId), on, event.data.regime)
    case 'HouseholdLeft':
      return left(book, key(event.data.householdId), on)
    case 'FlatListed':
      return reviseFlat(book, key(event.data.flat.id), on, event.data.flat, offered(on, event.data.flat))
    case 'FlatChanged':
      return reviseFlat(book, key(event.data.flat.id), on, event.data.flat, altered(on, event.data.flat))
    case 'FlatWithdrawn':
      return reviseFlat(book, key(event.data.flatId), on, undefined, withdrawn(on))
    case 'SiteOpened':
      return reviseSite(book, key(event.data.site.id), on, event.data.site, offered(on, event.data.site))
    case 'SiteChanged':
      return reviseSite(book, key(event.data.site.id), on, event.data.site, altered(on, event.data.site))
    case 'SiteClosed':
      return reviseSite(book, key(event.data.siteId), on, undefined, withdrawn(on))
    case 'TenancyStarted':
      return started(book, 'tenancy', key(event.data.tenancyId), {
        household: key(event.data.householdId),
        place: key(event.data.flatId),
        from: on,
      })
    case 'StayStarted':
      return started(book, 'stay', key(event.data.stayId), {
        household: key(event.data.householdId),
        place: key(event.data.siteId),
        from: on,
      })
    case 'TenancyEnded':
      return moved(book, 'tenancy', key(event.data.tenancyId), endedOn(on))
    case 'StayEnded':
      return moved(book, 'stay', key(event.data.stayId), endedOn(on))
    case 'TenancyCorrected':
      return moved(book, 'tenancy', key(event.data.tenancyId), correctedTo(on, event.data.until))
    case 'StayCorrected':
      return moved(book, 'stay', key(event.data.stayId), correctedTo(on, event.data.until))
    case 'TenancyAnnulled':
      return moved(book, 'tenancy', key(event.data.tenancyId), annulled)
    case 'StayAnnulled':
      return moved(book, 'stay', key(event.data.stayId), annulled)
    case 'PolicyAdopted':
    case 'AllocationMade':
    case 'PlacementProposed':
    case 'PlacementDeclined':
    case 'PlacementWithdrawn':
    case 'PlacementAgreed':
      return nothing
  }
}
