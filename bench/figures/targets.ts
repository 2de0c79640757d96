import { isMet, type Line, sayingOf } from '../target-line.ts'
import { type Row, rateOf, sameTask, type Task, type Work } from './row.ts'

/** A number the benchmark must show: what it is, which rows it is made of, and where the line is. */
interface Target {
  readonly name: string
  readonly needs: ReadonlyArray<Task>
  readonly line: Line
  readonly unit: string
  /** From the rows it needs, in their order. */
  readonly measure: (rows: ReadonlyArray<Row>) => number
}

const million = 1_000_000

/** The number of events that the immer peer is asked for. */
export const immerSize = 20_000

const atMillion = (work: Work): Task => ({ n: million, work })

const rate = (name: string, work: Work, atLeast: number): Target => ({
  name,
  needs: [atMillion(work)],
  line: { atLeast },
  unit: 'events/s',
  measure: ([row]) => (row === undefined ? Number.NaN : Math.round(rateOf(row))),
})

/** Time for each event, against that for each at a tenth of the size. */
const growth = (work: Work, n: number): Target => ({
  name: `${work}: time for each event at ${n.toLocaleString('en')} / at ${(n / 10).toLocaleString('en')}`,
  needs: [
    { n, work },
    { n: n / 10, work },
  ],
  line: { atMost: 1.2 },
  unit: '×',
  measure: ([large, small]) =>
    large === undefined || small === undefined ? Number.NaN : rateOf(small) / rateOf(large),
})

const targets: ReadonlyArray<Target> = [
  rate('replay into the registry', 'replay', million),
  rate('all figures by month, all breakdowns', 'figures', 300_000),
  {
    name: 'immer, produce per event / figures, at 20,000',
    needs: [
      { n: immerSize, work: 'immer' },
      { n: immerSize, work: 'figures' },
    ],
    line: { atLeast: 50 },
    unit: '×',
    measure: ([immer, ours]) =>
      immer === undefined || ours === undefined ? Number.NaN : rateOf(ours) / rateOf(immer),
  },
  {
    name: 'one question as of and as known at, median',
    needs: [atMillion('question')],
    line: { atMost: 5_000 },
    unit: 'µs',
    measure: ([row]) => row?.median ?? Number.NaN,
  },
  {
    name: 'one event into all figures, median',
    needs: [atMillion('event')],
    line: { atMost: 50 },
    unit: 'µs',
    measure: ([row]) => row?.median ?? Number.NaN,
  },
  {
    name: 'peak memory of replay and of figures, the log included',
    needs: [atMillion('replay'), atMillion('figures')],
    line: { atMost: 600 },
    unit: 'MB',
    measure: rows => Math.max(...rows.map(({ peakMb }) => peakMb)),
  },
  growth('replay', 100_000),
  growth('replay', million),
  growth('figures', 100_000),
  growth('figures', million),
]

/** A line for each target: met or missed, or not run where a row is wanting. */
export const summaryOf = (rows: ReadonlyArray<Row>): string =>
  targets.map(target => lineOf(target, rows)).join('\n')

const lineOf = (target: Target, rows: ReadonlyArray<Row>): string => {
  const { needs, line, unit, measure } = target
  const said = sayingOf(target, [60, 20])
  const found = needs.flatMap(task => rows.find(row => sameTask(row, task)) ?? [])
  if (found.length < needs.length) return said('not run', '')
  const wrong = found.find(row => row.same === false)
  if (wrong !== undefined) return said('MISSED', `${wrong.work}: other numbers`)
  const measured = measure(found)
  const digits = measured >= 100 ? 0 : 2
  return said(
    isMet(line, measured) ? 'met' : 'MISSED',
    `${measured.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`,
  )
}
