import type { Day } from '../domain/day.ts'
import { usableUnits } from '../domain/flat.ts'
import { covers } from '../domain/interval.ts'
import { valueOn } from '../table/history.ts'
import { contents, rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Breakdown, Period } from './figure.ts'
import { nightsOf } from './figure.ts'
import type { Habitation } from './history.ts'
import { isOffered, isPresent, membersOn } from './history.ts'
import { habitationsBy } from './moves.ts'
import { piecesOf } from './nights.ts'

/**
 * The size of a household or a flat, in persons or rooms.
 *
 * @category model
 */
export type Size = '1' | '2' | '3' | '4' | '5+'

const sizeOf = (n: number): Size => (n >= 5 ? '5+' : (String(Math.max(1, Math.floor(n))) as Size))

const noSizes = (): Record<Size, number> => ({ '1': 0, '2': 0, '3': 0, '4': 0, '5+': 0 })

const changesOf = (
  histories: ReadonlyArray<ReadonlyArray<{ readonly on: Day }>>,
  habitations: ReadonlyArray<Habitation>,
): ReadonlyArray<Day> => [
  ...histories.flatMap(history => history.map(({ on }) => on)),
  ...habitations.flatMap(({ from, until }) => [from, until]),
]

/**
 * The households that looked for a flat in a period, by their persons.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, flatsWanted, fold, type IsoDay } from 'einzug'
 * const year = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
 * pipe([], fold(census), flatsWanted(year)).parts // => { '1': 0, '2': 0, '3': 0, '4': 0, '5+': 0 }
 * ```
 * @category figures
 */
export const flatsWanted =
  (period: Period) =>
  ({ households, tenancies }: Census): Breakdown<Size> => {
    const parts = noSizes()
    let count = 0
    const livings = habitationsBy('household', rows(tenancies))
    for (const [key, household] of contents(households)) {
      const own = livings.get(key) ?? []
      const first = piecesOf(nightsOf(period), changesOf([household.present, household.versions], own)).find(
        ({ from }) => isPresent(household, from) && !own.some(each => covers(each, from)),
      )
      if (first === undefined) continue
      count++
      parts[sizeOf(membersOn(household, first.from).length)]++
    }
    return {
      figure: 'flats wanted',
      unit: 'households',
      basis:
        'Households of the population that had no tenancy on at least one night of the period, each once, by their persons on the first of these nights: one room for each person.',
      period,
      count,
      parts,
    }
  }

/**
 * The flats that somebody could have moved into in a period, by their rooms.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, flatsOffered, fold, type IsoDay } from 'einzug'
 * const year = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
 * pipe([], fold(census), flatsOffered(year)).parts // => { '1': 0, '2': 0, '3': 0, '4': 0, '5+': 0 }
 * ```
 * @category figures
 */
export const flatsOffered =
  (period: Period) =>
  ({ flats, tenancies }: Census): Breakdown<Size> => {
    const parts = noSizes()
    const lets = habitationsBy('place', rows(tenancies))
    for (const [key, flat] of contents(flats)) {
      const own = lets.get(key) ?? []
      for (const { from } of piecesOf(nightsOf(period), changesOf([flat.offered, flat.versions], own))) {
        const version = valueOn(flat.versions, from)
        if (version === undefined || !isOffered(flat, from)) continue
        const free = usableUnits(version) - own.filter(each => covers(each, from)).length
        if (free <= 0) continue
        if (version.roomsLet === undefined) parts[sizeOf(version.rooms)]++
        else parts['1'] += free
        break
      }
    }
    return {
      figure: 'flats offered',
      unit: 'units',
      basis:
        'Flats that were listed and had a unit to let on at least one night of the period, each once, by their rooms, halves left out; of one let by rooms, each room that was free on the first of these nights.',
      period,
      count: Object.values(parts).reduce((sum, part) => sum + part, 0),
      parts,
    }
  }
