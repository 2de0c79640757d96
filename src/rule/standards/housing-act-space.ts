import type { IsoDay } from '../../domain/day.ts'
import type { Household } from '../../domain/household.ts'
import { type Count, certain } from './certain.ts'
import { kindsOf } from './kind.ts'

/** Square feet in square metres: a foot is 0.3048 m, so a square foot is 0.09290304 m², both exactly. */
const squareFeet = (area: number): number => (area * 9_290_304) / 100_000_000

/** Section 326, Table II: persons by the least floor area of a room. Rooms under 50 square feet do not count. */
const personsByArea: ReadonlyArray<readonly [area: number, persons: number]> = [
  [squareFeet(110), 2],
  [squareFeet(90), 1.5],
  [squareFeet(70), 1],
  [squareFeet(50), 0.5],
]

const personsIn = (area: number): number => personsByArea.find(([least]) => area >= least)?.[1] ?? 0

/** Section 326, Table I: persons by number of rooms; for 5 or more, 2 for each. */
const personsByRooms: ReadonlyArray<number> = [0, 2, 3, 5, 7.5]

/**
 * The persons that the Housing Act 1985, s. 326, Table I, permits in so many rooms: 2 in one, 3 in two, 5 in three,
 * 7½ in four, 2 for each room of five or more. Rooms are those available as sleeping accommodation, living rooms
 * included, of at least 50 square feet (4.645152 m²); half a room counts as none.
 *
 * @example
 * ```ts
 * import { permittedByRooms } from 'einzug'
 * permittedByRooms(3) // => 5
 * permittedByRooms(4) // => 7.5
 * permittedByRooms(6) // => 12
 * ```
 * @category standards
 */
export const permittedByRooms = (rooms: number): number => {
  const whole = Math.floor(rooms)
  return personsByRooms[whole] ?? 2 * Math.max(0, whole)
}

/**
 * The permitted number of persons by the Housing Act 1985, s. 326(3): the lesser of {@link permittedByRooms} and what
 * the floor areas of the rooms allow by Table II: 2 persons for 110 square feet (10.2193344 m²) or more, 1½ from 90
 * (8.3612736 m²), 1 from 70 (6.5032128 m²), ½ from 50 (4.645152 m²). A smaller room counts in neither table.
 *
 * @param areas m² of each room available as sleeping accommodation, living rooms included
 *
 * @example
 * ```ts
 * import { permittedNumber } from 'einzug'
 * permittedNumber([18, 12.5, 9]) // => 5
 * permittedNumber([10.2193344, 8, 4.6]) // => 3
 * permittedNumber([10.2193343]) // => 1.5
 * ```
 * @category standards
 */
export const permittedNumber = (areas: ReadonlyArray<number>): number => {
  const persons = areas.map(personsIn).filter(each => each > 0)
  return Math.min(
    permittedByRooms(persons.length),
    persons.reduce((sum, each) => sum + each, 0),
  )
}

type Kind = 'infant' | 'child' | 'person'

const kindOf = (years: number): Kind => (years < 1 ? 'infant' : years < 10 ? 'child' : 'person')

const possible = ({ members }: Household, on: IsoDay): ReadonlyArray<ReadonlyArray<Kind>> =>
  members.map(kindsOf(on, kindOf))

const personsOf = (count: Count<Kind>): number => count('person') + count('child') / 2

/**
 * The persons that a household counts under the space standard of the Housing Act 1985, s. 326(2): a child under 1
 * counts as none, one of 1 to under 10 as half. `undefined` where an age is not stated and the number depends on it.
 *
 * @example
 * ```ts
 * import { countedPersons, type Household, type IsoDay } from 'einzug'
 * const person = (id: string, born: string) => ({ id, age: { known: 'birth', born } })
 * const members = [person('P1', '1984-05-01'), person('P2', '2006-12-31'), person('P3', '2007-01-01'), person('P4', '2016-01-01')]
 * countedPersons({ id: 'H1', members } as unknown as Household, '2016-12-31' as IsoDay) // => 2.5
 * ```
 * @category standards
 */
export const countedPersons = (household: Household, on: IsoDay): number | undefined =>
  certain(possible(household, on), personsOf)

/**
 * Whether a household in a dwelling that is permitted so many persons contravenes the space standard; see
 * {@link permittedNumber} and {@link countedPersons}. `undefined` where an age is not stated and it depends on it.
 *
 * @example
 * ```ts
 * import { contravenesSpaceStandard, type Household, type IsoDay } from 'einzug'
 * const person = (id: string, group: string) => ({ id, age: { known: 'group', group } })
 * const members = [person('P1', 'adult'), person('P2', 'child'), person('P3', 'child')]
 * const family = { id: 'H1', members } as unknown as Household
 * contravenesSpaceStandard(family, 3, '2016-12-31' as IsoDay) // => false
 * contravenesSpaceStandard(family, 2, '2016-12-31' as IsoDay) // => undefined
 * ```
 * @category standards
 */
export const contravenesSpaceStandard = (
  household: Household,
  permitted: number,
  on: IsoDay,
): boolean | undefined => certain(possible(household, on), count => personsOf(count) > permitted)
