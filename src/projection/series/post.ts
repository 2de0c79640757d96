import { type MutableColumns, newRow } from '../../table/columns.ts'
import type { MutableBook } from './book.ts'
import { draftWidth, isSamePosting, type MutableDraft } from './draft.ts'
import { at, sections } from './section.ts'

/**
 * Posts what a part that was drafted before a change differs in from the same part after it: takes back what is no
 * longer so, and enters what is new.
 */
export const postDifference = (book: MutableBook, before: MutableDraft, after: MutableDraft): void => {
  let lost = 0
  let gained = 0
  for (let part = 0; part < after.parts; part++) {
    const lostEnd = before.ends[part] as number
    const gainedEnd = after.ends[part] as number
    cancel(before, lost, lostEnd, after, gained, gainedEnd)
    while (lost < lostEnd || gained < gainedEnd) {
      if (lost < lostEnd) post(book, before, lost++, -1)
      if (gained < gainedEnd) post(book, after, gained++, 1)
    }
  }
}

/** The section of a drafted posting that is not to be entered. */
const cancelled = -1

/** Cancels what stands in both. What they share stands in the same order, so each search begins behind the last find. */
const cancel = (
  before: MutableDraft,
  first: number,
  end: number,
  after: MutableDraft,
  start: number,
  stop: number,
): void => {
  const count = end - first
  let next = 0
  for (let k = start; k < stop; k++)
    for (let tried = 0; tried < count; tried++) {
      const m = first + ((next + tried) % count)
      if (!isSamePosting(before, m, after, k)) continue
      before.rows[m * draftWidth] = cancelled
      after.rows[k * draftWidth] = cancelled
      next = m - first + 1
      break
    }
}

/** Enters a drafted posting into its section of the book, or takes it back. */
const post = (book: MutableBook, { rows }: MutableDraft, k: number, sign: 1 | -1): void => {
  const from = k * draftWidth
  const section = rows[from] as number
  if (section === cancelled) return
  const { amounts } = sections[section] as (typeof sections)[number]
  const words = at.amount + amounts
  const own = book.postings[section] as MutableColumns
  const row = newRow(own)
  const { columns } = own.held
  for (let field = 0; field < columns.length; field++)
    (columns[field] as Int32Array)[row] =
      field >= at.amount && field < words
        ? sign * (rows[from + field] as number)
        : field === at.entry
          ? book.entries.knownAt.length
          : (rows[from + field] as number)
  if (amounts > 1) addToLast(own, words)
  book.posted = true
}

/** What an event posts on one day under the same words is one posting, and what comes to nothing is none. */
const addToLast = (own: MutableColumns, words: number): void => {
  const { columns } = own.held
  if (own.length > 1 && isLikeLast(columns, own.length - 1, words)) {
    own.length--
    for (let field: number = at.amount; field < words; field++) {
      const column = columns[field] as Int32Array
      column[own.length - 1] = (column[own.length - 1] as number) + (column[own.length] as number)
    }
  }
  if (isNothing(columns, own.length - 1, words)) own.length--
}

/** Whether a row is of the same entry, day and words as the one before it. */
const isLikeLast = (columns: ReadonlyArray<Int32Array>, row: number, words: number): boolean => {
  for (let field = 0; field < columns.length; field++) {
    const column = columns[field] as Int32Array
    if ((field < at.amount || field >= words) && column[row] !== column[row - 1]) return false
  }
  return true
}

const isNothing = (columns: ReadonlyArray<Int32Array>, row: number, words: number): boolean => {
  for (let field: number = at.amount; field < words; field++)
    if ((columns[field] as Int32Array)[row] !== 0) return false
  return true
}
