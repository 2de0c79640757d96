import type { Regime } from '../domain/household.ts'
import { covers } from '../domain/interval.ts'
import { rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Count, Counted, Period } from './figure.ts'
import { nightsOf } from './figure.ts'
import { isPresent, numberOn } from './history.ts'

/**
 * Who changed from one regime to another in a period, in persons or households. Periods add up: who changes
 * twice counts twice.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, regimeChanges } from 'einzug'
 * import type { HouseholdId, HousingEvent, IsoDay, PersonId } from 'einzug'
 * const members = [{ id: 'P1' as PersonId, age: { known: 'group', group: 'adult' } }] as const
 * const householdId = 'H1' as HouseholdId
 * const household = { id: householdId, members }
 * const log: ReadonlyArray<HousingEvent> = [
 *   { type: 'HouseholdAssigned', data: { on: '2016-03-01' as IsoDay, household, regime: 'AsylbLG' } },
 *   { type: 'RegimeChanged', data: { on: '2017-02-01' as IsoDay, householdId, regime: 'SGB II' } },
 * ]
 * const year = { from: '2017-01-01' as IsoDay, until: '2018-01-01' as IsoDay }
 * pipe(log, fold(census), regimeChanges('AsylbLG', 'SGB II', year, 'persons')).count // => 1
 * ```
 * @category figures
 */
export const regimeChanges =
  (before: Regime, after: Regime, period: Period, unit: Counted) =>
  ({ households }: Census): Count => {
    const days = nightsOf(period)
    let count = 0
    for (const household of rows(households))
      household.regimes.forEach(({ on, value }, at) => {
        if (!covers(days, on) || value !== after || household.regimes[at - 1]?.value !== before) return
        if (before === after || !isPresent(household, on - 1) || !isPresent(household, on)) return
        count += numberOn(household, on, unit)
      })
    return {
      figure: `regime changes, ${before} to ${after}`,
      unit,
      basis:
        'Households of the population whose regime on a day of the period is not that of the day before, with their members on the day; each change counts.',
      period,
      count,
    }
  }
