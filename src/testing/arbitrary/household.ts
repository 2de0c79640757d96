import * as fc from 'fast-check'
import type { IsoDay } from '../../domain/day.ts'
import type { Household, Needs, PresentHome, Regime, Seeker, Wishes } from '../../domain/household.ts'
import type { HouseholdId, PersonId } from '../../domain/id.ts'
import type { Age, Person } from '../../domain/person.ts'
import { day } from './day.ts'
import { id as anyId } from './id.ts'
import { type Somebody, somebody } from './person.ts'
import { position, residenceDuty } from './place.ts'
import { plain, whole } from './plain.ts'
import { schoolDistricts, someDistricts, someLanguages } from './text.ts'

/**
 * What {@link household} may be told.
 *
 * @category constraints
 */
export interface HouseholdConstraints {
  /** Where the id comes from; persons' ids are made of it. Default: `id({ prefix: 'H' })`. */
  readonly id?: fc.Arbitrary<HouseholdId>
  /** The least number of members. Default: 1. */
  readonly minPersons?: number
  /** The greatest number of members. Default: 12, or `minPersons` where that is more. */
  readonly maxPersons?: number
  /** The day on which the members are 0 to 95 years old. Default: `2017-01-01`. */
  readonly on?: IsoDay
  /** How ages may be known. Default: all three ways, `['birth', 'years', 'group']`. */
  readonly known?: ReadonlyArray<Age['known']>
  /** The districts that may be wanted or refused. Default: five of an invented town. */
  readonly districts?: ReadonlyArray<string>
}

/**
 * Any regime, the AsylbLG first.
 *
 * @category words
 */
export const regime = (): fc.Arbitrary<Regime> =>
  fc.constantFrom<Regime>('AsylbLG', 'SGB II', 'SGB XII', 'none')

const needs = (): fc.Arbitrary<Needs> =>
  plain({ tier: fc.integer({ min: 1, max: 4 }), stepFree: fc.boolean(), pets: fc.boolean() }, [])

const wishes = (districts: ReadonlyArray<string>): fc.Arbitrary<Wishes> => {
  const some = fc.subarray([...districts])
  return plain({ districts: some, notDistricts: some }, [])
}

const livesIn = (): fc.Arbitrary<PresentHome> =>
  plain(
    {
      bedrooms: fc.nat(4),
      rooms: fc.nat(10).map(halves => halves / 2),
      area: fc.nat(90),
      schoolDistrict: fc.constantFrom(...schoolDistricts),
    },
    [],
  )

/** Single people and families of up to four are the rule; every size shrinks towards the least. */
const people = (
  one: fc.Arbitrary<Somebody>,
  min: number,
  max: number,
): fc.Arbitrary<ReadonlyArray<Somebody>> => {
  const upTo = (maxLength: number): fc.Arbitrary<ReadonlyArray<Somebody>> =>
    fc.array(one, { minLength: min, maxLength: Math.min(max, Math.max(min, maxLength)), size: 'max' })
  return fc.oneof(
    { weight: 3, arbitrary: upTo(1) },
    { weight: 5, arbitrary: upTo(4) },
    { weight: 2, arbitrary: upTo(max) },
  )
}

/** The first two adults are partners, if any are; whoever is 15 years younger may be their child. */
const related = (
  id: HouseholdId,
  people: ReadonlyArray<Somebody>,
  couple: boolean,
  children: ReadonlyArray<boolean>,
): ReadonlyArray<Person> => {
  const idAt = (at: number): PersonId => `${id}/${at + 1}` as PersonId
  const heads = [...people.keys()].filter(at => (people[at] as Somebody).years >= 18).slice(0, 2)
  return people.map(({ years, person }, at) => {
    const partner = heads.find(head => head !== at)
    const parents = heads.filter(head => (people[head] as Somebody).years >= years + 15)
    return {
      id: idAt(at),
      ...person,
      ...(couple && heads.includes(at) && partner !== undefined ? { partner: idAt(partner) } : {}),
      ...(children[at] === true && parents.length > 0 ? { parents: parents.map(idAt) } : {}),
    }
  })
}

/**
 * Households as they really come: one to twelve people, mostly few; ages known exactly, in years or as a group;
 * partners and parents that are members; needs, wishes and the rest or none. Members are called by the household's id and
 * a number (`H17/1`). They shrink towards one adult without needs or wishes.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { household } from 'einzug/testing'
 * const families = household({ minPersons: 3, maxPersons: 5 })
 * fc.sample(families, 50).every(({ members }) => members.length >= 3 && members.length <= 5) // => true
 * ```
 * @category words
 */
export const household = ({
  id = anyId<HouseholdId>({ prefix: 'H' }),
  minPersons = 1,
  maxPersons = Math.max(12, minPersons),
  districts = someDistricts,
  ...ages
}: HouseholdConstraints = {}): fc.Arbitrary<Household> =>
  plain(
    {
      id,
      people: people(somebody(ages), minPersons, maxPersons),
      couple: fc.boolean(),
      children: fc.array(fc.boolean(), { minLength: maxPersons, maxLength: maxPersons }),
      needs: needs(),
      wishes: wishes(districts),
      livesIn: livesIn(),
      kin: fc.array(position(), { maxLength: 2 }),
      languages: fc.subarray([...someLanguages]),
      residenceDuties: fc.array(residenceDuty(), { maxLength: 2 }),
    },
    ['id', 'people', 'couple', 'children'],
  ).map(({ id, people, couple, children, ...rest }) => ({
    id,
    members: related(id, people, couple, children) as Household['members'],
    ...rest,
  }))

/**
 * Households that look for a flat, under any regime, waiting since any day of 2010 to 2030.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { seeker } from 'einzug/testing'
 * fc.sample(seeker({ maxPersons: 2 }), 50).every(each => each.household.members.length <= 2) // => true
 * ```
 * @category words
 */
export const seeker = (constraints: HouseholdConstraints = {}): fc.Arbitrary<Seeker> =>
  whole({ household: household(constraints), regime: regime(), waitingSince: day() })
