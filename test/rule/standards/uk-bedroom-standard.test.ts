import { type IsoDay, type Person, type PersonId, type Sex, ukBedroomStandard } from 'einzug'
import { describe, expect, test } from 'vitest'
import { couple, household, on, person } from './families.ts'
import { fewestRooms, inPairsIf } from './fewest-rooms.ts'
import { around, lawsOf } from './laws.ts'

const asks = (...members: ReadonlyArray<Omit<Person, 'id'>>): number | undefined =>
  ukBedroomStandard(household(...members), on)

const born = (day: IsoDay, sex: Sex): Omit<Person, 'id'> => ({ age: { known: 'birth', born: day }, sex })
const group = (known: 'child' | 'adult' | 'senior', sex?: Sex): Omit<Person, 'id'> => ({
  age: { known: 'group', group: known },
  ...(sex === undefined ? {} : { sex }),
})

describe('the Bedroom Standard', () => {
  lawsOf(
    ukBedroomStandard,
    people =>
      fewestRooms(
        people,
        inPairsIf(
          (a, b) => Math.max(a.years, b.years) < 10 || (Math.max(a.years, b.years) < 21 && a.sex === b.sex),
        ),
      ),
    { withAge: 'never falls' },
  )

  test.each([
    ['somebody alone', [person(30, 'male')], 1],
    ['a couple', couple, 1],
    ['two adults who are no couple', [person(30, 'male'), person(30, 'male')], 2],
    ['a couple and two girls of 10 and 20', [...couple, person(10, 'female'), person(20, 'female')], 2],
    ['a couple, a boy and a girl under 10', [...couple, person(9, 'female'), person(0, 'male')], 2],
    ['a girl of 10 with a boy of 9', [...couple, person(10, 'female'), person(9, 'male')], 3],
    ['a girl of 10 with a girl of 9', [...couple, person(10, 'female'), person(9, 'female')], 2],
    [
      'both children go to the adolescents left over: pairing them first would take 3',
      [person(15, 'female'), person(15, 'male'), person(5, 'female'), person(5, 'male')],
      2,
    ],
    [
      'three boys of 10 and more, three children: a boy with the boy left over, two girls',
      [
        ...[person(11, 'male'), person(12, 'male'), person(13, 'male')],
        ...[person(1, 'male'), person(2, 'female'), person(3, 'female')],
      ],
      3,
    ],
    ['people of one sex, the third', [person(15, 'diverse'), person(12, 'diverse')], 1],
    ['people of different sex, the third', [person(15, 'diverse'), person(12, 'male')], 2],
  ])('%s', (_, members, bedrooms) => {
    expect(asks(...members)).toBe(bedrooms)
  })

  test('draws its lines on the birthday', () => {
    const beside = (day: string, sex: Sex) => (other: IsoDay) =>
      household(born(other, 'male'), born(day as IsoDay, sex))
    expect(around(10, ukBedroomStandard, beside('2009-01-01', 'female'))).toEqual([1, 2])
    expect(around(21, ukBedroomStandard, beside('2005-01-01', 'male'))).toEqual([1, 2])
  })

  test('a partner who lives elsewhere takes no bedroom, and makes no couple', () => {
    const away = { partner: 'elsewhere' as PersonId }
    expect(asks(person(15, 'female', away), person(12, 'female'))).toBe(1)
    expect(asks(person(40, 'female', away), person(12, 'female'))).toBe(2)
  })

  test('is certain as far as it does not depend on what is missing', () => {
    expect(asks(group('child'))).toBe(1)
    expect(asks(group('adult'), group('senior'))).toBe(2)
    expect(asks(group('adult'), group('adult'))).toBe(undefined) // both may be 18 and of one sex
    expect(asks(person(30), person(8), person(9))).toBe(2)
    expect(asks(person(30), person(8, 'female'), person(10))).toBe(undefined)
    expect(asks(person(30), group('child', 'female'), group('child', 'female'))).toBe(2)
    expect(asks(person(30), group('child', 'female'), group('child', 'male'))).toBe(undefined)
    expect(asks(...couple.map(({ age: _, sex: __, ...rest }) => ({ ...rest, ...group('adult') })))).toBe(1)
  })
})
