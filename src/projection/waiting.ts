import type { IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import type { Census } from './census.ts'
import type { Dwelling } from './dwelling.ts'
import { dwellingsOn } from './dwelling.ts'
import type { Breakdown, Counted } from './figure.ts'

/**
 * Who waits for a flat on a day, in persons or households, by where they live meanwhile.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, type IsoDay, waiting } from 'einzug'
 * const day = '2016-12-31' as IsoDay
 * pipe([], fold(census), waiting(day, 'households')).parts // => { site: 0, reception: 0, unknown: 0 }
 * ```
 * @category figures
 */
export const waiting =
  (day: IsoDay, unit: Counted) =>
  (census: Census): Breakdown<Exclude<Dwelling, 'flat'>> => {
    const { site, reception, unknown } = dwellingsOn(census, dayOf(day), unit)
    return {
      figure: 'waiting',
      unit,
      basis:
        'The population on the day without a tenancy on it, by where it spends the night: site of the municipality, reception site of the state, nowhere known.',
      day,
      count: site + reception + unknown,
      parts: { site, reception, unknown },
    }
  }
