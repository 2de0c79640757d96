import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers, type Interval, overlap } from '../../src/domain/index.ts'

const end = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -5, max: 15 }) },
  { weight: 1, arbitrary: fc.constant(Infinity) },
)
const interval: fc.Arbitrary<Interval> = fc.record({ from: fc.integer({ min: -5, max: 15 }), until: end })
const nights = Array.from({ length: 60 }, (_, k) => k - 20)

test('a night is counted from the first day up to, but not including, the last', () => {
  expect(nights.filter(night => covers({ from: 3, until: 6 }, night))).toEqual([3, 4, 5])
  expect(nights.filter(night => covers({ from: 3, until: 3 }, night))).toEqual([])
  expect(covers({ from: 3, until: Infinity }, 1e9)).toBe(true)
})

test('two intervals overlap exactly if some night lies in both', () => {
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      expect(overlap(a, b)).toBe(nights.some(night => covers(a, night) && covers(b, night)))
    }),
    { numRuns: 1000 },
  )
})

test('it does not matter which is named first', () => {
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      expect(overlap(a, b)).toBe(overlap(b, a))
    }),
  )
})
