import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Series } from '../series.ts'
import type { Ledger } from './book.ts'
import { type Dimension, dimensionsOf } from './dimension.ts'
import { kindOf, type Measure } from './measure.ts'
import { read } from './read.ts'
import { type By, type Cells, type Reading, whole } from './reading.ts'
import { askedOver, type Over, type Slice, slicesOf, written } from './series-of.ts'
import { type Unanswerable, whyNot } from './unanswerable.ts'

/**
 * A measure over time, as a whole and in every breakdown that it has.
 *
 * @category series
 */
export interface Measured {
  readonly measure: Measure
  readonly series: Series
  readonly breakdowns: ReadonlyArray<{ readonly by: Dimension; readonly slices: ReadonlyArray<Slice> }>
}

/**
 * Many measures over time, each in all its breakdowns. What several of them are made from is read once: population,
 * dwellings, waiting and stock are one reading.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allSeries, fold, type IsoDay, ledger } from 'einzug'
 * const period = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
 * const measures = [{ figure: 'population', unit: 'persons' }, { figure: 'site occupancy' }] as const
 * const all = F.pipe([], fold(ledger), allSeries(measures, { period, every: 'month' }))
 * F.pipe(all, E.map(each => each.map(({ series }) => series.points.length))) // => E.right([12, 12])
 * ```
 * @category series
 */
export const allSeries =
  (measures: ReadonlyArray<Measure>, over: Over) =>
  (ledger: Ledger): Either<Unanswerable, ReadonlyArray<Measured>> => {
    for (const measure of measures) {
      const not = whyNot(ledger, measure, over.known, undefined)
      if (not !== undefined) return E.left(not)
    }
    const asked = askedOver(ledger, over)
    const stocks = new Map<string, Reading>()
    const readOnce = (measure: Measure): Reading => {
      if (kindOf(measure) !== 'stock' || !('unit' in measure)) return read(measure, asked)
      const reading = stocks.get(measure.unit) ?? remembered(read(measure, asked))
      stocks.set(measure.unit, reading)
      return reading
    }
    return E.right(
      measures.map(measure => {
        const write = written(measure, over.every, asked.points)
        const reading = readOnce(measure)
        return {
          measure,
          series: write(reading(undefined).get(whole)),
          breakdowns: dimensionsOf(measure).map(by => ({ by, slices: slicesOf(by, write, reading(by)) })),
        }
      }),
    )
  }

/** A reading that adds up each dimension once. */
const remembered = (reading: Reading): Reading => {
  const known = new Map<By, Cells>()
  return by => {
    const cells = known.get(by) ?? reading(by)
    known.set(by, cells)
    return cells
  }
}
