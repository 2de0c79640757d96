import type { Day } from '../../domain/day.ts'
import type { MutableBook } from './book.ts'
import { clearDraft, endPart, type MutableDraft, newDraft } from './draft.ts'
import { draftFlat } from './draft-flat.ts'
import { draftHousehold } from './draft-household.ts'
import { draftSite } from './draft-site.ts'
import { postDifference } from './post.ts'

/** Whose postings an event may change, by number. */
export interface Concerned {
  readonly households: ReadonlyArray<number>
  readonly flats: ReadonlyArray<number>
  readonly sites: ReadonlyArray<number>
}

/** Nobody, or nowhere. */
export const noOne: ReadonlyArray<number> = []

// written and read within one call
const [before, after] = /* @__PURE__ */ [newDraft(), newDraft()]

/**
 * Changes the book, and posts what becomes otherwise for the days from the first one on: what those concerned come to
 * is drafted before the change and after it, and the difference entered. On the day before the first one both are the
 * same. Of a fact that is reported in time, the first day is the only one.
 */
export const revise = (book: MutableBook, first: Day, concerned: Concerned, change: () => void): void => {
  draftAll(book, concerned, first, before)
  change()
  draftAll(book, concerned, first, after)
  postDifference(book, before, after)
}

/** Drafts all parts. What happens in flats and sites only a whole municipality knows. */
const draftAll = (
  book: MutableBook,
  { households, flats, sites }: Concerned,
  from: Day,
  to: MutableDraft,
): void => {
  clearDraft(to)
  for (const household of households) {
    draftHousehold(book, household, from, to)
    endPart(to)
  }
  if (book.coverage !== 'municipality') return
  for (const flat of flats) {
    draftFlat(book, flat, from, to)
    endPart(to)
  }
  for (const site of sites) {
    draftSite(book, site, from, to)
    endPart(to)
  }
}
