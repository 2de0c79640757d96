import type { Day } from '../../domain/day.ts'
import { addRow, type MutableRecords, read, write } from '../../table/records.ts'

/**
 * What was so from which day on, in whole numbers. A timeline is a chain of steps, each from a day on, from the newest
 * day back, and is named by the newest. A ledger holds hundreds of thousands of them, all in one list of records.
 */
export type Timeline = number

/** No step, no row: where a chain ends. */
export const none = -1

/** No day: what goes on. */
export const forever: Day = 2 ** 31 - 1

/** Before all days. */
export const always: Day = -(2 ** 31)

/** The fields of a step; a list of steps that say more has others behind them. */
export const ofStep = { on: 0, value: 1, before: 2 } as const

export const stepWidth = 3

/** The last step up to a day; {@link none} before the first. Facts come in order, or nearly so: it is looked for from the end. */
export const stepAt = (steps: MutableRecords, timeline: Timeline, day: Day): number => {
  let step = timeline
  while (step !== none && read(steps, step, ofStep.on) > day) step = read(steps, step, ofStep.before)
  return step
}

/** What was so on a day; `undefined` before the first step. */
export const valueAt = (steps: MutableRecords, timeline: Timeline, day: Day): number | undefined => {
  const step = stepAt(steps, timeline, day)
  return step === none ? undefined : read(steps, step, ofStep.value)
}

/** Whether something is said of a day itself. */
export const hasStep = (steps: MutableRecords, timeline: Timeline, on: Day): boolean => {
  const step = stepAt(steps, timeline, on)
  return step !== none && read(steps, step, ofStep.on) === on
}

/** The day of the next step after a day. */
export const nextIn = (steps: MutableRecords, timeline: Timeline, day: Day): Day => {
  let next = forever
  for (let step = timeline; step !== none; step = read(steps, step, ofStep.before)) {
    const on = read(steps, step, ofStep.on)
    if (on <= day) break
    next = on
  }
  return next
}

/** Enters a value from a day on, whenever it became known; of two for the same day the later recorded one stays. */
export const enterStep = (steps: MutableRecords, timeline: Timeline, on: Day, value: number): Timeline => {
  let after = none
  let before = timeline
  while (before !== none && read(steps, before, ofStep.on) > on) {
    after = before
    before = read(steps, before, ofStep.before)
  }
  if (before !== none && read(steps, before, ofStep.on) === on) {
    write(steps, before, ofStep.value, value)
    return timeline
  }
  const step = addRow(steps)
  write(steps, step, ofStep.on, on)
  write(steps, step, ofStep.value, value)
  write(steps, step, ofStep.before, before)
  if (after === none) return step
  write(steps, after, ofStep.before, step)
  return timeline
}
