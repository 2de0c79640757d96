import { type Criterion, digest, draw, type HouseholdId, type NeedPart, needPoints, ranking } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as testing from '../../src/testing/arbitrary/index.ts'
import { day, seeker } from './instances.ts'

const on = day('2016-06-01')
const order = (criteria: ReadonlyArray<Criterion>, ids: ReadonlyArray<string>): string =>
  ids
    .map(id => seeker(id, 1))
    .sort(ranking(criteria, on).compare)
    .map(({ household }) => household.id)
    .join('')

describe('a ranking by points', () => {
  const parts: ReadonlyArray<NeedPart> = [
    { name: 'urgency', byTier: [50, 20] },
    { name: 'persons', each: 5, of: 'persons' },
    { name: 'months', each: 1, of: 'waitingDays', per: 30, most: 24 },
  ]

  test('puts more points first, and leaves ties to the next step', () => {
    const all = [
      seeker('A', 1, { waitingSince: on }),
      seeker('B', 4, { waitingSince: on }),
      seeker('C', 1, { waitingSince: on, needs: { tier: 2 } }),
      seeker('D', 5, { waitingSince: on }),
    ]
    const sorted = (...more: ReadonlyArray<Criterion>) =>
      [...all]
        .sort(ranking([{ by: 'points', parts }, ...more], on).compare)
        .map(each => each.household.id)
        .join('')
    expect(sorted()).toBe('CDBA')
    expect(sorted({ by: 'persons', first: 'most' })).toBe('DCBA')
    const tie = ranking([{ by: 'points', parts: [{ name: 'n', each: 0, of: 'persons' }] }], on)
    expect(tie.compare(all[0] as never, all[3] as never)).toBe(0)
  })

  test('is the order of the totals that are shown, on that day', () => {
    fc.assert(
      fc.property(
        testing.seeker(),
        testing.seeker(),
        testing.day(),
        testing.rankingSteps(),
        (a, b, on, steps) => {
          for (const step of steps) {
            if (step.by !== 'points') continue
            const [of, other] = [needPoints(step.parts, a, on).total, needPoints(step.parts, b, on).total]
            expect(ranking([step], on).compare(a, b)).toBe(Math.sign(other - of) + 0)
          }
        },
      ),
    )
  })
})

describe('a lottery', () => {
  test('is drawn by the digest of the seed on record and the id', () => {
    expect(draw(17, 'H1' as HouseholdId)).toBe(digest([17, 'H1']))
    expect(order([{ by: 'lottery', seed: 17 }], ['H1', 'H2', 'H3'])).toBe(
      ['H1', 'H2', 'H3'].sort((a, b) => (digest([17, a]) < digest([17, b]) ? -1 : 1)).join(''),
    )
  })

  /** The upper quantile of chi-square (Wilson and Hilferty 1931); by default that of 1 in 100,000. */
  const bound = (freedom: number, deviations = 4.265): number => {
    const spread = 2 / (9 * freedom)
    return freedom * (1 - spread + deviations * Math.sqrt(spread)) ** 3
  }
  const chiSquare = (counts: ReadonlyArray<number>): number => {
    const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  }
  const seeds = Array.from({ length: 2400 }, (_, seed) => seed)

  test('the bound is near the tabulated quantiles of chi-square', () => {
    expect(bound(5, 1.645)).toBeCloseTo(11.07, 1)
    expect(bound(23, 1.645)).toBeCloseTo(35.17, 1)
  })

  test('gives every order of those who tie the same chance', () => {
    const counts = new Map<string, number>()
    for (const seed of seeds) {
      const drawn = order([{ by: 'tier' }, { by: 'lottery', seed }], ['A', 'B', 'C', 'D'])
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    expect(chiSquare([...counts.values()])).toBeLessThan(bound(23))
    // the test can fail: an order that comes up twice as often would not pass
    const [first = 0, ...others] = counts.values()
    expect(chiSquare([2 * first, ...others])).toBeGreaterThan(bound(23))
  })

  test('gives everybody the same chance to come first, however alike the ids', () => {
    const ids = ['H1', 'H2', 'H10', 'H11', 'H100', 'h1']
    const firsts = seeds.map(seed =>
      [...ids].sort((a, b) => (draw(seed, a as HouseholdId) < draw(seed, b as HouseholdId) ? -1 : 1)).at(0),
    )
    const counts = ids.map(id => firsts.filter(first => first === id).length)
    expect(chiSquare(counts)).toBeLessThan(bound(5))
  })
})
