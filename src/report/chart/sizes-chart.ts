import type { Size } from '../../projection/index.ts'
import type { Chart } from './chart.ts'
import { colour, type Drafting, framed, roomy } from './frame.ts'

const sizes: ReadonlyArray<Size> = ['1', '2', '3', '4', '5+']

/** Flats wanted beside flats offered, by size. */
export const sizesChart = (drafting: Drafting): Chart => {
  const { figures, messages } = drafting
  const sides = [
    { side: messages.figure.wanted, parts: figures.wanted.parts },
    { side: messages.figure.offered, parts: figures.offered.parts },
  ]
  const values = sizes.flatMap(size => sides.map(({ side, parts }) => ({ size, side, count: parts[size] })))
  const names = sides.map(({ side }) => side)
  const encoding = {
    x: {
      field: 'size',
      type: 'ordinal',
      sort: null,
      axis: { title: messages.chart.sizes.x, labelAngle: 0, ticks: false },
    },
    xOffset: { field: 'side', type: 'nominal', sort: null },
    y: {
      field: 'count',
      type: 'quantitative',
      scale: roomy(values.map(({ count }) => count)),
      axis: { title: messages.chart.sizes.y, tickCount: 5, tickMinStep: 1 },
    },
  }
  return framed(drafting, 'sizes', {
    height: 260,
    data: { values },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          ...encoding,
          color: {
            field: 'side',
            type: 'nominal',
            sort: null,
            scale: { domain: names, range: [colour.first, colour.second] },
          },
        },
      },
      {
        mark: { type: 'text', dy: -7, color: colour.ink, fontSize: 12 },
        encoding: { ...encoding, text: { field: 'count', type: 'quantitative', format: ',d' } },
      },
    ],
  })
}
