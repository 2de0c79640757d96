import { dictionaryCsv, figuresCsv } from '../export/figures-csv.ts'
import { figuresJson } from '../export/figures-json.ts'
import type { ReportFigures } from '../report-figures.ts'
import { type Html, html } from './html.ts'
import type { Saying } from './saying.ts'

// a lone surrogate has no UTF-8
const link = (type: string, content: string): string =>
  `data:${type};charset=utf-8,${encodeURIComponent(content.replace(/\p{Cs}/gu, '\ufffd'))}`

/** All figures to take away, kept in the page itself. */
export const dataSection = ({ messages }: Saying, figures: ReportFigures): Html => {
  const files = [
    ['figures.csv', messages.csv, link('text/csv', figuresCsv(figures))],
    ['figures.json', messages.json, link('application/json', JSON.stringify(figuresJson(figures)))],
    ['dictionary.csv', messages.dictionary, link('text/csv', dictionaryCsv(figures))],
  ] as const
  const links = files.map(
    ([file, name, href]) => html`<li><a download="einzug-${file}" href="${href}">${name}</a></li>`,
  )
  return html`<section class="data" aria-labelledby="data"><h2 id="data">${messages.data}</h2><p class="lead">${messages.dataLead}</p><ul class="downloads">${links}</ul></section>`
}
