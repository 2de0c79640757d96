import type { PolicyOutcome } from '../report-figures.ts'
import { visible } from '../visible.ts'
import type { Chart } from './chart.ts'
import { colour, type Drafting, framed, roomy } from './frame.ts'

/** Persons housed under each policy, in the order given. */
export const policiesChart = (drafting: Drafting, outcomes: ReadonlyArray<PolicyOutcome>): Chart => {
  const { messages, width } = drafting
  const names = distinct(outcomes.map(({ name }) => visible(name)))
  const values = outcomes.map(({ totals }, at) => ({ name: names[at], persons: totals.personsHoused }))
  const y = { field: 'name', type: 'nominal', sort: null, axis: null }
  const x = {
    field: 'persons',
    type: 'quantitative',
    scale: roomy(values.map(({ persons }) => persons)),
    axis: { title: messages.chart.policies.x, tickCount: 5, tickMinStep: 1, grid: true },
  }
  const text = { type: 'text', align: 'left', color: colour.ink, fontSize: 13 }
  return framed(drafting, 'policies', {
    height: 50 * Math.max(1, outcomes.length),
    data: { values },
    layer: [
      { mark: { type: 'bar', color: colour.first, height: 16, yOffset: 8 }, encoding: { x, y } },
      {
        mark: { ...text, dy: -9, limit: width - 20 },
        encoding: { x: { datum: 0 }, y, text: { field: 'name', type: 'nominal' } },
      },
      {
        mark: { ...text, dx: 6, dy: 8 },
        encoding: { x, y, text: { field: 'persons', type: 'quantitative', format: ',d' } },
      },
    ],
  })
}

/** Two policies of one name are two bars. */
const distinct = (names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const seen = new Map<string, number>()
  return names.map(name => {
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name} (${before + 1})`
  })
}
