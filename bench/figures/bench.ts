import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { warnIfBusy } from '../timing.ts'
import { compiled } from './compiled.ts'
import type { Order } from './measure.ts'
import type { Options } from './options.ts'
import type { Measured, Row, Task } from './row.ts'
import { tableHeader, tableLine } from './table.ts'
import { immerSize, summaryOf } from './targets.ts'

/** Measures row by row, each in a process of its own, and prints each as soon as it is there. Notes go to stderr. */
export const benchFigures = async ({ json, sizes, works, seed }: Options): Promise<void> => {
  warnIfBusy()
  const program = await compiled()
  const rows: Array<Row> = []
  if (!json) console.log(tableHeader())
  const chosen = (task: Task): boolean => works.includes(task.work)
  for (const task of plan(sizes).filter(chosen)) {
    const row = { ...task, ...launch(program, { ...task, seed }) }
    rows.push(row)
    console.log(json ? JSON.stringify(row) : tableLine(row))
  }
  rmSync(dirname(program), { recursive: true })
  const print = json ? console.error : console.log
  print(`\n${summaryOf(rows)}`)
}

const plan = (sizes: ReadonlyArray<number>): ReadonlyArray<Task> => [
  ...sizes.flatMap(
    (n): ReadonlyArray<Task> => [
      { n, work: 'read' },
      { n, work: 'replay' },
      { n, work: 'figures' },
      { n, work: 'question' },
      { n, work: 'event' },
    ],
  ),
  { n: immerSize, work: 'figures' },
  { n: immerSize, work: 'immer' },
]

const launch = (program: string, order: Order): Measured => {
  const output = execFileSync(process.execPath, ['--expose-gc', program, JSON.stringify(order)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output) as Measured
}
