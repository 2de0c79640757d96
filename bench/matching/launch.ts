import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Order } from './measure.ts'
import type { Outcome } from './row.ts'

/** A peer in a process below the row's is stopped by the row; only then is the row itself. */
const graceSeconds = 10

/** Measures one row in a process of its own, which is stopped when its time is up. */
export const launch = async (order: Order): Promise<Outcome> => {
  const program = fileURLToPath(new URL('./measure.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<string>(resolve => {
    child.once('close', (code, signal) => {
      resolve(signal ?? `exit code ${code ?? '?'}`)
    })
  })
  let timer: NodeJS.Timeout | undefined
  const clock = { late: false }
  let outcome: Outcome | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready')
      timer = setTimeout(
        () => {
          clock.late = true
          child.kill('SIGKILL')
        },
        (order.limit + graceSeconds) * 1000,
      )
    else if (line.startsWith('{')) outcome = JSON.parse(line) as Outcome
  }
  const end = await exited
  clearTimeout(timer)
  if (clock.late) return { status: 'timeout' }
  return outcome ?? { status: 'failed', reason: `ended without an answer (${end})` }
}
