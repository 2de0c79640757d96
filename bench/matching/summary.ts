import { type Row, sameTask, type Task } from './row.ts'
import { type Target, targets } from './targets.ts'

/** A line for each target: met or missed, or not run where a row is wanting. */
export const summaryOf = (rows: ReadonlyArray<Row>, limit: number): string =>
  targets.map(target => lineOf(target, rows, limit)).join('\n')

const lineOf = (target: Target, rows: ReadonlyArray<Row>, limit: number): string => {
  const ran = (tasks: ReadonlyArray<Task>) =>
    tasks.flatMap(task => rows.find(row => sameTask(row, task)) ?? [])
  const needed = ran(target.needs)
  const found = [...needed, ...ran(target.welcome ?? [])]
  const { line, unit } = target
  const wanted = 'atLeast' in line ? `≥ ${line.atLeast} ${unit}` : `≤ ${line.atMost} ${unit}`
  const said = (verdict: string, measured: string): string =>
    `${verdict.padEnd(8)}  ${target.name.padEnd(58)}${wanted.padStart(9)}  ${measured}`
  if (needed.length < target.needs.length) return said('not run', '')

  const wrong = found.find(row => row.verified === false)
  if (wrong !== undefined) return said('MISSED', `${wrong.engine}: not verified`)
  const measured = target.measure(found, limit)
  if (Number.isNaN(measured))
    return said('MISSED', found.map(row => `${row.engine}: ${row.status}`).join(', '))
  const met = 'atLeast' in line ? measured >= line.atLeast : measured <= line.atMost
  // a peer that was stopped would have taken longer still
  const stopped = found.some(row => row.status === 'timeout')
  return said(met ? 'met' : 'MISSED', `${stopped ? 'over ' : ''}${measured.toFixed(2)} ${unit}`)
}
