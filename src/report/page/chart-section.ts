import type { Figure } from '../../projection/index.ts'
import type { Drawing } from '../chart/draw.ts'
import type { ChartKey, FigureKey } from '../language/messages.ts'
import type { ReportFigures } from '../report-figures.ts'
import { chartTable } from './chart-tables.ts'
import { definitionOf, detailsOf } from './figure-value.ts'
import { type Html, html, trusted } from './html.ts'
import { partName } from './part-name.ts'
import { curveDefinition, quartiles } from './quartiles.ts'
import type { Saying } from './saying.ts'

/** The figures whose definitions belong beneath a chart. */
const shownBy: Readonly<Record<ChartKey, ReadonlyArray<Exclude<FigureKey, 'waitingTime'>>>> = {
  decentral: ['stock', 'intake'],
  occupancy: ['flatOccupancy', 'siteOccupancy'],
  moves: ['moves'],
  waiting: [],
  sizes: ['wanted', 'offered'],
  districts: ['districts'],
  policies: [],
}

const figureOf = (figures: ReportFigures, key: Exclude<FigureKey, 'waitingTime'>): Figure =>
  key === 'wanted' || key === 'offered' ? figures[key] : figures.tracked[key].whole

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
  const definitions = shownBy[key].map(each => {
    const definition = definitionOf(saying, figureOf(figures, each), partName(saying, each))
    return detailsOf(saying, messages.figure[each], definition, 'named')
  })
  const curve = key === 'waiting' ? figures.waitingTime : undefined
  return html`<section class="chart" aria-labelledby="chart-${key}"><h2 id="chart-${key}">${title}</h2><p class="lead">${lead}</p>${curve && quartiles(saying, curve)}<figure>${picture}<figcaption>${messages.source(figures.source)}</figcaption></figure><div class="more">${definitions}${curve && detailsOf(saying, messages.figure.waitingTime, curveDefinition(saying, curve), 'named')}<details class="figures"${drawing === undefined ? html` open` : undefined}><summary>${messages.table}<span class="unseen">: ${title}</span></summary>${rows}</details></div></section>`
}
