import { pose, type Question } from 'einzug'
import { type EngineName, engines, type Pairs } from './engines.ts'

/** Further runs, when the compiler has seen it all; not of engines that take very long. */
const warmRuns = 5
const mostSecondsWarmed = 10

export interface Measured {
  readonly found: Pairs
  /** Median of the warm runs if there were any, otherwise that of the only run. */
  readonly seconds: number
  readonly coldSeconds: number
  /** Of `pose` as a whole, for columns. */
  readonly poseSeconds?: number
}

export const measure = (engine: EngineName, question: Question): Measured => {
  const [coldSeconds, found] = timed(() => engines[engine](question))
  const seconds =
    coldSeconds > mostSecondsWarmed ? coldSeconds : medianOf(warmRuns, () => engines[engine](question))
  return {
    found,
    seconds,
    coldSeconds,
    ...(engine === 'columns' ? { poseSeconds: medianOf(warmRuns, () => pose(question)) } : {}),
  }
}

const medianOf = (runs: number, run: () => unknown): number => {
  const seconds = Array.from({ length: runs }, () => timed(run)[0])
  return seconds.sort((a, b) => a - b)[runs >> 1] as number
}

const timed = <A>(run: () => A): readonly [seconds: number, result: A] => {
  const start = performance.now()
  const result = run()
  return [(performance.now() - start) / 1000, result]
}
