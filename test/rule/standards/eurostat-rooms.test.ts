import { eurostatRooms, type IsoDay, type Person, type Sex } from 'einzug'
import { describe, expect, test } from 'vitest'
import { couple, household, on, person } from './families.ts'
import { fewestRooms, inPairsIf } from './fewest-rooms.ts'
import { around, lawsOf } from './laws.ts'

const asks = (...members: ReadonlyArray<Omit<Person, 'id'>>): number | undefined =>
  eurostatRooms(household(...members), on)

const born = (day: IsoDay, sex: Sex): Omit<Person, 'id'> => ({ age: { known: 'birth', born: day }, sex })

describe("Eurostat's rooms", () => {
  lawsOf(
    eurostatRooms,
    people =>
      1 +
      fewestRooms(
        people,
        inPairsIf((a, b) => {
          const [younger, older] = [Math.min(a.years, b.years), Math.max(a.years, b.years)]
          return older < 12 || (younger >= 12 && older < 18 && a.sex === b.sex)
        }),
      ),
    { withAge: 'may fall' },
  )

  test.each([
    ['somebody alone', [person(30)], 2],
    ['a couple', couple, 2],
    ['a couple and a child', [...couple, person(0)], 3],
    ['a couple and two children under 12', [...couple, person(11), person(0)], 3],
    ['a couple and three children under 12', [...couple, person(11), person(5), person(0)], 4],
    ['two girls of 12 and 17', [...couple, person(12, 'female'), person(17, 'female')], 3],
    ['a girl of 12 and a boy of 17', [...couple, person(12, 'female'), person(17, 'male')], 4],
    ['a girl of 11 and a girl of 12', [...couple, person(11, 'female'), person(12, 'female')], 4],
    ['a girl of 17 and a woman of 18', [...couple, person(17, 'female'), person(18, 'female')], 4],
    ['three boys from 12 to 17', [person(12, 'male'), person(13, 'male'), person(14, 'male')], 3],
  ])('%s', (_, members, rooms) => {
    expect(asks(...members)).toBe(rooms)
  })

  test('draws its lines on the birthday: at 12 it may ask more or fewer rooms', () => {
    const beside =
      (sex: Sex, ...others: ReadonlyArray<string>) =>
      (day: IsoDay) =>
        household(born(day, sex), ...others.map(each => born(each as IsoDay, sex)))
    expect(around(12, eurostatRooms, beside('female', '2005-01-01'))).toEqual([2, 3])
    expect(around(12, eurostatRooms, beside('female', '1999-01-01'))).toEqual([3, 2])
    expect(around(18, eurostatRooms, beside('female', '2001-01-01'))).toEqual([2, 3])
  })

  test('is certain as far as it does not depend on what is missing', () => {
    const child = { age: { known: 'group', group: 'child' } } as const
    const adult = { age: { known: 'group', group: 'adult' } } as const
    expect(asks(adult, adult, child)).toBe(4)
    expect(asks(adult, child, child)).toBe(undefined)
    expect(asks(adult, person(11), person(3))).toBe(3)
    expect(asks(adult, person(12), person(13))).toBe(undefined)
    // a girl and a boy share if both are under 12
    expect(asks(person(12, 'female'), { ...child, sex: 'male' })).toBe(3)
  })
})
