import type { Ratio, Series } from '../../projection/index.ts'
import type { Chart } from './chart.ts'
import { colour, type Drafting, framed } from './frame.ts'
import { ends, timeAxis, timeScale } from './time-axis.ts'

interface Line {
  readonly name: string
  readonly series: Series<Ratio>
}

/** Two shares over time, told apart by colour and by dashes. A step without a denominator has no point. */
const shares = (drafting: Drafting, key: 'decentral' | 'occupancy', lines: readonly [Line, Line]): Chart => {
  const values = lines.flatMap(({ name, series }) =>
    series.points.flatMap(({ numerator, denominator, ...when }) =>
      denominator === 0 ? [] : [{ line: name, on: ends(when), share: numerator / denominator }],
    ),
  )
  const names = lines.map(({ name }) => name)
  const most = values.reduce((highest, { share }) => Math.max(highest, share), 1)
  const x = { field: 'on', type: 'temporal', scale: timeScale(drafting), axis: timeAxis(drafting) }
  const y = {
    field: 'share',
    type: 'quantitative',
    scale: { domain: [0, Math.ceil(most * 5) / 5] },
    axis: { title: drafting.messages.chart[key].y, format: '.0%', tickCount: 5 },
  }
  const scale = { domain: names, range: [colour.first, colour.second] }
  const stroke = { field: 'line', type: 'nominal', scale, sort: null, legend: { symbolType: 'stroke' } }
  return framed(drafting, key, {
    height: 280,
    data: { values },
    layer: [
      {
        mark: { type: 'line', strokeWidth: 2.5, interpolate: 'linear' },
        encoding: {
          x,
          y,
          color: stroke,
          strokeDash: {
            field: 'line',
            type: 'nominal',
            scale: {
              domain: names,
              range: [
                [1, 0],
                [7, 4],
              ],
            },
            sort: null,
          },
        },
      },
      {
        transform: [
          {
            window: [{ op: 'last_value', field: 'on', as: 'last' }],
            groupby: ['line'],
            sort: [{ field: 'on' }],
            frame: [null, null],
          },
          { filter: 'datum.on === datum.last' },
        ],
        mark: { type: 'point', filled: true, size: 60, opacity: 1 },
        encoding: { x, y, color: stroke },
      },
      ...(most > 1 ? [{ mark: { type: 'rule', color: colour.muted }, encoding: { y: { datum: 1 } } }] : []),
    ],
  })
}

/** Who lives decentrally, of the stock and of the intake. */
export const decentralChart = (drafting: Drafting): Chart => {
  const { figures, messages, format } = drafting
  const { intake, stock } = figures.tracked
  return shares(drafting, 'decentral', [
    { name: messages.figure.stock, series: stock.series },
    { name: messages.toDate(format.day(figures.period.from)), series: intake.series },
  ])
}

/** How far flats and sites are taken. */
export const occupancyChart = (drafting: Drafting): Chart => {
  const { tracked } = drafting.figures
  const { figure } = drafting.messages
  return shares(drafting, 'occupancy', [
    { name: figure.flatOccupancy, series: tracked.flatOccupancy.series },
    { name: figure.siteOccupancy, series: tracked.siteOccupancy.series },
  ])
}
