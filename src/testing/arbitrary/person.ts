import * as fc from 'fast-check'
import { dayOf, type IsoDay, isoOf } from '../../domain/day.ts'
import type { PersonId } from '../../domain/id.ts'
import type { Age, Person, Sex } from '../../domain/person.ts'
import { id as anyId } from './id.ts'
import { plain, whole } from './plain.ts'

/**
 * What {@link person} may be told.
 *
 * @category constraints
 */
export interface PersonConstraints {
  /** Where the id comes from. Default: `id({ prefix: 'P' })`. */
  readonly id?: fc.Arbitrary<PersonId>
  /** The day on which the person is 0 to 95 years old. Default: `2017-01-01`. */
  readonly on?: IsoDay
  /** How the age may be known. Default: all three ways, `['birth', 'years', 'group']`. */
  readonly known?: ReadonlyArray<Age['known']>
}

/** Somebody before anything is known about others: an age in years on a day, and how it is written down. */
export interface Somebody {
  readonly years: number
  readonly person: Omit<Person, 'id'>
}

const defaultDay = '2017-01-01' as IsoDay
const defaultKnown: ReadonlyArray<Age['known']> = ['birth', 'years', 'group']

const yearsOld = fc.oneof(
  { withCrossShrink: true },
  { weight: 6, arbitrary: fc.integer({ min: 18, max: 64 }) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 17 }) },
  { weight: 1, arbitrary: fc.integer({ min: 65, max: 95 }) },
)

/** The day `years` years and `days` days before another; 29 February becomes 28 February. */
const before = (on: IsoDay, years: number, days: number): IsoDay => {
  const year = String(Number(on.slice(0, 4)) - years).padStart(4, '0')
  const rest = on.slice(4) === '-02-29' ? '-02-28' : on.slice(4)
  return isoOf(dayOf(`${year}${rest}` as IsoDay) - days)
}

const ageOf = (known: Age['known'], years: number, days: number, on: IsoDay): Age => {
  switch (known) {
    case 'birth':
      return { known, born: before(on, years, days) }
    case 'years':
      return { known, years, on }
    case 'group':
      return { known, group: years < 18 ? 'child' : years < 65 ? 'adult' : 'senior' }
  }
}

export const somebody = ({
  on = defaultDay,
  known = defaultKnown,
}: Omit<PersonConstraints, 'id'>): fc.Arbitrary<Somebody> =>
  plain(
    {
      known: fc.constantFrom(...known),
      years: yearsOld,
      days: fc.nat(364),
      sex: fc.constantFrom<Sex>('female', 'male', 'diverse'),
      origin: fc.constantFrom('AFG', 'ERI', 'SYR'),
    },
    ['known', 'years', 'days'],
  ).map(({ known, years, days, ...rest }) => ({
    years,
    person: { age: ageOf(known, years, days, on), ...rest },
  }))

/**
 * Persons on their own, without partner or parents.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { ageGroupOn, type IsoDay } from 'einzug'
 * import { person } from 'einzug/testing'
 * const groups = fc.sample(person(), 200).map(each => ageGroupOn(each.age, '2017-01-01' as IsoDay))
 * new Set(groups).size // => 3
 * ```
 * @category words
 */
export const person = ({
  id = anyId<PersonId>({ prefix: 'P' }),
  ...rest
}: PersonConstraints = {}): fc.Arbitrary<Person> =>
  whole({ id, somebody: somebody(rest) }).map(({ id, somebody: { person } }) => ({ id, ...person }))
