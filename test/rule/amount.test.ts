import type { Amount, Unit } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountFor, amountOf, countOf } from '../../src/rule/amount.ts'
import { sumOf, toNumber } from '../../src/rule/decimal.ts'
import { day, household } from './town.ts'

/** A number with up to `places` decimals, as written and as `units × 10^-places`. */
const written = (places: number, max = 1_000_000) =>
  fc.tuple(fc.integer({ min: -max, max }), fc.nat(places)).map(([units, used]) => ({
    number: Number(`${units}e-${used}`),
    big: BigInt(units) * 10n ** BigInt(places - used),
  }))

const halfUp = (a: bigint, b: bigint): bigint => {
  const doubled = 2n * a + b
  const quotient = doubled / (2n * b)
  return doubled < 0n && doubled % (2n * b) !== 0n ? quotient - 1n : quotient
}

describe('an amount is what pencil and paper say', () => {
  test('tables in euros: entry and each further, scaled, rounded once to the cent, halves up', () => {
    fc.assert(
      fc.property(
        written(3),
        written(3),
        fc.nat(12),
        fc.integer({ min: 0, max: 2000 }).map(tenths => ({ number: tenths / 10, big: BigInt(tenths) })),
        (entry, each, further, percent) => {
          const amount = { byPersons: [1, entry.number], eachFurther: each.number, percent: percent.number }
          const sum = entry.big + BigInt(further) * each.big
          // thousandths of a euro × tenths of a percent: 10 × 1000 to the cent
          expect(amountFor(amount, 'EUR', 2 + further)).toBe(Number(halfUp(sum * percent.big, 10_000n)) + 0)
          expect(amountFor(amount, 'cent', 2 + further)).toBe(
            Number(halfUp(sum * percent.big, 1_000_000n)) + 0,
          )
        },
      ),
    )
  })

  test('so much for each person in square metres: the number that the decimal sum reads as', () => {
    fc.assert(
      fc.property(written(2), written(2), fc.nat(12), (times, plus, count) => {
        const amount = { times: times.number, plus: plus.number, of: 'persons' } as const
        const exact = times.big * BigInt(count) + plus.big
        expect(amountFor(amount, 'm²', count)).toBe(Number(`${exact}e-2`))
      }),
    )
  })

  test.each<[Amount, Unit, number, number]>([
    [{ byPersons: [351, 425, 506, 591, 675], percent: 110 }, 'EUR', 1, 38_610],
    [{ byPersons: [351, 425, 506, 591, 675], percent: 110 }, 'EUR', 3, 55_660],
    [{ byPersons: [351, 425, 506, 591, 675], eachFurther: 81, percent: 110 }, 'EUR', 7, 92_070],
    [{ byPersons: [0.05], percent: 110 }, 'EUR', 1, 6],
    [{ byPersons: [0.04], percent: 110 }, 'EUR', 1, 4],
    [{ byPersons: [0.05], eachFurther: 0.05, percent: 110 }, 'EUR', 2, 11],
    [{ byPersons: [0.05], eachFurther: 0.05, percent: 110 }, 'EUR', 4, 22],
    [{ byPersons: [35_100], percent: 110 }, 'cent', 1, 38_610],
    [{ byPersons: [5], percent: 110 }, 'cent', 1, 6],
    [{ byPersons: [50], percent: 112.5 }, 'm²', 1, 56.25],
    [{ byPersons: [50], eachFurther: 15 }, 'm²', 3, 80],
    [{ fixed: 1.005 }, 'EUR', 1, 101],
    [{ fixed: 1.005 }, 'm²', 1, 1.005],
    [{ fixed: 2.5 }, 'cent', 1, 3],
    [{ times: 0.1, of: 'persons' }, 'm²', 3, 0.3],
    [{ times: 9, of: 'persons' }, 'm²', 3, 27],
    [{ times: 9.995, of: 'persons' }, 'EUR', 3, 2999],
    [{ times: 0.1, of: 'persons', plus: 0.2 }, 'm²', 1, 0.3],
  ])('%j in %s asks of %i persons: %d', (amount, unit, persons, asked) => {
    expect(amountFor(amount, unit, persons)).toBe(asked)
  })

  test('in steps of ten cents: so many times ten cents', () => {
    for (let tenths = 1; tenths <= 10_000; tenths++) {
      expect(amountFor({ fixed: tenths / 10 }, 'EUR', 1)).toBe(tenths * 10)
    }
  })
})

describe('an amount is not stated', () => {
  test.each<[Amount, number]>([
    [{ byPersons: [1, null, 3] }, 2],
    [{ byPersons: [1, 2, 3] }, 4],
    [{ byPersons: [1, null], eachFurther: 1 }, 3],
    [{ byPersons: [], eachFurther: 1 }, 1],
    [{ byPersons: [] }, 1],
  ])('%j for %i persons', (amount, persons) => {
    expect(amountFor(amount, 'm²', persons)).toBeUndefined()
  })

  test('but stated at both ends of the table', () => {
    expect(amountFor({ byPersons: [1, null, 3] }, 'm²', 1)).toBe(1)
    expect(amountFor({ byPersons: [1, null, 3] }, 'm²', 3)).toBe(3)
    expect(amountFor({ byPersons: [1, null, 3], eachFurther: 2 }, 'm²', 4)).toBe(5)
  })
})

describe('an amount counts', () => {
  const seeker = household({ persons: 5, children: 3 })

  test('persons, adults or children, as it says; persons for a table', () => {
    expect(countOf({ times: 1, of: 'persons' }, seeker, day)).toBe(5)
    expect(countOf({ times: 1, of: 'adults' }, seeker, day)).toBe(2)
    expect(countOf({ times: 1, of: 'children' }, seeker, day)).toBe(3)
    expect(countOf({ byPersons: [1] }, seeker, day)).toBe(5)
    expect(amountOf({ times: 2, of: 'children', plus: 1 }, 'rooms', seeker, day)).toBe(7)
    expect(amountOf({ byPersons: [1, 2, 3, 4, 5.5] }, 'rooms', seeker, day)).toBe(5.5)
  })
})

describe('a decimal sum', () => {
  test('reads very small and very large numbers as they are written', () => {
    expect(sumOf([1e-7, 3])).toEqual({ digits: 3, scale: 10_000_000 })
    expect(sumOf([1.5e-7, 2])).toEqual({ digits: 30, scale: 100_000_000 })
    expect(sumOf([1e21, 2])).toEqual({ digits: 2e21, scale: 1 })
    expect(toNumber(sumOf([0.1, 1], [0.2, 1]))).toBe(0.3)
    expect(toNumber(sumOf([48.25, 1], [48.2, -1]))).toBe(0.05)
  })

  test('takes no more than 15 places', () => {
    expect(sumOf([1e-15, 1])).toEqual({ digits: 1, scale: 1e15 })
    expect(sumOf([5e-324, 1])).toEqual({ digits: 0, scale: 1e15 })
  })
})
