import type { Counted, IsoDay, Measure, Over } from 'einzug'

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
