import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundDown, valuesOf } from '../../src/matching/whole-prices.ts'

const pairsOf = (values: ReadonlyArray<number>): Int32Array =>
  Int32Array.from(values.flatMap((value, column) => [column + 100, value]))

const rounded = (prices: ReadonlyArray<number>, unit: number): ReadonlyArray<number> => {
  const whole = Float64Array.from(prices)
  roundDown(whole, unit)
  return [...whole]
}

describe('valuesOf', () => {
  test.each([
    [[6, 9, 0], 9, 3],
    [[9, 6], 9, 3],
    [[4], 4, 4],
    [[7, 12], 12, 1],
    [[0, 0], 0, 1],
    [[], 0, 1],
  ])('%j: the greatest is %d, the unit %d', (values, greatest, unit) => {
    expect(valuesOf(pairsOf(values))).toEqual({ greatest, unit })
  })
})

describe('roundDown', () => {
  test('gives whole units, less than one away; 0 stays 0', () => {
    const prices = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(prices, fc.constantFrom(1, 7, 250), (each, unit) => {
        for (const [at, whole] of rounded(each, unit).entries()) {
          expect(whole % unit).toBe(0)
          expect(Math.abs(whole - (each[at] ?? 0))).toBeLessThanOrEqual(unit)
          if (each[at] === 0) expect(whole).toBe(0)
        }
      }),
    )
  })

  test.each([
    ['near whole units', [10.1, 20.2, 39.9], [10, 20, 40]],
    ['near half units', [15.1, 24.9, 35], [10, 20, 30]],
    ['just above a quarter', [12.6, 22.7, 37], [10, 20, 30]],
  ])('parts no prices that lie together: %s', (_, prices, whole) => {
    expect(rounded(prices, 10)).toEqual(whole)
  })
})
