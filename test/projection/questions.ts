import type { Census, Figure, HousingEvent } from 'einzug'
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
import { day, period } from './facts.ts'
import { lastDay } from './logs.ts'
import {
  naiveDwellings,
  naiveFlatOccupancy,
  naiveFlatsLet,
  naiveIntake,
  naivePopulation,
  naiveRegimeChanges,
  naiveSiteOccupancy,
} from './naive.ts'

type Numbers = ReadonlyArray<number>

interface Question {
  readonly name: string
  readonly view: (census: Census) => Figure
  readonly naive: (log: ReadonlyArray<HousingEvent>) => Numbers
}

/** The numbers a figure states, in a fixed order. */
const numbersOf = (figure: Figure): Numbers =>
  'numerator' in figure
    ? [figure.numerator, figure.denominator]
    : [figure.count, ...('parts' in figure ? Object.values(figure.parts) : [])]

const allDays = Array.from({ length: lastDay + 3 }, (_, n) => n - 1)
// some inside the log, one longer than it, one empty, one backwards
const periods = [period(0, 5), period(3, 9), period(-2, lastDay + 5), period(4, 4), period(8, 3)]
const units = ['persons', 'households'] as const
const pairs = [
  ['AsylbLG', 'SGB II'],
  ['SGB II', 'AsylbLG'],
  ['AsylbLG', 'AsylbLG'],
] as const

/** Every view on every day and several periods, beside its naive definition. */
export const questions: ReadonlyArray<Question> = [
  ...units.flatMap(unit => [
    ...allDays.map(day).flatMap((on): ReadonlyArray<Question> => {
      const parts = (log: ReadonlyArray<HousingEvent>) => naiveDwellings(log, on, unit)
      return [
        {
          name: `population ${on} ${unit}`,
          view: population(on, unit),
          naive: log => [naivePopulation(log, on, unit)],
        },
        {
          name: `dwellings ${on} ${unit}`,
          view: dwellings(on, unit),
          naive: log => [naivePopulation(log, on, unit), ...Object.values(parts(log))],
        },
        {
          name: `waiting ${on} ${unit}`,
          view: waiting(on, unit),
          naive: log => {
            const { site, reception, unknown } = parts(log)
            return [site + reception + unknown, site, reception, unknown]
          },
        },
        {
          name: `stock ${on} ${unit}`,
          view: decentralStock(on, unit),
          naive: log => [parts(log).flat, naivePopulation(log, on, unit)],
        },
      ]
    }),
    ...periods.flatMap(
      (when): ReadonlyArray<Question> => [
        {
          name: `intake ${JSON.stringify(when)} ${unit}`,
          view: decentralIntake(when, unit),
          naive: log => naiveIntake(log, when, unit),
        },
        ...pairs.map(
          ([before, after]): Question => ({
            name: `regimes ${before} ${after} ${JSON.stringify(when)} ${unit}`,
            view: regimeChanges(before, after, when, unit),
            naive: log => [naiveRegimeChanges(log, before, after, when, unit)],
          }),
        ),
      ],
    ),
  ]),
  ...(['units', 'persons'] as const).flatMap(
    (unit): ReadonlyArray<Question> => [
      ...allDays.map(n => ({
        name: `flats on ${String(n)} by ${unit}`,
        view: flatOccupancy(day(n), unit),
        naive: (log: ReadonlyArray<HousingEvent>) => naiveFlatOccupancy(log, period(n, n + 1), unit),
      })),
      ...periods.map(when => ({
        name: `flats in ${JSON.stringify(when)} by ${unit}`,
        view: flatOccupancy(when, unit),
        naive: (log: ReadonlyArray<HousingEvent>) => naiveFlatOccupancy(log, when, unit),
      })),
    ],
  ),
  ...periods.map(when => ({
    name: `flats let in ${JSON.stringify(when)}`,
    view: flatsLet(when),
    naive: (log: ReadonlyArray<HousingEvent>) => [naiveFlatsLet(log, when)],
  })),
  ...allDays.map(n => ({
    name: `sites on ${String(n)}`,
    view: siteOccupancy(day(n)),
    naive: (log: ReadonlyArray<HousingEvent>) => naiveSiteOccupancy(log, period(n, n + 1)),
  })),
  ...periods.map(when => ({
    name: `sites in ${JSON.stringify(when)}`,
    view: siteOccupancy(when),
    naive: (log: ReadonlyArray<HousingEvent>) => naiveSiteOccupancy(log, when),
  })),
]

/** Everything the views say about a census. */
export const answers = (census: Census): ReadonlyArray<readonly [string, Numbers]> =>
  questions.map(({ name, view }) => [name, numbersOf(view(census))])
