import type { IsoDay } from '../../domain/day.ts'
import { pair } from '../../domain/digits.ts'
import type { Household } from '../../domain/household.ts'
import type { Age, AgeGroup, Person, Sex } from '../../domain/person.ts'
import { type Columns, type MutableColumns, newRow } from '../../table/columns.ts'

/**
 * What figures ask of a household as it was for a time: how many persons, its tier of need, who they are, their sex and
 * birth. A roster is a number: the row of `rosters`, whose persons stand one after the other in `members`.
 */
export interface Rosters {
  readonly rosters: Columns
  readonly members: Columns
}

/** No roster: of a household that is not known (yet). */
export const nobody = -1

/** No tier of need was recorded. */
export const noTier = -1

const sexes: ReadonlyArray<Sex | undefined> = [undefined, 'female', 'male', 'diverse']
const groups: ReadonlyArray<AgeGroup> = ['child', 'adult', 'senior']

/** Births of which only the age group is known are told by this number and less: below all calendar numbers. */
export const groupOnly = -1_000_000_000

/** A year in calendar numbers: as if every month had 31 days. */
export const calendarYear = 12 * 31

/** A day as one number that keeps the calendar: the same day a year later is a {@link calendarYear} more. */
export const calendarNumber = (day: IsoDay): number =>
  (pair(day, 0) * 100 + pair(day, 2)) * calendarYear + (pair(day, 5) - 1) * 31 + pair(day, 8) - 1

/** A birth as a calendar number: of an age in years, that of somebody who grew a year older on that day; of a group, see {@link groupOnly}. */
const birthOf = (age: Age): number => {
  switch (age.known) {
    case 'birth':
      return calendarNumber(age.born)
    case 'years':
      return calendarNumber(age.on) - age.years * calendarYear
    case 'group':
      return groupOnly - groups.indexOf(age.group)
  }
}

/** Writes a household down; returns its roster. `personOf` numbers persons. */
export const enroll = (
  rosters: MutableColumns,
  members: MutableColumns,
  { members: persons, needs }: Pick<Household, 'members' | 'needs'>,
  personOf: (person: Person) => number,
): number => {
  const start = members.length
  for (const person of persons)
    push3(members, personOf(person), sexes.indexOf(person.sex), birthOf(person.age))
  return push3(rosters, start, persons.length, needs?.tier ?? noTier)
}

/** Appends a row of three, without a list of them. */
const push3 = (own: MutableColumns, a: number, b: number, c: number): number => {
  const row = newRow(own)
  const [first, second, third] = own.held.columns as [Int32Array, Int32Array, Int32Array]
  first[row] = a
  second[row] = b
  third[row] = c
  return row
}

/** The number of persons of a roster. */
export const sizeOf = ({ rosters }: { readonly rosters: Pick<Columns, 'held'> }, roster: number): number =>
  roster === nobody ? 0 : ((rosters.held.columns[1] as Int32Array)[roster] as number)
