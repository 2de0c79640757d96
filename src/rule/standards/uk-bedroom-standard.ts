import type { IsoDay } from '../../domain/day.ts'
import type { Household } from '../../domain/household.ts'
import type { Sex } from '../../domain/person.ts'
import { certain } from './certain.ts'
import { couplesOf } from './couple.ts'
import { kindsOf, sexes } from './kind.ts'
import { inPairs, inPairsBySex, unpaired } from './pairing.ts'

type Kind = 'adult' | `adolescent ${Sex}` | `child ${Sex}`

const kindOf = (years: number, sex: Sex): Kind =>
  years >= 21 ? 'adult' : years >= 10 ? `adolescent ${sex}` : `child ${sex}`

/**
 * The bedrooms that England's Bedroom Standard asks: one for each couple; each other person aged 21 or over; each
 * pair aged 10 to 20 of the same sex; each pair of children under 10, of whatever sex. A person aged 10 to 20 who is
 * left over shares with a child under 10 of the same sex, or else has a bedroom alone, as has a child left over.
 * That is the fewest bedrooms in which only such pairs share. It never falls when somebody moves in or grows older.
 *
 * The standard knows two sexes. `diverse` is taken as a third: between 10 and 20, people of that sex share with each
 * other and with children of that sex.
 *
 * `undefined` where an age or a sex is not stated and the number depends on it. Recorded as adult means 18 to 64:
 * such a person may be under 21.
 *
 * Sources: Office for National Statistics, Census 2021 dictionary, occupancy rating for bedrooms (the order of
 * pairing); English Housing Survey, glossary; Housing (Overcrowding) Bill, Bill 46 of 22 January 2003, clause 2.
 *
 * @example
 * ```ts
 * import { type Household, type IsoDay, ukBedroomStandard } from 'einzug'
 * const on = '2021-03-21' as IsoDay
 * const person = (id: string, years: number, sex: string) => ({ id, age: { known: 'years', years, on }, sex })
 * const mother = person('P1', 34, 'female')
 * const household = (...children: ReadonlyArray<unknown>) => ({ id: 'H1', members: [mother, ...children] }) as Household
 * ukBedroomStandard(household(person('P2', 8, 'female'), person('P3', 9, 'male')), on) // => 2
 * ukBedroomStandard(household(person('P2', 8, 'female'), person('P3', 10, 'male')), on) // => 3
 * ukBedroomStandard(household({ id: 'P2', age: { known: 'group', group: 'child' } }), on) // => 2
 * ```
 * @category standards
 */
export const ukBedroomStandard = (household: Household, on: IsoDay): number | undefined => {
  const { couples, others } = couplesOf(household)
  return certain(others.map(kindsOf(on, kindOf)), count => {
    const adolescents = (sex: Sex): number => count(`adolescent ${sex}`)
    const children = sexes.reduce((sum, sex) => sum + count(`child ${sex}`), 0)
    const withAdolescents = unpaired(adolescents).filter(sex => count(`child ${sex}`) > 0).length
    return couples.length + count('adult') + inPairsBySex(adolescents) + inPairs(children - withAdolescents)
  })
}
