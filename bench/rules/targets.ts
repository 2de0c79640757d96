import { isMet, type Line, sayingOf } from '../target-line.ts'
import type { EngineName } from './engines.ts'
import { type Row, sameTask, type Task } from './row.ts'

/** A number the benchmark must show: what it is, which rows it is made of, and where the line is. */
interface Target {
  readonly name: string
  readonly needs: ReadonlyArray<Task>
  readonly line: Line
  readonly unit: 's' | '×'
  /** From the rows it needs, in their order. */
  readonly measure: (rows: ReadonlyArray<Row>) => number
}

const secondsOf = (row: Row | undefined): number => row?.seconds ?? Number.NaN

const columnsAt = (n: number): Task => ({ n, engine: 'columns' })

const faster = (peer: EngineName, n: number): Target => ({
  name: `${n.toLocaleString('en')}: ${peer} / columns`,
  needs: [columnsAt(n), { n, engine: peer }],
  line: { atLeast: 10 },
  unit: '×',
  measure: ([columns, row]) => secondsOf(row) / secondsOf(columns),
})

/** Were every pair looked at, it would be five times as many for each that fits. */
const growth: Target = {
  name: '50,000: time for each pair that fits / that at 10,000',
  needs: [columnsAt(50_000), columnsAt(10_000)],
  line: { atMost: 2 },
  unit: '×',
  measure: ([large, small]) =>
    (large?.nanosecondsPerPair ?? Number.NaN) / (small?.nanosecondsPerPair ?? Number.NaN),
}

const targets: ReadonlyArray<Target> = [
  {
    name: '10,000: building the graph',
    needs: [columnsAt(10_000)],
    line: { atMost: 1.5 },
    unit: 's',
    measure: ([columns]) => secondsOf(columns),
  },
  faster('predicates', 10_000),
  growth,
]

/** A line for each target: met or missed, or not run where a row is wanting. */
export const summaryOf = (rows: ReadonlyArray<Row>): string =>
  targets.map(target => lineOf(target, rows)).join('\n')

const lineOf = (target: Target, rows: ReadonlyArray<Row>): string => {
  const { needs, line, unit, measure } = target
  const said = sayingOf(target, [56, 8])
  const found = needs.flatMap(task => rows.find(row => sameTask(row, task)) ?? [])
  if (found.length < needs.length) return said('not run', '')
  const wrong = found.find(row => row.same === false)
  if (wrong !== undefined) return said('MISSED', `${wrong.engine}: other pairs`)
  const measured = measure(found)
  return said(isMet(line, measured) ? 'met' : 'MISSED', `${measured.toFixed(2)} ${unit}`)
}
