import type { Day } from '../../domain/day.ts'
import type { Household, Regime } from '../../domain/household.ts'
import type { HouseholdAssigned, HouseholdChanged } from '../../event/event.ts'
import { begins, entered, type History, valueOn } from '../../table/history.ts'
import { amend, get, put } from '../../table/index.ts'
import { keyOf } from '../census.ts'
import { type MutableBook, nextNumber } from './book.ts'
import { postHousehold } from './post-household.ts'
import { openThroughout, postFlat, postSite } from './post-place.ts'
import { enroll, nobody, sizeOf } from './roster.ts'
import { type HouseholdRow, newHousehold, reaches } from './row.ts'

export const assigned = (
  book: MutableBook,
  stream: string,
  on: Day,
  { household, regime, separatedFrom }: HouseholdAssigned['data'],
): void => {
  const roster = rosterOf(book, stream, household)
  revise(book, keyOf(stream, household.id), on, roster, row => ({
    ...row,
    present: since(row.present, on, true),
    versions: entered(row.versions, on, roster),
    regimes: since(row.regimes, on, regime),
    arrivals: separatedFrom === undefined ? entered(row.arrivals, on, roster) : row.arrivals,
  }))
}

/** Whoever is born or joins on the day of arrival was not handed over; a correction says who was. */
export const changed = (
  book: MutableBook,
  stream: string,
  on: Day,
  { household, reason }: HouseholdChanged['data'],
): void => {
  const roster = rosterOf(book, stream, household)
  revise(book, keyOf(stream, household.id), on, roster, row => ({
    ...row,
    versions: entered(row.versions, on, roster),
    arrivals:
      reason === 'correction' && row.arrivals.some(arrival => arrival.on === on)
        ? entered(row.arrivals, on, roster)
        : row.arrivals,
  }))
}

export const regimeChanged = (book: MutableBook, key: string, on: Day, regime: Regime): void => {
  revise(book, key, on, undefined, row => ({ ...row, regimes: since(row.regimes, on, regime) }))
}

export const left = (book: MutableBook, key: string, on: Day): void => {
  revise(book, key, on, undefined, row => ({ ...row, present: entered(row.present, on, false) }))
}

/** Most histories begin, and stay, as thousands of others do. */
const since = <A extends boolean | string>(history: History<A>, on: Day, value: A): History<A> =>
  history.length === 0 ? begins(on, value) : entered(history, on, value)

const rosterOf = (book: MutableBook, stream: string, household: Household): number =>
  enroll(book.rosters, book.members, household, ({ id }) => {
    let number = 0
    amend(book.persons, keyOf(stream, id), known => {
      number = known ?? nextNumber(book, 'persons')
      return known === undefined ? number : undefined
    })
    return number
  })

/** Of a household that grows or shrinks, the places too where it lives look otherwise. */
const revise = (
  book: MutableBook,
  key: string,
  on: Day,
  roster: number | undefined,
  by: (row: HouseholdRow) => HouseholdRow,
): void => {
  const before = get(book.households, key) ?? newHousehold(nextNumber(book, 'households'))
  const after = by(before)
  const resized =
    roster !== undefined &&
    before.homes.length > 0 &&
    sizeOf(book, valueOn(before.versions, on) ?? nobody) !== sizeOf(book, roster)
  const places = resized && book.coverage === 'municipality' ? placesOf(book, before, on) : none
  for (const place of places) repost(book, place, on, 'taken back')
  put(book.households, key, after)
  postHousehold(book, before, after, on)
  for (const place of places) repost(book, place, on, 'posted')
}

type Place = readonly [kind: 'flat' | 'site', key: string]

const none: ReadonlyArray<Place> = []

/** The places that a household lives in from a day on, each once; of sites, those for which it matters. */
const placesOf = (book: MutableBook, { homes }: HouseholdRow, on: Day): ReadonlyArray<Place> => {
  const found = new Map<string, Place>()
  for (const home of homes) {
    if (!reaches(home, on)) continue
    if (home.kind === 'tenancy') found.set(`flat ${home.place}`, ['flat', home.place])
    else {
      const site = get(book.sites, home.place)
      if (site !== undefined && !openThroughout(site, home))
        found.set(`site ${home.place}`, ['site', home.place])
    }
  }
  return [...found.values()]
}

const repost = (book: MutableBook, [kind, key]: Place, on: Day, how: 'taken back' | 'posted'): void => {
  if (kind === 'flat') {
    const flat = get(book.flats, key)
    if (how === 'posted') postFlat(book, undefined, flat, on)
    else postFlat(book, flat, undefined, on)
  } else {
    const site = get(book.sites, key)
    if (how === 'posted') postSite(book, key, undefined, site, on)
    else postSite(book, key, site, undefined, on)
  }
}
