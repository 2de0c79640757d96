import type { Day, IsoDay } from '../domain/day.ts'
import type { Site } from '../domain/site.ts'
import { valueOn } from '../table/history.ts'
import type { Census } from './census.ts'
import type { Period, Ratio } from './figure.ts'
import { nightsOf, stated } from './figure.ts'
import type { HouseholdHistory, PlaceHistory } from './history.ts'
import { isOffered, membersOn } from './history.ts'
import type { Taken } from './occupancy.ts'
import { takenOver } from './occupancy.ts'

/** Persons in a site, of its places as `placesIn` counts them. */
export const placesTaken =
  (placesIn: (site: Site) => number) =>
  (site: PlaceHistory<Site>, residents: ReadonlyArray<HouseholdHistory | undefined>, night: Day): Taken => {
    const persons = residents.reduce((sum, resident) => sum + membersOn(resident, night).length, 0)
    const inUse = isOffered(site, night) || persons > 0
    const version = valueOn(site.versions, night)
    return [persons, inUse && version !== undefined ? placesIn(version) : 0]
  }

/**
 * How far the sites are taken: persons of places on a day, person-nights of place-nights over a period. More
 * than all places are taken where a site holds more than its places (`overflow`).
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, siteOccupancy } from 'einzug'
 * import type { HousingEvent, IsoDay, Site, SiteId } from 'einzug'
 * const on = '2016-03-01' as IsoDay
 * const site: Site = { id: 'S1' as SiteId, kind: 'municipal', places: 40 }
 * const log: ReadonlyArray<HousingEvent> = [{ type: 'SiteOpened', data: { on, site } }]
 * const march = pipe(log, fold(census), siteOccupancy({ from: on, until: '2016-04-01' as IsoDay }))
 * march.denominator // => 1240
 * march.of // => 'place-nights'
 * ```
 * @category figures
 */
export const siteOccupancy =
  (when: IsoDay | Period) =>
  ({ sites, stays, households }: Census): Ratio => {
    const [numerator, denominator] = takenOver(
      nightsOf(when),
      sites,
      stays,
      households,
      placesTaken(({ places }) => places),
    )
    const onDay = typeof when === 'string'
    return {
      figure: 'occupancy of sites',
      unit: onDay ? 'persons' : 'person-nights',
      basis:
        'Persons in sites, of the places of the sites that are open or still lived in; municipal sites and reception sites of the state.',
      ...stated(when),
      numerator,
      of: onDay ? 'places' : 'place-nights',
      denominator,
    }
  }
