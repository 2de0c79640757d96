import type { Day } from '../../domain/day.ts'
import { units } from '../../domain/flat.ts'
import { covers } from '../../domain/interval.ts'
import { valueOn } from '../../table/history.ts'
import { get } from '../../table/index.ts'
import type { MutableBook } from './book.ts'
import { addEnds, addLater } from './change-days.ts'
import { type Difference, post, postChange } from './post.ts'
import { nobody, sizeOf } from './roster.ts'
import { type FlatRow, type Home, isKnown, reaches, type SiteRow } from './row.ts'
import { flats, sites } from './section.ts'
import { siteKind } from './whereabouts.ts'
import { districtNumber } from './word.ts'

/** What there is in a place on a day: amounts, and the words they are counted under. */
type State = ReadonlyArray<number>

const same = (a: State, b: State): boolean => a.every((value, k) => value === b[k])

/** Posts what becomes otherwise for the days from the first one on. */
const postStates = (
  book: MutableBook,
  section: number,
  amounts: number,
  days: ReadonlyArray<Day>,
  on: (day: Day) => Difference<State>,
): void => {
  let yesterday: Difference<State> = [undefined, undefined]
  for (const day of days) {
    const today = on(day)
    // what is posted on one day under the same words is one posting
    let posted: Array<number> | undefined
    postChange(today, yesterday, same, (state, sign) => {
      if (posted === undefined || state.some((word, k) => k >= amounts && word !== posted?.[k + 2])) {
        enter(posted)
        posted = [0, day, ...state.map((value, k) => (k < amounts ? sign * value : value))]
      } else
        for (let k = 0; k < amounts; k++)
          posted[k + 2] = (posted[k + 2] as number) + sign * (state[k] as number)
    })
    enter(posted)
    yesterday = today
  }

  function enter(row: Array<number> | undefined): void {
    if (row?.some((value, k) => k >= 2 && k < 2 + amounts && value !== 0) === true) post(book, section, row)
  }
}

const personsIn = (book: MutableBook, { household }: Home, night: Day): number =>
  sizeOf(book, valueOn(get(book.households, household)?.versions ?? [], night) ?? nobody)

/** Adds the days on which a home begins or ends, or its household may grow or shrink. */
const addLiving = (book: MutableBook, days: Array<Day>, home: Home): void => {
  addEnds(days, home)
  const household = get(book.households, home.household)
  if (household !== undefined) addLater(days, household.versions)
}

/** Posts what becomes otherwise of a flat; the households in it are as the book knows them. */
export const postFlat = (
  book: MutableBook,
  before: FlatRow | undefined,
  after: FlatRow | undefined,
  from: Day,
): void => {
  const days = [from]
  const then = livedIn(book, before, days)
  const now = livedIn(book, after, days)
  postStates(book, flats, 4, days, day => [now && flatOn(book, now, day), then && flatOn(book, then, day)])
}

/** A flat that is known, with the homes in it that matter; the days on which it changes are added. */
const livedIn = (book: MutableBook, flat: FlatRow | undefined, days: Array<Day>): FlatRow | undefined => {
  if (flat === undefined || !isKnown(flat)) return undefined
  const homes = flat.homes.filter(home => reaches(home, days[0] as Day))
  addLater(days, flat.offered)
  addLater(days, flat.versions)
  for (const home of homes) addLiving(book, days, home)
  return { ...flat, homes }
}

const flatOn = (book: MutableBook, { versions, offered, homes }: FlatRow, day: Day): State => {
  const version = valueOn(versions, day)
  const listed = valueOn(offered, day) === true
  const allowed = version?.landlord?.personsMax
  let [taken, persons] = [0, 0]
  for (const home of homes) {
    if (!covers(home, day)) continue
    taken++
    if (allowed !== undefined) persons += personsIn(book, home, day)
  }
  const there = Math.max(taken, listed && version !== undefined ? units(version) : 0)
  const places = listed || taken > 0 ? (allowed ?? 0) : 0
  return [taken, there, persons, places, districtNumber(version?.district)]
}

/** Posts what becomes otherwise of the places of a site; its persons are posted with their households. */
export const postSite = (
  book: MutableBook,
  key: string,
  before: SiteRow | undefined,
  after: SiteRow | undefined,
  from: Day,
): void => {
  const days = [from]
  const then = staysIn(book, key, before, days)
  const now = staysIn(book, key, after, days)
  postStates(book, sites, 2, days, day => [now && siteOn(book, now, day), then && siteOn(book, then, day)])
}

interface LivedIn {
  readonly site: SiteRow
  readonly homes: ReadonlyArray<Home>
}

/** Who stays while a site is open does not matter for its places: only the other stays are looked at. */
const staysIn = (
  book: MutableBook,
  key: string,
  site: SiteRow | undefined,
  days: Array<Day>,
): LivedIn | undefined => {
  if (site === undefined || !isKnown(site)) return undefined
  addLater(days, site.offered)
  addLater(days, site.versions)
  const homes: Array<Home> = []
  for (const household of new Set(site.households.flat()))
    for (const home of get(book.households, household)?.homes ?? [])
      if (
        home.place === key &&
        home.kind === 'stay' &&
        reaches(home, days[0] as Day) &&
        !openThroughout(site, home)
      ) {
        homes.push(home)
        addLiving(book, days, home)
      }
  return { site, homes }
}

const siteOn = (book: MutableBook, { site, homes }: LivedIn, day: Day): State => {
  const version = valueOn(site.versions, day)
  const inUse =
    valueOn(site.offered, day) === true ||
    homes.some(home => covers(home, day) && personsIn(book, home, day) > 0)
  return [0, inUse ? (version?.places ?? 0) : 0, districtNumber(version?.district), siteKind(version)]
}

/** Whether a site is open on every day of a stay. */
export const openThroughout = (
  { offered }: SiteRow,
  { from, until }: Pick<Home, 'from' | 'until'>,
): boolean =>
  valueOn(offered, from) === true && offered.every(({ on, value }) => value || on <= from || on >= until)
