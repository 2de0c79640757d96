/** What is measured: one thing at one number of events, in a process of its own. */
export interface Task {
  readonly n: number
  readonly work: Work
}

export const works = ['replay', 'figures', 'immer', 'question', 'event'] as const

/**
 * - `replay`: the whole log into the registry;
 * - `figures`: the whole log into the ledger, and all series by month with all breakdowns from it;
 * - `immer`: the same postings, by section, dimension, cell and day, entered event by event with `produce`;
 * - `question`: one answer as of a day or a year, as known at an instant, from the ledger of the whole log;
 * - `event`: one more event into that ledger.
 */
export type Work = (typeof works)[number]

export interface Row extends Task {
  /** Of processor time, so that it counts less what else the machine does. */
  readonly seconds: number
  readonly eventsPerSecond: number
  /** Median and 95th percentile of one question or event, in microseconds. */
  readonly median?: number
  readonly p95?: number
  /** Of the process, the log included; and before the work, when only the log was there. */
  readonly peakMb: number
  readonly logMb: number
  /** Whether the numbers are those of the census, or of the ledger; null if there is nothing to compare. */
  readonly same: boolean | null
}

export const sameTask = (a: Task, b: Task): boolean => a.n === b.n && a.work === b.work
