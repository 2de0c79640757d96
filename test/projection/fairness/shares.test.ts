import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardScore } from '../../../src/projection/confidence.ts'
import { newcombe, wilson } from '../../../src/projection/fairness/shares.ts'

const z = standardScore(0.95)
const rounded = ({ lower, upper }: { lower: number; upper: number }) =>
  [lower, upper].map(value => Number(value.toFixed(4)))

describe("Newcombe's examples (Statistics in Medicine 1998, 857 ff. and 873 ff.)", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('a share of %i of %i', (count, all, lower, upper) => {
    expect(rounded(wilson(count, all, z))).toEqual([lower, upper])
  })

  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('a difference of %i of %i and %i of %i', (a, m, b, n, lower, upper) => {
    expect(rounded(newcombe(wilson(a, m, z), wilson(b, n, z)))).toEqual([lower, upper])
  })
})

const counted = fc
  .integer({ min: 1, max: 300 })
  .chain(all => fc.record({ all: fc.constant(all), count: fc.integer({ min: 0, max: all }) }))

describe('laws of the intervals', () => {
  test("Wilson's are the shares that a score test does not reject", () => {
    fc.assert(
      fc.property(counted, ({ count, all }) => {
        const { estimate, lower, upper } = wilson(count, all, z)
        expect(0 <= lower && lower <= estimate && estimate <= upper && upper <= 1).toBe(true)
        for (const bound of [lower, upper]) {
          const score = Math.abs(estimate - bound) / Math.sqrt((bound * (1 - bound)) / all)
          if (bound > 0 && bound < 1) expect(score).toBeCloseTo(z, 8)
        }
      }),
    )
  })

  test('the difference lies within, between -1 and 1, and turns around with the groups', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const [one, other] = [wilson(a.count, a.all, z), wilson(b.count, b.all, z)]
        const { estimate, lower, upper } = newcombe(one, other)
        expect(-1 - 1e-12 <= lower && lower <= estimate && estimate <= upper && upper <= 1 + 1e-12).toBe(true)
        const back = newcombe(other, one)
        expect([back.estimate + estimate, back.lower + upper, back.upper + lower]).toEqual([
          expect.closeTo(0, 12),
          expect.closeTo(0, 12),
          expect.closeTo(0, 12),
        ])
      }),
    )
  })

  test('the scores are those of the normal distribution', () => {
    expect(([0.8, 0.9, 0.95, 0.99] as const).map(level => standardScore(level).toFixed(4))).toEqual([
      '1.2816',
      '1.6449',
      '1.9600',
      '2.5758',
    ])
  })
})
