import type { Language } from '../../rule/language.ts'
import { formatIn } from '../language/format.ts'
import { messagesIn } from '../language/messages-in.ts'
import type { ReportFigures } from '../report-figures.ts'
import type { Chart } from './chart.ts'
import { districtsChart } from './districts-chart.ts'
import { fairnessChart } from './fairness-chart.ts'
import { forecastChart } from './forecast-chart.ts'
import type { Drafting } from './frame.ts'
import { crowdingChart, movesChart, vacancyChart } from './parts-over-time.ts'
import { policiesChart } from './policies-chart.ts'
import { decentralChart, occupancyChart } from './shares-over-time.ts'
import { sizesChart } from './sizes-chart.ts'
import { waitingChart } from './waiting-chart.ts'

/**
 * How charts are drawn: the language of their words, and their width in pixels (720 where nothing is
 * said; below 480 they are laid out for a phone).
 *
 * @category charts
 */
export interface ChartOptions {
  readonly language: Language
  readonly width?: number
}

/**
 * The charts of a report, as plain Vega-Lite data: whoever has Vega-Lite can draw them, in a page of their own or beside
 * other charts. The curve of waiting times, the groups compared, the forecast and the comparison of policies are there if
 * the figures have them.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { census, fold, type IsoDay } from 'einzug'
 * import { charts, figuresOf } from 'einzug/report'
 * const period = { from: '2015-01-01' as IsoDay, until: '2018-01-01' as IsoDay }
 * const figures = figuresOf(fold(census)([]), { municipality: 'Dülmen', source: 'event log', period })
 * const drawn = F.pipe(figures, E.map(each => charts(each, { language: 'de' }).map(({ title }) => title)))
 * F.pipe(drawn, E.map(titles => titles[0])) // => E.right('Wer in einer eigenen Wohnung lebt')
 * ```
 * @category charts
 */
export const charts = (
  figures: ReportFigures,
  { language, width = 720 }: ChartOptions,
): ReadonlyArray<Chart> => {
  const drafting: Drafting = { figures, messages: messagesIn[language], format: formatIn(language), width }
  const { waitingTime, fairness, forecast, outcomes } = figures
  const groups = fairness && fairnessChart(drafting, fairness)
  return [
    decentralChart(drafting),
    occupancyChart(drafting),
    movesChart(drafting),
    ...(waitingTime === undefined ? [] : [waitingChart(drafting, waitingTime)]),
    ...(groups === undefined ? [] : [groups]),
    sizesChart(drafting),
    ...(forecast === undefined ? [] : [forecastChart(drafting, forecast)]),
    vacancyChart(drafting),
    crowdingChart(drafting),
    districtsChart(drafting),
    ...(outcomes === undefined ? [] : [policiesChart(drafting, outcomes)]),
  ]
}
