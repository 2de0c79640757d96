import type { Language } from '../../rule/language.ts'
import { charts } from '../chart/charts.ts'
import type { Drawing } from '../chart/draw.ts'
import type { Decisions } from '../decision/decisions.ts'
import type { ReportFigures } from '../report-figures.ts'
import { chartSection } from './chart-section.ts'
import { dataSection } from './data-section.ts'
import { decemberSection } from './december-section.ts'
import { decisionsSection } from './decisions-section.ts'
import { definitionsSection } from './definitions-section.ts'
import { html, named, textOf, trusted } from './html.ts'
import { overview } from './overview.ts'
import { contentPolicy } from './policy.ts'
import { sayingIn } from './saying.ts'
import { script } from './script.ts'
import { style } from './style.ts'
import { years } from './years.ts'

/**
 * How a report is rendered. Without `drawings` its tables stand for its charts.
 *
 * @category page
 */
export interface ReportOptions {
  readonly language: Language
  readonly drawings?: ReadonlyArray<Drawing>
}

/**
 * A report as one HTML page that needs nothing else: no network, no server, no other file. Every figure has its
 * definition, numerator, denominator and basis one click away; tables can be sorted; it prints on A4, follows the
 * light or dark of the reader's system, and reads on a phone. Its content policy lets nothing run but its own few lines,
 * and data from the log can only ever be text in it.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { census, fold, type IsoDay } from 'einzug'
 * import { figuresOf, renderReport } from 'einzug/report'
 * const period = { from: '2015-01-01' as IsoDay, until: '2018-01-01' as IsoDay }
 * const figures = figuresOf(fold(census)([]), { municipality: 'Dülmen', source: 'event log', period })
 * const page = F.pipe(figures, E.map(each => renderReport(each, undefined, { language: 'en' })))
 * F.pipe(page, E.map(html => html.includes('<h1><bdi>Dülmen</bdi>, 2015–2017</h1>'))) // => E.right(true)
 * ```
 * @category page
 */
export const renderReport = (
  figures: ReportFigures,
  decisions: Decisions | undefined,
  { language, drawings = [] }: ReportOptions,
): string => {
  const saying = sayingIn(language)
  const { messages, format } = saying
  const drawingOf = new Map(drawings.map(drawing => [drawing.key, drawing]))
  const sections = charts(figures, { language }).map(({ key }) =>
    chartSection(saying, figures, key, drawingOf.get(key)),
  )
  const period = format.period(figures.period)
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${figures.municipality}, ${period} – ${messages.kind}</title>
<style>${trusted(style)}</style>
</head>
<body>
<header><p class="kind">${messages.kind}</p><h1>${named(figures.municipality)}, ${period}</h1><p class="origin">${messages.source(figures.source)}</p></header>
<main>
${overview(saying, figures)}
${years(saying, figures)}
${drawings.length === 0 ? html`<p class="note">${messages.noCharts}</p>` : undefined}
${sections}
${decemberSection(saying, figures)}
${definitionsSection(saying, figures)}
${decisions === undefined ? undefined : decisionsSection(saying, decisions)}
${dataSection(saying, figures)}
</main>
<footer><p>${messages.footer}</p></footer>
<script>${trusted(script)}</script>
</body>
</html>
`
  return textOf(page)
}
