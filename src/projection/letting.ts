import type { Interval } from '../domain/interval.ts'
import { covers } from '../domain/interval.ts'
import { rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Count, Period } from './figure.ts'
import { nightsOf } from './figure.ts'
import type { Habitation } from './history.ts'

/** The tenancies that started in a period and were not annulled or ended before their first night. */
export function* moveIns(census: Census, period: Interval): Generator<Habitation, void> {
  for (const tenancy of rows(census.tenancies))
    if (covers(period, tenancy.from) && tenancy.from < tenancy.until) yield tenancy
}

/**
 * The flats that somebody moved into in a period (Dülmen 2015 to 2017: 206).
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, flatsLet, fold } from 'einzug'
 * import type { FlatId, HouseholdId, HousingEvent, IsoDay, TenancyId } from 'einzug'
 * const tenancy = { tenancyId: 'T1' as TenancyId, householdId: 'H1' as HouseholdId, flatId: 'F1' as FlatId }
 * const log: ReadonlyArray<HousingEvent> = [
 *   { type: 'TenancyStarted', data: { on: '2016-05-01' as IsoDay, ...tenancy } },
 * ]
 * const year = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
 * pipe(log, fold(census), flatsLet(year)).count // => 1
 * ```
 * @category figures
 */
export const flatsLet =
  (period: Period) =>
  (census: Census): Count => {
    const flats = new Set<string>()
    for (const { place } of moveIns(census, nightsOf(period))) flats.add(place)
    return {
      figure: 'flats let',
      unit: 'flats',
      basis: 'Flats in which a tenancy started in the period, each once.',
      period,
      count: flats.size,
    }
  }
