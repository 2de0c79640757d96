import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { IsoDay } from '../domain/day.ts'
import {
  type Census,
  type Characteristic,
  type CrowdingStandard,
  crowding,
  decentralIntake,
  decentralStock,
  dwellings,
  type Every,
  type Figure,
  fairness,
  flatOccupancy,
  flatsLet,
  flatsOffered,
  flatsWanted,
  movesIntoFlats,
  needForecast,
  type Period,
  placementsByDistrict,
  population,
  regimeChanges,
  reletTime,
  type Series,
  siteOccupancy,
  vacancy,
  waiting,
  waitingTimes,
} from '../projection/index.ts'
import { lastDayOf, periodsOf } from './calendar.ts'
import type { PolicyOutcome, ReportFigures, Tracked } from './report-figures.ts'

/**
 * What a report is about. `every` is the step of the charts, a month where nothing is said; `standard` says which flats
 * are crowded, `ukBedroomStandard` where nothing is said; the need for flats is extrapolated for so many `months`, 12 where
 * nothing is said.
 *
 * @category model
 */
export interface ReportQuestion {
  readonly municipality: string
  readonly source: string
  readonly period: Period
  readonly every?: Every
  readonly outcomes?: ReadonlyArray<PolicyOutcome>
  readonly standard?: CrowdingStandard
  readonly months?: number
}

/**
 * A report about a period without a day.
 *
 * @category errors
 */
export interface EmptyPeriod {
  readonly _tag: 'EmptyPeriod'
  readonly period: Period
}

const characteristics: ReadonlyArray<Characteristic> = [
  'household size',
  'sex of the head',
  'origin of the head',
  'accessibility need',
]

/**
 * Asks a census all that a report shows. There is no forecast from a period that is too short for it. Time: one pass over
 * the census for each figure and step.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { census, fold, type IsoDay } from 'einzug'
 * import { figuresOf } from 'einzug/report'
 * const period = { from: '2015-01-01' as IsoDay, until: '2018-01-01' as IsoDay }
 * const figures = figuresOf(fold(census)([]), { municipality: 'Dülmen', source: 'event log', period })
 * F.pipe(figures, E.map(({ tracked }) => tracked.intake.years.points.length)) // => E.right(3)
 * const empty = { from: period.from, until: period.from }
 * figuresOf(fold(census)([]), { municipality: 'Dülmen', source: 'event log', period: empty }) // => E.left({ _tag: 'EmptyPeriod', period: empty })
 * ```
 * @category constructors
 */
export const figuresOf = (census: Census, question: ReportQuestion): Either<EmptyPeriod, ReportFigures> => {
  const { municipality, source, period, every = 'month', outcomes } = question
  const { standard = 'ukBedroomStandard', months = 12 } = question
  if (period.from >= period.until) return E.left({ _tag: 'EmptyPeriod', period })
  const steps = { years: periodsOf(period, 'year'), series: periodsOf(period, every) }

  const over = <F extends Figure>(view: (when: Period) => (census: Census) => F): Tracked<F> => ({
    whole: view(period)(census),
    years: { every: 'year', points: steps.years.map(each => view(each)(census)) },
    series: { every, points: steps.series.map(each => view(each)(census)) },
  })
  const on = <F extends Figure>(view: (when: IsoDay) => (census: Census) => F): Tracked<F> =>
    over(when => view(lastDayOf(when)))

  const intake = over(when => decentralIntake(when, 'persons'))
  const toDate: Series<typeof intake.whole> = {
    every,
    points: steps.series.map(({ until }) => decentralIntake({ from: period.from, until }, 'persons')(census)),
  }
  const forecast = needForecast(period, months)(census)
  return E.right({
    municipality,
    source,
    period,
    every,
    tracked: {
      intake: { ...intake, series: toDate },
      stock: on(day => decentralStock(day, 'persons')),
      population: on(day => population(day, 'persons')),
      flatsLet: over(flatsLet),
      regimeChanges: over(when => regimeChanges('AsylbLG', 'SGB II', when, 'persons')),
      flatOccupancy: on(day => flatOccupancy(day, 'units')),
      siteOccupancy: on(siteOccupancy),
      waiting: on(day => waiting(day, 'households')),
      dwellings: on(day => dwellings(day, 'households')),
      moves: over(when => movesIntoFlats(when, 'persons')),
      districts: over(when => placementsByDistrict(when, 'persons')),
      vacancy: over(vacancy),
      relet: over(reletTime),
      crowding: on(day => crowding(day, standard, 'persons')),
    },
    wanted: flatsWanted(period)(census),
    offered: flatsOffered(period)(census),
    waitingTime: waitingTimes(period, 'households')(census),
    fairness: characteristics.map(by => fairness(period, by)(census)),
    ...(E.isLeft(forecast) ? {} : { forecast: forecast.right }),
    ...(outcomes === undefined ? {} : { outcomes }),
  })
}
