import { valueOn } from '../table/history.ts'
import { get } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Breakdown, Counted, Period } from './figure.ts'
import { nightsOf } from './figure.ts'
import { numberOn } from './history.ts'
import { moveIns } from './letting.ts'

/**
 * Who moved into a flat in a period, in persons or households, by the district of the flat on the day, in the order of
 * their names. Each move counts: periods add up.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, type IsoDay, placementsByDistrict } from 'einzug'
 * const year = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
 * pipe([], fold(census), placementsByDistrict(year, 'persons')).parts // => {}
 * ```
 * @category figures
 */
export const placementsByDistrict =
  (period: Period, unit: Counted) =>
  (census: Census): Breakdown<string> => {
    const parts = new Map<string, number>()
    let count = 0
    for (const { household, place, from } of moveIns(census, nightsOf(period))) {
      const history = get(census.households, household)
      const flat = get(census.flats, place)
      const district = (flat && valueOn(flat.versions, from))?.district
      if (history === undefined || district === undefined) continue
      const number = numberOn(history, from, unit)
      count += number
      parts.set(district, (parts.get(district) ?? 0) + number)
    }
    return {
      figure: 'placements by district',
      unit,
      basis:
        'Tenancies that started in the period, with the household on the day, by the district of the flat.',
      period,
      count,
      parts: Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1))),
    }
  }
