import type { ChartKey } from '../language/messages.ts'

/**
 * A chart in the grammar of Vega-Lite, as plain JSON.
 *
 * @category charts
 */
export type ChartSpec = Readonly<Record<string, unknown>>

/**
 * A chart: its title, what it shows in a sentence, and the specification. The specification states both as well, with
 * the units of its axes and where the figures come from.
 *
 * @category charts
 */
export interface Chart {
  readonly key: ChartKey
  readonly title: string
  readonly description: string
  readonly source: string
  readonly spec: ChartSpec
}
