import { dayOf, type IsoDay, isoOf } from '../../domain/day.ts'
import type { Regime } from '../../domain/household.ts'
import type { Interval } from '../../domain/interval.ts'
import { type Census, census } from '../census.ts'
import { decentralStock } from '../decentral.ts'
import { dwellings } from '../dwelling.ts'
import type { Counted, Figure, Period } from '../figure.ts'
import { flatOccupancy } from '../flat-occupancy.ts'
import { decentralIntake } from '../intake.ts'
import { flatsLet } from '../letting.ts'
import { population } from '../population.ts'
import { regimeChanges } from '../regime-change.ts'
import type { Every } from '../series.ts'
import { siteOccupancy } from '../site-occupancy.ts'
import { waiting } from '../waiting.ts'

/**
 * A figure that can be asked for, without its day or period: plain data.
 *
 * @category series
 */
export type Measure =
  | {
      readonly figure: 'population' | 'dwellings' | 'waiting' | 'decentral stock' | 'decentral intake'
      readonly unit: Counted
    }
  | {
      readonly figure: 'regime changes'
      readonly before: Regime
      readonly after: Regime
      readonly unit: Counted
    }
  | { readonly figure: 'flats let' }
  | { readonly figure: 'flat occupancy'; readonly unit: 'units' | 'persons' }
  | { readonly figure: 'site occupancy' }

/**
 * How a figure relates to time: a stock is counted on a day (of a period, on its last), a flow in a period, nights on
 * a day or over a period.
 */
export const kindOf = ({ figure }: Measure): 'stock' | 'flow' | 'nights' => {
  switch (figure) {
    case 'population':
    case 'dwellings':
    case 'waiting':
    case 'decentral stock':
      return 'stock'
    case 'flat occupancy':
    case 'site occupancy':
      return 'nights'
    case 'decentral intake':
    case 'regime changes':
    case 'flats let':
      return 'flow'
  }
}

/** The view of the census that defines a figure: of a period, a stock on its last day; of a day, the flow of this day. */
export const viewOf = (measure: Measure, when: IsoDay | Period): ((census: Census) => Figure) => {
  const [first, last] = typeof when === 'string' ? [when, when] : [when.from, isoOf(dayOf(when.until) - 1)]
  switch (kindOf(measure)) {
    case 'stock':
      return asked(measure, last)
    case 'flow':
      return asked(measure, { from: first, until: isoOf(dayOf(last) + 1) })
    case 'nights':
      return asked(measure, when)
  }
}

/** A stock is asked with a day, a flow with a period. */
const asked = (measure: Measure, when: IsoDay | Period): ((census: Census) => Figure) => {
  switch (measure.figure) {
    case 'population':
      return population(when as IsoDay, measure.unit)
    case 'dwellings':
      return dwellings(when as IsoDay, measure.unit)
    case 'waiting':
      return waiting(when as IsoDay, measure.unit)
    case 'decentral stock':
      return decentralStock(when as IsoDay, measure.unit)
    case 'decentral intake':
      return decentralIntake(when as Period, measure.unit)
    case 'regime changes':
      return regimeChanges(measure.before, measure.after, when as Period, measure.unit)
    case 'flats let':
      return flatsLet(when as Period)
    case 'flat occupancy':
      return flatOccupancy(when, measure.unit)
    case 'site occupancy':
      return siteOccupancy(when)
  }
}

/** What a figure states beside its numbers: what its view says of an empty census. */
export const statementOf = (measure: Measure, when: IsoDay | Period): Figure =>
  viewOf(measure, when)(census.empty)

/** What a figure states at a point of a series. */
export const statementFor =
  (measure: Measure, every: Every) =>
  ({ from, until }: Interval): Figure =>
    statementOf(measure, every === 'day' ? isoOf(from) : { from: isoOf(from), until: isoOf(until) })
