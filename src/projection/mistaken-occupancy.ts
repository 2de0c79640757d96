import type { IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import { valueOn } from '../table/history.ts'
import { rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Counted, Ratio } from './figure.ts'
import { isPresent, numberOn } from './history.ts'
import { homesOn } from './home.ts'

/**
 * Mistaken occupancy (Fehlbelegung) on a day: of those who live in sites, who no longer comes under the AsylbLG, and
 * could rent a flat like anybody else.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, mistakenOccupancy } from 'einzug'
 * import type { HouseholdId, HousingEvent, IsoDay, PersonId, Site, SiteId, StayId } from 'einzug'
 * const on = '2016-03-01' as IsoDay
 * const site: Site = { id: 'S1' as SiteId, kind: 'municipal', places: 40 }
 * const householdId = 'H1' as HouseholdId
 * const members = [{ id: 'P1' as PersonId, age: { known: 'group', group: 'adult' } }] as const
 * const log: ReadonlyArray<HousingEvent> = [
 *   { type: 'SiteOpened', data: { on, site } },
 *   { type: 'HouseholdAssigned', data: { on, household: { id: householdId, members }, regime: 'AsylbLG' } },
 *   { type: 'StayStarted', data: { on, stayId: 'A1' as StayId, householdId, siteId: site.id } },
 *   { type: 'RegimeChanged', data: { on: '2016-10-01' as IsoDay, householdId, regime: 'SGB II' } },
 * ]
 * const figures = pipe(log, fold(census))
 * mistakenOccupancy('2016-09-30' as IsoDay, 'persons')(figures).numerator // => 0
 * mistakenOccupancy('2016-10-01' as IsoDay, 'persons')(figures).numerator // => 1
 * ```
 * @category figures
 */
export const mistakenOccupancy =
  (day: IsoDay, unit: Counted) =>
  (census: Census): Ratio => {
    const night = dayOf(day)
    const homes = homesOn(census, night)
    let [numerator, denominator] = [0, 0]
    for (const household of rows(census.households)) {
      if (!isPresent(household, night) || (homes.get(household)?.dwelling ?? 'flat') === 'flat') continue
      const number = numberOn(household, night, unit)
      denominator += number
      if (valueOn(household.regimes, night) !== 'AsylbLG') numerator += number
    }
    return {
      figure: 'mistaken occupancy',
      unit,
      basis:
        'Of the population in sites on the day (municipal sites and reception sites of the state), those whose benefits do not come from the AsylbLG.',
      day,
      numerator,
      of: unit,
      denominator,
    }
  }
