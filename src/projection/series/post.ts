import type { Day } from '../../domain/day.ts'
import { type MutableColumns, push } from '../../table/columns.ts'
import type { MutableBook } from './book.ts'
import { at } from './section.ts'

/** Enters a posting, whose first number is the place of its entry's, into a section of the book. */
export const post = (book: MutableBook, section: number, row: Array<number>): void => {
  row[0] = book.entries.knownAt.length
  push(book.postings[section] as MutableColumns, row)
  book.posted = true
}

/**
 * The same for a section whose rows begin with amounts: what an event posts on one day under the same words is one
 * posting, and what comes to nothing is none.
 */
export const postAmounts = (
  book: MutableBook,
  section: number,
  amounts: number,
  row: Array<number>,
): void => {
  post(book, section, row)
  const own = book.postings[section] as MutableColumns
  const { columns } = own.held
  const words = at.amount + amounts
  if (own.length > 1 && isLikeLast(columns, own.length - 1, words)) {
    own.length--
    for (let k: number = at.amount; k < words; k++) {
      const column = columns[k] as Int32Array
      column[own.length - 1] = (column[own.length - 1] as number) + (row[k] as number)
    }
  }
  if (isNothing(columns, own.length - 1, words)) own.length--
}

/** Whether a row is of the same entry, day and words as the one before it. */
const isLikeLast = (columns: ReadonlyArray<Int32Array>, row: number, words: number): boolean => {
  for (let k = 0; k < columns.length; k++) {
    const column = columns[k] as Int32Array
    if ((k < at.amount || k >= words) && column[row] !== column[row - 1]) return false
  }
  return true
}

const isNothing = (columns: ReadonlyArray<Int32Array>, row: number, words: number): boolean => {
  for (let k: number = at.amount; k < words; k++) if ((columns[k] as Int32Array)[row] !== 0) return false
  return true
}

/** What holds from a day on, until something else does: how it is read from a source, and posted. */
export interface Steps<Source, State> {
  readonly stateOn: (source: Source, day: Day) => State | undefined
  /** The next day after a day on which the state may be another one; `Infinity` if there is none. */
  readonly nextChange: (source: Source, day: Day) => Day
  readonly isSame: (a: State, b: State) => boolean
  readonly enter: (book: MutableBook, day: Day, state: State, sign: 1 | -1) => void
}

/**
 * Posts what becomes otherwise for the days from the first one on, when a source that was `before` is `after`: day by
 * day the change of the difference between the two. On the day before the first one, both are the same. Of a fact
 * that is reported in time, the first day is the only one.
 */
export const postSteps = <Source, State>(
  book: MutableBook,
  { stateOn, nextChange, isSame, enter }: Steps<Source, State>,
  before: Source | undefined,
  after: Source | undefined,
  first: Day,
): void => {
  const same = (a: State | undefined, b: State | undefined): boolean =>
    a !== undefined && b !== undefined && isSame(a, b)
  let gainedBefore: State | undefined
  let lostBefore: State | undefined
  for (let day = first; day < Infinity; ) {
    let gained = after && stateOn(after, day)
    let lost = before && stateOn(before, day)
    if (same(gained, lost)) gained = lost = undefined
    const goesOn = same(gained, gainedBefore)
    const staysLost = same(lost, lostBefore)
    if (lost !== undefined && !staysLost) enter(book, day, lost, -1)
    if (gainedBefore !== undefined && !goesOn) enter(book, day, gainedBefore, -1)
    if (gained !== undefined && !goesOn) enter(book, day, gained, 1)
    if (lostBefore !== undefined && !staysLost) enter(book, day, lostBefore, 1)
    gainedBefore = gained
    lostBefore = lost
    const next = after === undefined ? Infinity : nextChange(after, day)
    day = before === undefined ? next : Math.min(next, nextChange(before, day))
  }
}
