import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Interval } from '../../domain/interval.ts'
import { type Figure, nightsOf, type Period } from '../figure.ts'
import type { Every, Series } from '../series.ts'
import type { Ledger } from './book.ts'
import { cut } from './calendar.ts'
import { cellName, type Dimension } from './dimension.ts'
import { figureAt, numbersOf } from './figure-at.ts'
import { type Measure, statementFor } from './measure.ts'
import { read } from './read.ts'
import { type Asked, type Cells, whole } from './reading.ts'
import { instantOf, type Unanswerable, whyNot } from './unanswerable.ts'

/**
 * The stretch of time that a series is about, and how it is cut: by days, weeks (from Monday), months, quarters or
 * years of the calendar, the first and the last cut to the period. `known`: as known at this instant; by default, as
 * known now.
 *
 * @category series
 */
export interface Over {
  readonly period: Period
  readonly every: Every
  readonly known?: string
}

/**
 * One part of a figure that is broken down: the cell's name, `null` where it is not recorded, and its series.
 *
 * @category series
 */
export interface Slice {
  readonly cell: string | null
  readonly series: Series
}

/**
 * A figure over time. A stock stands at the last day of each part of the period (of years: 31 December), a flow and an
 * occupancy at the whole of it. All points come from one pass over the postings of the ledger.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { fold, type HouseholdId, type HousingEvent, type IsoDay, ledger, type PersonId, seriesOf } from 'einzug'
 * const members = [{ id: 'P1' as PersonId, age: { known: 'group', group: 'adult' } }] as const
 * const household = { id: 'H1' as HouseholdId, members }
 * const log: ReadonlyArray<HousingEvent> = [
 *   { type: 'HouseholdAssigned', data: { on: '2016-02-10' as IsoDay, household, regime: 'AsylbLG' } },
 * ]
 * const period = { from: '2016-01-01' as IsoDay, until: '2016-04-01' as IsoDay }
 * const series = F.pipe(
 *   log,
 *   fold(ledger),
 *   seriesOf({ figure: 'population', unit: 'persons' }, { period, every: 'month' }),
 * )
 * F.pipe(series, E.map(({ points }) => points.map(point => 'count' in point && point.count))) // => E.right([0, 1, 1])
 * ```
 * @category series
 */
export const seriesOf =
  (measure: Measure, over: Over) =>
  (ledger: Ledger): Either<Unanswerable, Series> => {
    const not = whyNot(ledger, measure, over.known, undefined)
    if (not !== undefined) return E.left(not)
    const asked = askedOver(ledger, over)
    return E.right(written(measure, over.every, asked.points)(read(measure, asked)(undefined).get(whole)))
  }

/**
 * A figure over time, broken down: a series for each cell that ever counts anything, in the order of their names or
 * numbers, those not recorded last. Cells of a count add up to it on every day; so do numerators and denominators.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { breakdownOf, fold, type HousingEvent, type IsoDay, ledger } from 'einzug'
 * const log: ReadonlyArray<HousingEvent> = []
 * const period = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
 * const measure = { figure: 'flats let' } as const
 * const ask = (by: 'district' | 'tier') => F.pipe(log, fold(ledger), breakdownOf(measure, by, { period, every: 'year' }))
 * ask('district') // => E.right([])
 * ask('tier') // => E.left({ _tag: 'CannotBreakDown', measure, by: 'tier', possible: ['district'] })
 * ```
 * @category series
 */
export const breakdownOf =
  (measure: Measure, by: Dimension, over: Over) =>
  (ledger: Ledger): Either<Unanswerable, ReadonlyArray<Slice>> => {
    const not = whyNot(ledger, measure, over.known, by)
    if (not !== undefined) return E.left(not)
    const asked = askedOver(ledger, over)
    return E.right(slicesOf(by, written(measure, over.every, asked.points), read(measure, asked)(by)))
  }

export const askedOver = (ledger: Ledger, { period, every, known }: Over): Asked => ({
  ledger,
  known: instantOf(known),
  points: cut(nightsOf(period), every),
})

/** The cells that ever count anything, in order, each written as a series. */
export const slicesOf = (
  by: Dimension,
  write: (numbers: Float64Array) => Series,
  cells: Cells,
): ReadonlyArray<Slice> =>
  [...cells]
    .map(([number, numbers]) => ({ number, cell: cellName(by, number), series: write(numbers) }))
    .filter(({ series }) => series.points.some(point => numbersOf(point).some(number => number !== 0)))
    .sort((a, b) => inOrder(by, a, b))
    .map(({ cell, series }) => ({ cell, series }))

interface Named {
  readonly number: number
  readonly cell: string | null
}

const inOrder = (by: Dimension, a: Named, b: Named): number => {
  if (a.cell === null || b.cell === null) return a.cell === null ? 1 : -1
  return by === 'district' ? (a.cell < b.cell ? -1 : 1) : a.number - b.number
}

/** Writes the numbers of a cell, or of none, as a series; what the points state is the same for all cells. */
export const written = (
  measure: Measure,
  every: Every,
  points: ReadonlyArray<Interval>,
): ((numbers: Float64Array | undefined) => Series) => {
  const statements: ReadonlyArray<Figure> = points.map(statementFor(measure, every))
  return numbers => ({
    every,
    points: statements.map((statement, p) =>
      figureAt(measure, statement, k => numbers?.[k * points.length + p] ?? 0),
    ),
  })
}
