import type { IsoDay } from '../domain/day.ts'
import { units, usableUnits } from '../domain/flat.ts'
import { usablePlaces } from '../domain/site.ts'
import type { Census } from './census.ts'
import type { Period, Ratio } from './figure.ts'
import { nightsOf, stated } from './figure.ts'
import { unitsLet } from './flat-occupancy.ts'
import { takenOver } from './occupancy.ts'
import { placesTaken } from './site-occupancy.ts'

const places = {
  offered: 'the places of the sites that are open or still lived in',
  usable: 'the places of the sites that are open or still lived in, without those that are blocked',
}

const unitsThere = {
  offered: 'the units listed or let',
  usable: 'the units listed or let, without those that are blocked',
}

/**
 * How far what there is is used, on a day or over the nights of a period, by one of two denominators: all that is
 * `offered`, or only what is `usable`, without places and units that are blocked (major works, repairs, infection).
 * The first says what is paid for, the second how much room is left. In sites persons of places, in flats units let
 * of units.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, type HousingEvent, type IsoDay, type Site, type SiteId, utilisation } from 'einzug'
 * const on = '2016-03-01' as IsoDay
 * const site: Site = { id: 'S1' as SiteId, kind: 'municipal', places: 40, blocked: { count: 6, reason: 'repairs' } }
 * const log: ReadonlyArray<HousingEvent> = [{ type: 'SiteOpened', data: { on, site } }]
 * const march = { from: on, until: '2016-04-01' as IsoDay }
 * pipe(log, fold(census), utilisation(march, 'sites', 'offered')).denominator // => 1240
 * pipe(log, fold(census), utilisation(march, 'sites', 'usable')).denominator // => 1054
 * ```
 * @category figures
 */
export const utilisation =
  (when: IsoDay | Period, where: 'flats' | 'sites', there: 'offered' | 'usable') =>
  (census: Census): Ratio => {
    const nights = nightsOf(when)
    const { flats, sites, tenancies, stays, households } = census
    const all = there === 'offered'
    const placesIn = placesTaken(all ? site => site.places : usablePlaces)
    const [numerator, denominator] =
      where === 'sites'
        ? takenOver(nights, sites, stays, households, placesIn)
        : takenOver(nights, flats, tenancies, households, unitsLet(all ? units : usableUnits))
    const [taken, of] = where === 'sites' ? ['person', 'place'] : ['unit', 'unit']
    const counted = typeof when === 'string' ? 's' : '-nights'
    return {
      figure: `utilisation of ${where}, ${there}`,
      unit: `${taken}${counted}`,
      basis:
        where === 'sites' ? `Persons in sites, of ${places[there]}.` : `Units let, of ${unitsThere[there]}.`,
      ...stated(when),
      numerator,
      of: `${of}${counted}`,
      denominator,
    }
  }
