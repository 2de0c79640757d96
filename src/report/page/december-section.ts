import { decemberTable } from '../export/december.ts'
import type { ReportFigures } from '../report-figures.ts'
import { definitionOf, detailsOf } from './figure-value.ts'
import { type Html, html } from './html.ts'
import { partName } from './part-name.ts'
import type { Saying } from './saying.ts'
import { type TableCell, table } from './table.ts'

const kinds = ['flat', 'site', 'reception', 'unknown'] as const

/** Households on each 31 December by accommodation, with the share of each kind. */
export const decemberSection = (saying: Saying, figures: ReportFigures): Html => {
  const { messages, format } = saying
  const days = decemberTable(figures)
  if (days.length === 0) return html``
  const count = (value: number): Html => html`<data value="${value}">${format.number(value)}</data>`
  const rows = days.map((row): readonly [TableCell, ...ReadonlyArray<TableCell>] => [
    { shows: html`<span class="whole">${format.day(row.day)}</span>`, sort: row.day },
    { shows: count(row.households), sort: row.households, numeric: true },
    ...kinds.map(kind => ({
      shows: html`${count(row[kind])}<small>${format.percent({ numerator: row[kind], denominator: row.households })}</small>`,
      sort: row[kind],
      numeric: true,
    })),
  ])
  const { whole } = figures.tracked.dwellings
  return html`<section aria-labelledby="december"><h2 id="december">${messages.december}</h2><p class="lead">${messages.decemberLead}</p>${table(
    {
      caption: messages.tableOf(messages.december),
      kind: 'december',
      head: [
        { name: html`${messages.day}` },
        { name: html`${messages.households}`, numeric: true },
        ...kinds.map(kind => ({ name: html`${messages.dwelling[kind]}`, numeric: true })),
      ],
      rows,
      sortable: true,
    },
  )}${detailsOf(saying, messages.figure.dwellings, definitionOf(saying, whole, partName(saying, 'dwellings')), 'named')}</section>`
}
