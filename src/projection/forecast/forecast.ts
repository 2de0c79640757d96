import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { dayOf } from '../../domain/day.ts'
import type { Census } from '../census.ts'
import type { Confidence } from '../confidence.ts'
import type { Period, Stated } from '../figure.ts'
import { nightsOf } from '../figure.ts'
import { type BedroomStandard, type Bedrooms, type Counts, countsIn } from './counts.ts'
import { boundsOf, type Distribution, minus, predicted } from './distribution.ts'
import { monthsLater } from './months.ts'

/**
 * What is expected if all goes on as in the window, and the whole numbers between which it will then lie with the
 * confidence that is stated.
 *
 * @category forecast
 */
export interface Prediction {
  readonly expected: number
  readonly lower: number
  readonly upper: number
}

/**
 * Flats of a number of bedrooms (`null`: an age or sex, or the bedrooms of the flat, are not stated). `waiting`
 * households need one already, `arriving` ones will, `freed` ones come back. `needed` is waiting and arriving less
 * freed; below 0, more come back than are needed.
 *
 * @category forecast
 */
export interface Need {
  readonly bedrooms: Bedrooms
  readonly waiting: number
  readonly arriving: Prediction
  readonly freed: Prediction
  readonly needed: Prediction
}

/**
 * An extrapolation: no knowledge of what is to come. `total` is predicted from the sums, so its interval is narrower
 * than those of the rows together.
 *
 * @category figures
 */
export type NeedForecast = Stated & {
  readonly period: Period
  readonly extrapolation: true
  readonly window: Period
  readonly standard: BedroomStandard
  readonly confidence: Confidence
  readonly needs: ReadonlyArray<Need>
  readonly total: Omit<Need, 'bedrooms'>
}

/**
 * What cannot be forecast, and why.
 *
 * @category forecast
 */
export interface BadForecast {
  readonly _tag: 'BadForecast'
  readonly field: 'window' | 'months'
  readonly expected: string
  readonly found: unknown
}

/**
 * The standard that says how many bedrooms a household needs, `ukBedroomStandard` if absent; the confidence, 0.95 if
 * absent.
 *
 * @category forecast
 */
export interface ForecastOptions {
  readonly standard?: BedroomStandard
  readonly confidence?: Confidence
}

const furthest = 120

/** The days ahead for each day of the window, at most: less is too little to go by. */
const boldest = 10

/** The period ahead, the nights of the window and those ahead. */
const spans = (window: Period, months: number): Either<BadForecast, readonly [Period, number, number]> => {
  if (!(Number.isSafeInteger(months) && months >= 1 && months <= furthest)) {
    const expected = `a whole number from 1 to ${furthest}`
    return E.left({ _tag: 'BadForecast', field: 'months', expected, found: months })
  }
  const period: Period = { from: window.until, until: monthsLater(window.until, months) }
  const seen = dayOf(window.until) - dayOf(window.from)
  const ahead = dayOf(period.until) - dayOf(period.from)
  if (seen * boldest >= ahead) return E.right([period, seen, ahead])
  const expected = `at least ${Math.ceil(ahead / boldest)} days, a tenth of those ahead`
  return E.left({ _tag: 'BadForecast', field: 'window', expected, found: window })
}

const sumOf = (all: ReadonlyArray<Counts>): Counts => {
  const sum = (what: keyof Counts): number => all.reduce((some, counts) => some + counts[what], 0)
  return { waiting: sum('waiting'), arrived: sum('arrived'), freed: sum('freed') }
}

/**
 * How many flats of which size will be needed in the next months, if households keep arriving, and flats keep being
 * given up, as in a window of the past: the rates of the window times the days ahead, from its end on. Households
 * formed by a separation, births and family reunions are not foreseen, nor are flats that are vacant at the end of
 * the window counted. The intervals are those of Poisson counts, with the uncertainty of the rate; where households
 * arrive in groups, the truth varies more.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { census, fold, type IsoDay, needForecast } from 'einzug'
 * const year = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
 * const forecast = F.pipe([], fold(census), needForecast(year, 3))
 * F.pipe(forecast, E.map(({ period }) => period)) // => E.right({ from: '2017-01-01', until: '2017-04-01' })
 * F.pipe(forecast, E.map(({ total }) => total.arriving)) // => E.right({ expected: 0, lower: 0, upper: 1 })
 * F.pipe([], fold(census), needForecast(year, 0))._tag // => 'Left'
 * ```
 * @category figures
 */
export const needForecast =
  (
    window: Period,
    months: number,
    { standard = 'ukBedroomStandard', confidence = 0.95 }: ForecastOptions = {},
  ) =>
  (census: Census): Either<BadForecast, NeedForecast> => {
    const spanned = spans(window, months)
    if (E.isLeft(spanned)) return spanned
    const [period, seen, ahead] = spanned.right
    const prediction = (expected: number, distribution: Distribution, more = 0): Prediction => {
      const { lower, upper } = boundsOf(distribution, confidence)
      return { expected: expected + more, lower: lower + more, upper: upper + more }
    }
    const needOf = ({ waiting, arrived, freed }: Counts): Omit<Need, 'bedrooms'> => {
      const [come, go] = [predicted(arrived, seen, ahead), predicted(freed, seen, ahead)]
      return {
        waiting,
        arriving: prediction((arrived * ahead) / seen, come),
        freed: prediction((freed * ahead) / seen, go),
        needed: prediction(((arrived - freed) * ahead) / seen, minus(come, go), waiting),
      }
    }
    const counts = countsIn(census, nightsOf(window), standard)
    return E.right({
      figure: 'need for flats, extrapolated',
      unit: 'flats',
      basis: `An extrapolation, not knowledge: households without a flat on the last day of the window, and those that will be assigned if they come at its rate, less the flats given up at its rate, by the bedrooms that ${standard} asks or that the flat has. Prediction intervals of Poisson counts (negative binomial, Jeffreys' prior): where households come in groups, the truth varies more.`,
      period,
      extrapolation: true,
      window,
      standard,
      confidence,
      needs: [...counts]
        .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
        .map(([bedrooms, row]) => ({ bedrooms, ...needOf(row) })),
      total: needOf(sumOf([...counts.values()])),
    })
  }
