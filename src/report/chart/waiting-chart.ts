import type { SurvivalCurve } from '../../projection/index.ts'
import type { Chart } from './chart.ts'
import { colour, type Drafting, framed } from './frame.ts'

/** The share still waiting, with its band. The curve begins with everybody on the first day. */
export const waitingChart = (drafting: Drafting, curve: SurvivalCurve): Chart => {
  const { y, x } = drafting.messages.chart.waiting
  const first = { day: 0, survival: 1, lower: 1, upper: 1 }
  const steps = curve.steps.map(({ day, survival, lower, upper }) => ({ day, survival, lower, upper }))
  const days = {
    field: 'day',
    type: 'quantitative',
    axis: { title: x, tickMinStep: 1, tickCount: 8 },
    scale: { nice: false },
  }
  return framed(drafting, 'waiting', {
    height: 280,
    data: { values: steps[0]?.day === 0 ? steps : [first, ...steps] },
    layer: [
      {
        mark: { type: 'area', interpolate: 'step-after', color: colour.band },
        encoding: {
          x: days,
          y: {
            field: 'lower',
            type: 'quantitative',
            scale: { domain: [0, 1] },
            axis: { title: y, format: '.0%', tickCount: 5 },
          },
          y2: { field: 'upper' },
        },
      },
      {
        mark: { type: 'line', interpolate: 'step-after', color: colour.first, strokeWidth: 2.5 },
        encoding: { x: days, y: { field: 'survival', type: 'quantitative' } },
      },
      {
        mark: { type: 'rule', color: colour.muted, strokeDash: [3, 3] },
        encoding: { y: { datum: 0.5 } },
      },
    ],
  })
}
