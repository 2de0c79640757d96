import type { Format } from '../language/format.ts'
import type { ChartKey, Messages } from '../language/messages.ts'
import { palette } from '../palette.ts'
import type { ReportFigures } from '../report-figures.ts'
import { visible } from '../visible.ts'
import type { Chart, ChartSpec } from './chart.ts'
import { localeIn } from './locale.ts'

/** All that a chart is made from. */
export interface Drafting {
  readonly figures: ReportFigures
  readonly messages: Messages
  readonly format: Format
  readonly width: number
}

/** Below this width, in pixels, a chart is drawn for a phone. */
export const narrow = 480

const colour = Object.fromEntries(
  Object.entries(palette).map(([name, { light }]) => [name, light]),
) as Readonly<Record<keyof typeof palette, string>>

/** A scale of counts with room above its bars for their numbers. */
export const roomy = (counts: ReadonlyArray<number>): ChartSpec => ({
  domain: [0, Math.max(1, ...counts) * 1.15],
  nice: false,
})

/** The colours of the specifications: those on a light ground. */
export { colour }

/** Puts a chart into its frame: title, source, colours, language. */
export const framed = ({ figures, messages, width }: Drafting, key: ChartKey, body: ChartSpec): Chart => {
  const { title } = messages.chart[key]
  const lead = messages.chart[key].lead(messages.atEnds[figures.every])
  const source = messages.source(visible(figures.source))
  return {
    key,
    title,
    description: lead,
    source,
    spec: {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      description: lead,
      title: {
        text: title,
        subtitle: source,
        anchor: 'start',
        color: colour.ink,
        subtitleColor: colour.muted,
        limit: width,
      },
      width,
      autosize: { type: 'fit', contains: 'padding' },
      background: null,
      padding: 4,
      ...body,
      config: config(messages.language, width < narrow),
    },
  }
}

const font = 'system-ui, sans-serif'

const config = (language: Messages['language'], forPhone: boolean): ChartSpec => ({
  font,
  aria: false,
  locale: localeIn(language),
  view: { stroke: null },
  axis: {
    labelColor: colour.muted,
    titleColor: colour.muted,
    gridColor: colour.line,
    domainColor: colour.line,
    tickColor: colour.line,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelPadding: 6,
    titlePadding: 8,
  },
  axisX: { grid: false },
  // the title stands level above the axis, where it can be read
  axisY: {
    domain: false,
    ticks: false,
    titleAngle: 0,
    titleAlign: 'left',
    titleAnchor: 'end',
    titleX: -40,
    titleY: -12,
  },
  legend: {
    orient: 'top',
    direction: forPhone ? 'vertical' : 'horizontal',
    title: null,
    labelColor: colour.ink,
    labelFontSize: 13,
    labelLimit: 0,
    symbolSize: 140,
    symbolStrokeWidth: 2.5,
    columnPadding: 18,
    offset: 36,
  },
  header: {
    labelColor: colour.ink,
    labelFontSize: 13,
    labelFontWeight: 600,
    titleColor: colour.muted,
    titleFontSize: 12,
    titleFontWeight: 'normal',
  },
})
