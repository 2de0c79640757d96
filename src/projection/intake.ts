import type { Interval } from '../domain/interval.ts'
import { covers } from '../domain/interval.ts'
import { get, rows } from '../table/index.ts'
import type { Census } from './census.ts'
import { keyOf } from './census.ts'
import type { Counted, Period, Ratio } from './figure.ts'
import { nightsOf } from './figure.ts'
import type { HouseholdHistory } from './history.ts'
import { membersOn } from './history.ts'
import { moveIns } from './letting.ts'

type Parts = readonly [numerator: number, denominator: number]

const shareOf = (all: ReadonlySet<unknown>, housed: ReadonlySet<unknown>): Parts => {
  let numerator = 0
  for (const each of all) if (housed.has(each)) numerator++
  return [numerator, all.size]
}

const byPersons = (census: Census, period: Interval): Parts => {
  const handedOver = new Set<string>()
  for (const { stream, arrivals } of rows(census.households))
    for (const { on, value: members } of arrivals)
      if (covers(period, on)) for (const { id } of members) handedOver.add(keyOf(stream, id))
  const housed = new Set<string>()
  for (const { household, from } of moveIns(census, period)) {
    const history = get(census.households, household)
    for (const { id } of membersOn(history, from)) housed.add(keyOf((history as HouseholdHistory).stream, id))
  }
  return shareOf(handedOver, housed)
}

const byHouseholds = (census: Census, period: Interval): Parts => {
  const handedOver = new Set<HouseholdHistory>()
  for (const household of rows(census.households))
    if (household.arrivals.some(({ on }) => covers(period, on))) handedOver.add(household)
  const housed = new Set<HouseholdHistory | undefined>()
  for (const { household } of moveIns(census, period)) housed.add(get(census.households, household))
  return shareOf(handedOver, housed)
}

const basis: Readonly<Record<Counted, string>> = {
  persons:
    'Of the persons assigned in the period (as handed over: later births and family reunions do not count), those who moved into a flat in it, each once; whoever left into another household by then counts with that one.',
  households:
    'Of the households assigned in the period (not those formed by a separation), those with a tenancy of their own that started in it, each once.',
}

/**
 * The decentral ratio of the intake: who moved into a flat in a period, of those assigned in it (Dülmen 2015
 * to 2017: 568 of 1,020 persons).
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, decentralIntake, fold, percent } from 'einzug'
 * import type { FlatId, HouseholdId, HousingEvent, IsoDay, PersonId, TenancyId } from 'einzug'
 * const on = '2016-03-01' as IsoDay
 * const assigned = (household: string, person: string): HousingEvent => {
 *   const members = [{ id: person as PersonId, age: { known: 'group', group: 'adult' } }] as const
 *   return {
 *     type: 'HouseholdAssigned',
 *     data: { on, household: { id: household as HouseholdId, members }, regime: 'AsylbLG' },
 *   }
 * }
 * const tenancy = { tenancyId: 'T1' as TenancyId, householdId: 'H1' as HouseholdId, flatId: 'F1' as FlatId }
 * const log: ReadonlyArray<HousingEvent> = [
 *   assigned('H1', 'P1'),
 *   assigned('H2', 'P2'),
 *   { type: 'TenancyStarted', data: { on: '2016-05-01' as IsoDay, ...tenancy } },
 * ]
 * const year = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
 * const ratio = pipe(log, fold(census), decentralIntake(year, 'persons'))
 * ratio.numerator // => 1
 * ratio.denominator // => 2
 * percent(ratio, 1) // => '50.0 %'
 * ```
 * @category figures
 */
export const decentralIntake =
  (period: Period, unit: Counted) =>
  (census: Census): Ratio => {
    const [numerator, denominator] = (unit === 'persons' ? byPersons : byHouseholds)(census, nightsOf(period))
    return {
      figure: 'decentral ratio, intake',
      unit,
      basis: basis[unit],
      period,
      numerator,
      of: unit,
      denominator,
    }
  }
