import { availableParallelism, loadavg } from 'node:os'

/** The middle one; of an even number, the upper of the two. */
export const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** A result, and the milliseconds of processor time it took, which others on the machine trouble less than the clock. */
export const cpuTimed = <A>(work: () => A): readonly [result: A, milliseconds: number] => {
  const from = process.cpuUsage()
  const result = work()
  return [result, sinceThen(from)]
}

/** The same of what is waited for. */
export const cpuMilliseconds = async (work: () => unknown): Promise<number> => {
  const from = process.cpuUsage()
  await work()
  return sinceThen(from)
}

const sinceThen = (from: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

/** Says so where others have the machine. */
export const warnIfBusy = (): void => {
  const [load = 0] = loadavg()
  if (load > availableParallelism() / 2)
    console.error(`the machine is busy (load ${load.toFixed(1)}): all times will be too long`)
}
