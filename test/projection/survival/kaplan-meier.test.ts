import { kaplanMeier, type Observation, type Survival, type SurvivalOptions } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'

const watched = (days: ReadonlyArray<number>, event: boolean): ReadonlyArray<Observation> =>
  days.map(each => ({ days: each, event }))

const estimate = (all: ReadonlyArray<Observation>, options?: SurvivalOptions): Survival => {
  const made = kaplanMeier(all, options)
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  return made.right
}

/** Freireich et al. 1963, Blood 21: weeks of remission, under 6-MP and under placebo. */
const sixMp = [
  ...watched([6, 6, 6, 7, 10, 13, 16, 22, 23], true),
  ...watched([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], false),
]
const placebo = watched([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], true)

const rounded = (value: number) => Number(value.toFixed(4))

describe('the remission times of Freireich et al.', () => {
  test('medians of 23 and 8 weeks', () => {
    expect(estimate(sixMp).quartiles).toEqual({ q25: 13, median: 23, q75: null })
    expect(estimate(placebo).quartiles).toEqual({ q25: 4, median: 8, q75: 12 })
  })

  test('the published curve, its standard errors and its log-log band', () => {
    const steps = estimate(sixMp).steps.filter(({ events }) => events > 0)
    const row = (at: (typeof steps)[number]) => [
      at.day,
      at.atRisk,
      at.events,
      ...[at.survival, Math.sqrt(at.variance ?? NaN), at.lower, at.upper].map(rounded),
    ]
    expect(steps.map(row)).toEqual([
      [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
    ])
  })

  test('the plain band, cut off at 1', () => {
    const { steps, band, confidence } = estimate(sixMp, { band: 'plain' })
    expect([band, confidence]).toEqual(['plain', 0.95])
    const bands = steps.filter(({ events }) => events > 0).map(at => [at.lower, at.upper].map(rounded))
    expect(bands).toEqual([
      [0.7075, 1],
      [0.6363, 0.9771],
      [0.5641, 0.9418],
      [0.4808, 0.8995],
      [0.4039, 0.851],
      [0.2865, 0.7891],
      [0.1844, 0.712],
    ])
  })

  test('counts whom it saw, and on each day who was left', () => {
    const { subjects, events, censored, steps } = estimate(sixMp)
    expect([subjects, events, censored]).toEqual([21, 9, 12])
    expect(steps.slice(0, 4).map(({ day, atRisk, ...at }) => [day, atRisk, at.events, at.censored])).toEqual([
      [6, 21, 3, 1],
      [7, 17, 1, 0],
      [9, 16, 0, 1],
      [10, 15, 1, 1],
    ])
  })
})

test('where all who are left have the event, the curve is 0 and its variance not defined', () => {
  expect(estimate(placebo).steps.at(-1)).toMatchObject({ survival: 0, variance: null, lower: 0 })
  expect(estimate(placebo).steps.at(-1)?.upper).toBe(estimate(placebo).steps.at(-2)?.upper)
  expect(estimate(watched([3], true)).steps).toEqual([
    { day: 3, atRisk: 1, events: 1, censored: 0, survival: 0, variance: null, lower: 0, upper: 1 },
  ])
})

test('of nobody, and of nobody who had the event, nothing is known', () => {
  const unknown = { q25: null, median: null, q75: null }
  expect(estimate([])).toEqual({
    subjects: 0,
    events: 0,
    censored: 0,
    steps: [],
    quartiles: unknown,
    confidence: 0.95,
    band: 'log-log',
  })
  expect(estimate(watched([2, 2], false))).toMatchObject({
    quartiles: unknown,
    steps: [{ survival: 1, variance: 0, lower: 1, upper: 1 }],
  })
})

test('says which observation cannot be, and why', () => {
  const bad = (observation: object) => kaplanMeier([{ days: 0, event: true }, observation as Observation])
  const days = { _tag: 'BadObservation', at: 1, field: 'days', expected: 'whole days, 0 or more' }
  for (const found of [-1, 0.5, NaN, Infinity, '3'])
    expect(bad({ days: found, event: true })).toEqual(E.left({ ...days, found }))
  const subjects = { _tag: 'BadObservation', at: 1, field: 'subjects', expected: 'a whole number, 1 or more' }
  for (const found of [0, 1.5])
    expect(bad({ days: 1, event: true, subjects: found })).toEqual(E.left({ ...subjects, found }))
})

const observation = fc.record({ days: fc.nat(12), event: fc.boolean() })
const many = fc.array(observation, { maxLength: 30 })
const shared = fc.array(
  fc.record({ days: fc.nat(12), event: fc.boolean(), subjects: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 15 },
)

/** Efron 1967: the weight of the censored goes, in equal parts, to those to the right of them. */
const redistributed = (all: ReadonlyArray<Observation>, day: number): number => {
  const order = [...all].sort((a, b) => a.days - b.days || Number(b.event) - Number(a.event))
  const weights = order.map(() => 1 / order.length)
  order.forEach(({ event }, at) => {
    const right = order.length - at - 1
    if (event || right === 0) return
    for (let k = at + 1; k < order.length; k++)
      weights[k] = (weights[k] as number) + (weights[at] as number) / right
    weights[at] = 0
  })
  return (
    1 -
    order.reduce(
      (sum, { event, days }, at) => (event && days <= day ? sum + (weights[at] as number) : sum),
      0,
    )
  )
}

describe('laws of the estimate', () => {
  test('it is what redistribution to the right leaves', () => {
    fc.assert(
      fc.property(many, all => {
        for (const { day, survival } of estimate(all).steps)
          expect(survival).toBeCloseTo(redistributed(all, day), 11)
      }),
    )
  })

  test("the variance is Greenwood's; without censoring that of a share", () => {
    fc.assert(
      fc.property(many, all => {
        let sum = 0
        for (const { atRisk, events, survival, variance } of estimate(all).steps) {
          sum += events / (atRisk * (atRisk - events))
          if (variance !== null) expect(variance).toBeCloseTo(survival ** 2 * sum, 11)
          else expect(atRisk).toBe(events)
        }
        const seen = all.map(({ days }) => ({ days, event: true }))
        for (const { survival, variance } of estimate(seen).steps)
          expect(variance ?? 0).toBeCloseTo((survival * (1 - survival)) / all.length, 11)
      }),
    )
  })

  test('households of several persons tell no more than one person would: the jackknife by household', () => {
    fc.assert(
      fc.property(shared, all => {
        const { steps } = estimate(all)
        for (const [last, { survival, variance }] of steps.entries()) {
          if (variance === null) continue
          let sum = 0
          for (const { days, event, subjects } of all) {
            let influence = 0
            for (const { day, atRisk, events } of steps.slice(0, last + 1)) {
              if (days < day) continue
              const hazard = events / atRisk
              influence += (Number(event && days === day) - hazard) / (atRisk * (1 - hazard))
            }
            sum += (subjects * influence) ** 2
          }
          expect(variance).toBeCloseTo(survival ** 2 * sum, 11)
        }
      }),
    )
  })

  test('subjects together make the curve they make one by one', () => {
    fc.assert(
      fc.property(shared, all => {
        const single = all.flatMap(({ subjects, ...each }) => Array.from({ length: subjects }, () => each))
        const bare = ({ steps, quartiles }: Survival) => [
          quartiles,
          steps.map(({ day, atRisk, events, censored, survival }) => [
            day,
            atRisk,
            events,
            censored,
            survival,
          ]),
        ]
        expect(bare(estimate(all))).toEqual(bare(estimate(single)))
      }),
    )
  })

  test('quartiles are decided by the exact fraction', () => {
    fc.assert(
      fc.property(many, all => {
        const { steps, quartiles } = estimate(all)
        let [still, of] = [1n, 1n]
        const reached: { [quarters: number]: number } = {}
        for (const { day, atRisk, events, survival } of steps) {
          still *= BigInt(atRisk - events)
          of *= BigInt(atRisk)
          expect(Math.abs(survival - Number((still * 10n ** 15n) / of) / 1e15)).toBeLessThan(1e-10)
          for (const quarters of [3, 2, 1]) if (4n * still <= BigInt(quarters) * of) reached[quarters] ??= day
        }
        const at = (quarters: number) => reached[quarters] ?? null
        expect(quartiles).toEqual({ q25: at(3), median: at(2), q75: at(1) })
      }),
    )
    // 5/6 · 4/5 · 3/4 is one half, though not in doubles of every order
    for (let n = 2; n <= 400; n += 2)
      expect(
        estimate(
          watched(
            Array.from({ length: n }, (_, k) => k + 1),
            true,
          ),
        ).quartiles.median,
      ).toBe(n / 2)
  })

  test('the band holds the curve, within 0 and 1, and widens with the confidence', () => {
    fc.assert(
      fc.property(many, fc.constantFrom('plain' as const, 'log-log' as const), (all, band) => {
        const bands = ([0.8, 0.9, 0.95, 0.99] as const).map(
          confidence => estimate(all, { confidence, band }).steps,
        )
        bands.forEach((steps, k) => {
          for (const [at, { lower, survival, upper }] of steps.entries()) {
            expect(0 <= lower && lower <= survival && survival <= upper && upper <= 1).toBe(true)
            const wider = bands[k + 1]?.[at]
            if (wider !== undefined) expect(wider.lower <= lower && upper <= wider.upper).toBe(true)
          }
        })
      }),
    )
  })

  test('the order of the observations does not matter', () => {
    fc.assert(
      fc.property(many, all => {
        expect(estimate([...all].reverse())).toEqual(estimate(all))
      }),
    )
  })
})
