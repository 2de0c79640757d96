import type { Day } from '../../domain/day.ts'
import { push } from '../../table/columns.ts'
import { get } from '../../table/index.ts'
import type { MutableBook } from './book.ts'
import { postHousehold } from './post-household.ts'
import { postFlat, postSite } from './post-place.ts'
import { type Posting, sections } from './section.ts'

/** What an event bears on: the rows, by key, whose postings for the days from `from` on it may change. */
export interface Bearing {
  readonly from: Day
  readonly households: ReadonlyArray<string>
  readonly flats: ReadonlyArray<string>
  readonly sites: ReadonlyArray<string>
}

/** No rows, as most lists are. */
export const none: ReadonlyArray<string> = /* @__PURE__ */ Object.freeze([])

const postingsOf = (book: MutableBook, { from, households, flats, sites }: Bearing): Array<Posting> => {
  const postings: Array<Posting> = []
  for (const key of households) {
    const row = get(book.households, key)
    if (row !== undefined) postHousehold(book, row, from, postings)
  }
  // of a group of households it is not known who else lives in a place
  if (book.coverage === 'households') return postings
  for (const key of flats) {
    const row = get(book.flats, key)
    if (row !== undefined) postFlat(book, row, from, postings)
  }
  for (const key of sites) {
    const row = get(book.sites, key)
    if (row !== undefined) postSite(book, row, from, postings)
  }
  return postings
}

const same = (a: Posting, b: Posting): boolean =>
  a.length === b.length && a.every((value, k) => value === b[k])

const takenBack = (posting: Posting): Posting => {
  const { amounts } = sections[posting[0] as number] as (typeof sections)[number]
  return posting.map((value, k) => (k >= 2 && k < 2 + amounts ? -value : value))
}

/** Carries out what an event writes, and returns what has to be posted: what is new, and what is no longer so taken back. */
export const differences = (
  book: MutableBook,
  bearing: Bearing,
  write: () => void,
): ReadonlyArray<Posting> => {
  const before = postingsOf(book, bearing)
  write()
  const after = postingsOf(book, bearing)
  const posted: Array<Posting> = []
  for (const posting of before) {
    const still = after.findIndex(each => same(each, posting))
    if (still < 0) posted.push(takenBack(posting))
    else after.splice(still, 1)
  }
  return posted.length === 0 ? after : posted.concat(after)
}

/** Enters postings under the number of their entry. */
export const post = (book: MutableBook, entry: number, postings: ReadonlyArray<Posting>): void => {
  for (const [section, ...row] of postings) {
    const columns = book.postings[section as number]
    if (columns !== undefined) push(columns, [entry, ...row])
  }
}
