import type {
  Estimate,
  Fairness,
  Figure,
  Need,
  NeedForecast,
  Series,
  SurvivalCurve,
  When,
} from '../../projection/index.ts'
import type { FigureKey } from '../language/messages.ts'
import type { ReportFigures } from '../report-figures.ts'

/**
 * One number of a report with all that it takes to read it: a figure, or a part of one, on a day or in a period. `step`
 * says what it belongs to: the whole period, a year of it, or a step of the charts. `to` is the last day. The number is
 * `numerator`; of a ratio, or of a part of a whole, `denominator` is what it is of.
 *
 * @category export
 */
export interface FigureRow {
  readonly figure: FigureKey
  readonly part: string | null
  readonly step: 'whole' | 'year' | 'step'
  readonly day: string | null
  readonly from: string | null
  readonly until: string | null
  readonly numerator: number
  readonly unit: string
  readonly denominator: number | null
  readonly of: string | null
}

/**
 * All figures of a report, number by number: the tidy table that {@link figuresCsv} writes. The curve of waiting times has
 * a row for the events and one for the censored of each of its days; of groups compared there are those who moved into a
 * flat, and the gaps to all others with their bounds, in thousandths and in days; a forecast has what is expected and its
 * bounds. What is no whole number is rounded to the nearest.
 *
 * @category export
 */
export const figureRows = (figures: ReportFigures): ReadonlyArray<FigureRow> => {
  const tracked = Object.entries(figures.tracked) as ReadonlyArray<
    readonly [keyof ReportFigures['tracked'], { whole: Figure; years: Series; series: Series }]
  >
  return [
    ...tracked.flatMap(([key, { whole, years, series }]) => [
      ...rowsOf(key, 'whole', whole),
      ...years.points.flatMap(point => rowsOf(key, 'year', point)),
      ...series.points.flatMap(point => rowsOf(key, 'step', point)),
    ]),
    ...rowsOf('wanted', 'whole', figures.wanted),
    ...rowsOf('offered', 'whole', figures.offered),
    ...(figures.waitingTime === undefined ? [] : curveRows(figures.waitingTime)),
    ...(figures.fairness ?? []).flatMap(fairnessRows),
    ...(figures.forecast === undefined ? [] : forecastRows(figures.forecast)),
  ]
}

type Step = FigureRow['step']

const times = (when: When): Pick<FigureRow, 'day' | 'from' | 'until'> =>
  'day' in when
    ? { day: when.day, from: null, until: null }
    : { day: null, from: when.period.from, until: when.period.until }

const rowsOf = (figure: FigureKey, step: Step, point: Figure): ReadonlyArray<FigureRow> => {
  const common = { figure, step, ...times(point), unit: point.unit }
  if ('numerator' in point) {
    const { numerator, denominator, of } = point
    return [{ ...common, part: null, numerator, denominator, of }]
  }
  const whole = { ...common, part: null, numerator: point.count, denominator: null, of: null }
  if (!('parts' in point)) return [whole]
  return [
    whole,
    ...Object.entries(point.parts).map(([part, numerator]) => ({
      ...common,
      part,
      numerator,
      denominator: point.count,
      of: point.unit,
    })),
  ]
}

const curveRows = (curve: SurvivalCurve): ReadonlyArray<FigureRow> => {
  const common = {
    figure: 'waitingTime',
    step: 'whole',
    ...times(curve),
    unit: curve.unit,
    of: curve.unit,
  } as const
  return curve.steps.flatMap(({ day, events, censored, atRisk }) => [
    { ...common, part: `housed after ${day} days`, numerator: events, denominator: atRisk },
    { ...common, part: `seen no longer after ${day} days`, numerator: censored, denominator: atRisk },
  ])
}

/** Of groups that are too small only how many they are: nothing else is said of them. */
const fairnessRows = (compared: Fairness): ReadonlyArray<FigureRow> => {
  const { by, unit, groups, notRecorded } = compared
  const row = (
    part: string,
    numerator: number,
    denominator: number | null,
    counted: string = unit,
  ): FigureRow => ({
    figure: 'fairness',
    part: `${by}: ${part}`,
    step: 'whole',
    ...times(compared),
    numerator,
    unit: counted,
    denominator,
    of: denominator === null ? null : counted,
  })
  const gap = (part: string, { estimate, lower, upper }: Estimate, of: number | null, counted: string) =>
    (
      [
        ['estimate', estimate],
        ['at least', lower],
        ['at most', upper],
      ] as const
    ).map(([which, value]) => row(`${part}, ${which}`, Math.round(value * (of ?? 1)) + 0, of, counted))
  return [
    ...groups.flatMap(each =>
      each._tag === 'Compared'
        ? [
            row(`${each.group}, moved into a flat`, each.placed, each.households),
            ...gap(`${each.group}, share more than others`, each.shareGap, 1000, 'thousandths'),
            ...(each.waitingGap === null
              ? []
              : gap(`${each.group}, waits longer than others`, each.waitingGap, null, 'days')),
          ]
        : [row(`${each.group}, too few to compare`, each.households, null)],
    ),
    row('not recorded', notRecorded, null),
  ]
}

const forecastRows = (forecast: NeedForecast): ReadonlyArray<FigureRow> => {
  const row = (part: string, numerator: number): FigureRow => ({
    figure: 'forecast',
    part,
    step: 'whole',
    ...times(forecast),
    numerator,
    unit: forecast.unit,
    denominator: null,
    of: null,
  })
  const rowsFor = (size: string, need: Omit<Need, 'bedrooms'>): ReadonlyArray<FigureRow> => [
    row(`${size}: waiting`, need.waiting),
    ...(['arriving', 'freed', 'needed'] as const).flatMap(what => [
      row(`${size}: ${what}, expected`, Math.round(need[what].expected)),
      row(`${size}: ${what}, at least`, need[what].lower),
      row(`${size}: ${what}, at most`, need[what].upper),
    ]),
  ]
  return [
    ...forecast.needs.flatMap(({ bedrooms, ...need }) =>
      rowsFor(bedrooms === null ? 'bedrooms not stated' : `bedrooms ${bedrooms}`, need),
    ),
    ...rowsFor('all', forecast.total),
  ]
}
