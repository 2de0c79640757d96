import type { Age, Flat, Household, HousingEvent, Person, Sex, Site } from 'einzug'
import type { day } from './facts.ts'
import type { Log } from './naive.ts'

const born = (date: string): Age => ({ known: 'birth', born: date as ReturnType<typeof day> })

/** Who the persons of the generated logs are: four whose band changes within the log, and one without an age. */
const persons: Readonly<
  Record<string, { readonly age: Age; readonly sex?: Sex; readonly partner?: string }>
> = {
  P1: { age: born('2013-01-06'), sex: 'female' }, // 3 on day 5
  P2: { age: { known: 'years', years: 15, on: '2015-01-09' as ReturnType<typeof day> } }, // 16 on day 8
  P3: { age: { known: 'group', group: 'child' }, sex: 'male' },
  P4: { age: born('1998-01-04'), sex: 'male', partner: '__proto__' }, // 18 on day 3
  ['__proto__']: { age: { known: 'group', group: 'adult' }, sex: 'female' },
  P6: { age: born('2010-01-08'), sex: 'male' }, // 6 on day 7
}

const grown = (household: Household): Household =>
  ({
    ...household,
    members: household.members.map(
      ({ id }): Person => ({
        id,
        ...((Object.hasOwn(persons, id) ? persons[id] : { age: born('1980-01-01') }) as object as Omit<
          Person,
          'id'
        >),
      }),
    ),
  }) as unknown as Household

const furnished = (flat: Flat): Flat =>
  flat.id === 'F1'
    ? { ...flat, bedrooms: 1, rooms: 2, area: 30 }
    : flat.id === 'F2'
      ? { ...flat, district: '__proto__', area: 20 }
      : { ...flat, bedrooms: 3 }

const located = (site: Site): Site => (site.id === 'S1' ? { ...site, district: 'Nord' } : site)

/** The same log about people with ages, flats of several sizes, and districts. */
export const peopled = (log: Log): Log =>
  log.map((event): HousingEvent => {
    switch (event.type) {
      case 'HouseholdAssigned':
        return { ...event, data: { ...event.data, household: grown(event.data.household) } }
      case 'HouseholdChanged':
        return { ...event, data: { ...event.data, household: grown(event.data.household) } }
      case 'FlatListed':
        return { ...event, data: { ...event.data, flat: furnished(event.data.flat) } }
      case 'FlatChanged':
        return { ...event, data: { ...event.data, flat: furnished(event.data.flat) } }
      case 'SiteOpened':
        return { ...event, data: { ...event.data, site: located(event.data.site) } }
      case 'SiteChanged':
        return { ...event, data: { ...event.data, site: located(event.data.site) } }
      default:
        return event
    }
  })
