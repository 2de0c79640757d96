import type { Breakdown, Crowdedness, Dwelling, Letability } from '../../projection/index.ts'
import type { Tracked } from '../report-figures.ts'
import type { Chart } from './chart.ts'
import { colour, type Drafting, framed } from './frame.ts'
import { starts, stepUnit, timeAxis } from './time-axis.ts'

/** A part of a breakdown in its colour, and what it is called. */
interface Layer<Part extends string> {
  readonly part: Part
  readonly hue: string
  readonly name: string
}

/** The parts of a count, one upon the other, step by step; those that never count anything are left out. */
const partsOverTime = <Part extends string>(
  drafting: Drafting,
  key: 'moves' | 'vacancy' | 'crowding',
  { whole, series }: Tracked<Breakdown<Part>>,
  layers: ReadonlyArray<Layer<Part>>,
): Chart => {
  const counts = [whole, ...series.points]
  const seen = layers.filter(({ part }) => counts.some(({ parts }) => parts[part] > 0))
  const shown = seen.length > 0 ? seen : layers.slice(0, 1)
  const values = series.points.flatMap(({ parts, ...when }) =>
    shown.map(({ part, name }, order) => ({ part: name, order, on: starts(when), count: parts[part] })),
  )
  return framed(drafting, key, {
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
        field: 'count',
        type: 'quantitative',
        axis: { title: drafting.messages.chart[key].y, tickCount: 5, tickMinStep: 1 },
      },
      color: {
        field: 'part',
        type: 'nominal',
        sort: null,
        scale: { domain: shown.map(({ name }) => name), range: shown.map(({ hue }) => hue) },
      },
      order: { field: 'order', type: 'quantitative' },
    },
  })
}

/** The flow from the sites to the flats. */
export const movesChart = (drafting: Drafting): Chart => {
  const { origin } = drafting.messages
  const from = (part: Dwelling, hue: string): Layer<Dwelling> => ({ part, hue, name: origin[part] })
  return partsOverTime(drafting, 'moves', drafting.figures.tracked.moves, [
    from('site', colour.first),
    from('reception', colour.third),
    from('flat', colour.second),
    from('unknown', colour.fourth),
  ])
}

/** The nights on which units stood empty. */
export const vacancyChart = (drafting: Drafting): Chart => {
  const { letability } = drafting.messages
  const as = (part: Letability, hue: string): Layer<Letability> => ({ part, hue, name: letability[part] })
  return partsOverTime(drafting, 'vacancy', drafting.figures.tracked.vacancy, [
    as('vacant', colour.first),
    as('blocked', colour.fourth),
  ])
}

/** Persons in flats by what the flat has for their household; those who have too little stand at the bottom. */
export const crowdingChart = (drafting: Drafting): Chart => {
  const { crowdedness } = drafting.messages
  const as = (part: Crowdedness, hue: string): Layer<Crowdedness> => ({ part, hue, name: crowdedness[part] })
  return partsOverTime(drafting, 'crowding', drafting.figures.tracked.crowding, [
    as('crowded', colour.second),
    as('sufficient', colour.first),
    as('spare', colour.third),
    as('not stated', colour.fourth),
  ])
}
