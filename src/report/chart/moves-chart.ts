import type { Dwelling } from '../../projection/index.ts'
import type { Chart } from './chart.ts'
import { colour, type Drafting, framed } from './frame.ts'
import { starts, stepUnit, timeAxis } from './time-axis.ts'

const origins: ReadonlyArray<readonly [Dwelling, string]> = [
  ['site', colour.first],
  ['reception', colour.third],
  ['flat', colour.second],
  ['unknown', colour.fourth],
]

/** The flow from the sites to the flats, step by step; origins that nobody came from are left out. */
export const movesChart = (drafting: Drafting): Chart => {
  const { figures, messages } = drafting
  const { whole, series } = figures.tracked.moves
  const seen = origins.filter(([origin]) => whole.parts[origin] > 0)
  const shown = seen.length > 0 ? seen : origins.slice(0, 1)
  const values = series.points.flatMap(({ parts, ...when }) =>
    shown.map(([origin], order) => ({
      origin: messages.origin[origin],
      order,
      on: starts(when),
      persons: parts[origin],
    })),
  )
  return framed(drafting, 'moves', {
    height: 240,
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      x: {
        field: 'on',
        type: 'temporal',
        timeUnit: stepUnit(series.every),
        scale: { type: 'utc' },
        axis: timeAxis(drafting),
      },
      y: {
        field: 'persons',
        type: 'quantitative',
        axis: { title: messages.chart.moves.y, tickCount: 5, tickMinStep: 1 },
      },
      color: {
        field: 'origin',
        type: 'nominal',
        sort: null,
        scale: {
          domain: shown.map(([origin]) => messages.origin[origin]),
          range: shown.map(([, hue]) => hue),
        },
      },
      order: { field: 'order', type: 'quantitative' },
    },
  })
}
