import type { IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import { rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Count, Counted } from './figure.ts'
import { isPresent, numberOn } from './history.ts'

/**
 * The population on a day, in persons or households.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, type Household, type HousingEvent, type IsoDay, population } from 'einzug'
 * const on = '2016-03-01' as IsoDay
 * const born = { known: 'group', group: 'adult' }
 * const household = { id: 'H1', members: [{ id: 'P1', age: born }, { id: 'P2', age: born }] } as unknown as Household
 * const log: ReadonlyArray<HousingEvent> = [
 *   { type: 'HouseholdAssigned', data: { on, household, regime: 'AsylbLG' } },
 * ]
 * pipe(log, fold(census), population('2016-12-31' as IsoDay, 'persons')).count // => 2
 * pipe(log, fold(census), population('2015-12-31' as IsoDay, 'persons')).count // => 0
 * ```
 * @category figures
 */
export const population =
  (day: IsoDay, unit: Counted) =>
  ({ households }: Census): Count => {
    const night = dayOf(day)
    let count = 0
    for (const household of rows(households))
      if (isPresent(household, night)) count += numberOn(household, night, unit)
    return {
      figure: 'population',
      unit,
      basis: 'Households assigned on or before the day and not left by it, with their members on the day.',
      day,
      count,
    }
  }
