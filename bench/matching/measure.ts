// One row, in a process of its own, so that the peak memory is its own: prints `ready` once the input is built, and
// then the outcome.
import { Absent, type Engine, type Run, TimedOut } from './engine.ts'
import { engines } from './engines.ts'
import { instanceClasses } from './instances/index.ts'
import { type Instance, scoreOf } from './instances/instance.ts'
import type { Measured, Outcome, Task } from './row.ts'

export interface Order extends Task {
  readonly seed: number
  readonly limit: number
  readonly scratch: string
}

/** Further runs of a small instance, when the compiler has seen it all; not for engines that take very long. */
const warmRuns = 3
const mostWarmed = 10_000
const mostSecondsWarmed = 20

const measure = async (order: Order): Promise<Measured> => {
  const engine: Engine = engines[order.engine]
  const baseMb = process.memoryUsage.rss() / 2 ** 20
  const instance = instanceClasses[order.instance](order.n, order.seed)
  const builtMb = process.memoryUsage.rss() / 2 ** 20
  const run = await engine.prepare(instance, order)
  console.log('ready')

  const cold = run()
  const peakMb = cold.peakMb ?? process.resourceUsage().maxRSS / 1024
  const warm: Array<Run> = []
  if (
    engine.inProcess &&
    order.n <= mostWarmed &&
    cold.seconds <= Math.min(mostSecondsWarmed, order.limit / 5)
  )
    while (warm.length < warmRuns) warm.push(run())

  const typical = warm.sort((a, b) => a.seconds - b.seconds)[warmRuns >> 1] ?? cold
  return {
    ...scored(instance, typical),
    pairs: instance.graph.heads.length,
    seconds: typical.seconds,
    coldSeconds: cold.seconds,
    ...(typical.verifySeconds === undefined ? {} : { verifySeconds: typical.verifySeconds }),
    peakMb,
    baseMb,
    builtMb,
    proven: cold.proven ?? null,
  }
}

const scored = (instance: Instance, { columnOf }: Run) => {
  const score = scoreOf(instance, columnOf)
  if (score === undefined) throw new Error('the answer is no matching of allowed pairs')
  return score
}

const outcome = async (order: Order): Promise<Outcome> => {
  try {
    return { status: 'ok', measured: await measure(order) }
  } catch (error) {
    if (error instanceof TimedOut) return { status: 'timeout' }
    return { status: error instanceof Absent ? 'absent' : 'failed', reason: String(error) }
  }
}

console.log(JSON.stringify(await outcome(JSON.parse(process.argv[2] ?? '') as Order)))
