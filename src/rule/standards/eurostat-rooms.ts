import type { IsoDay } from '../../domain/day.ts'
import type { Household } from '../../domain/household.ts'
import type { Sex } from '../../domain/person.ts'
import { certain } from './certain.ts'
import { couplesOf } from './couple.ts'
import { kindsOf } from './kind.ts'
import { inPairs, inPairsBySex } from './pairing.ts'

type Kind = 'adult' | `adolescent ${Sex}` | 'child'

const kindOf = (years: number, sex: Sex): Kind =>
  years >= 18 ? 'adult' : years >= 12 ? `adolescent ${sex}` : 'child'

/**
 * The rooms, not bedrooms, below which Eurostat counts a household as overcrowded: one for the household, and one for
 * each couple; each single person aged 18 or over; each pair of single people of the same sex aged 12 to 17; each
 * person of that age left over; each pair of children under 12, of whatever sex, and a child left over.
 *
 * The number never falls when somebody moves in. It may fall when a child turns 12: a girl of 11 and one of 13 take
 * a room each, a year later they share. The definition knows two sexes; `diverse` is taken as a third.
 *
 * `undefined` where an age or a sex is not stated and the number depends on it.
 *
 * Source: Eurostat, overcrowding rate (EU statistics on income and living conditions, ilc_lvho05a).
 *
 * @example
 * ```ts
 * import { eurostatRooms, type Household, type IsoDay } from 'einzug'
 * const on = '2016-12-31' as IsoDay
 * const adult = { id: 'P1', age: { known: 'group', group: 'adult' } }
 * const child = (id: string, years: number) => ({ id, age: { known: 'years', years, on }, sex: 'female' })
 * const household = (...members: ReadonlyArray<unknown>) => ({ id: 'H1', members }) as unknown as Household
 * eurostatRooms(household(adult), on) // => 2
 * eurostatRooms(household(adult, child('P2', 11), child('P3', 13)), on) // => 4
 * eurostatRooms(household(adult, child('P2', 12), child('P3', 14)), on) // => 3
 * ```
 * @category standards
 */
export const eurostatRooms = (household: Household, on: IsoDay): number | undefined => {
  const { couples, others } = couplesOf(household)
  return certain(
    others.map(kindsOf(on, kindOf)),
    count =>
      1 +
      couples.length +
      count('adult') +
      inPairsBySex(sex => count(`adolescent ${sex}`)) +
      inPairs(count('child')),
  )
}
