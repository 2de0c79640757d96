import type { Day } from '../../domain/day.ts'
import type { Household, Regime } from '../../domain/household.ts'
import type { HouseholdAssigned, HouseholdChanged } from '../../event/event.ts'
import { get, put } from '../../table/index.ts'
import { type MutableBook, nextNumber } from './book.ts'
import { postHousehold } from './post-household.ts'
import { openThroughout, postFlat, postSite } from './post-place.ts'
import { enroll, nobody, sizeOf } from './roster.ts'
import { type HouseholdRow, newHousehold, reaches } from './row.ts'
import { hasEntry, valueAt, withValue } from './timeline.ts'
import { regimeNames } from './word.ts'

/** The row of a household; one that is new to the book gets its number. */
export const householdOf = (book: MutableBook, id: string): HouseholdRow =>
  get(book.town.households, id) ?? newHousehold(nextNumber(book, 'households'))

export const assigned = (
  book: MutableBook,
  on: Day,
  { household, regime, separatedFrom }: HouseholdAssigned['data'],
): void => {
  const roster = rosterOf(book, household)
  revise(book, household.id, on, roster, row => ({
    ...row,
    present: withValue(row.present, on, 1),
    versions: withValue(row.versions, on, roster),
    regimes: withValue(row.regimes, on, regimeNames.indexOf(regime)),
    arrivals: separatedFrom === undefined ? withValue(row.arrivals, on, roster) : row.arrivals,
  }))
}

/** Whoever is born or joins on the day of arrival was not handed over; a correction says who was. */
export const changed = (
  book: MutableBook,
  on: Day,
  { household, reason }: HouseholdChanged['data'],
): void => {
  const roster = rosterOf(book, household)
  revise(book, household.id, on, roster, row => ({
    ...row,
    versions: withValue(row.versions, on, roster),
    arrivals:
      reason === 'correction' && hasEntry(row.arrivals, on)
        ? withValue(row.arrivals, on, roster)
        : row.arrivals,
  }))
}

export const regimeChanged = (book: MutableBook, id: string, on: Day, regime: Regime): void => {
  const number = regimeNames.indexOf(regime)
  revise(book, id, on, undefined, row => ({ ...row, regimes: withValue(row.regimes, on, number) }))
}

export const left = (book: MutableBook, id: string, on: Day): void => {
  revise(book, id, on, undefined, row => ({ ...row, present: withValue(row.present, on, 0) }))
}

const rosterOf = (book: MutableBook, household: Household): number =>
  enroll(book.rosters, book.members, household, ({ id }) => {
    const { persons } = book.town
    const known = get(persons, id)
    if (known !== undefined) return known
    const number = nextNumber(book, 'persons')
    put(persons, id, number)
    return number
  })

/** Of a household that grows or shrinks, the places too where it lives look otherwise. */
const revise = (
  book: MutableBook,
  id: string,
  on: Day,
  roster: number | undefined,
  by: (row: HouseholdRow) => HouseholdRow,
): void => {
  const before = householdOf(book, id)
  const after = by(before)
  const resized =
    roster !== undefined &&
    before.homes.length > 0 &&
    sizeOf(book, valueAt(before.versions, on) ?? nobody) !== sizeOf(book, roster)
  const places = resized && book.coverage === 'municipality' ? placesOf(book, before, on) : none
  for (const place of places) takeBack(book, place, on)
  put(book.town.households, id, after)
  postHousehold(book, before, after, on)
  for (const place of places) postAnew(book, place, on)
}

type Place = readonly [kind: 'flat' | 'site', id: string]

const none: ReadonlyArray<Place> = []

/** The places that a household lives in from a day on, each once; of sites, those for which it matters. */
const placesOf = (book: MutableBook, { homes }: HouseholdRow, on: Day): ReadonlyArray<Place> => {
  const found: Array<Place> = []
  for (const home of homes) {
    const kind = home.kind === 'tenancy' ? 'flat' : 'site'
    if (!reaches(home, on) || found.some(place => place[0] === kind && place[1] === home.place.id)) continue
    const site = kind === 'site' ? get(book.town.sites, home.place.id) : undefined
    if (kind === 'flat' || (site !== undefined && !openThroughout(site, home)))
      found.push([kind, home.place.id])
  }
  return found
}

const takeBack = (book: MutableBook, [kind, id]: Place, on: Day): void => {
  if (kind === 'flat') postFlat(book, get(book.town.flats, id), undefined, on)
  else postSite(book, get(book.town.sites, id), undefined, on)
}

const postAnew = (book: MutableBook, [kind, id]: Place, on: Day): void => {
  if (kind === 'flat') postFlat(book, undefined, get(book.town.flats, id), on)
  else postSite(book, undefined, get(book.town.sites, id), on)
}
