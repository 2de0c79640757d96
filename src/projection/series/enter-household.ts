import type { Day } from '../../domain/day.ts'
import type { Household, Regime } from '../../domain/household.ts'
import type { HouseholdAssigned, HouseholdChanged } from '../../event/event.ts'
import { begins, entered, type History, valueOn } from '../../table/history.ts'
import { amend, get, put } from '../../table/index.ts'
import { keyOf } from '../census.ts'
import { differences } from './bearing.ts'
import { type MutableBook, nextNumber } from './book.ts'
import { openThroughout } from './post-place.ts'
import { enroll, nobody, sizeOf } from './roster.ts'
import { type HouseholdRow, newHousehold } from './row.ts'
import type { Posting } from './section.ts'

type Postings = ReadonlyArray<Posting>

export const assigned = (
  book: MutableBook,
  stream: string,
  on: Day,
  { household, regime, separatedFrom }: HouseholdAssigned['data'],
): Postings => {
  const roster = rosterOf(book, stream, household)
  return revise(book, keyOf(stream, household.id), on, roster, row => ({
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
): Postings => {
  const roster = rosterOf(book, stream, household)
  return revise(book, keyOf(stream, household.id), on, roster, row => ({
    ...row,
    versions: entered(row.versions, on, roster),
    arrivals:
      reason === 'correction' && row.arrivals.some(arrival => arrival.on === on)
        ? entered(row.arrivals, on, roster)
        : row.arrivals,
  }))
}

export const regimeChanged = (book: MutableBook, key: string, on: Day, regime: Regime): Postings =>
  revise(book, key, on, undefined, row => ({ ...row, regimes: since(row.regimes, on, regime) }))

export const left = (book: MutableBook, key: string, on: Day): Postings =>
  revise(book, key, on, undefined, row => ({ ...row, present: entered(row.present, on, false) }))

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
): Postings => {
  const row = get(book.households, key) ?? newHousehold(nextNumber(book, 'households'))
  const grows =
    row.homes.length > 0 &&
    roster !== undefined &&
    sizeOf(book, valueOn(row.versions, on) ?? nobody) !== sizeOf(book, roster)
  const lived = grows ? row.homes.filter(({ from, until }) => until > on && until > from) : []
  const flats = lived.filter(({ kind }) => kind === 'tenancy').map(({ place }) => place)
  const sites = lived
    .filter(home => {
      const site = home.kind === 'stay' ? get(book.sites, home.place) : undefined
      return site !== undefined && !openThroughout(site, home)
    })
    .map(({ place }) => place)
  const bearing = {
    from: on,
    households: [key],
    flats: flats.length > 1 ? [...new Set(flats)] : flats,
    sites: sites.length > 1 ? [...new Set(sites)] : sites,
  }
  return differences(book, bearing, () => {
    put(book.households, key, by(row))
  })
}
