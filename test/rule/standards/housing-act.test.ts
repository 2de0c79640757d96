import {
  contravenesRoomStandard,
  contravenesSpaceStandard,
  countedPersons,
  type Household,
  housingActRooms,
  type IsoDay,
  overcrowdingOf,
  type Person,
  permittedByRooms,
  permittedNumber,
} from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { couple, household, on, person, type Sleeper, statedFamily, vagueFamily } from './families.ts'
import { agreed, fewestRooms } from './fewest-rooms.ts'
import { around, lawsOf } from './laws.ts'

const child: Omit<Person, 'id'> = { age: { known: 'group', group: 'child' } }

const opposite = (a: Sleeper, b: Sleeper): boolean =>
  (a.sex === 'female' && b.sex === 'male') || (a.sex === 'male' && b.sex === 'female')

/** By the words of the Act: no two of opposite sexes in a room, couples and children under 10 excepted. */
const roomSearch = (people: ReadonlyArray<Sleeper>): number =>
  fewestRooms(
    people.filter(({ years }) => years >= 10),
    room =>
      room.every(a => room.every(b => !opposite(a, b) || (a.couple !== undefined && a.couple === b.couple))),
  )

const counted = (people: ReadonlyArray<Sleeper>): number =>
  people.reduce((sum, { years }) => sum + (years === 0 ? 0 : years < 10 ? 0.5 : 1), 0)

describe('the room standard', () => {
  lawsOf(housingActRooms, roomSearch, { withAge: 'never falls' })

  test.each([
    ['children under 10 alone', [person(9, 'male'), person(9, 'female')], 0],
    ['two of one sex', [person(30, 'male'), person(30, 'male')], 1],
    ['a couple', couple, 1],
    ['a couple of one sex and a woman', [person(30, 'male'), person(30, 'male'), person(30, 'female')], 2],
    ['brother and sister, 10 and 9', [person(10, 'male'), person(9, 'female')], 1],
    ['brother and sister of 10', [person(10, 'male'), person(10, 'female')], 2],
    ['two couples', [...couple, ...couple.map(each => ({ ...each, partner: undefined }))], 2],
    ['somebody diverse with a couple', [...couple, person(30, 'diverse')], 1],
  ])('%s', (_, members, rooms) => {
    expect(housingActRooms(household(...(members as ReadonlyArray<Omit<Person, 'id'>>)), on)).toBe(rooms)
  })

  test('is contravened by fewer rooms than it asks, as far as that is certain', () => {
    fc.assert(
      fc.property(vagueFamily(), fc.nat(3), ({ household, fillings }, rooms) => {
        expect(contravenesRoomStandard(household, rooms, on)).toBe(
          agreed(fillings, people => rooms < roomSearch(people)),
        )
      }),
    )
    expect(contravenesRoomStandard(household(person(30), person(30)), 1, on)).toBe(undefined)
    expect(contravenesRoomStandard(household(person(30), person(30)), 2, on)).toBe(false)
  })

  test('leaves children out until the day they turn 10', () => {
    const withMother = (born: IsoDay): Household =>
      household(person(40, 'female'), { age: { known: 'birth', born }, sex: 'male' })
    expect(around(10, housingActRooms, withMother)).toEqual([1, 2])
  })
})

describe('the permitted number', () => {
  test('by rooms is Table I', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 10].map(permittedByRooms)).toEqual([0, 2, 3, 5, 7.5, 10, 12, 20])
    expect([2.5, 4.99, 5.5, -1].map(permittedByRooms)).toEqual([3, 7.5, 10, 0])
  })

  test('by the area of one room is Table II, each limit included', () => {
    for (const [limit, persons, below] of [
      [10.2193344, 2, 1.5],
      [8.3612736, 1.5, 1],
      [6.5032128, 1, 0.5],
      [4.645152, 0.5, 0],
    ] as const) {
      expect(permittedNumber([limit])).toBe(persons)
      expect(permittedNumber([limit - 1e-7])).toBe(below)
    }
    expect(permittedNumber([0, -3, Number.NaN])).toBe(0)
    expect(permittedNumber([])).toBe(0)
  })

  test('is the lesser of the two; a room under 50 square feet counts in neither', () => {
    expect(permittedNumber([20, 20])).toBe(3)
    expect(permittedNumber([20, 4])).toBe(2)
    expect(permittedNumber([9, 7, 5])).toBe(3)
    expect(permittedNumber([11, 11, 11, 11])).toBe(7.5)
    expect(permittedNumber([11, 11, 11, 11, 11])).toBe(10)
  })

  test('counts in square feet exactly, whatever the room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 8 }), feet => {
        const persons = feet.map(each => [50, 70, 90, 110].filter(limit => each >= limit).length / 2)
        const rooms = persons.filter(each => each > 0).length
        const byRooms = rooms >= 5 ? 2 * rooms : ([0, 2, 3, 5, 7.5][rooms] ?? 0)
        const areas = feet.map(each => Number((each * 0.3048 * 0.3048).toFixed(8)))
        expect(permittedNumber(areas)).toBe(
          Math.min(
            byRooms,
            persons.reduce((sum, each) => sum + each, 0),
          ),
        )
      }),
    )
  })
})

describe('the persons counted', () => {
  lawsOf(countedPersons, counted, { withAge: 'never falls' })

  test('are halves from the first birthday and whole from the tenth', () => {
    const alone = (born: IsoDay): Household => household({ age: { known: 'birth', born } })
    expect(around(1, countedPersons, alone)).toEqual([0, 0.5])
    expect(around(10, countedPersons, alone)).toEqual([0.5, 1])
  })

  test('are not certain for a child of unknown age, who may be compared with the permitted number all the same', () => {
    const family = household(...couple, child)
    expect(countedPersons(family, on)).toBe(undefined)
    expect(contravenesSpaceStandard(family, 3, on)).toBe(false)
    expect(contravenesSpaceStandard(family, 2.5, on)).toBe(undefined)
    expect(contravenesSpaceStandard(family, 1.5, on)).toBe(true)
  })
})

describe('overcrowding', () => {
  const areas = fc.array(fc.constantFrom(4, 5, 7, 9, 11), { maxLength: 4 })
  const search = (rooms: ReadonlyArray<number>) => (people: ReadonlyArray<Sleeper>) => ({
    roomStandard: rooms.length < roomSearch(people),
    spaceStandard: counted(people) > permittedNumber(rooms),
  })

  test('is a contravention of either standard', () => {
    fc.assert(
      fc.property(statedFamily(), areas, ({ household, fillings: [people = []] }, rooms) => {
        const { roomStandard, spaceStandard } = search(rooms)(people)
        expect(overcrowdingOf(household, rooms, on)).toEqual({
          overcrowded: roomStandard || spaceStandard,
          roomStandard,
          spaceStandard,
        })
      }),
    )
  })

  test('is undefined exactly where two ways to fill in what is not stated differ', () => {
    fc.assert(
      fc.property(vagueFamily(), areas, ({ household, fillings }, rooms) => {
        const found = search(rooms)
        expect(overcrowdingOf(household, rooms, on)).toEqual({
          overcrowded: agreed(fillings, people => found(people).roomStandard || found(people).spaceStandard),
          roomStandard: agreed(fillings, people => found(people).roomStandard),
          spaceStandard: agreed(fillings, people => found(people).spaceStandard),
        })
      }),
      { numRuns: 200 },
    )
  })
})
