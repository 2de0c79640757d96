import type { EngineName } from './engines.ts'
import type { InstanceClass } from './instances/index.ts'
import type { Score } from './instances/instance.ts'

/** One engine on one instance. */
export interface Task {
  readonly instance: InstanceClass
  readonly n: number
  readonly engine: EngineName
}

/** What one row's process tells: memory in megabytes, of the whole process. */
export interface Measured extends Score {
  readonly pairs: number
  /** Median of the warm runs if there were any, otherwise that of the only run. */
  readonly seconds: number
  readonly coldSeconds: number
  readonly verifySeconds?: number
  /** At most, up to the end of the first run: of the engine's own process if it has one. */
  readonly peakMb: number
  /** Before the instance was built, and after. */
  readonly baseMb: number
  readonly builtMb: number
  /** Whether the engine's own proof holds; null if it has none. */
  readonly proven: boolean | null
}

export type Outcome =
  | { readonly status: 'ok'; readonly measured: Measured }
  | { readonly status: 'timeout' }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'absent'; readonly reason: string }

/** What is printed: `verified` means proven and, for peers, as good as einzug; null if there is nothing to compare. */
export type Row = Task & {
  readonly status: 'ok' | 'timeout' | 'failed'
  readonly verified: boolean | null
} & Partial<Omit<Measured, 'proven'>>

export const sameTask = (a: Task, b: Task): boolean =>
  a.instance === b.instance && a.n === b.n && a.engine === b.engine
