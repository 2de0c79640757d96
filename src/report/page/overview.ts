import type { Figure, Ratio } from '../../projection/index.ts'
import type { ReportFigures } from '../report-figures.ts'
import { definitionOf, detailsOf, fractionOf, numberOf } from './figure-value.ts'
import { type Html, html } from './html.ts'
import { partName } from './part-name.ts'
import type { Saying } from './saying.ts'

const keys = ['intake', 'stock', 'flatsLet', 'regimeChanges', 'waiting'] as const

/** A share as a bar: seen, not read, for the number stands above it. */
const proportion = ({ numerator, denominator }: Ratio): Html | undefined =>
  denominator === 0
    ? undefined
    : html`<svg class="meter" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="2"/><rect class="part" width="${(100 * numerator) / denominator}" height="2"/></svg>`

/** The headline figures: what a council asks for first. */
export const overview = (saying: Saying, { tracked }: ReportFigures): Html => {
  const { messages, format } = saying
  const tile = (key: (typeof keys)[number]): Html => {
    const figure: Figure = tracked[key].whole
    const fraction =
      'numerator' in figure ? html`<p class="fraction">${fractionOf(saying, figure)}</p>` : undefined
    const meter = key === 'intake' ? proportion(tracked.intake.whole) : undefined
    return html`<div class="tile ${key}"><p class="figure">${numberOf(saying, figure)}</p><p class="caption">${messages.headline[key](format.when(figure))}</p>${meter}${fraction}${detailsOf(saying, messages.figure[key], definitionOf(saying, figure, partName(saying, key)), 'unnamed')}</div>`
  }
  return html`<section aria-labelledby="overview"><h2 id="overview">${messages.overview}</h2><div class="tiles">${keys.map(tile)}</div></section>`
}
