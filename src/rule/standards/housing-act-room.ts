import type { IsoDay } from '../../domain/day.ts'
import type { Household } from '../../domain/household.ts'
import type { Sex } from '../../domain/person.ts'
import { type Count, certain } from './certain.ts'
import { couplesOf } from './couple.ts'
import { kindsOf } from './kind.ts'

/** A person, or a couple as one: `couple` is a woman and a man; of others, only what makes for opposite sexes. */
type Kind = 'left out' | 'couple' | Sex

const kindOf = (years: number, sex: Sex): Kind => (years < 10 ? 'left out' : sex)

const together = (one: Kind, other: Kind): Kind => {
  const either = (kind: Kind): boolean => one === kind || other === kind
  if (either('female')) return either('male') ? 'couple' : 'female'
  return either('male') ? 'male' : either('diverse') ? 'diverse' : 'left out'
}

const possible = (household: Household, on: IsoDay): ReadonlyArray<ReadonlyArray<Kind>> => {
  const { couples, others } = couplesOf(household)
  const kinds = kindsOf(on, kindOf)
  const pairs = couples.map(([one, other]) =>
    kinds(one).flatMap(first => kinds(other).map(second => together(first, second))),
  )
  return [...pairs.map(each => [...new Set(each)]), ...others.map(kinds)]
}

const roomsOf = (count: Count<Kind>): number => {
  const couples = count('couple')
  const women = count('female') + couples
  const men = count('male') + couples
  if (women * men > couples) return 2 // more pairs of opposite sexes than couples
  return women + men + count('diverse') > 0 ? 1 : 0
}

/**
 * The fewest rooms in which a household can sleep within the room standard of the Housing Act 1985, s. 325: two
 * persons of opposite sexes must not have to sleep in one room, unless they live together as a couple; children under
 * 10 are left out of account. As many of one sex as there are may share a room, so this is 2 if there are two such
 * persons, else 1; 0 if nobody is 10 yet.
 *
 * The Act speaks of opposite sexes: a person who is `diverse` is of the opposite sex of nobody.
 *
 * `undefined` where an age or a sex is not stated and the number depends on it.
 *
 * @example
 * ```ts
 * import { type Household, housingActRooms, type IsoDay } from 'einzug'
 * const on = '2016-12-31' as IsoDay
 * const person = (id: string, years: number, sex: string) => ({ id, age: { known: 'years', years, on }, sex })
 * const household = (...members: ReadonlyArray<unknown>) => ({ id: 'H1', members }) as unknown as Household
 * const mother = person('P1', 34, 'female')
 * const father = { ...person('P2', 36, 'male'), partner: 'P1' }
 * housingActRooms(household(mother, father), on) // => 1
 * housingActRooms(household(mother, father, person('P3', 9, 'male')), on) // => 1
 * housingActRooms(household(mother, father, person('P3', 10, 'male')), on) // => 2
 * ```
 * @category standards
 */
export const housingActRooms = (household: Household, on: IsoDay): number | undefined =>
  certain(possible(household, on), roomsOf)

/**
 * Whether so many rooms available as sleeping accommodation (bedrooms and living rooms, of any size) contravene the
 * room standard; see {@link housingActRooms}. `undefined` where an age or a sex is not stated and it depends on it.
 *
 * @example
 * ```ts
 * import { contravenesRoomStandard, type Household, type IsoDay } from 'einzug'
 * const adult = (id: string, sex: string) => ({ id, age: { known: 'group', group: 'adult' }, sex })
 * const siblings = { id: 'H1', members: [adult('P1', 'female'), adult('P2', 'male')] } as unknown as Household
 * contravenesRoomStandard(siblings, 1, '2016-12-31' as IsoDay) // => true
 * contravenesRoomStandard(siblings, 2, '2016-12-31' as IsoDay) // => false
 * ```
 * @category standards
 */
export const contravenesRoomStandard = (
  household: Household,
  rooms: number,
  on: IsoDay,
): boolean | undefined => certain(possible(household, on), count => rooms < roomsOf(count))
