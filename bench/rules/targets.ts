import type { EngineName } from './engines.ts'
import { type Row, sameTask, type Task } from './row.ts'

/** A number the benchmark must show: what it is, which rows it is made of, and where the line is. */
interface Target {
  readonly name: string
  readonly needs: ReadonlyArray<Task>
  readonly line: { readonly atLeast: number } | { readonly atMost: number }
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

const lineOf = ({ name, needs, line, unit, measure }: Target, rows: ReadonlyArray<Row>): string => {
  const found = needs.flatMap(task => rows.find(row => sameTask(row, task)) ?? [])
  const wanted = 'atLeast' in line ? `≥ ${line.atLeast} ${unit}` : `≤ ${line.atMost} ${unit}`
  const said = (verdict: string, measured: string): string =>
    `${verdict.padEnd(8)}  ${name.padEnd(56)}${wanted.padStart(8)}  ${measured}`
  if (found.length < needs.length) return said('not run', '')
  const wrong = found.find(row => row.same === false)
  if (wrong !== undefined) return said('MISSED', `${wrong.engine}: other pairs`)
  const measured = measure(found)
  const met = 'atLeast' in line ? measured >= line.atLeast : measured <= line.atMost
  return said(met ? 'met' : 'MISSED', `${measured.toFixed(2)} ${unit}`)
}
