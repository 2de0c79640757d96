import type { Figure } from '../../projection/index.ts'
import type { ReportFigures, Tracked, TrackedFigures } from '../report-figures.ts'
import { definitionOf, numberOf, shortFraction } from './figure-value.ts'
import { type Html, html } from './html.ts'
import { partName } from './part-name.ts'
import type { Saying } from './saying.ts'
import { type TableCell, table } from './table.ts'

/** The order of the rows: those that people come for first. */
const keys: ReadonlyArray<keyof TrackedFigures> = [
  'intake',
  'stock',
  'population',
  'flatsLet',
  'moves',
  'regimeChanges',
  'flatOccupancy',
  'siteOccupancy',
  'waiting',
]

/** Every figure year by year and for the whole period; each name opens the definition. */
export const years = (saying: Saying, { tracked, period }: ReportFigures): Html => {
  const { messages, format } = saying
  const cell = (figure: Figure): TableCell => ({
    numeric: true,
    shows: html`${numberOf(saying, figure)}${
      'numerator' in figure ? html`<small>${shortFraction(saying, figure)}</small>` : undefined
    }`,
  })
  const row = (key: keyof TrackedFigures): readonly [TableCell, ...ReadonlyArray<TableCell>] => {
    const figure = tracked[key] as Tracked<Figure>
    const definition = definitionOf(saying, figure.whole, partName(saying, key))
    return [
      {
        shows: html`<details class="define"><summary>${messages.figure[key]}</summary>${definition}</details>`,
      },
      ...figure.years.points.map(cell),
      cell(figure.whole),
    ]
  }
  const named = tracked.intake.years.points.map(point => ({
    name: html`${format.when(point)}`,
    numeric: true,
  }))
  const whole = html`${messages.whole}<small>${format.period(period)}</small>`
  return html`<section aria-labelledby="years"><h2 id="years">${messages.years}</h2><p class="lead">${messages.yearsLead}</p>${table(
    {
      caption: messages.tableOf(messages.years),
      kind: 'years',
      head: [{ name: html`${messages.figureName}` }, ...named, { name: whole, numeric: true }],
      rows: keys.map(row),
      sortable: false,
    },
  )}</section>`
}
