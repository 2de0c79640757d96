import type { Day, IsoDay } from '../../domain/day.ts'
import { covers } from '../../domain/interval.ts'
import { get, rows } from '../../table/index.ts'
import type { Census } from '../census.ts'
import type { Counted, Period, Stated, When } from '../figure.ts'
import { nightsOf, stated } from '../figure.ts'
import type { HouseholdHistory } from '../history.ts'
import type { Survival, SurvivalOptions } from './kaplan-meier.ts'
import { survivalOf } from './kaplan-meier.ts'
import type { Observation } from './observation.ts'

/**
 * How long people wait: who is still waiting after how many days. `day` of a step counts days since the assignment.
 *
 * @category figures
 */
export type SurvivalCurve = Stated & When & Survival

/** A household's wait as far as it was seen: from the day it was assigned, with so many persons. */
export interface Wait extends Observation {
  readonly household: HouseholdHistory
  readonly since: Day
  readonly persons: number
}

/** The first day on or after a household's assignment on which it moved into a flat. */
const firstMoves = (census: Census): ReadonlyMap<HouseholdHistory, Day> => {
  const first = new Map<HouseholdHistory, Day>()
  for (const { household, from, until } of rows(census.tenancies)) {
    const history = get(census.households, household)
    const since = history?.arrivals[0]?.on
    if (history === undefined || since === undefined || from < since || from >= until) continue
    if (from < (first.get(history) ?? Infinity)) first.set(history, from)
  }
  return first
}

/**
 * The waits of the households that were assigned by a day, or in a period, seen until its last day: each begins with
 * the household's first assignment. Households formed by a separation were not assigned and do not count.
 */
export function* waits(census: Census, when: IsoDay | Period): Generator<Wait, void> {
  const { from, until } = nightsOf(when)
  const cohort = { from: typeof when === 'string' ? -Infinity : from, until }
  const moved = firstMoves(census)
  for (const household of rows(census.households)) {
    const [arrival] = household.arrivals
    if (arrival === undefined || !covers(cohort, arrival.on)) continue
    const { on: since, value: members } = arrival
    const left = household.present.find(({ on, value }) => on >= since && !value)?.on ?? Infinity
    const seen = Math.min(left, until - 1)
    const move = moved.get(household) ?? Infinity
    const days = Math.min(move, seen) - since
    yield { household, since, persons: members.length, days, event: move <= seen }
  }
}

const basis = {
  households:
    'Days from the assignment of a household (not one formed by a separation) to its first tenancy, by Kaplan and Meier; those without one are censored on the last day asked about, or on the day they left.',
  persons:
    'Days from the assignment of a household (not one formed by a separation) to its first tenancy, by Kaplan and Meier, for each person handed over with it; those without one are censored on the last day asked about, or on the day they left. The band takes the household, not the person, as what varies.',
}

const unreached = ' A quartile that the curve does not reach is not known yet.'

/**
 * How long households wait for a flat: of those assigned by a day as seen on it, or of those assigned in a period
 * as seen at its end. Not the mean of those who found one, which leaves out whoever waits longest.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, waitingTimes } from 'einzug'
 * import type { FlatId, HouseholdId, HousingEvent, IsoDay, PersonId, TenancyId } from 'einzug'
 * const assigned = (id: string): HousingEvent => {
 *   const members = [{ id: id as PersonId, age: { known: 'group', group: 'adult' } }] as const
 *   const household = { id: id as HouseholdId, members }
 *   return { type: 'HouseholdAssigned', data: { on: '2016-03-01' as IsoDay, household, regime: 'AsylbLG' } }
 * }
 * const tenancy = { tenancyId: 'T1' as TenancyId, householdId: 'H1' as HouseholdId, flatId: 'F1' as FlatId }
 * const log: ReadonlyArray<HousingEvent> = [
 *   assigned('H1'),
 *   assigned('H2'),
 *   { type: 'TenancyStarted', data: { on: '2016-03-31' as IsoDay, ...tenancy } },
 * ]
 * const curve = pipe(log, fold(census), waitingTimes('2016-12-31' as IsoDay, 'households'))
 * curve.steps.map(({ day, atRisk, survival }) => [day, atRisk, survival]) // => [[30, 2, 0.5], [305, 1, 0.5]]
 * curve.quartiles // => { q25: 30, median: 30, q75: null }
 * ```
 * @category figures
 */
export const waitingTimes =
  (when: IsoDay | Period, unit: Counted, options?: SurvivalOptions) =>
  (census: Census): SurvivalCurve => {
    const observed = [...waits(census, when)].map(
      ({ persons, days, event }): Observation => ({
        days,
        event,
        subjects: unit === 'persons' ? persons : 1,
      }),
    )
    return {
      figure: 'waiting times',
      unit,
      basis: basis[unit] + unreached,
      ...stated(when),
      ...survivalOf(observed, options),
    }
  }
