import type { Day } from '../../domain/day.ts'
import type { Site } from '../../domain/site.ts'
import { read } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { coversNight, ofHome, ofHousehold, ofPlace, ofVersion, tenancy } from './row.ts'
import { none, stepAt } from './timeline.ts'
import { districtNumber, notRecorded } from './word.ts'

/** Kinds of dwelling by number, the stronger claim first: who has several homes, against the laws, counts in the first. */
export const [inFlat, inReception, inSite, nowhere] = [0, 1, 2, 3] as const

export const siteKind = (site: Site): number => (site.kind === 'reception' ? inReception : inSite)

/** Where a household spends a night, in one number: the kind of dwelling, and the district. */
export const wordOf = (dwelling: number, district: string | undefined): number =>
  4 * (districtNumber(district) + 1) + dwelling

export const dwellingIn = (word: number): number => word % 4
export const districtIn = (word: number): number => (word >> 2) - 1

const unknown = 4 * (notRecorded + 1) + nowhere

/** What a place is on a day, as a row of versions; {@link none} as far as nothing is known. */
export const versionOn = ({ places, versions }: MutableBook, place: number, day: Day): number =>
  stepAt(versions, read(places, place, ofPlace.versions), day)

/** Where a home is on a night, as far as it is known. */
export const wordFor = (book: MutableBook, home: number, night: Day): number => {
  const version = versionOn(book, read(book.homes, home, ofHome.place), night)
  if (version !== none) return read(book.versions, version, ofVersion.word)
  return read(book.homes, home, ofHome.kind) === tenancy ? inFlat : inSite
}

/** Where a household spends a night. Of several homes of one kind, the first by id counts. */
export const whereabouts = (book: MutableBook, household: number, night: Day): number => {
  const { homes, homeIds } = book
  let [found, at] = [unknown, none]
  let home = read(book.households, household, ofHousehold.homes)
  for (; home !== none; home = read(homes, home, ofHome.nextOfHousehold)) {
    if (!coversNight(book, home, night)) continue
    const word = wordFor(book, home, night)
    const [now, before] = [dwellingIn(word), dwellingIn(found)]
    if (
      now < before ||
      (now === before && at !== none && (homeIds[home] as string) < (homeIds[at] as string))
    )
      [found, at] = [word, home]
  }
  return found
}
