import {
  type Age,
  type AgeGroup,
  dayOf,
  type Household,
  type HouseholdId,
  type IsoDay,
  isoOf,
  type Person,
  type PersonId,
  type Sex,
} from 'einzug'
import fc from 'fast-check'

/** The day on which families have the ages they are drawn with. */
export const on = '2016-12-31' as IsoDay

/** A member with all facts known, and what the household says of its relations. */
export interface Sleeper {
  readonly years: number
  readonly sex: Sex
  /** The number of the couple that the member belongs to. */
  readonly couple: number | undefined
  readonly loneParent: boolean
}

/** A household, and every way to fill in what it does not state. */
export interface Family {
  readonly household: Household
  readonly fillings: ReadonlyArray<ReadonlyArray<Sleeper>>
}

const sexes: ReadonlyArray<Sex> = ['female', 'male', 'diverse']

/** Ages on both sides of every limit that a standard draws. */
const notable = [0, 1, 4, 5, 6, 9, 10, 11, 12, 17, 18, 20, 21, 40, 64, 65, 80]

const groupOf = (years: number): AgeGroup => (years < 18 ? 'child' : years < 65 ? 'adult' : 'senior')

/** Born so that the age on {@link on} is `years`, `days` days after the birthday. */
const bornFor = (years: number, days: number): IsoDay =>
  isoOf(dayOf(`${String(2016 - years)}-12-31` as IsoDay) - days)

interface Draft {
  readonly years: number
  readonly days: number
  readonly sex: Sex
  readonly known: Age['known']
  readonly sexStated: boolean
  readonly names: 'both' | 'one' | 'elsewhere'
  readonly parent: number
}

const ageOf = ({ known, years, days }: Draft): Age => {
  if (known === 'group') return { known, group: groupOf(years) }
  if (known === 'birth') return { known, born: bornFor(years, days) }
  return years < 2 ? { known, years, on } : { known, years: years - 2, on: '2014-12-31' as IsoDay }
}

const product = <A>(choices: ReadonlyArray<ReadonlyArray<A>>): ReadonlyArray<ReadonlyArray<A>> =>
  choices.reduce<ReadonlyArray<ReadonlyArray<A>>>(
    (all, next) => all.flatMap(some => next.map(each => [...some, each])),
    [[]],
  )

const idAt = (at: number): PersonId => `P${at + 1}` as PersonId

/** Members 0 and 1 are the first couple, 2 and 3 the second; others are single, some with a partner elsewhere. */
const familyOf = (drafts: ReadonlyArray<Draft>, couples: number, order: ReadonlyArray<number>): Family => {
  const count = drafts.length
  const paired = Math.min(2 * couples, count - (count % 2))
  const coupleAt = (at: number): number | undefined => (at < paired ? Math.floor(at / 2) : undefined)
  // a parent is drawn as a member's number; numbers beyond the household are parents elsewhere
  const hasChild = (at: number): boolean => drafts.some((each, child) => child !== at && each.parent === at)
  const members = drafts.map((draft, at): Person => {
    const first = at % 2 === 0
    const other = drafts[first ? at : at - 1]
    const namesPartner = at < paired ? other?.names !== 'one' || first : draft.names === 'elsewhere'
    const partner = at < paired ? idAt(first ? at + 1 : at - 1) : ('elsewhere' as PersonId)
    return {
      id: idAt(at),
      age: ageOf(draft),
      ...(draft.sexStated ? { sex: draft.sex } : {}),
      ...(namesPartner ? { partner } : {}),
      ...(draft.parent !== at ? { parents: [idAt(draft.parent)] } : {}),
    }
  })
  const choices = drafts.map((draft, at) => {
    const ages =
      draft.known === 'group'
        ? notable.filter(years => groupOf(years) === groupOf(draft.years))
        : [draft.years]
    const couple = coupleAt(at)
    const loneParent = couple === undefined && hasChild(at)
    return ages.flatMap(years =>
      (draft.sexStated ? [draft.sex] : sexes).map((sex): Sleeper => ({ years, sex, couple, loneParent })),
    )
  })
  return {
    household: {
      id: 'H1' as HouseholdId,
      members: order.filter(at => at < count).map(at => members[at]) as unknown as Household['members'],
    },
    fillings: product(choices),
  }
}

const drafts = (min: number, max: number, unstated: boolean): fc.Arbitrary<ReadonlyArray<Draft>> =>
  fc.array(
    fc.record<Draft>({
      years: fc.constantFrom(...notable),
      days: fc.nat(364),
      sex: fc.constantFrom(...sexes),
      known: unstated
        ? fc.oneof(
            { weight: 2, arbitrary: fc.constant('birth' as const) },
            { weight: 1, arbitrary: fc.constant('group' as const) },
          )
        : fc.constantFrom('birth', 'years'),
      sexStated: unstated ? fc.boolean() : fc.constant(true),
      names: fc.constantFrom('both', 'one', 'elsewhere'),
      parent: fc.nat(12),
    }),
    { minLength: min, maxLength: max, size: 'max' },
  )

const families = (min: number, max: number, unstated: boolean): fc.Arbitrary<Family> =>
  fc
    .tuple(
      drafts(min, max, unstated),
      fc.nat(2),
      fc.shuffledSubarray([...Array(max).keys()], { minLength: max, maxLength: max }),
    )
    .map(parts => familyOf(...parts))

/** Families of up to 8, all facts stated. */
export const statedFamily = (): fc.Arbitrary<Family> => families(1, 8, false)

/** Families of up to 4, of some of whose members only the group of age, or no sex, is stated. */
export const vagueFamily = (): fc.Arbitrary<Family> =>
  families(1, 4, true).filter(({ fillings }) => fillings.length <= 2000)

/** A person for a worked case; the age is that on {@link on}. */
export const person = (years: number, sex?: Sex, more: Partial<Person> = {}): Omit<Person, 'id'> => ({
  age: { known: 'years', years, on },
  ...(sex === undefined ? {} : { sex }),
  ...more,
})

/** A household of a worked case; its members are called P1, P2 … */
export const household = (...members: ReadonlyArray<Omit<Person, 'id'>>): Household => ({
  id: 'H1' as HouseholdId,
  members: members.map((each, at) => ({ id: idAt(at), ...each })) as unknown as Household['members'],
})

/** Two partners who name each other, the first two members of a household. */
export const couple: ReadonlyArray<Omit<Person, 'id'>> = [
  person(40, 'female', { partner: idAt(1) }),
  person(42, 'male', { partner: idAt(0) }),
]
