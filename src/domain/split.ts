import type { IsoDay } from './day.ts'
import type { Household } from './household.ts'
import type { HouseholdId, PersonId } from './id.ts'
import { isAged, type Person } from './person.ts'

/**
 * Two people who belong together and live in different households: spouses, or a parent and a child under 18.
 *
 * @category model
 */
export type Split =
  | {
      readonly _tag: 'Spouses'
      readonly persons: readonly [PersonId, PersonId]
      readonly households: readonly [HouseholdId, HouseholdId]
    }
  | {
      readonly _tag: 'ParentAndChild'
      readonly parent: PersonId
      readonly child: PersonId
      readonly households: readonly [parents: HouseholdId, childs: HouseholdId]
    }

/**
 * The families that a list of households splits on a day: spouses of different households, and children under 18 who
 * are of another household than a parent, unless another parent lives with them. Whoever names a person who is in none
 * of the households splits nothing. Each couple is told once, in the order of the households. O(persons).
 *
 * @example
 * ```ts
 * import { type Household, type IsoDay, splitsOf } from 'einzug'
 * const person = (id: string, born: string, rest = {}) => ({ id, age: { known: 'birth', born }, ...rest })
 * const households = [
 *   { id: 'H1', members: [person('P1', '1980-01-01', { partner: 'P2' })] },
 *   { id: 'H2', members: [person('P2', '1982-01-01'), person('P3', '2000-06-01', { parents: ['P2', 'P1'] })] },
 * ] as unknown as ReadonlyArray<Household>
 * const [split] = splitsOf(households, '2017-01-01' as IsoDay)
 * split // => { _tag: 'Spouses', persons: ['P1', 'P2'], households: ['H1', 'H2'] }
 * ```
 * @category predicates
 */
export const splitsOf = (households: ReadonlyArray<Household>, on: IsoDay): ReadonlyArray<Split> => {
  const homeOf = new Map(
    households.flatMap(({ id, members }) => members.map(member => [member.id, id] as const)),
  )
  const told = new Set<string>()
  return households.flatMap(({ id, members }) =>
    members.flatMap(person => [
      ...fromSpouse(person, id, homeOf, told),
      ...fromParents(person, id, homeOf, on),
    ]),
  )
}

type Homes = ReadonlyMap<PersonId, HouseholdId>

const fromSpouse = (
  { id, partner }: Person,
  own: HouseholdId,
  homeOf: Homes,
  told: Set<string>,
): ReadonlyArray<Split> => {
  const other = partner === undefined ? undefined : homeOf.get(partner)
  if (partner === undefined || other === undefined || other === own) return []
  const couple = JSON.stringify([id, partner].sort())
  if (told.has(couple)) return []
  told.add(couple)
  return [{ _tag: 'Spouses', persons: [id, partner], households: [own, other] }]
}

const fromParents = (
  { id, age, parents = [] }: Person,
  own: HouseholdId,
  homeOf: Homes,
  on: IsoDay,
): ReadonlyArray<Split> => {
  if (isAged(age, { below: 18 }, on) !== true) return []
  if (parents.some(parent => homeOf.get(parent) === own)) return []
  return parents.flatMap((parent): ReadonlyArray<Split> => {
    const other = homeOf.get(parent)
    return other === undefined
      ? []
      : [{ _tag: 'ParentAndChild', parent, child: id, households: [other, own] }]
  })
}
