import { breakdownOf, dimensionsOf, type Figure, fold, ledger, type Measure } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { expect, test } from 'vitest'
import { period } from '../facts.ts'
import { lastDay } from '../logs.ts'
import { measures } from './measures.ts'
import { naiveCells } from './naive-cells.ts'
import { richLogs } from './rich-logs.ts'

const numbersOf = (figure: Figure): ReadonlyArray<number> =>
  'numerator' in figure
    ? [figure.numerator, figure.denominator]
    : 'parts' in figure
      ? Object.values(figure.parts)
      : [figure.count]

/** Of the four kinds of dwelling, or of one or two numbers, those that the figure shows. */
const shown = (
  { figure }: Measure,
  [a = 0, b = 0, c = 0, d = 0]: ReadonlyArray<number>,
): ReadonlyArray<number> => {
  switch (figure) {
    case 'population':
      return [a + b + c + d]
    case 'dwellings':
      return [a, b, c, d]
    case 'waiting':
      return [b, c, d]
    case 'decentral stock':
      return [a, a + b + c + d]
    case 'regime changes':
    case 'flats let':
      return [a]
    default:
      return [a, b]
  }
}

test('every breakdown says, cell by cell, what its definition gives', () => {
  fc.assert(
    fc.property(richLogs, fc.nat(lastDay), fc.integer({ min: 1, max: 9 }), (log, from, length) => {
      const books = fold(ledger)(log)
      const over = { period: period(from, from + length), every: 'year' } as const
      for (const measure of measures)
        for (const by of dimensionsOf(measure)) {
          const found = breakdownOf(measure, by, over)(books)
          const cells = E.isRight(found) ? found.right : []
          const naive = [...naiveCells(log, measure, by, over.period)]
            .map(([cell, numbers]) => [cell, shown(measure, numbers)] as const)
            .filter(([, numbers]) => numbers.some(number => number !== 0))
          expect(
            new Map(cells.map(({ cell, series }) => [cell, series.points.flatMap(numbersOf)] as const)),
            `${JSON.stringify(measure)} by ${by}`,
          ).toEqual(new Map(naive))
        }
    }),
    { numRuns: 40 },
  )
})

test('a figure can be broken down by what all that it counts has', () => {
  const ofHouseholds = ['district', 'household size', 'tier', 'regime', 'cohort', 'dwelling']
  const ofPersons = [...ofHouseholds, 'sex and age']
  const but = (all: ReadonlyArray<string>, one: string) => all.filter(by => by !== one)
  for (const measure of measures) {
    const found = dimensionsOf(measure)
    if (measure.figure === 'flats let' || measure.figure === 'flat occupancy')
      expect(found).toEqual(['district'])
    else if (measure.figure === 'site occupancy') expect(found).toEqual(['district', 'dwelling'])
    else {
      const all = measure.unit === 'persons' ? ofPersons : ofHouseholds
      expect(found).toEqual(measure.figure === 'regime changes' ? but(all, 'regime') : all)
    }
  }
})
