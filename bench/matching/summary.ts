import { isMet, sayingOf } from '../target-line.ts'
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
  const said = sayingOf(target, [58, 9])
  if (needed.length < target.needs.length) return said('not run', '')

  const wrong = found.find(row => row.verified === false)
  if (wrong !== undefined) return said('MISSED', `${wrong.engine}: not verified`)
  const measured = target.measure(found, limit)
  if (Number.isNaN(measured))
    return said('MISSED', found.map(row => `${row.engine}: ${row.status}`).join(', '))
  // a peer that was stopped would have taken longer still
  const stopped = found.some(row => row.status === 'timeout')
  return said(
    isMet(line, measured) ? 'met' : 'MISSED',
    `${stopped ? 'over ' : ''}${measured.toFixed(2)} ${unit}`,
  )
}
