import type { Day } from '../../domain/day.ts'
import type { Flat } from '../../domain/flat.ts'
import type { Site } from '../../domain/site.ts'
import { get, put } from '../../table/index.ts'
import { type MutableBook, nextNumber } from './book.ts'
import { postHousehold } from './post-household.ts'
import { postFlat, postSite } from './post-place.ts'
import {
  type FlatRow,
  type Home,
  type HouseholdRow,
  newFlat,
  newSite,
  type Place,
  type SiteRow,
} from './row.ts'
import { valueAt, withValue } from './timeline.ts'
import { inFlat, siteKind, wordOf } from './whereabouts.ts'

/** The row of a flat; one that is new to the book gets its number. */
export const flatOf = (book: MutableBook, id: string): FlatRow => {
  const known = get(book.town.flats, id)
  if (known !== undefined) return known
  const row = newFlat(id, nextNumber(book, 'flats'))
  put(book.town.flats, id, row)
  return row
}

export const siteOf = (book: MutableBook, id: string): SiteRow => get(book.town.sites, id) ?? newSite(id)

/** A flat that moves to another district takes the households in it along. */
export const reviseFlat = (
  book: MutableBook,
  id: string,
  on: Day,
  version: Flat | undefined,
  by: (row: FlatRow) => FlatRow,
): void => {
  const before = flatOf(book, id)
  const word = version && wordOf(inFlat, version.district)
  const place = placeWith(before.place, on, word)
  // once a flat is known, whoever lived there counts from the first night
  const from = before.place.isKnown ? on : -Infinity
  const after = { ...by(before), place }
  put(book.town.flats, id, after)
  if (isNews(before.place, on, word)) tell(book, place, 'tenancy', tenantsOf(before), from)
  if (book.coverage === 'municipality') postFlat(book, before, after, from)
}

/** So does a site that changes its kind. Of one that was not known, no person has been counted yet. */
export const reviseSite = (
  book: MutableBook,
  id: string,
  on: Day,
  version: Site | undefined,
  by: (row: SiteRow) => SiteRow,
): void => {
  const before = siteOf(book, id)
  const word = version && wordOf(siteKind(version), version.district)
  const place = placeWith(before.place, on, word)
  const from = before.place.isKnown ? on : -Infinity
  const after = { ...by(before), place }
  put(book.town.sites, id, after)
  if (!before.place.isKnown || isNews(before.place, on, word))
    tell(book, place, 'stay', before.households.flat(), from)
  if (book.coverage === 'municipality') postSite(book, before, after, from)
}

const placeWith = (place: Place, on: Day, word: number | undefined): Place => ({
  ...place,
  isKnown: true,
  words: word === undefined ? place.words : withValue(place.words, on, word),
})

/** Whether a word is not what was known. If it is, households may go on with the place that they know. */
const isNews = ({ words }: Place, on: Day, word: number | undefined): boolean =>
  word !== undefined && valueAt(words, on) !== word

const tenantsOf = ({ homes }: FlatRow): ReadonlyArray<string> => homes.map(({ household }) => household)

/** Tells households of the place that they live in. */
const tell = (
  book: MutableBook,
  place: Place,
  kind: Home['kind'],
  households: ReadonlyArray<string>,
  from: Day,
): void => {
  for (const id of new Set(households)) {
    const before = get(book.town.households, id) as HouseholdRow
    const homes = before.homes.map(home =>
      home.kind === kind && home.place.id === place.id ? { ...home, place } : home,
    )
    const after = { ...before, homes }
    put(book.town.households, id, after)
    postHousehold(book, before, after, from)
  }
}
