import type { Day } from '../../domain/day.ts'
import type { Household, Regime } from '../../domain/household.ts'
import type { HouseholdAssigned, HouseholdChanged } from '../../event/event.ts'
import { get, put } from '../../table/index.ts'
import { read, write } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { isOpenThroughStay } from './draft-site.ts'
import { rosterOn } from './life.ts'
import { type Concerned, noOne, revise } from './revise.ts'
import { enroll, sizeOf } from './roster.ts'
import { newRow, ofHome, ofHousehold, reaches, tenancy } from './row.ts'
import { enterStep, hasStep, none } from './timeline.ts'
import { regimeNames } from './word.ts'

/** The number of a household, which may be new to the book. */
export const householdOf = ({ town, households }: MutableBook, id: string): number => {
  const known = get(town.households, id)
  if (known !== undefined) return known
  const household = newRow(households)
  put(town.households, id, household)
  return household
}

export const assigned = (
  book: MutableBook,
  on: Day,
  { household, regime, separatedFrom }: HouseholdAssigned['data'],
): void => {
  const [number, roster] = [householdOf(book, household.id), rosterOf(book, household)]
  revise(book, on, concernedBy(book, number, on, roster), () => {
    enter(book, number, 'present', on, 1)
    enter(book, number, 'versions', on, roster)
    enter(book, number, 'regimes', on, regimeNames.indexOf(regime))
    if (separatedFrom === undefined) enter(book, number, 'arrivals', on, roster)
  })
}

/** Whoever is born or joins on the day of arrival was not handed over; a correction says who was. */
export const changed = (
  book: MutableBook,
  on: Day,
  { household, reason }: HouseholdChanged['data'],
): void => {
  const [number, roster] = [householdOf(book, household.id), rosterOf(book, household)]
  revise(book, on, concernedBy(book, number, on, roster), () => {
    enter(book, number, 'versions', on, roster)
    const arrivals = read(book.households, number, ofHousehold.arrivals)
    if (reason === 'correction' && hasStep(book.steps, arrivals, on))
      enter(book, number, 'arrivals', on, roster)
  })
}

export const regimeChanged = (book: MutableBook, id: string, on: Day, regime: Regime): void => {
  const household = householdOf(book, id)
  revise(book, on, itself(household), () => {
    enter(book, household, 'regimes', on, regimeNames.indexOf(regime))
  })
}

export const left = (book: MutableBook, id: string, on: Day): void => {
  const household = householdOf(book, id)
  revise(book, on, itself(household), () => {
    enter(book, household, 'present', on, 0)
  })
}

const enter = (
  { households, steps }: MutableBook,
  household: number,
  timeline: keyof typeof ofHousehold,
  on: Day,
  value: number,
): void => {
  const field = ofHousehold[timeline]
  const before = read(households, household, field)
  const now = enterStep(steps, before, on, value)
  if (now !== before) write(households, household, field, now)
}

const rosterOf = (book: MutableBook, household: Household): number =>
  enroll(book.rosters, book.members, household, ({ id }) => {
    const { persons } = book.town
    const known = get(persons, id)
    if (known !== undefined) return known
    put(persons, id, book.persons)
    return book.persons++
  })

const itself = (household: number): Concerned => ({ households: [household], flats: noOne, sites: noOne })

/** Of a household that grows or shrinks, the places too where it lives look otherwise. */
const concernedBy = (book: MutableBook, household: number, on: Day, roster: number): Concerned => {
  const { households, homes } = book
  let home = read(households, household, ofHousehold.homes)
  if (home === none || sizeOf(book, rosterOn(book, household, on)) === sizeOf(book, roster))
    return itself(household)
  const [flats, sites] = [new Set<number>(), new Set<number>()]
  for (; home !== none; home = read(homes, home, ofHome.nextOfHousehold)) {
    if (!reaches(book, home, on)) continue
    const place = read(homes, home, ofHome.place)
    if (read(homes, home, ofHome.kind) === tenancy) flats.add(place)
    else if (!isOpenThroughStay(book, home)) sites.add(place)
  }
  return { households: [household], flats: [...flats], sites: [...sites] }
}
