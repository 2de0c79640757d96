import type { EngineName } from './engines.ts'
import type { Measured } from './measure.ts'

/** One engine at one size: so many households, and as many flats. */
export interface Task {
  readonly n: number
  readonly engine: EngineName
}

export interface Row extends Task, Omit<Measured, 'found'> {
  readonly pairs: number
  readonly nanosecondsPerPair: number
  /** Whether pairs and fits are those of columns; null if there is nothing to compare. */
  readonly same: boolean | null
}

export const sameTask = (a: Task, b: Task): boolean => a.n === b.n && a.engine === b.engine
