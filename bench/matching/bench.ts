import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { warnIfBusy } from '../timing.ts'
import { type EngineName, engines } from './engines.ts'
import { launch } from './launch.ts'
import type { Options } from './options.ts'
import { planOf } from './plan.ts'
import { type Outcome, type Row, sameTask, type Task } from './row.ts'
import { summaryOf } from './summary.ts'
import { tableHeader, tableLine } from './table.ts'

/** Runs the rows one after the other, and prints each as soon as it is there. Notes go to stderr. */
export const benchMatching = async (options: Options): Promise<void> => {
  warnIfBusy()
  const scratch = mkdtempSync(join(tmpdir(), 'bench-matching-'))
  const clear = (): void => {
    rmSync(scratch, { recursive: true, force: true })
  }
  const stop = (): void => process.exit(130)
  process.once('exit', clear) // also after an error or an interruption
  process.once('SIGINT', stop)
  await run(options, scratch)
  process.off('exit', clear).off('SIGINT', stop)
  clear()
}

const run = async (options: Options, scratch: string): Promise<void> => {
  const rows: Array<Row> = []
  const absent = new Set<EngineName>()
  if (!options.json) console.log(tableHeader())
  for (const task of planOf(options)) {
    if (absent.has(task.engine)) continue
    if (task.n > engines[task.engine].most) {
      console.error(`${task.engine}: not asked for n = ${task.n}`)
      continue
    }
    const outcome = await launch({ ...task, seed: options.seed, limit: options.limit, scratch })
    if (outcome.status === 'absent') {
      absent.add(task.engine)
      console.error(`${task.engine}: skipped, ${outcome.reason}`)
      continue
    }
    if (outcome.status === 'failed') console.error(`${task.engine}: ${outcome.reason}`)
    const einzug = rows.find(row => sameTask(row, { ...task, engine: 'einzug' }))
    const row = rowOf(task, outcome, einzug)
    rows.push(row)
    console.log(options.json ? JSON.stringify(row) : tableLine(row, row.engine === 'einzug' ? row : einzug))
  }
  const print = options.json ? console.error : console.log
  if (options.summary) print(`\n${summaryOf(rows, options.limit)}`)
}

const rowOf = (task: Task, outcome: Exclude<Outcome, { status: 'absent' }>, einzug: Row | undefined): Row => {
  if (outcome.status !== 'ok') return { ...task, status: outcome.status, verified: null }
  const { proven, ...measured } = outcome.measured
  const verified =
    task.engine === 'einzug'
      ? proven
      : einzug?.objective === undefined
        ? null
        : einzug.objective === measured.objective
  return { ...task, status: 'ok', verified, ...measured }
}
