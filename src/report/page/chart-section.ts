import type { Drawing } from '../chart/draw.ts'
import type { ChartKey, FigureKey } from '../language/messages.ts'
import type { ReportFigures } from '../report-figures.ts'
import { chartTable } from './chart-tables.ts'
import { definitionIn } from './definitions-section.ts'
import { detailsOf } from './figure-value.ts'
import { type Html, html, trusted } from './html.ts'
import { forecastLabel } from './interval-tables.ts'
import { quartiles } from './quartiles.ts'
import type { Saying } from './saying.ts'

/** The figures whose definitions belong beneath a chart. */
const shownBy: Readonly<Record<ChartKey, ReadonlyArray<FigureKey>>> = {
  decentral: ['stock', 'intake'],
  occupancy: ['flatOccupancy', 'siteOccupancy'],
  moves: ['moves'],
  waiting: ['waitingTime'],
  fairness: ['fairness'],
  sizes: ['wanted', 'offered'],
  forecast: ['forecast'],
  vacancy: ['vacancy', 'relet'],
  crowding: ['crowding'],
  districts: ['districts'],
  policies: [],
}

/** A chart with what it shows, its definitions and its figures; without a drawing, the figures stand open. */
export const chartSection = (
  saying: Saying,
  figures: ReportFigures,
  key: ChartKey,
  drawing: Drawing | undefined,
): Html => {
  const { messages } = saying
  const { title } = messages.chart[key]
  const lead = messages.chart[key].lead(messages.atEnds[figures.every])
  const rows = chartTable(saying, figures, key)
  if (rows === undefined) return html``
  const label = `${title}. ${lead}`
  const picture =
    drawing === undefined
      ? undefined
      : html`<div class="drawing wide" role="img" aria-label="${label}">${trusted(drawing.wide)}</div><div class="drawing narrow" role="img" aria-label="${label}">${trusted(drawing.narrow)}</div>`
  const definitions = shownBy[key].map(each =>
    detailsOf(saying, messages.figure[each], definitionIn(saying, figures, each), 'named'),
  )
  return html`<section class="chart" aria-labelledby="chart-${key}"><h2 id="chart-${key}">${title}</h2><p class="lead">${lead}</p>${introduction(saying, figures, key)}<figure>${picture}<figcaption>${messages.source(figures.source)}</figcaption></figure><div class="more">${definitions}<details class="figures"${drawing === undefined ? html` open` : undefined}><summary>${messages.table}<span class="unseen">: ${title}</span></summary>${rows}</details></div></section>`
}

/** What is said above a chart beside its lead. */
const introduction = (
  saying: Saying,
  { waitingTime, forecast }: ReportFigures,
  key: ChartKey,
): Html | undefined => {
  if (key === 'waiting') return waitingTime && quartiles(saying, waitingTime)
  if (key === 'forecast')
    return forecast && html`<p class="extrapolated">${forecastLabel(saying, forecast)}</p>`
  return undefined
}
