import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundsOf,
  type Distribution,
  minus,
  predicted,
} from '../../../src/projection/forecast/distribution.ts'

const probability = ({ from, weights }: Distribution, k: number): number => weights[k - from] ?? 0

const exposures = fc.integer({ min: 1, max: 1000 })
const counts = fc.integer({ min: 0, max: 300 })

describe('what is predicted from a count', () => {
  test('is the negative binomial, term by term', () => {
    fc.assert(
      fc.property(counts, exposures, exposures, (seen, exposure, ahead) => {
        const distribution = predicted(seen, exposure, ahead)
        const { from, weights } = distribution
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
        const stays = ahead / (exposure + ahead)
        for (let k = Math.max(1, from + 1); k < from + weights.length; k += 7)
          expect(probability(distribution, k) / probability(distribution, k - 1)).toBeCloseTo(
            (stays * (k - 1 + seen + 0.5)) / k,
            9,
          )
        const mean = weights.reduce((sum, weight, k) => sum + weight * (from + k), 0)
        const variance = weights.reduce((sum, weight, k) => sum + weight * (from + k - mean) ** 2, 0)
        const expected = ((seen + 0.5) * ahead) / exposure
        expect(mean / expected).toBeCloseTo(1, 6)
        expect(variance / (expected * (1 + ahead / exposure))).toBeCloseTo(1, 4)
      }),
    )
  })

  test.each([
    // scipy.stats.nbinom(seen + 0.5, exposure / (exposure + ahead)).ppf, 1.17
    [0, 366, 90, 0, 1],
    [12, 365, 90, 0, 8],
    [5000, 365, 365, 4806, 5198],
    [3, 10, 100, 7, 82],
  ])('of %i in %i days, for %i days: from %i to %i', (seen, exposure, ahead, lower, upper) => {
    expect(boundsOf(predicted(seen, exposure, ahead), 0.95)).toEqual({ lower, upper })
  })

  test('its bounds leave no more than they may on either side, and are the narrowest that do', () => {
    fc.assert(
      fc.property(
        counts,
        exposures,
        exposures,
        fc.constantFrom(0.8, 0.95),
        (seen, exposure, ahead, confidence) => {
          const distribution = predicted(seen, exposure, ahead)
          const { lower, upper } = boundsOf(distribution, confidence)
          const { from, weights } = distribution
          const between = (low: number, high: number) =>
            weights.reduce((sum, weight, k) => (from + k >= low && from + k <= high ? sum + weight : sum), 0)
          const tail = (1 - confidence) / 2
          expect(between(-Infinity, lower - 1)).toBeLessThanOrEqual(tail)
          expect(between(upper + 1, Infinity)).toBeLessThanOrEqual(tail)
          expect(between(-Infinity, lower)).toBeGreaterThan(tail)
          expect(between(upper, Infinity)).toBeGreaterThan(tail)
        },
      ),
    )
  })

  test('holds what a Poisson process brings, at any rate, about as often as it says', () => {
    const poisson = (mean: number, k: number): number => {
      let weight = Math.exp(-mean)
      for (let each = 1; each <= k; each++) weight *= mean / each
      return weight
    }
    const coverages = [0.5, 1, 2, 4, 7, 11, 20, 35].flatMap(mean =>
      [0.25, 1, 3].map(ratio => {
        let covered = 0
        for (let seen = 0; seen < mean + 40; seen++) {
          const { lower, upper } = boundsOf(predicted(seen, 1, ratio), 0.95)
          let within = 0
          for (let k = lower; k <= upper; k++) within += poisson(mean * ratio, k)
          covered += poisson(mean, seen) * within
        }
        return covered
      }),
    )
    expect(Math.min(...coverages)).toBeGreaterThan(0.9)
    expect(coverages.reduce((sum, each) => sum + each, 0) / coverages.length).toBeGreaterThan(0.95)
  })
})

test('a difference has the probability of all pairs that make it', () => {
  const distribution = fc
    .record({
      from: fc.integer({ min: -3, max: 3 }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
    })
    .map(({ from, weights }): Distribution => {
      const sum = weights.reduce((all, weight) => all + weight, 0)
      return { from, weights: weights.map(weight => weight / sum) }
    })
  fc.assert(
    fc.property(distribution, distribution, (one, other) => {
      const difference = minus(one, other)
      const expected = new Map<number, number>()
      one.weights.forEach((a, k) => {
        other.weights.forEach((b, j) => {
          const at = one.from + k - other.from - j
          expected.set(at, (expected.get(at) ?? 0) + a * b)
        })
      })
      expect(difference.weights.length).toBe(expected.size)
      for (const [at, weight] of expected) expect(probability(difference, at)).toBeCloseTo(weight, 12)
    }),
  )
})
