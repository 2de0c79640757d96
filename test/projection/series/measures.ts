import type { Census, Counted, Figure, IsoDay, Measure, Period, Regime } from 'einzug'
import {
  dayOf,
  decentralIntake,
  decentralStock,
  dwellings,
  flatOccupancy,
  flatsLet,
  isoOf,
  population,
  regimeChanges,
  siteOccupancy,
  waiting,
} from 'einzug'

const units: ReadonlyArray<Counted> = ['persons', 'households']
const pairs: ReadonlyArray<readonly [Regime, Regime]> = [
  ['AsylbLG', 'SGB II'],
  ['SGB II', 'AsylbLG'],
  ['AsylbLG', 'AsylbLG'],
]

/** Every measure. */
export const measures: ReadonlyArray<Measure> = [
  ...units.flatMap(
    (unit): ReadonlyArray<Measure> => [
      { figure: 'population', unit },
      { figure: 'dwellings', unit },
      { figure: 'waiting', unit },
      { figure: 'decentral stock', unit },
      { figure: 'decentral intake', unit },
      ...pairs.map(([before, after]) => ({ figure: 'regime changes', before, after, unit }) as const),
    ],
  ),
  { figure: 'flats let' },
  { figure: 'flat occupancy', unit: 'units' },
  { figure: 'flat occupancy', unit: 'persons' },
  { figure: 'site occupancy' },
]

const lastOf = (when: IsoDay | Period): IsoDay =>
  typeof when === 'string' ? when : isoOf(dayOf(when.until) - 1)
const periodOf = (when: IsoDay | Period): Period =>
  typeof when === 'string' ? { from: when, until: isoOf(dayOf(when) + 1) } : when

/** What the view of the census says: of a period, a stock on its last day; of a day, the flow of this day. */
export const viewOf = (measure: Measure, when: IsoDay | Period): ((census: Census) => Figure) => {
  switch (measure.figure) {
    case 'population':
      return population(lastOf(when), measure.unit)
    case 'dwellings':
      return dwellings(lastOf(when), measure.unit)
    case 'waiting':
      return waiting(lastOf(when), measure.unit)
    case 'decentral stock':
      return decentralStock(lastOf(when), measure.unit)
    case 'decentral intake':
      return decentralIntake(periodOf(when), measure.unit)
    case 'regime changes':
      return regimeChanges(measure.before, measure.after, periodOf(when), measure.unit)
    case 'flats let':
      return flatsLet(periodOf(when))
    case 'flat occupancy':
      return flatOccupancy(when, measure.unit)
    case 'site occupancy':
      return siteOccupancy(when)
  }
}
