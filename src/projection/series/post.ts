import { type MutableColumns, push } from '../../table/columns.ts'
import type { MutableBook } from './book.ts'

/** Enters a posting, whose first number is the place of its entry's, into a section of the book. */
export const post = (book: MutableBook, section: number, row: Array<number>): void => {
  row[0] = book.entries.knownAt.length
  push(book.postings[section] as MutableColumns, row)
  book.posted = true
}

/**
 * What holds from a day on, before and after an event, is posted as the change of the difference between the two: the
 * day before the first one, both are the same. `undefined` is nothing.
 */
export type Difference<A> = readonly [after: A | undefined, before: A | undefined]

/** The same as in {@link Difference}, one day after the other: what both state cancels out. */
export const postChange = <A>(
  [after, before]: Difference<A>,
  [afterYesterday, beforeYesterday]: Difference<A>,
  same: (a: A, b: A) => boolean,
  by: (value: A, sign: 1 | -1) => void,
): void => {
  let [gained, lost, lostBefore, gainedBefore] = [after, before, afterYesterday, beforeYesterday]
  if (gained !== undefined && lost !== undefined && same(gained, lost)) gained = lost = undefined
  if (gainedBefore !== undefined && lostBefore !== undefined && same(gainedBefore, lostBefore))
    gainedBefore = lostBefore = undefined
  if (gained !== undefined && lostBefore !== undefined && same(gained, lostBefore))
    gained = lostBefore = undefined
  if (gainedBefore !== undefined && lost !== undefined && same(gainedBefore, lost))
    gainedBefore = lost = undefined
  if (lost !== undefined) by(lost, -1)
  if (lostBefore !== undefined) by(lostBefore, -1)
  if (gained !== undefined) by(gained, 1)
  if (gainedBefore !== undefined) by(gainedBefore, 1)
}
