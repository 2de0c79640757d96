import type { Day } from '../../domain/day.ts'
import type { MutableBook } from './book.ts'
import { forever } from './timeline.ts'

/**
 * Postings that are not entered yet: of each the number of its section, its day, its amounts and its words. They stand
 * in parts, one for each household or place that they are about; a part ends where the next one begins.
 */
export interface MutableDraft {
  length: number
  rows: Int32Array
  parts: number
  readonly ends: Array<number>
}

/** The numbers of a drafted posting: its section and up to six more. */
export const draftWidth = 7

export const newDraft = (): MutableDraft => ({
  length: 0,
  rows: new Int32Array(16 * draftWidth),
  parts: 0,
  ends: [],
})

/** Nothing is drafted any more; the lists keep their room. */
export const clearDraft = (own: MutableDraft): void => {
  own.length = 0
  own.parts = 0
}

export const endPart = (own: MutableDraft): void => {
  own.ends[own.parts++] = own.length
}

/** Drafts a posting. */
export const draft = (
  to: MutableDraft,
  section: number,
  day: Day,
  a: number,
  b: number,
  c: number,
  d = 0,
  e = 0,
): void => {
  const at = to.length++ * draftWidth
  if (at === to.rows.length) to.rows = longer(to.rows)
  const { rows } = to
  rows[at] = section
  rows[at + 1] = day
  rows[at + 2] = a
  rows[at + 3] = b
  rows[at + 4] = c
  rows[at + 5] = d
  rows[at + 6] = e
}

const longer = (rows: Int32Array): Int32Array => {
  const copy = new Int32Array(2 * rows.length)
  copy.set(rows)
  return copy
}

/** Whether two drafted postings are the same. */
export const isSamePosting = (a: MutableDraft, k: number, b: MutableDraft, m: number): boolean => {
  for (let at = 0; at < draftWidth; at++)
    if (a.rows[k * draftWidth + at] !== b.rows[m * draftWidth + at]) return false
  return true
}

/** What holds from a day on, until something else does: how it is read from a source, and drafted. */
export interface Steps<Source, State> {
  readonly stateOn: (book: MutableBook, source: Source, day: Day) => State | undefined
  /** The next day after a day on which the state may be another one. */
  readonly nextChange: (book: MutableBook, source: Source, day: Day) => Day
  readonly isSame: (a: State, b: State) => boolean
  readonly draft: (to: MutableDraft, day: Day, state: State, sign: 1 | -1) => void
}

/** Drafts what a source comes to from a day on: each state on its first day, and its end when another one follows. */
export const draftSteps = <Source, State>(
  book: MutableBook,
  { stateOn, nextChange, isSame, draft }: Steps<Source, State>,
  source: Source,
  from: Day,
  to: MutableDraft,
): void => {
  let last: State | undefined
  for (let day = from; day < forever; day = nextChange(book, source, day)) {
    const state = stateOn(book, source, day)
    if (state !== undefined && last !== undefined && isSame(state, last)) continue
    if (last !== undefined) draft(to, day, last, -1)
    if (state !== undefined) draft(to, day, state, 1)
    last = state
  }
}
