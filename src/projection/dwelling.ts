import type { Day, IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import { rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Breakdown, Counted } from './figure.ts'
import { isPresent, numberOn } from './history.ts'
import { homesOn } from './home.ts'

/**
 * Where a household lives: in a flat on the general market, in a site of the municipality, in a reception
 * site of the state, or nowhere that the log knows of.
 *
 * @category model
 */
export type Dwelling = 'flat' | 'site' | 'reception' | 'unknown'

/** The population of a night by kind of dwelling. Who is in several, against the laws, counts once. */
export const dwellingsOn = (
  census: Census,
  night: Day,
  unit: Counted,
): Readonly<Record<Dwelling, number>> => {
  const homes = homesOn(census, night)
  const parts = { flat: 0, site: 0, reception: 0, unknown: 0 }
  for (const household of rows(census.households))
    if (isPresent(household, night))
      parts[homes.get(household)?.dwelling ?? 'unknown'] += numberOn(household, night, unit)
  return parts
}

/**
 * The population on a day by kind of dwelling, in persons or households: the basis of the asylum benefit
 * statistics (IT.NRW, 31 December).
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, dwellings, fold, type IsoDay, percent, share } from 'einzug'
 * const onNewYearsEve = pipe([], fold(census), dwellings('2015-12-31' as IsoDay, 'households'))
 * onNewYearsEve.parts // => { flat: 0, site: 0, reception: 0, unknown: 0 }
 * percent(share('flat')(onNewYearsEve), 1) // => '– (of 0 households)'
 * ```
 * @category figures
 */
export const dwellings =
  (day: IsoDay, unit: Counted) =>
  (census: Census): Breakdown<Dwelling> => {
    const parts = dwellingsOn(census, dayOf(day), unit)
    return {
      figure: 'dwellings',
      unit,
      basis:
        'The population on the day by where it spends the night: flat on the general market, site of the municipality, reception site of the state, nowhere known.',
      day,
      count: parts.flat + parts.site + parts.reception + parts.unknown,
      parts,
    }
  }
