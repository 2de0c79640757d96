import type { Day } from '../../domain/day.ts'
import type { Flat } from '../../domain/flat.ts'
import { units } from '../../domain/flat.ts'
import { covers } from '../../domain/interval.ts'
import type { Site } from '../../domain/site.ts'
import { valueOn } from '../../table/history.ts'
import { get } from '../../table/index.ts'
import type { MutableBook } from './book.ts'
import { addEnds, addLater, inOrder } from './change-days.ts'
import { nobody, sizeOf } from './roster.ts'
import { type Home, isKnown, type PlaceRow } from './row.ts'
import { flats, type Posting, sites } from './section.ts'
import { siteKind } from './whereabouts.ts'
import { districtNumber } from './word.ts'

const personsIn = (book: MutableBook, { household }: Home, night: Day): number =>
  sizeOf(book, valueOn(get(book.households, household)?.versions ?? [], night) ?? nobody)

/** Adds the days on which a home begins or ends, or its household may grow or shrink. */
const addLiving = (book: MutableBook, days: Array<Day>, home: Home, from: Day): void => {
  addEnds(days, home, from)
  addLater(days, get(book.households, home.household)?.versions ?? [], from)
}

/** What a flat posts for the days from `from` on. */
export const postFlat = (book: MutableBook, flat: PlaceRow<Flat>, from: Day, to: Array<Posting>): void => {
  if (!isKnown(flat)) return
  const lived = flat.homes.filter(home => home.from < home.until && home.until >= from)
  const days = [from]
  addLater(days, flat.offered, from)
  addLater(days, flat.versions, from)
  for (const home of lived) addLiving(book, days, home, from)
  stepwise(days, from, day => flatOn(book, flat, lived, day), to)
}

const flatOn = (book: MutableBook, flat: PlaceRow<Flat>, homes: ReadonlyArray<Home>, day: Day): Posting => {
  const version = valueOn(flat.versions, day)
  const listed = valueOn(flat.offered, day) === true
  const district = districtNumber(version?.district)
  let [taken, persons] = [0, 0]
  const allowed = version?.landlord?.personsMax
  for (const home of homes) {
    if (!covers(home, day)) continue
    taken++
    if (allowed !== undefined) persons += personsIn(book, home, day)
  }
  const there = Math.max(taken, listed && version !== undefined ? units(version) : 0)
  return [flats, day, taken, there, persons, listed || taken > 0 ? (allowed ?? 0) : 0, district]
}

/** What a site posts for its places, from `from` on; its persons are posted with their households. */
export const postSite = (book: MutableBook, site: PlaceRow<Site>, from: Day, to: Array<Posting>): void => {
  if (!isKnown(site)) return
  const days = [from]
  addLater(days, site.offered, from)
  addLater(days, site.versions, from)
  const lived = site.homes.filter(
    home => home.from < home.until && home.until >= from && !openThroughout(site, home),
  )
  for (const home of lived) addLiving(book, days, home, from)
  stepwise(days, from, day => siteOn(book, site, lived, day), to)
}

const siteOn = (book: MutableBook, site: PlaceRow<Site>, homes: ReadonlyArray<Home>, day: Day): Posting => {
  const version = valueOn(site.versions, day)
  const inUse =
    valueOn(site.offered, day) === true ||
    homes.some(home => covers(home, day) && personsIn(book, home, day) > 0)
  return [
    sites,
    day,
    0,
    inUse ? (version?.places ?? 0) : 0,
    districtNumber(version?.district),
    siteKind(version),
  ]
}

/** Whether a site is open on every day of a stay: then who stays does not matter for the places that there are. */
export const openThroughout = (
  site: PlaceRow<Site>,
  { from, until }: Pick<Home, 'from' | 'until'>,
): boolean =>
  valueOn(site.offered, from) === true &&
  site.offered.every(({ on, value }) => value || on <= from || on >= until)

/** Posts the differences between what holds from one day of change to the next; `look` gives a posting of all there is. */
const stepwise = (days: Array<Day>, from: Day, look: (day: Day) => Posting, to: Array<Posting>): void => {
  let before = look(from - 1)
  for (const day of inOrder(days)) {
    const now = look(day)
    step(before, now, day, to)
    before = now
  }
}

const step = (before: Posting, now: Posting, day: Day, to: Array<Posting>): void => {
  const amounts = now[0] === flats ? 4 : 2
  const moved = before.some((word, k) => k >= 2 + amounts && word !== now[k])
  const some = (row: Posting): boolean => row.some((value, k) => k >= 2 && k < 2 + amounts && value !== 0)
  const posted = (by: (value: number, k: number) => number, row: Posting): void => {
    const next = row.map((value, k) => (k === 1 ? day : k >= 2 && k < 2 + amounts ? by(value, k) : value))
    if (some(next)) to.push(next)
  }
  if (moved) {
    posted(value => -value, before)
    posted(value => value, now)
  } else posted((value, k) => value - (before[k] as number), now)
}
