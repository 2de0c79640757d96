import { canadianNos, type IsoDay, type Person, type PersonId, type Sex } from 'einzug'
import { describe, expect, test } from 'vitest'
import { couple, household, on, person } from './families.ts'
import { fewestRooms, inPairsIf } from './fewest-rooms.ts'
import { around, lawsOf } from './laws.ts'

const asks = (...members: ReadonlyArray<Omit<Person, 'id'>>): number | undefined =>
  canadianNos(household(...members), on)

const born = (day: IsoDay, sex: Sex): Omit<Person, 'id'> => ({ age: { known: 'birth', born: day }, sex })
const parents = (...ids: ReadonlyArray<string>) => ({ parents: ids as ReadonlyArray<PersonId> })

describe('the National Occupancy Standard', () => {
  lawsOf(
    canadianNos,
    people =>
      people.length === 1
        ? 0
        : fewestRooms(
            people,
            inPairsIf((a, b) => {
              const older = Math.max(a.years, b.years)
              return !a.loneParent && !b.loneParent && older < 18 && (a.sex === b.sex || older < 5)
            }),
          ),
    { withAge: 'never falls' },
  )

  test.each([
    ['somebody alone has a studio, even a child', [person(12)], 0],
    ['two adults', [person(30, 'male'), person(30, 'male')], 2],
    ['a couple', couple, 1],
    ['a couple with two boys', [...couple, person(0, 'male'), person(17, 'male')], 2],
    ['a girl and a boy of 4', [...couple, person(4, 'female'), person(4, 'male')], 2],
    ['a girl of 4 and a boy of 5', [...couple, person(4, 'female'), person(5, 'male')], 3],
    [
      'two girls share although one is under 5: the boy is left over',
      [...couple, person(4, 'female'), person(8, 'female'), person(4, 'male')],
      3,
    ],
    [
      'odd numbers of both sexes: those under 5 are left over and share',
      [
        ...couple,
        ...[person(2, 'female'), person(8, 'female'), person(9, 'female')],
        ...[person(3, 'male'), person(12, 'male'), person(14, 'male')],
      ],
      4,
    ],
    ['three under 5 of three sexes', [person(1, 'female'), person(1, 'male'), person(1, 'diverse')], 2],
  ])('%s', (_, members, bedrooms) => {
    expect(asks(...members)).toBe(bedrooms)
  })

  test('a lone parent under 18 has a bedroom alone, one in a couple has it with the partner', () => {
    const baby = person(0, 'female', parents('P1'))
    const sister = person(16, 'female')
    expect(asks(person(17, 'female'), person(0, 'female'), sister)).toBe(2)
    expect(asks(person(17, 'female'), baby, sister)).toBe(2) // the baby shares with the sister
    expect(asks(person(17, 'female'), baby)).toBe(2)
    expect(asks(person(17, 'female'), person(0, 'female'))).toBe(1)
    expect(asks(person(17, 'female', { partner: 'elsewhere' as PersonId }), baby)).toBe(2)
    expect(asks(person(17, 'female', { partner: 'P3' as PersonId }), baby, person(17, 'male'))).toBe(2)
    // parents who are members, but not a couple, are lone parents both
    expect(asks(person(17, 'female'), person(0, 'female', parents('P1', 'P3')), person(17, 'male'))).toBe(3)
    // whoever is a parent of somebody elsewhere only is none here
    expect(asks(person(17, 'female'), person(0, 'female', parents('P9')))).toBe(1)
  })

  test('draws its lines on the birthday', () => {
    const with_ = (day: string, sex: Sex) => (other: IsoDay) =>
      household(born(other, 'male'), born(day as IsoDay, sex))
    expect(around(5, canadianNos, with_('2002-01-01', 'female'))).toEqual([1, 2])
    expect(around(18, canadianNos, with_('2002-01-01', 'male'))).toEqual([1, 2])
  })

  test('is certain as far as it does not depend on what is missing', () => {
    const child = (sex?: Sex) => ({ age: { known: 'group', group: 'child' }, ...(sex && { sex }) }) as const
    expect(asks(child())).toBe(0)
    expect(asks(...couple, child())).toBe(2)
    expect(asks(...couple, child('male'), child('male'))).toBe(2)
    expect(asks(...couple, child('male'), child('female'))).toBe(undefined)
    expect(asks(...couple, person(4), person(3))).toBe(2)
    expect(asks(...couple, person(5), person(3))).toBe(undefined)
    expect(asks(child(), person(0, 'female', parents('P1')))).toBe(2)
  })
})
