import type { Census, Counted, Figure, IsoDay, Measure, Over, Period } from 'einzug'
import {
  decentralIntake,
  decentralStock,
  dwellings,
  flatOccupancy,
  flatsLet,
  population,
  regimeChanges,
  siteOccupancy,
  waiting,
} from 'einzug'

const units: ReadonlyArray<Counted> = ['persons', 'households']

/** All figures; of the changes of regime, those from AsylbLG to SGB II. */
export const measures: ReadonlyArray<Measure> = [
  ...units.flatMap(
    (unit): ReadonlyArray<Measure> => [
      { figure: 'population', unit },
      { figure: 'dwellings', unit },
      { figure: 'waiting', unit },
      { figure: 'decentral stock', unit },
      { figure: 'decentral intake', unit },
      { figure: 'regime changes', before: 'AsylbLG', after: 'SGB II', unit },
    ],
  ),
  { figure: 'flats let' },
  { figure: 'flat occupancy', unit: 'units' },
  { figure: 'flat occupancy', unit: 'persons' },
  { figure: 'site occupancy' },
]

export const tenYears: Over = {
  period: { from: '2010-01-01' as IsoDay, until: '2020-01-01' as IsoDay },
  every: 'month',
}

/** What the census says of a month that ends on a day. */
export const viewOf = (measure: Measure, month: Period, last: IsoDay): ((census: Census) => Figure) => {
  switch (measure.figure) {
    case 'population':
      return population(last, measure.unit)
    case 'dwellings':
      return dwellings(last, measure.unit)
    case 'waiting':
      return waiting(last, measure.unit)
    case 'decentral stock':
      return decentralStock(last, measure.unit)
    case 'decentral intake':
      return decentralIntake(month, measure.unit)
    case 'regime changes':
      return regimeChanges(measure.before, measure.after, month, measure.unit)
    case 'flats let':
      return flatsLet(month)
    case 'flat occupancy':
      return flatOccupancy(month, measure.unit)
    case 'site occupancy':
      return siteOccupancy(month)
  }
}
