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
 * import { census, fold, population } from 'einzug'
 * import type { HouseholdId, HousingEvent, IsoDay, PersonId } from 'einzug'
 * const members = [{ id: 'P1' as PersonId, age: { known: 'group', group: 'adult' } }] as const
 * const household = { id: 'H1' as HouseholdId, members }
 * const log: ReadonlyArray<HousingEvent> = [
 *   { type: 'HouseholdAssigned', data: { on: '2016-03-01' as IsoDay, household, regime: 'AsylbLG' } },
 * ]
 * pipe(log, fold(census), population('2016-12-31' as IsoDay, 'persons')).count // => 1
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
