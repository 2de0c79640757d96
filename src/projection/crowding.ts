import type { IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Household } from '../domain/household.ts'
import { type StandardName, standards } from '../rule/standard.ts'
import { valueOn } from '../table/history.ts'
import { get, rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Breakdown, Counted } from './figure.ts'
import { isPresent, numberOn } from './history.ts'
import { homesOn } from './home.ts'

/**
 * A published standard of what a household needs at least: see {@link StandardName}. The suitable size of
 * `nrwSuitableSize` is none: it says what is enough at most.
 *
 * @category model
 */
export type CrowdingStandard = Exclude<StandardName, 'nrwSuitableSize'>

/**
 * How a flat stands to what the standard asks for its household: less, exactly so much, more; or the flat, an age or
 * a sex is not stated and it depends on that.
 *
 * @category model
 */
export type Crowdedness = 'crowded' | 'sufficient' | 'spare' | 'not stated'

/**
 * Households in flats by crowdedness; and how many have how much more than the standard asks (less: below 0), in
 * rooms, bedrooms or m², the least first. The differences add up to all but those not stated.
 *
 * @category figures
 */
export type Crowding = Breakdown<Crowdedness> & {
  readonly standard: CrowdingStandard
  readonly quantity: 'bedrooms' | 'rooms' | 'area'
  readonly differences: ReadonlyArray<{ readonly difference: number; readonly count: number }>
}

/** What one household has of a flat: all of it, or the one room that it rents. */
const has = (flat: Flat, quantity: Crowding['quantity']): number | undefined =>
  flat.roomsLet === undefined ? flat[quantity] : quantity === 'area' ? undefined : 1

const differenceOf = (
  standard: CrowdingStandard,
  flat: Flat | undefined,
  household: Household,
  on: IsoDay,
): number | undefined => {
  const { quantity, of } = standards[standard]
  const there = flat && has(flat, quantity)
  const asked = of(household, on)
  // areas have at most two decimals
  return there === undefined || asked === undefined ? undefined : Math.round((there - asked) * 100) / 100
}

/**
 * Crowding in flats on a day by a published standard: bedrooms, rooms or area of the flat less what the standard asks
 * for the household as it is, in persons or households. Who rents a room of a flat let by rooms has that one room.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, crowding, fold } from 'einzug'
 * import type { FlatId, HouseholdId, HousingEvent, IsoDay, PersonId, TenancyId } from 'einzug'
 * const on = '2016-03-01' as IsoDay
 * const flat = { id: 'F1' as FlatId, district: 'Mitte', area: 52, rooms: 2, bedrooms: 1, rent: { cold: 38_000 } }
 * const born = (id: string, day: string) => ({ id: id as PersonId, age: { known: 'birth', born: day as IsoDay } }) as const
 * const members = [born('P1', '1984-05-01'), born('P2', '2010-09-30')] as const
 * const household = { id: 'H1' as HouseholdId, members }
 * const ids = { tenancyId: 'T1' as TenancyId, householdId: household.id, flatId: flat.id }
 * const log: ReadonlyArray<HousingEvent> = [
 *   { type: 'FlatListed', data: { on, flat } },
 *   { type: 'HouseholdAssigned', data: { on, household, regime: 'AsylbLG' } },
 *   { type: 'TenancyStarted', data: { on, ...ids } },
 * ]
 * const inMarch = pipe(log, fold(census), crowding(on, 'ukBedroomStandard', 'persons'))
 * inMarch.parts // => { crowded: 2, sufficient: 0, spare: 0, 'not stated': 0 }
 * inMarch.differences // => [{ difference: -1, count: 2 }]
 * ```
 * @category figures
 */
export const crowding =
  (day: IsoDay, standard: CrowdingStandard, unit: Counted) =>
  (census: Census): Crowding => {
    const night = dayOf(day)
    const homes = homesOn(census, night)
    const parts = { crowded: 0, sufficient: 0, spare: 0, 'not stated': 0 }
    const differences = new Map<number, number>()
    let all = 0
    for (const history of rows(census.households)) {
      const home = homes.get(history)
      const household = valueOn(history.versions, night)
      if (home?.dwelling !== 'flat' || household === undefined || !isPresent(history, night)) continue
      const number = numberOn(history, night, unit)
      all += number
      const flat = valueOn(get(census.flats, home.place)?.versions ?? [], night)
      const difference = differenceOf(standard, flat, household, day)
      if (difference === undefined) parts['not stated'] += number
      else {
        parts[difference < 0 ? 'crowded' : difference > 0 ? 'spare' : 'sufficient'] += number
        differences.set(difference, (differences.get(difference) ?? 0) + number)
      }
    }
    const { quantity } = standards[standard]
    return {
      figure: `crowding, ${standard}`,
      unit,
      basis: `The population in flats on the day by whether the ${quantity} of the flat, or the one room rented of a flat let by rooms, are less than the standard ${standard} asks for the household.`,
      day,
      count: all,
      parts,
      standard,
      quantity,
      differences: [...differences]
        .map(([difference, count]) => ({ difference, count }))
        .sort((a, b) => a.difference - b.difference),
    }
  }
