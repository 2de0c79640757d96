import type { IsoDay } from '../../domain/day.ts'
import type { Household } from '../../domain/household.ts'
import { type Age, ageGroupOn, type Person } from '../../domain/person.ts'
import type { HousingEvent } from '../../event/event.ts'

/**
 * What of ages stays outside the seal: the year of birth, or only the group (under 18, 18 to 64, 65 and older).
 *
 * @category erasure
 */
export type OpenAges = 'year' | 'group'

/** What stands in an event where a text was sealed. */
export const sealedText = '(sealed)'

const openAge = (age: Age, on: IsoDay, ages: OpenAges): Age => {
  if (ages === 'group') return { known: 'group', group: ageGroupOn(age, on) }
  return age.known === 'birth'
    ? { known: 'years', years: 0, on: `${age.born.slice(0, 4)}-01-01` as IsoDay }
    : age
}

const openPerson = ({ id, age, sex }: Person, on: IsoDay, ages: OpenAges): Person => ({
  id,
  age: openAge(age, on, ages),
  ...(sex === undefined ? {} : { sex }),
})

/** What of a household stays outside the seal, as it was on a day. */
export const openHousehold = ({ id, members }: Household, on: IsoDay, ages: OpenAges): Household => ({
  id,
  members: members.map(person => openPerson(person, on, ages)) as unknown as Household['members'],
})

type Words = {
  readonly reason?: string
  readonly overflow?: string
  readonly override?: { readonly reason: string }
  readonly against?: { readonly reason: string }
}

const withoutWords = <D extends Words>(data: D): D => ({
  ...data,
  ...(data.reason === undefined ? {} : { reason: sealedText }),
  ...(data.overflow === undefined ? {} : { overflow: sealedText }),
  ...(data.override === undefined ? {} : { override: { ...data.override, reason: sealedText } }),
  ...(data.against === undefined ? {} : { against: { ...data.against, reason: sealedText } }),
})

/**
 * What of an event stays outside the seal: an event of the same type, from which every figure can be read. Of a household:
 * ids, sexes, and ages as far as `ages` says; of what people wrote in their own words: nothing. A note at the change of
 * a site is about no household, and stays. The same event, if there is nothing to seal.
 */
export const openPart = (event: HousingEvent, ages: OpenAges): HousingEvent => {
  switch (event.type) {
    case 'HouseholdAssigned':
      return {
        ...event,
        data: { ...event.data, household: openHousehold(event.data.household, event.data.on, ages) },
      }
    case 'HouseholdChanged': {
      const { reason, ...data } = event.data
      const household = openHousehold(data.household, data.on, ages)
      return { ...event, data: { ...withoutWords(data), reason, household } }
    }
    case 'StayStarted':
      return { ...event, data: withoutWords(event.data) }
    case 'StayCorrected':
      return { ...event, data: withoutWords(event.data) }
    case 'StayAnnulled':
      return { ...event, data: withoutWords(event.data) }
    case 'PlacementWithdrawn':
      return { ...event, data: withoutWords(event.data) }
    case 'TenancyStarted':
      return { ...event, data: withoutWords(event.data) }
    case 'TenancyCorrected':
      return { ...event, data: withoutWords(event.data) }
    case 'TenancyAnnulled':
      return { ...event, data: withoutWords(event.data) }
    case 'PlacementProposed':
      return event.data.against === undefined ? event : { ...event, data: withoutWords(event.data) }
    // nothing personal; no `default`, so that whoever adds an event has to say here what of it is
    case 'RegimeChanged':
    case 'HouseholdLeft':
    case 'FlatListed':
    case 'FlatChanged':
    case 'FlatWithdrawn':
    case 'SiteOpened':
    case 'SiteChanged':
    case 'SiteClosed':
    case 'StayEnded':
    case 'PolicyAdopted':
    case 'AllocationMade':
    case 'PlacementDeclined':
    case 'PlacementAgreed':
    case 'TenancyEnded':
      return event
  }
}
