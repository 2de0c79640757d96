import type { IsoDay } from '../../domain/day.ts'
import type { Household } from '../../domain/household.ts'
import type { Person, Sex } from '../../domain/person.ts'
import { certain } from './certain.ts'
import { couplesOf } from './couple.ts'
import { kindsOf } from './kind.ts'
import { inPairsBySex, unpaired } from './pairing.ts'

type Kind = 'alone' | `under 5 ${Sex}` | `under 18 ${Sex}`

const kindOf = (years: number, sex: Sex): Kind =>
  years >= 18 ? 'alone' : years >= 5 ? `under 18 ${sex}` : `under 5 ${sex}`

/**
 * The bedrooms that the Canadian National Occupancy Standard asks, no more than two people to each: one for each
 * couple, of any age; each lone parent, of any age; each other person aged 18 or over; each pair under 18 of the same
 * sex; each person under 18 left over. Two under 5 of different sex share where that saves a bedroom: where both
 * would be left over. Somebody who lives alone may do with a studio: 0 bedrooms, though with one more person it is
 * at least one. The number never falls when somebody moves in or grows older.
 *
 * A lone parent is a member whom another member names as a parent, and who is in no couple of the household: it does
 * not matter whether a partner lives elsewhere. The standard knows two sexes; `diverse` is taken as a third.
 *
 * `undefined` where an age or a sex is not stated and the number depends on it.
 *
 * Sources: Canada Mortgage and Housing Corporation, National Occupancy Standard (mid-1980s), in its present wording;
 * Statistics Canada, Housing suitability of private household, standard of 21 January 2013.
 *
 * @example
 * ```ts
 * import { canadianNos, type Household, type IsoDay } from 'einzug'
 * const on = '2022-01-01' as IsoDay
 * const person = (id: string, years: number, sex: string) => ({ id, age: { known: 'years', years, on }, sex })
 * const household = (...members: ReadonlyArray<unknown>) => ({ id: 'H1', members }) as unknown as Household
 * const mother = person('P1', 34, 'female')
 * canadianNos(household(mother), on) // => 0
 * canadianNos(household(mother, person('P2', 4, 'female'), person('P3', 4, 'male')), on) // => 2
 * canadianNos(household(mother, person('P2', 4, 'female'), person('P3', 5, 'male')), on) // => 3
 * ```
 * @category standards
 */
export const canadianNos = (household: Household, on: IsoDay): number | undefined => {
  if (household.members.length === 1) return 0
  const { couples, others } = couplesOf(household)
  const parents = new Set(household.members.flatMap(person => person.parents ?? []))
  const kinds = kindsOf(on, kindOf)
  const possible = (person: Person): ReadonlyArray<Kind> =>
    parents.has(person.id) ? ['alone'] : kinds(person)
  return certain(others.map(possible), count => {
    const minors = (sex: Sex): number => count(`under 5 ${sex}`) + count(`under 18 ${sex}`)
    const leftOverUnder5 = unpaired(minors).filter(sex => count(`under 5 ${sex}`) > 0).length
    return couples.length + count('alone') + inPairsBySex(minors) - Math.floor(leftOverUnder5 / 2)
  })
}
