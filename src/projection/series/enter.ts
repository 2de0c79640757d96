import { type Day, dayOf, type IsoDay } from '../../domain/day.ts'
import { type Flat, units } from '../../domain/flat.ts'
import type { Site } from '../../domain/site.ts'
import type { HousingEvent } from '../../event/event.ts'
import type { MutableBook } from './book.ts'
import { moved, type Nights, started } from './enter-home.ts'
import { assigned, changed, left, regimeChanged } from './enter-household.ts'
import { placeSaid, type Version } from './enter-place.ts'
import { stay, tenancy } from './row.ts'
import { forever, none } from './timeline.ts'
import { inFlat, siteKind, wordOf } from './whereabouts.ts'

const silent = [
  'PlacementProposed',
  'PlacementDeclined',
  'PlacementAgreed',
  'PlacementWithdrawn',
  'AllocationMade',
  'PolicyAdopted',
] as const satisfies ReadonlyArray<HousingEvent['type']>

/** What says nothing of who lives where: half of a log, which is not looked at further. */
type Silent = Extract<HousingEvent, { readonly type: (typeof silent)[number] }>

export const isSilent = (event: HousingEvent): event is Silent =>
  (silent as ReadonlyArray<string>).includes(event.type)

/** What an event makes of the book, and posts. The only place that says so. */
export const enter = (book: MutableBook, event: Exclude<HousingEvent, Silent>): void => {
  const on = dayOf(event.data.on)
  switch (event.type) {
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
      placeSaid(book, tenancy, event.data.flat.id, on, {
        isOffered: true,
        version: flatVersion(event.data.flat),
      })
      break
    case 'FlatChanged':
      placeSaid(book, tenancy, event.data.flat.id, on, {
        isOffered: undefined,
        version: flatVersion(event.data.flat),
      })
      break
    case 'FlatWithdrawn':
      placeSaid(book, tenancy, event.data.flatId, on, { isOffered: false, version: undefined })
      break
    case 'SiteOpened':
      placeSaid(book, stay, event.data.site.id, on, {
        isOffered: true,
        version: siteVersion(event.data.site),
      })
      break
    case 'SiteChanged':
      placeSaid(book, stay, event.data.site.id, on, {
        isOffered: undefined,
        version: siteVersion(event.data.site),
      })
      break
    case 'SiteClosed':
      placeSaid(book, stay, event.data.siteId, on, { isOffered: false, version: undefined })
      break
    case 'TenancyStarted':
      started(book, tenancy, event.data.tenancyId, event.data.householdId, event.data.flatId, on)
      break
    case 'StayStarted':
      started(book, stay, event.data.stayId, event.data.householdId, event.data.siteId, on)
      break
    case 'TenancyEnded':
      moved(book, tenancy, event.data.tenancyId, endedOn(on))
      break
    case 'StayEnded':
      moved(book, stay, event.data.stayId, endedOn(on))
      break
    case 'TenancyCorrected':
      moved(book, tenancy, event.data.tenancyId, correctedTo(on, event.data.until))
      break
    case 'StayCorrected':
      moved(book, stay, event.data.stayId, correctedTo(on, event.data.until))
      break
    case 'TenancyAnnulled':
      moved(book, tenancy, event.data.tenancyId, annulled)
      break
    case 'StayAnnulled':
      moved(book, stay, event.data.stayId, annulled)
      break
  }
}

const flatVersion = (flat: Flat): Version => ({
  word: wordOf(inFlat, flat.district),
  room: units(flat),
  most: flat.landlord?.personsMax ?? none,
})

const siteVersion = (site: Site): Version => ({
  word: wordOf(siteKind(site), site.district),
  room: site.places,
  most: none,
})

const endedOn =
  (until: Day) =>
  ({ from }: Nights): Nights => ({ from, until })

/** Of what goes on again no end is known. */
const correctedTo = (from: Day, until: IsoDay | null) => (): Nights => ({
  from,
  until: until === null ? forever : dayOf(until),
})

const annulled = ({ from }: Nights): Nights => ({ from, until: from })
