import type { Day } from '../../domain/day.ts'
import type { Site } from '../../domain/site.ts'
import { type History, valueOn } from '../../table/history.ts'
import type { PlaceHistory } from '../history.ts'
import type { MutableBook } from './book.ts'
import { addEnds, addLater } from './change-days.ts'
import type { Settled } from './life.ts'
import { type Difference, post, postChange } from './post.ts'
import { nobody, sizeOf } from './roster.ts'
import { isKnown } from './row.ts'
import { sites } from './section.ts'
import { type Located, siteKind } from './whereabouts.ts'
import { districtNumber } from './word.ts'

/** The persons of a household's stays; of a stay that is as it was, nothing changes as long as the household does not. */
export const postStays = (
  book: MutableBook,
  then: Settled | undefined,
  now: Settled | undefined,
  from: Day,
): void => {
  const sameVersions = now !== undefined && then?.row.versions === now.row.versions
  for (const each of now?.homes ?? []) {
    const before = then?.homes.find(({ home }) => home.key === each.home.key)
    if (each.home.kind === 'stay' && !(sameVersions && before?.home === each.home))
      postStay(book, before && [before, then?.row.versions ?? []], [each, now?.row.versions ?? []], from)
  }
  for (const each of then?.homes ?? [])
    if (each.home.kind === 'stay' && now?.homes.some(({ home }) => home.key === each.home.key) !== true)
      postStay(book, [each, then?.row.versions ?? []], undefined, from)
}

type Stay = readonly [Located, History<number>]

/** The persons of a stay in a site, and what the site is. */
interface Lodging {
  readonly persons: number
  readonly district: number
  readonly kind: number
}

const lodgingOn = (book: MutableBook, [{ home, place }, versions]: Stay, day: Day): Lodging | undefined => {
  if (place === undefined || !isKnown(place) || day < home.from || day >= home.until) return undefined
  const persons = sizeOf(book, valueOn(versions, day) ?? nobody)
  if (persons === 0) return undefined
  const site = valueOn((place as PlaceHistory<Site>).versions, day)
  return { persons, district: districtNumber(site?.district), kind: siteKind(site) }
}

const same = (a: Lodging, b: Lodging): boolean =>
  a.persons === b.persons && a.district === b.district && a.kind === b.kind

const addChanges = (days: Array<Day>, [{ home, place }, versions]: Stay): void => {
  addEnds(days, home)
  addLater(days, versions)
  if (place !== undefined) addLater(days, place.versions)
}

const nothing: Difference<never> = [undefined, undefined]

const postStay = (book: MutableBook, then: Stay | undefined, now: Stay | undefined, from: Day): void => {
  const days = [from]
  if (then !== undefined) addChanges(days, then)
  if (now !== undefined) addChanges(days, now)
  let yesterday: Difference<Lodging> = nothing
  for (const day of days) {
    const today: Difference<Lodging> = [now && lodgingOn(book, now, day), then && lodgingOn(book, then, day)]
    postChange(today, yesterday, same, ({ persons, district, kind }, sign) => {
      post(book, sites, [0, day, sign * persons, 0, district, kind])
    })
    yesterday = today
  }
}
