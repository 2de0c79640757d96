import type { Day, IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import { units } from '../domain/flat.ts'
import { valueOn } from '../table/history.ts'
import type { Census } from './census.ts'
import type { Period, Ratio } from './figure.ts'
import { nightsOf, stated } from './figure.ts'
import type { HouseholdHistory, PlaceHistory } from './history.ts'
import { isOffered, membersOn } from './history.ts'
import type { Taken } from './occupancy.ts'
import { takenOver } from './occupancy.ts'

type Tenants = ReadonlyArray<HouseholdHistory | undefined>

/** Units let, of those listed as `unitsIn` counts them, or let. */
export const unitsLet =
  (unitsIn: (flat: Flat) => number) =>
  (flat: PlaceHistory<Flat>, tenants: Tenants, night: Day): Taken => {
    const version = valueOn(flat.versions, night)
    const listed = version !== undefined && isOffered(flat, night) ? unitsIn(version) : 0
    return [tenants.length, Math.max(listed, tenants.length)]
  }

const personsAllowed = (flat: PlaceHistory<Flat>, tenants: Tenants, night: Day): Taken => {
  const allowed = valueOn(flat.versions, night)?.landlord?.personsMax
  if (allowed === undefined || !(isOffered(flat, night) || tenants.length > 0)) return [0, 0]
  return [tenants.reduce((sum, tenant) => sum + membersOn(tenant, night).length, 0), allowed]
}

const nightly = { units: 'unit-nights', persons: 'person-nights' }

const basis = {
  units:
    'Units let, of the units listed or let: a flat let whole is one unit, one let by rooms as many as its rooms; a unit of a withdrawn flat counts while its tenant stays.',
  persons:
    'Persons living in flats whose landlord states how many persons are allowed, of the persons allowed in those that are listed or let.',
}

/**
 * How far the flats are taken, on a day or over the nights of a period: units let of those available, or
 * persons of those allowed.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, flatOccupancy, fold, type FlatId, type HousingEvent, type IsoDay } from 'einzug'
 * const on = '2016-03-01' as IsoDay
 * const rent = { cold: 48_000 }
 * const flat = { id: 'F1' as FlatId, district: 'Mitte', area: 74, rooms: 3, rent, roomsLet: 2 }
 * const log: ReadonlyArray<HousingEvent> = [{ type: 'FlatListed', data: { on, flat } }]
 * const march = pipe(log, fold(census), flatOccupancy({ from: on, until: '2016-04-01' as IsoDay }, 'units'))
 * march.denominator // => 62
 * march.of // => 'unit-nights'
 * ```
 * @category figures
 */
export const flatOccupancy =
  (when: IsoDay | Period, unit: 'units' | 'persons') =>
  ({ flats, tenancies, households }: Census): Ratio => {
    const look = unit === 'units' ? unitsLet(units) : personsAllowed
    const [numerator, denominator] = takenOver(nightsOf(when), flats, tenancies, households, look)
    const of = typeof when === 'string' ? unit : nightly[unit]
    return {
      figure: 'occupancy of flats',
      unit: of,
      basis: basis[unit],
      ...stated(when),
      numerator,
      of,
      denominator,
    }
  }
