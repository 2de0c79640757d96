import type { Breakdown } from '../../projection/index.ts'
import type { Tracked } from '../report-figures.ts'
import type { Chart } from './chart.ts'
import { colour, type Drafting, framed } from './frame.ts'
import { starts, stepUnit, timeAxis } from './time-axis.ts'

/** The parts of a breakdown to show, from the bottom up, each in its colour. */
type Layers<Part extends string> = ReadonlyArray<readonly [part: Part, hue: string]>

/** The parts of a count, one upon the other, step by step; those that never count anything are left out. */
const partsOverTime = <Part extends string>(
  drafting: Drafting,
  key: 'moves' | 'vacancy' | 'crowding',
  { whole, series }: Tracked<Breakdown<Part>>,
  names: Readonly<Record<Part, string>>,
  layers: Layers<Part>,
): Chart => {
  const counts = [whole, ...series.points]
  const seen = layers.filter(([part]) => counts.some(({ parts }) => parts[part] > 0))
  const shown = seen.length > 0 ? seen : layers.slice(0, 1)
  const values = series.points.flatMap(({ parts, ...when }) =>
    shown.map(([part], order) => ({ part: names[part], order, on: starts(when), count: parts[part] })),
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
        scale: { domain: shown.map(([part]) => names[part]), range: shown.map(([, hue]) => hue) },
      },
      order: { field: 'order', type: 'quantitative' },
    },
  })
}

/** The flow from the sites to the flats. */
export const movesChart = (drafting: Drafting): Chart =>
  partsOverTime(drafting, 'moves', drafting.figures.tracked.moves, drafting.messages.origin, [
    ['site', colour.first],
    ['reception', colour.third],
    ['flat', colour.second],
    ['unknown', colour.fourth],
  ])

/** The nights on which units stood empty. */
export const vacancyChart = (drafting: Drafting): Chart =>
  partsOverTime(drafting, 'vacancy', drafting.figures.tracked.vacancy, drafting.messages.letability, [
    ['vacant', colour.first],
    ['blocked', colour.fourth],
  ])

/** Persons in flats by what the flat has for their household; those who have too little stand at the bottom. */
export const crowdingChart = (drafting: Drafting): Chart =>
  partsOverTime(drafting, 'crowding', drafting.figures.tracked.crowding, drafting.messages.crowdedness, [
    ['crowded', colour.second],
    ['sufficient', colour.first],
    ['spare', colour.third],
    ['not stated', colour.fourth],
  ])
