import { visible } from '../visible.ts'
import type { Chart, ChartSpec } from './chart.ts'
import { colour, type Drafting, framed } from './frame.ts'

/** An estimate with the bounds of its interval, and what is written above and beside it. */
export interface IntervalRow {
  readonly name: string
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  readonly told: string
}

/** Estimates as points on their intervals, row by row, with a mark at 0. What is extrapolated is dashed. */
export const intervals = (
  drafting: Drafting,
  key: 'fairness' | 'forecast',
  rows: ReadonlyArray<IntervalRow>,
  line: 'observed' | 'extrapolated',
): Chart => {
  const { messages, width } = drafting
  const values = rows.map(({ name, ...row }, at) => ({ at, name: visible(name), ...row }))
  const least = Math.min(0, ...values.map(({ lower }) => lower))
  const most = Math.max(1, ...values.map(({ upper }) => upper))
  const y = { field: 'at', type: 'ordinal', axis: null }
  // beside the longest interval there is room for its number
  const scale = { domain: [least, most + (most - least) * 0.25], nice: false }
  const x: ChartSpec = {
    field: 'estimate',
    type: 'quantitative',
    scale,
    axis: { title: messages.chart[key].x, tickCount: 5, tickMinStep: 1, grid: true },
  }
  // without a screen a text is taken to be wider than it is
  const limit = 1.3 * width
  const text = { type: 'text', align: 'left', color: colour.ink, fontSize: 13 }
  return framed(drafting, key, {
    height: 30 + 50 * Math.max(1, rows.length),
    data: { values },
    layer: [
      {
        // row by row, below the names
        mark: { type: 'tick', color: colour.muted, thickness: 1, size: 20, yOffset: 9, opacity: 1 },
        encoding: { x: { datum: 0 }, y },
      },
      {
        mark: {
          type: 'rule',
          color: colour.first,
          strokeWidth: 2.5,
          yOffset: 9,
          ...(line === 'extrapolated' ? { strokeDash: [5, 3] } : {}),
        },
        encoding: { x: { ...x, field: 'lower' }, x2: { field: 'upper' }, y },
      },
      {
        mark: { type: 'point', filled: true, size: 80, opacity: 1, color: colour.first, yOffset: 9 },
        encoding: { x, y },
      },
      {
        mark: { ...text, dy: -9, limit },
        encoding: { x: { datum: least }, y, text: { field: 'name', type: 'nominal' } },
      },
      {
        mark: { ...text, dx: 8, dy: 9 },
        encoding: { x: { ...x, field: 'upper' }, y, text: { field: 'told', type: 'nominal' } },
      },
    ],
  })
}
