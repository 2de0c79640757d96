import type { Household, IsoDay } from 'einzug'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { household as anyHousehold, day } from '../../../src/testing/arbitrary/index.ts'
import { on, type Sleeper, statedFamily, vagueFamily } from './families.ts'
import { agreed } from './fewest-rooms.ts'

type Standard = (household: Household, on: IsoDay) => number | undefined

/** Laws of a standard: it is what `search` finds, it is stated as far as it is certain, and nobody's place matters. */
export const lawsOf = (
  standard: Standard,
  search: (people: ReadonlyArray<Sleeper>) => number,
  { withAge }: { readonly withAge: 'never falls' | 'may fall' },
): void => {
  test('equals an exhaustive search', () => {
    fc.assert(
      fc.property(statedFamily(), ({ household, fillings }) => {
        expect(standard(household, on)).toBe(agreed(fillings, search))
      }),
      { numRuns: 300 },
    )
  })

  test('is undefined exactly where two ways to fill in what is not stated differ', () => {
    fc.assert(
      fc.property(vagueFamily(), ({ household, fillings }) => {
        expect(standard(household, on)).toBe(agreed(fillings, search))
      }),
      { numRuns: 200 },
    )
  })

  test('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(anyHousehold({ maxPersons: 8 }), day(), (household, day) => {
        const members = [...household.members].reverse() as unknown as Household['members']
        expect(standard({ ...household, members }, day)).toBe(standard(household, day))
      }),
    )
  })

  test('never falls when somebody moves in', () => {
    fc.assert(
      fc.property(statedFamily(), fc.nat(7), ({ household }, at) => {
        const { members } = household
        fc.pre(members.length > 1)
        const without = members.filter((_, k) => k !== at % members.length) as unknown as typeof members
        const before = standard({ ...household, members: without }, on) as number
        expect(standard(household, on)).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 300 },
    )
  })

  if (withAge === 'never falls')
    test('never falls as the members grow older', () => {
      fc.assert(
        fc.property(statedFamily(), fc.integer({ min: 2017, max: 2040 }), ({ household }, year) => {
          const later = standard(household, `${year}-12-31` as IsoDay)
          expect(later).toBeGreaterThanOrEqual(standard(household, on) as number)
        }),
        { numRuns: 300 },
      )
    })
}

/** Around a birthday: the day before, and the day itself. */
export const around = (
  age: number,
  standard: Standard,
  household: (born: IsoDay) => Household,
): ReadonlyArray<number | undefined> => {
  const born = '2000-06-15' as IsoDay
  return ['06-14', '06-15'].map(rest => standard(household(born), `${2000 + age}-${rest}` as IsoDay))
}
