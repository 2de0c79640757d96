import {
  type Characteristic,
  type Compared,
  census,
  fairness,
  fold,
  type HousingEvent,
  kaplanMeier,
  type Observation,
  restrictedMean,
  type Survival,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { standardScore } from '../../../src/projection/confidence.ts'
import { newcombe, wilson } from '../../../src/projection/fairness/shares.ts'
import { day, fact, period } from '../facts.ts'

interface Case {
  readonly group: string
  readonly on: number
  readonly wait: number | null
}

/** A household of each case, told apart by the sex of its head; each moves into a flat of its own, if it does. */
const logOf = (cases: ReadonlyArray<Case>): ReadonlyArray<HousingEvent> =>
  cases.flatMap(({ group, on, wait }, k) => {
    const arrived = fact.assigned(on, `H${k}`, [`P${k}`, `Q${k}`])
    const { household } = arrived.data as { household: { members: ReadonlyArray<object> } }
    const [head, ...rest] = household.members
    const members = [
      group === 'unknown' ? head : { ...head, sex: group },
      ...rest.map(each => ({ ...each, sex: 'male' })),
    ]
    const told = {
      ...arrived,
      data: { ...arrived.data, household: { ...household, members } },
    } as unknown as HousingEvent
    return [told, ...(wait === null ? [] : [fact.tenancy(on + wait, `T${k}`, `H${k}`, `F${k}`)])]
  })

const last = 20
const cases = fc.array(
  fc.record({
    group: fc.constantFrom('female', 'male', 'diverse', 'unknown'),
    on: fc.integer({ min: 0, max: 12 }),
    wait: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 3 }),
  }),
  { minLength: 10, maxLength: 40 },
)

const observed = (all: ReadonlyArray<Case>): ReadonlyArray<Observation> =>
  all.map(({ on, wait }) =>
    wait !== null && on + wait <= last ? { days: wait, event: true } : { days: last - on, event: false },
  )

const curveOf = (all: ReadonlyArray<Observation>): Survival => {
  const made = kaplanMeier(all)
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  return made.right
}

test('each group is set beside all others, as computed from their waits', () => {
  let compared = 0
  fc.assert(
    fc.property(cases, all => {
      const found = fairness(day(last), 'sex of the head', { least: 4, confidence: 0.9 })(
        fold(census)(logOf(all)),
      )
      const recorded = all.filter(({ group }) => group !== 'unknown')
      expect(found.notRecorded).toBe(all.length - recorded.length)
      expect(found.groups.map(({ group }) => group)).toEqual(
        [...new Set(recorded.map(({ group }) => group))].sort(),
      )
      for (const each of found.groups) {
        const here = observed(recorded.filter(({ group }) => group === each.group))
        const beside = observed(recorded.filter(({ group }) => group !== each.group))
        expect([each.households, each.others]).toEqual([here.length, beside.length])
        expect(each._tag).toBe(here.length < 4 || beside.length < 4 ? 'TooSmall' : 'Compared')
        if (each._tag === 'TooSmall') continue
        compared++
        const z = standardScore(0.9)
        const placed = (some: ReadonlyArray<Observation>) => some.filter(({ event }) => event).length
        expect([each.placed, each.othersPlaced]).toEqual([placed(here), placed(beside)])
        expect(each.share).toEqual(wilson(placed(here), here.length, z))
        expect(each.shareGap).toEqual(newcombe(each.share, wilson(placed(beside), beside.length, z)))
        const [one, other] = [curveOf(here), curveOf(beside)]
        expect(each.median).toBe(one.quartiles.median)
        const horizon = Math.min(...[here, beside].map(some => Math.max(...some.map(({ days }) => days))))
        const [a, b] = [restrictedMean(one, horizon), restrictedMean(other, horizon)]
        if (horizon === 0 || a === null || b === null) expect(each.waitingGap).toBeNull()
        else {
          const error = z * Math.sqrt(a.variance + b.variance)
          expect(each.waitingGap).toEqual({
            estimate: a.mean - b.mean,
            lower: a.mean - b.mean - error,
            upper: a.mean - b.mean + error,
            horizon,
          })
        }
      }
    }),
  )
  expect(compared).toBeGreaterThan(0)
})

test('of two groups each waits longer by as much as the other waits less', () => {
  fc.assert(
    fc.property(cases, all => {
      const two = all.map(each => ({ ...each, group: each.group === 'female' ? 'female' : 'male' }))
      const { groups } = fairness(day(last), 'sex of the head', { least: 1 })(fold(census)(logOf(two)))
      if (groups.length < 2) return
      const [one, other] = groups as unknown as readonly [Compared, Compared]
      expect(one.shareGap.estimate).toBeCloseTo(-other.shareGap.estimate, 12)
      expect(one.waitingGap?.estimate ?? 0).toBeCloseTo(-(other.waitingGap?.estimate ?? 0), 12)
      expect(one.waitingGap?.lower ?? 0).toBeCloseTo(-(other.waitingGap?.upper ?? 0), 12)
    }),
  )
})

describe('groups', () => {
  const household = (id: string, size: number, more: object = {}, head: object = {}): HousingEvent => {
    const arrived = fact.assigned(
      0,
      id,
      Array.from({ length: size }, (_, k) => `${id}/${k}`),
    )
    const known = (arrived.data as { household: { members: ReadonlyArray<object> } }).household
    const members = known.members.map((each, k) => (k === 0 ? { ...each, ...head } : each))
    return {
      ...arrived,
      data: { ...arrived.data, household: { ...known, members, ...more } },
    } as unknown as HousingEvent
  }
  const log = [
    household('H1', 1),
    household('H2', 4, { needs: { stepFree: true } }, { origin: 'SYR', sex: 'female' }),
    household('H3', 5, { needs: { stepFree: false } }, { origin: 'ERI' }),
    household('H4', 9, { needs: { pets: true } }, { origin: 'SYR' }),
  ]
  const named = (by: Characteristic, more: ReadonlyArray<HousingEvent> = []) => {
    const { groups, notRecorded } = fairness(day(9), by)(fold(census)([...log, ...more]))
    return [Object.fromEntries(groups.map(({ group, households }) => [group, households])), notRecorded]
  }

  test('by size, sex of the head, origin and accessibility', () => {
    expect(named('household size')).toEqual([{ 1: 1, 4: 1, '5 or more': 2 }, 0])
    expect(named('sex of the head')).toEqual([{ female: 1 }, 3])
    expect(named('origin of the head')).toEqual([{ ERI: 1, SYR: 2 }, 1])
    expect(named('accessibility need')).toEqual([{ none: 3, 'step-free': 1 }, 0])
  })

  test('are those of the day of the assignment', () => {
    expect(named('household size', [fact.changed(3, 'H1', ['A', 'B'])])).toEqual(named('household size'))
  })

  test('too small a group is said to be, and no more', () => {
    const { groups } = fairness(day(9), 'accessibility need')(fold(census)(log))
    expect(groups).toEqual([
      { _tag: 'TooSmall', group: 'none', households: 3, others: 1, least: 10 },
      { _tag: 'TooSmall', group: 'step-free', households: 1, others: 3, least: 10 },
    ])
  })

  test('ten on each side are enough', () => {
    const ten = Array.from({ length: 20 }, (_, k) => ({
      group: k < 10 ? 'female' : 'male',
      on: 0,
      wait: null,
    }))
    const tags = (all: ReadonlyArray<Case>) =>
      fairness(day(last), 'sex of the head')(fold(census)(logOf(all))).groups.map(({ _tag }) => _tag)
    expect(tags(ten)).toEqual(['Compared', 'Compared'])
    expect(tags(ten.slice(1))).toEqual(['TooSmall', 'TooSmall'])
    expect(tags(ten.slice(0, 19))).toEqual(['TooSmall', 'TooSmall'])
  })

  test('nobody is compared with nobody, whatever is asked', () => {
    const { groups } = fairness(day(9), 'sex of the head', { least: 0 })(
      fold(census)([household('H9', 1, {}, { sex: 'male' })]),
    )
    expect(groups).toEqual([{ _tag: 'TooSmall', group: 'male', households: 1, others: 0, least: 0 }])
  })
})

test('says what it counts', () => {
  expect(fairness(period(0, 9), 'household size')(census.empty)).toStrictEqual({
    figure: 'fairness by household size',
    unit: 'households',
    basis:
      'Households by group on the day of their assignment, each group beside all others: the share that moved into a flat by the last day asked about (Wilson; difference by Newcombe, method 10), and the days from assignment to first tenancy (difference of Kaplan–Meier means restricted to the days on which both were watched). Each interval stands alone: among many, some miss 0 by chance.',
    period: { from: '2016-01-01', until: '2016-01-10' },
    by: 'household size',
    confidence: 0.95,
    groups: [],
    notRecorded: 0,
  })
  expect(fairness(day(0), 'household size', { confidence: 0.8 })(census.empty)).toMatchObject({
    day: '2016-01-01',
    confidence: 0.8,
  })
})
