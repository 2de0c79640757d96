import type { IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import type { Census } from './census.ts'
import { dwellingsOn } from './dwelling.ts'
import type { Counted, Ratio } from './figure.ts'

/**
 * The decentral ratio of the stock: who lives in a flat on a day, of the population on it.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, decentralStock, fold, type IsoDay } from 'einzug'
 * const ratio = pipe([], fold(census), decentralStock('2016-12-31' as IsoDay, 'persons'))
 * ratio.basis // => 'Of the population on the day, those with a tenancy on it.'
 * ratio.denominator // => 0
 * ```
 * @category figures
 */
export const decentralStock =
  (day: IsoDay, unit: Counted) =>
  (census: Census): Ratio => {
    const { flat, site, reception, unknown } = dwellingsOn(census, dayOf(day), unit)
    return {
      figure: 'decentral ratio, stock',
      unit,
      basis: 'Of the population on the day, those with a tenancy on it.',
      day,
      numerator: flat,
      of: unit,
      denominator: flat + site + reception + unknown,
    }
  }
