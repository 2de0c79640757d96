import type { Day } from '../../domain/day.ts'
import type { Flat } from '../../domain/flat.ts'
import type { Site } from '../../domain/site.ts'
import { valueOn } from '../../table/history.ts'
import { get, put } from '../../table/index.ts'
import { type MutableBook, nextNumber } from './book.ts'
import { postHousehold } from './post-household.ts'
import { postFlat, postSite } from './post-place.ts'
import { type FlatRow, isKnown, newFlat, newSite, type SiteRow } from './row.ts'

/** A flat that moves to another district takes the households in it along. */
export const reviseFlat = (
  book: MutableBook,
  id: string,
  on: Day,
  version: Flat | undefined,
  by: (row: FlatRow) => FlatRow,
): void => {
  const before = get(book.town.flats, id) ?? newFlat(nextNumber(book, 'flats'))
  const after = by(before)
  const known = valueOn(before.versions, on)
  const moves = version !== undefined && known?.district !== version.district
  // once a flat is known, whoever lived there counts from the first night
  const from = isKnown(before) ? on : -Infinity
  const households = moves ? before.homes.map(({ household }) => household) : []
  taking(book, households, from, () => {
    put(book.town.flats, id, after)
  })
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
  const before = get(book.town.sites, id) ?? newSite
  const after = by(before)
  const known = valueOn(before.versions, on)
  const alters =
    version !== undefined && (known?.kind !== version.kind || known.district !== version.district)
  const from = isKnown(before) ? on : -Infinity
  const households = alters || !isKnown(before) ? before.households.flat() : []
  taking(book, households, from, () => {
    put(book.town.sites, id, after)
  })
  if (book.coverage === 'municipality') postSite(book, id, before, after, from)
}

/** Takes back what households post, and posts it anew when it is written where they live. */
const taking = (book: MutableBook, ids: ReadonlyArray<string>, from: Day, write: () => void): void => {
  const rows = ids.length === 0 ? [] : [...new Set(ids)].map(id => get(book.town.households, id))
  for (const row of rows) postHousehold(book, row, undefined, from)
  write()
  for (const row of rows) postHousehold(book, undefined, row, from)
}
