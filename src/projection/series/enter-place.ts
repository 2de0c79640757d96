import type { Day } from '../../domain/day.ts'
import { get, type MutableTable, put } from '../../table/index.ts'
import { type MutableRecords, read, write } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { noOne, revise } from './revise.ts'
import { isKnown, type Kind, newRow, ofHome, ofPlace, ofVersion, tenancy } from './row.ts'
import { always, enterStep, none, stepAt } from './timeline.ts'
import { versionOn } from './whereabouts.ts'

const placesIn = ({ town }: MutableBook, kind: Kind): MutableTable<number> =>
  kind === tenancy ? town.flats : town.sites

/** The number of a flat or a site, which may be new to the book. */
export const placeOf = (book: MutableBook, kind: Kind, id: string): number => {
  const known = get(placesIn(book, kind), id)
  if (known !== undefined) return known
  const place = newRow(book.places)
  put(placesIn(book, kind), id, place)
  return place
}

/** What a place is: where in one word, a flat's units or a site's places, and how many persons at most. */
export interface Version {
  readonly word: number
  readonly room: number
  readonly most: number
}

/** What a fact says of a place, if it says it. */
export interface Said {
  readonly isOffered: boolean | undefined
  readonly version: Version | undefined
}

/**
 * A flat that moves to another district takes the households in it along, and so does a site that changes its kind. Once
 * a place is known, whoever lived there counts from the first night; in a site, no person has been counted before.
 */
export const placeSaid = (book: MutableBook, kind: Kind, id: string, on: Day, said: Said): void => {
  const { places, steps, versions } = book
  const { version, isOffered } = said
  const place = placeOf(book, kind, id)
  const isNew = !isKnown(book, place)
  const isTold = isNews(book, place, on, version) || (isNew && kind !== tenancy)
  const concerned = {
    households: isTold ? householdsIn(book, place) : noOne,
    flats: kind === tenancy ? [place] : noOne,
    sites: kind === tenancy ? noOne : [place],
  }
  revise(book, isNew ? always : on, concerned, () => {
    const enter = (field: number, records: MutableRecords, value: number): number => {
      const timeline = enterStep(records, read(places, place, field), on, value)
      write(places, place, field, timeline)
      return timeline
    }
    if (isOffered !== undefined) enter(ofPlace.offered, steps, isOffered ? 1 : 0)
    if (version === undefined) return
    const row = stepAt(versions, enter(ofPlace.versions, versions, version.word), on)
    write(versions, row, ofVersion.room, version.room)
    write(versions, row, ofVersion.most, version.most)
  })
}

/** Whether where a place is, or of which kind, is not what was known. */
const isNews = (book: MutableBook, place: number, on: Day, version: Version | undefined): boolean => {
  if (version === undefined) return false
  const known = versionOn(book, place, on)
  return known === none || read(book.versions, known, ofVersion.word) !== version.word
}

/** All who ever lived in a place. */
const householdsIn = ({ places, homes }: MutableBook, place: number): ReadonlyArray<number> => {
  const found = new Set<number>()
  let home = read(places, place, ofPlace.homes)
  for (; home !== none; home = read(homes, home, ofHome.nextInPlace))
    found.add(read(homes, home, ofHome.household))
  return [...found]
}
