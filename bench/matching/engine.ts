import type { Instance } from './instances/instance.ts'

/** What came out of one run of an engine. */
export interface Run {
  /** The column of each row, −1 for none. */
  readonly columnOf: ArrayLike<number>
  /** Of the engine's own call: no building of its input, no reading of files. */
  readonly seconds: number
  /** Of `seconds`, what checking the proof took. */
  readonly verifySeconds?: number
  /** Whether the engine's own proof holds, where it has one. */
  readonly proven?: boolean
  /** Where the engine runs in a process of its own. */
  readonly peakMb?: number
}

export interface Engine {
  /** The greatest n it is asked for. */
  readonly most: number
  /** Whether it solves in this process, where the compiler warms up. */
  readonly inProcess: boolean
  /** Builds what the engine wants as input; fails if the engine is not there. */
  readonly prepare: (instance: Instance, room: Room) => (() => Run) | Promise<() => Run>
}

export interface Room {
  /** A folder for files, shared by all rows of one benchmark. */
  readonly scratch: string
  /** Seconds a process of the engine's own may take. */
  readonly limit: number
}

/** The engine, or what it needs, is not on this machine. */
export class Absent extends Error {}

/** It took longer than the limit. */
export class TimedOut extends Error {}

/** Runs a solver against the clock. */
export const timed = <A>(solve: () => A): { readonly result: A; readonly seconds: number } => {
  const start = performance.now()
  const result = solve()
  return { result, seconds: (performance.now() - start) / 1000 }
}

/** A peer's package, which may be missing. */
export const installed = async <A>(loading: Promise<A>): Promise<A> => {
  try {
    return await loading
  } catch (error) {
    throw new Absent(String(error))
  }
}
