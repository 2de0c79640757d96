import { type Crowdedness, type Figure, share } from '../../projection/index.ts'
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
  'vacancy',
  'relet',
  'crowding',
]

/** Of some breakdowns one part alone is told: its share in all parts but those of which nothing is known. */
const toldPart: Partial<Record<keyof TrackedFigures, string>> = { vacancy: 'vacant', crowding: 'crowded' }

const told = (key: keyof TrackedFigures, figure: Figure): Figure => {
  const part = toldPart[key]
  if (part === undefined || !('parts' in figure)) return figure
  const { [notStated]: unknown = 0 } = figure.parts
  return share(part)({ ...figure, count: figure.count - unknown })
}

const notStated = 'not stated' satisfies Crowdedness

const nameOf = (saying: Saying, key: keyof TrackedFigures): Html => {
  const part = toldPart[key]
  const name = html`${saying.messages.figure[key]}`
  return part === undefined ? name : html`${name}: ${partName(saying, key)(part)}`
}

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
        shows: html`<details class="define"><summary>${nameOf(saying, key)}</summary>${definition}</details>`,
      },
      ...[...figure.years.points, figure.whole].map(each => cell(told(key, each))),
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
