import type { IsoDay } from '../domain/day.ts'
import { units, usableUnits } from '../domain/flat.ts'
import type { Census } from './census.ts'
import type { Breakdown, Period } from './figure.ts'
import { nightsOf, stated } from './figure.ts'
import { unitsLet } from './flat-occupancy.ts'
import { takenOver } from './occupancy.ts'

/**
 * What a unit of a listed flat is on a night: let, vacant (it could be let), or blocked.
 *
 * @category model
 */
export type Letability = 'let' | 'vacant' | 'blocked'

/**
 * The nights that listed flats stand empty, apart from those on which they could not be let. Of units on a day, of
 * unit-nights over a period; `share('vacant')` is the vacancy rate.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, type Flat, type FlatId, fold, type HousingEvent, type IsoDay, vacancy } from 'einzug'
 * const on = '2016-03-01' as IsoDay
 * const flat: Flat = { id: 'F1' as FlatId, district: 'Mitte', area: 74, rooms: 3, rent: { cold: 48_000 } }
 * const works: Flat = { ...flat, blocked: { count: 1, reason: 'major works' } }
 * const log: ReadonlyArray<HousingEvent> = [
 *   { type: 'FlatListed', data: { on, flat } },
 *   { type: 'FlatChanged', data: { on: '2016-03-21' as IsoDay, flat: works } },
 * ]
 * const march = pipe(log, fold(census), vacancy({ from: on, until: '2016-04-01' as IsoDay }))
 * march.parts // => { let: 0, vacant: 20, blocked: 11 }
 * ```
 * @category figures
 */
export const vacancy =
  (when: IsoDay | Period) =>
  ({ flats, tenancies, households }: Census): Breakdown<Letability> => {
    const over = (unitsIn: typeof units) =>
      takenOver(nightsOf(when), flats, tenancies, households, unitsLet(unitsIn))
    const [taken, offered] = over(units)
    const [, usable] = over(usableUnits)
    return {
      figure: 'vacancy',
      unit: typeof when === 'string' ? 'units' : 'unit-nights',
      basis:
        'Units listed or let, by whether they are let, vacant or blocked: a flat let whole is one unit, one let by rooms as many as its rooms; a unit of a withdrawn flat counts while its tenant stays.',
      ...stated(when),
      count: offered,
      parts: { let: taken, vacant: usable - taken, blocked: offered - usable },
    }
  }
