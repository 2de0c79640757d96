import type { Day } from '../../domain/day.ts'
import type { Flat } from '../../domain/flat.ts'
import type { Site } from '../../domain/site.ts'
import { valueOn } from '../../table/history.ts'
import { get, type MutableTable, put } from '../../table/index.ts'
import { differences, none } from './bearing.ts'
import { type MutableBook, nextNumber } from './book.ts'
import { isKnown, newPlace, type PlaceRow } from './row.ts'
import type { Posting } from './section.ts'

/** A flat that moves to another district takes the households in it along. */
export const reviseFlat = (
  book: MutableBook,
  key: string,
  on: Day,
  version: Flat | undefined,
  by: (row: PlaceRow<Flat>) => PlaceRow<Flat>,
): ReadonlyArray<Posting> =>
  revise(book, 'flats', key, on, by, row => {
    const before = valueOn(row.versions, on)
    return version !== undefined && !(before && before.district === version.district)
  })

/** So does a site that changes its kind. Of one that was not known, no person has been counted yet. */
export const reviseSite = (
  book: MutableBook,
  key: string,
  on: Day,
  version: Site | undefined,
  by: (row: PlaceRow<Site>) => PlaceRow<Site>,
): ReadonlyArray<Posting> =>
  revise(book, 'sites', key, on, by, row => {
    if (!isKnown(row)) return true
    const before = valueOn(row.versions, on)
    const alike = before && version && before.kind === version.kind && before.district === version.district
    return version !== undefined && alike !== true
  })

const revise = <Place extends Flat | Site>(
  book: MutableBook,
  name: 'flats' | 'sites',
  key: string,
  on: Day,
  by: (row: PlaceRow<Place>) => PlaceRow<Place>,
  bearsOnHouseholds: (row: PlaceRow<Place>) => boolean,
): ReadonlyArray<Posting> => {
  const table = book[name] as MutableTable<PlaceRow<Place>>
  const row = get(table, key) ?? newPlace(nextNumber(book, 'places'))
  const households =
    row.homes.length > 0 && bearsOnHouseholds(row)
      ? [...new Set(row.homes.map(({ household }) => household))]
      : none
  // once a place is known, whoever was in it counts from the first night
  const from = isKnown(row) ? on : -Infinity
  return differences(book, { from, households, flats: none, sites: none, [name]: [key] }, () => {
    put(table, key, by(row))
  })
}
