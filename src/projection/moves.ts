import type { Day } from '../domain/day.ts'
import { covers } from '../domain/interval.ts'
import { valueOn } from '../table/history.ts'
import { get, rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Dwelling } from './dwelling.ts'
import type { Breakdown, Counted, Period } from './figure.ts'
import { nightsOf } from './figure.ts'
import type { Habitation } from './history.ts'
import { numberOn } from './history.ts'
import { moveIns } from './letting.ts'

/** The habitations of each household or of each place, by its key. */
export const habitationsBy = (
  side: 'household' | 'place',
  habitations: Iterable<Habitation>,
): ReadonlyMap<string, ReadonlyArray<Habitation>> => {
  const of = new Map<string, Array<Habitation>>()
  for (const each of habitations) {
    const known = of.get(each[side])
    if (known === undefined) of.set(each[side], [each])
    else known.push(each)
  }
  return of
}

/**
 * Who moved into a flat in a period, in persons or households, by where they lived the night before. Each move counts:
 * periods add up.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, type IsoDay, movesIntoFlats } from 'einzug'
 * const year = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
 * const moves = pipe([], fold(census), movesIntoFlats(year, 'persons'))
 * moves.parts // => { flat: 0, site: 0, reception: 0, unknown: 0 }
 * ```
 * @category figures
 */
export const movesIntoFlats =
  (period: Period, unit: Counted) =>
  (census: Census): Breakdown<Dwelling> => {
    const stays = habitationsBy('household', rows(census.stays))
    const tenancies = habitationsBy('household', rows(census.tenancies))
    const kindOf = (place: string, night: Day) => {
      const site = get(census.sites, place)
      return (site && valueOn(site.versions, night))?.kind === 'reception' ? 'reception' : 'site'
    }
    const livedIn = (household: string, night: Day): Dwelling => {
      const here = (each: Habitation): boolean => covers(each, night)
      if (tenancies.get(household)?.some(here)) return 'flat'
      const kinds = (stays.get(household) ?? []).filter(here).map(({ place }) => kindOf(place, night))
      return kinds.includes('reception') ? 'reception' : (kinds[0] ?? 'unknown')
    }
    const parts = { flat: 0, site: 0, reception: 0, unknown: 0 }
    for (const { household, from } of moveIns(census, nightsOf(period))) {
      const history = get(census.households, household)
      if (history !== undefined) parts[livedIn(household, from - 1)] += numberOn(history, from, unit)
    }
    return {
      figure: 'moves into flats',
      unit,
      basis:
        'Tenancies that started in the period, with the household on the day, by where it spent the night before: another flat, site of the municipality, reception site of the state, nowhere known.',
      period,
      count: parts.flat + parts.site + parts.reception + parts.unknown,
      parts,
    }
  }
