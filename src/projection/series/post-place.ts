import type { Day } from '../../domain/day.ts'
import { units } from '../../domain/flat.ts'
import { covers } from '../../domain/interval.ts'
import { valueOn } from '../../table/history.ts'
import { get } from '../../table/index.ts'
import type { MutableBook } from './book.ts'
import { nextEnd, nextOf } from './next-change.ts'
import { postAmounts, postSteps, type Steps } from './post.ts'
import { nobody, sizeOf } from './roster.ts'
import { type FlatRow, type Home, reaches, type SiteRow } from './row.ts'
import { flats, sites } from './section.ts'
import { nextIn, type Timeline, valueAt } from './timeline.ts'
import { siteKind } from './whereabouts.ts'
import { districtNumber } from './word.ts'

/** A place, and who lives in it. */
interface LivedIn<Row> {
  readonly book: MutableBook
  readonly row: Row
  readonly residents: ReadonlyArray<Resident>
}

/** A home in a place, and the rosters of its household by day. */
interface Resident {
  readonly home: Home
  readonly versions: Timeline
}

const none: ReadonlyArray<Resident> = []

const residentOf = (book: MutableBook, home: Home): Resident => ({
  home,
  versions: get(book.town.households, home.household)?.versions ?? [],
})

const personsIn = (book: MutableBook, { versions }: Resident, night: Day): number =>
  sizeOf(book, valueAt(versions, night) ?? nobody)

/** The next day on which a place is another one, a home begins or ends, or its household may grow or shrink. */
const nextChange = ({ row, residents }: LivedIn<FlatRow | SiteRow>, day: Day): Day => {
  let next = Math.min(nextOf(row.offered, day), nextOf(row.versions, day))
  for (const { home, versions } of residents) next = Math.min(next, nextEnd(home, day), nextIn(versions, day))
  return next
}

/** A flat on a day: units let, units there, persons, and persons allowed. */
interface FlatState {
  readonly taken: number
  readonly there: number
  readonly persons: number
  readonly allowed: number
  readonly district: number
}

const flatStates: Steps<LivedIn<FlatRow>, FlatState> = {
  stateOn: ({ book, row, residents }, day) => {
    const version = valueOn(row.versions, day)
    const listed = valueOn(row.offered, day) === true
    const most = version?.landlord?.personsMax
    let taken = 0
    let persons = 0
    for (const resident of residents) {
      if (!covers(resident.home, day)) continue
      taken++
      if (most !== undefined) persons += personsIn(book, resident, day)
    }
    const there = Math.max(taken, listed && version !== undefined ? units(version) : 0)
    const allowed = listed || taken > 0 ? (most ?? 0) : 0
    return { taken, there, persons, allowed, district: districtNumber(version?.district) }
  },
  nextChange,
  isSame: (a, b) =>
    a.taken === b.taken &&
    a.there === b.there &&
    a.persons === b.persons &&
    a.allowed === b.allowed &&
    a.district === b.district,
  enter: (book, day, { taken, there, persons, allowed, district }, sign) => {
    postAmounts(book, flats, 4, [
      0,
      day,
      sign * taken,
      sign * there,
      sign * persons,
      sign * allowed,
      district,
    ])
  },
}

/** Posts what becomes otherwise of a flat; the households in it are as the book knows them. */
export const postFlat = (
  book: MutableBook,
  before: FlatRow | undefined,
  after: FlatRow | undefined,
  from: Day,
): void => {
  postSteps(book, flatStates, livedIn(book, before, from), livedIn(book, after, from), from)
}

/** A flat that is known, with the homes in it that matter from a day on. */
const livedIn = (book: MutableBook, row: FlatRow | undefined, from: Day): LivedIn<FlatRow> | undefined => {
  if (row?.place.isKnown !== true) return undefined
  // mostly none or one: a list that is pushed to makes room for more
  let residents: ReadonlyArray<Resident> = none
  for (const home of row.homes)
    if (reaches(home, from)) residents = residents.concat([residentOf(book, home)])
  return { book, row, residents }
}

/** The places of a site on a day; its persons are posted with their households. */
interface SiteState {
  readonly places: number
  readonly district: number
  readonly kind: number
}

const siteStates: Steps<LivedIn<SiteRow>, SiteState> = {
  stateOn: ({ book, row, residents }, day) => {
    const version = valueOn(row.versions, day)
    const inUse =
      valueOn(row.offered, day) === true ||
      residents.some(resident => covers(resident.home, day) && personsIn(book, resident, day) > 0)
    return {
      places: inUse ? (version?.places ?? 0) : 0,
      district: districtNumber(version?.district),
      kind: siteKind(version),
    }
  },
  nextChange,
  isSame: (a, b) => a.places === b.places && a.district === b.district && a.kind === b.kind,
  enter: (book, day, { places, district, kind }, sign) => {
    enterSite(book, day, 0, sign * places, district, kind)
  },
}

export const enterSite = (
  book: MutableBook,
  day: Day,
  persons: number,
  places: number,
  district: number,
  kind: number,
): void => {
  postAmounts(book, sites, 2, [0, day, persons, places, district, kind])
}

/** Posts what becomes otherwise of the places of a site. */
export const postSite = (
  book: MutableBook,
  before: SiteRow | undefined,
  after: SiteRow | undefined,
  from: Day,
): void => {
  postSteps(book, siteStates, stayedIn(book, before, from), stayedIn(book, after, from), from)
}

/** Who stays while a site is open does not matter for its places: only the other stays are looked at. */
const stayedIn = (book: MutableBook, row: SiteRow | undefined, from: Day): LivedIn<SiteRow> | undefined => {
  if (row?.place.isKnown !== true) return undefined
  const residents: Array<Resident> = []
  for (const household of new Set(row.households.flat()))
    for (const home of get(book.town.households, household)?.homes ?? [])
      if (
        home.place.id === row.place.id &&
        home.kind === 'stay' &&
        reaches(home, from) &&
        !openThroughout(row, home)
      )
        residents.push(residentOf(book, home))
  return { book, row, residents }
}

/** Whether a site is open on every day of a stay. */
export const openThroughout = (
  { offered }: SiteRow,
  { from, until }: Pick<Home, 'from' | 'until'>,
): boolean =>
  valueOn(offered, from) === true && offered.every(({ on, value }) => value || on <= from || on >= until)
