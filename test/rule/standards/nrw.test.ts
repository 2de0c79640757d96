import {
  type Household,
  type IsoDay,
  nrwMinimumArea,
  nrwMinimumAreas,
  nrwMinimumRoomArea,
  nrwSizeExcess,
  nrwSuitableSize,
  nrwSuitableSizes,
} from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { household, on, person } from './families.ts'
import { lawsOf } from './laws.ts'

const day = (text: string): IsoDay => text as IsoDay
const of = (persons: number): Household => household(...Array.from({ length: persons }, () => person(30)))

describe('the least living area, until 30 June 2021,', () => {
  lawsOf(
    nrwMinimumArea,
    people => people.reduce((sum, { years }) => sum + (years < 6 ? 6 : 9), 0),
    // on 1 July 2021 everybody asks 10: the law grew stricter, too
    { withAge: 'never falls' },
  )

  test('is 6 m² for a child until the sixth birthday', () => {
    const child = household({ age: { known: 'birth', born: day('2010-06-15') } })
    expect(nrwMinimumArea(child, day('2016-06-14'))).toBe(6)
    expect(nrwMinimumArea(child, day('2016-06-15'))).toBe(9)
  })

  test('is certain as far as it does not depend on what is missing', () => {
    const child = { age: { known: 'group', group: 'child' } } as const
    expect(nrwMinimumArea(household(person(30), child), on)).toBe(undefined)
    expect(nrwMinimumArea(household(person(30), child), day('2021-07-01'))).toBe(20)
    expect(nrwMinimumArea(household({ age: { known: 'group', group: 'senior' } }), on)).toBe(9)
  })
})

test('the laws of living area change on their days', () => {
  const family = household(person(30), person(0))
  expect(nrwMinimumArea(family, day('2014-04-29'))).toBe(undefined)
  expect(nrwMinimumArea(family, day('2014-04-30'))).toBe(15)
  expect(nrwMinimumArea(household(person(30)), day('2021-06-30'))).toBe(9)
  expect(nrwMinimumArea(household(person(30), person(0)), day('2021-07-01'))).toBe(20)
  expect(nrwMinimumRoomArea(family, true, day('2021-06-30'))).toBe(undefined)
  expect(nrwMinimumRoomArea(family, true, day('2014-04-29'))).toBe(undefined)
  expect(nrwMinimumRoomArea(family, true, day('2021-07-01'))).toBe(16)
  expect(nrwMinimumRoomArea(family, false, day('2021-07-01'))).toBe(20)
})

test('dated tables are in order, oldest first', () => {
  for (const table of [nrwMinimumAreas, nrwSuitableSizes]) {
    const days = table.map(({ from }) => from)
    expect(days).toEqual([...new Set(days)].sort())
  }
})

describe('the suitable size', () => {
  test('is 50, 65, 80, 95, 110, and 15 more for each further person', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 12].map(persons => nrwSuitableSize(of(persons), on))).toEqual([
      50, 65, 80, 95, 110, 125, 140, 215,
    ])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), persons => {
        expect(nrwSuitableSize(of(persons), on)).toBe(50 + 15 * (persons - 1))
      }),
    )
  })

  test('is stated from 2010', () => {
    expect(nrwSuitableSize(of(1), day('2009-12-31'))).toBe(undefined)
    expect(nrwSuitableSize(of(1), day('2010-01-01'))).toBe(50)
    expect(nrwSizeExcess(of(1), 60, day('2009-12-31'))).toBe(undefined)
  })

  test('is exceeded slightly by up to 5 m²', () => {
    for (const [area, excess, minor] of [
      [0, 0, false],
      [65, 0, false],
      [65.01, 0.01, true],
      [69.99, 4.99, true],
      [70, 5, true],
      [70.01, 5.01, false],
      [120, 55, false],
    ] as const) {
      expect(nrwSizeExcess(of(2), area, on)).toEqual({ suitable: 65, excess, minor })
    }
  })
})
