import { type Flat, fitOf, type Preference } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, home, household } from './town.ts'

const points = (preference: Preference, seeker = household(), flat: Flat = home()): number =>
  fitOf([preference], seeker, flat, day).total

describe('a bonus', () => {
  const bonus: Preference = {
    preference: 'bonus',
    name: 'balcony side',
    points: 7,
    when: {
      rule: 'atLeast',
      name: 'bedrooms',
      flat: 'bedrooms',
      asks: { byPersons: [2] },
      unit: 'rooms',
      unstated: 'allow',
    },
  }

  test('is given whole where the rule passes', () => {
    expect(points(bonus, household(), home({ bedrooms: 2 }))).toBe(7)
  })

  test('is not given where it fails, or abstains for either side', () => {
    expect(points(bonus, household(), home({ bedrooms: 1 }))).toBe(0)
    expect(points(bonus, household(), home())).toBe(0)
    expect(points(bonus, household({ persons: 2 }), home({ bedrooms: 2 }))).toBe(0)
  })

  test('may ask a predicate', () => {
    const near: Preference = {
      preference: 'bonus',
      name: 'n',
      points: 3,
      when: { rule: 'where', name: 'n', predicate: 'near' },
    }
    expect(fitOf([near], household(), home(), day, { near: () => true }).total).toBe(3)
    expect(fitOf([near], household(), home(), day, { near: () => false }).total).toBe(0)
    expect(fitOf([near], household(), home(), day).total).toBe(0)
  })
})

describe('closeness', () => {
  const size: Preference = {
    preference: 'closeTo',
    name: 'size',
    points: 100,
    flat: 'area',
    ideal: { byPersons: [50], eachFurther: 15 },
    unit: 'm²',
    perUnit: 2,
  }

  test('gives all points at the ideal and loses so many for each unit off, either way', () => {
    for (const [area, left] of [
      [50, 100],
      [51, 98],
      [49, 98],
      [50.5, 99],
      [50.4, 99],
      [50.6, 98],
      [99.9, 0],
      [100, 0],
      [0, 0],
      [300, 0],
    ] as const) {
      expect(points(size, household(), home({ area }))).toBe(left)
    }
    expect(points(size, household({ persons: 3 }), home({ area: 80 }))).toBe(100)
  })

  test('is rounded down as decimals are, without binary dust', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 500 }),
        (area, perUnit, ideal) => {
          const written: Preference = { ...size, perUnit: perUnit / 10, ideal: { fixed: ideal / 10 } }
          // hundredths of a square metre × tenths of a point
          const cost = BigInt(perUnit) * BigInt(Math.abs(area - ideal * 10))
          const left = cost > 100_000n ? 0n : (100_000n - cost) / 1000n
          expect(points(written, household(), home({ area: area / 100 }))).toBe(Number(left))
        },
      ),
    )
  })

  test('points for each euro and for each cent are the same thing, written differently', () => {
    const rent: Preference = { ...size, flat: 'coldRent', ideal: { fixed: 450 }, unit: 'EUR', perUnit: 0.5 }
    const inCents: Preference = { ...rent, ideal: { fixed: 45_000 }, unit: 'cent', perUnit: 0.005 }
    for (const [cold, left] of [
      [45_000, 100],
      [46_000, 95],
      [46_100, 94],
      [44_000, 95],
      [65_000, 0],
    ] as const) {
      expect(points(rent, household(), home({ rent: { cold } }))).toBe(left)
      expect(points(inCents, household(), home({ rent: { cold } }))).toBe(left)
    }
  })

  test('gives nothing where a side is not stated or has no end', () => {
    expect(points({ ...size, flat: 'bedrooms', unit: 'rooms', ideal: { fixed: 2 } })).toBe(0)
    expect(points({ ...size, ideal: { byPersons: [null] } })).toBe(0)
    for (const perUnit of [0, 1]) {
      expect(points({ ...size, flat: 'personsMax', unit: 'persons', ideal: { fixed: 2 }, perUnit })).toBe(0)
    }
  })

  test('that costs nothing gives all points to whatever is stated', () => {
    expect(points({ ...size, perUnit: 0 }, household(), home({ area: 300 }))).toBe(100)
  })
})

test('a fit lists every preference in order, and their sum', () => {
  const one: Preference = {
    preference: 'closeTo',
    name: 'a',
    points: 10,
    flat: 'rooms',
    ideal: { fixed: 2 },
    unit: 'rooms',
    perUnit: 3,
  }
  expect(fitOf([one, { ...one, name: 'b', ideal: { fixed: 4 } }], household(), home(), day)).toEqual({
    points: [
      { name: 'a', points: 10 },
      { name: 'b', points: 4 },
    ],
    total: 14,
  })
  expect(fitOf([], household(), home(), day)).toEqual({ points: [], total: 0 })
})
