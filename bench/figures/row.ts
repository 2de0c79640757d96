export const works = ['read', 'replay', 'figures', 'immer', 'question', 'event'] as const

/**
 * - `read`: every event looked at, and nothing made of it: what the machine's memory asks of any work on a log;
 * - `replay`: the whole log into the registry;
 * - `figures`: the whole log into the ledger, and from it all series by month with all breakdowns;
 * - `immer`: the same postings, entered event by event with `produce` under dimension, cell and day;
 * - `question`: one figure as of a day or a year, as known at some instant, from the ledger of the whole log;
 * - `event`: one more event into that ledger.
 */
export type Work = (typeof works)[number]

/** What is measured: one kind of work at a number of events, in a process of its own. */
export interface Task {
  readonly n: number
  readonly work: Work
}

export interface Measured {
  /** Of the clock, and of the processor: where others use the machine the latter is less. Medians of the runs. */
  readonly seconds: number
  readonly cpuSeconds: number
  /** Of `figures`, of the processor: what the series took after the pass. */
  readonly readSeconds?: number
  /** Of questions and events: the time of one, in microseconds. */
  readonly median?: number
  readonly p95?: number
  /** The most that the process held up to the end of the first run, the log included; and what the log alone took. */
  readonly peakMb: number
  readonly logMb: number
  /** Whether the numbers are those that the views of the census give; null if nothing is compared. */
  readonly same: boolean | null
}

export type Row = Task & Measured

export const sameTask = (a: Task, b: Task): boolean => a.n === b.n && a.work === b.work

/** Events in a second of work, as far as the machine was ours. */
export const rateOf = ({ n, seconds, cpuSeconds }: Row): number => n / Math.min(seconds, cpuSeconds)
