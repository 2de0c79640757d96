import { visible } from '../visible.ts'
import type { Chart } from './chart.ts'
import { colour, type Drafting, framed, narrow, roomy } from './frame.ts'

/** One small chart for each district, all on the same scale: persons who moved there, year by year. */
export const districtsChart = (drafting: Drafting): Chart => {
  const { figures, messages, width, format } = drafting
  const { whole, years } = figures.tracked.districts
  const districts = Object.entries(whole.parts)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([district]) => district)
  const values = districts.flatMap(district =>
    years.points.map(({ parts, ...when }) => ({
      district: visible(district),
      year: format.when(when),
      persons: Object.hasOwn(parts, district) ? parts[district] : 0,
    })),
  )
  const columns = Math.max(1, Math.min(width < narrow ? 2 : 3, districts.length))
  const [gap, axis] = [18, 44]
  const cell = Math.floor((width - axis - gap * (columns - 1)) / columns)
  const x = { field: 'year', type: 'ordinal', sort: null, axis: { title: null, labelAngle: 0, ticks: false } }
  const y = {
    field: 'persons',
    type: 'quantitative',
    scale: roomy(values.map(({ persons }) => persons ?? 0)),
    axis: { title: null, tickCount: 3, tickMinStep: 1 },
  }
  return framed(drafting, 'districts', {
    autosize: 'pad',
    width,
    data: { values },
    facet: {
      field: 'district',
      type: 'nominal',
      sort: null,
      title: messages.chart.districts.y,
      header: { labelAnchor: 'start', labelLimit: cell, titleAnchor: 'start' },
    },
    columns,
    spacing: gap,
    spec: {
      width: cell,
      height: 90,
      layer: [
        { mark: { type: 'bar', color: colour.first }, encoding: { x, y } },
        {
          mark: { type: 'text', dy: -7, color: colour.ink, fontSize: 12 },
          encoding: { x, y, text: { field: 'persons', type: 'quantitative', format: ',d' } },
        },
      ],
    },
  })
}
