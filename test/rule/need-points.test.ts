import { type Household, type IsoDay, type NeedPart, needPoints, type Seeker } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { decodePolicy, issueSentence } from '../../src/codec/index.ts'
import * as testing from '../../src/testing/arbitrary/index.ts'
import { needParts } from '../../src/testing/arbitrary/need-points.ts'
import { aged, day, household } from './town.ts'

const points = (part: object, seeker: Seeker, on: IsoDay = day) => {
  const [only] = needPoints([{ name: 'P', ...part } as NeedPart], seeker, on).parts
  return [only?.count, only?.points]
}
const living = (seeker: Seeker, livesIn: Household['livesIn'] & object): Seeker => ({
  ...seeker,
  household: { ...seeker.household, livesIn },
})
const born = (on: string) => ({ known: 'birth', born: on as IsoDay }) as const

describe('a part gives', () => {
  test('so many points for each that counts', () => {
    expect(points({ each: 5, of: 'persons' }, household({ persons: 3 }))).toEqual([3, 15])
    expect(points({ each: 5, of: 'children' }, household({ persons: 3, children: 2 }))).toEqual([2, 10])
    expect(points({ each: 5, of: { below: 6 } }, aged(born('2010-03-02'), born('2010-03-01')))).toEqual([
      1, 5,
    ])
    expect(points({ each: 5, of: { below: 6 } }, household({ children: 1 }))).toEqual([null, 0])
  })

  test('points for full periods of waiting, up to the most', () => {
    const months = { each: 2, of: 'waitingDays', per: 30, most: 5 }
    const on = (date: string) => points(months, household(), date as IsoDay)
    expect(on('2015-12-01')).toEqual([0, 0])
    expect(on('2016-01-30')).toEqual([29, 0])
    expect(on('2016-01-31')).toEqual([30, 2])
    expect(on('2016-02-29')).toEqual([59, 2])
    expect(on('2016-03-01')).toEqual([60, 4])
    expect(on('2016-03-31')).toEqual([90, 5])
  })

  test('points for what is lacking where the household lives now, by a standard', () => {
    const crowded = { each: 10, of: { lacks: 'ukBedroomStandard' } }
    const two = aged(born('1980-01-01'), born('1990-01-01'))
    expect(points(crowded, living(two, { bedrooms: 0 }))).toEqual([2, 20])
    expect(points(crowded, living(two, { bedrooms: 1 }))).toEqual([1, 10])
    expect(points(crowded, living(two, { bedrooms: 3 }))).toEqual([0, 0])
    expect(points(crowded, living(two, { rooms: 1 }))).toEqual([null, 0])
    expect(points(crowded, two)).toEqual([null, 0])
    expect(points({ each: 1, of: { lacks: 'eurostatRooms' } }, living(two, { rooms: 1.5 }))).toEqual([1.5, 1])
    expect(points({ each: 1, of: { lacks: 'nrwMinimumArea' } }, living(two, { area: 17.9 }))).toEqual([
      0.1, 0,
    ])
  })

  test('points for a property, and from a table by tier', () => {
    expect(points({ if: 'needsStepFree', points: 7 }, household({ needs: { stepFree: true } }))).toEqual([
      1, 7,
    ])
    expect(points({ if: 'needsStepFree', points: 7 }, household())).toEqual([0, 0])
    const tiers = { byTier: [50, 20] }
    expect(points(tiers, household({ needs: { tier: 1 } }))).toEqual([1, 50])
    expect(points(tiers, household({ needs: { tier: 2 } }))).toEqual([2, 20])
    expect(points(tiers, household({ needs: { tier: 3 } }))).toEqual([3, 0])
    expect(points(tiers, household())).toEqual([null, 0])
  })
})

test('points are whole, from 0, named as the scheme names them, and add up', () => {
  fc.assert(
    fc.property(needParts(), testing.seeker(), testing.day(), (scheme, seeker, on) => {
      const { parts, total } = needPoints(scheme, seeker, on)
      expect(parts.map(({ name }) => name)).toEqual(scheme.map(({ name }) => name))
      expect(parts.every(({ points }) => Number.isSafeInteger(points) && points >= 0)).toBe(true)
      expect(total).toBe(parts.reduce((sum, { points }) => sum + points, 0))
    }),
  )
})

test('a scheme that is not in order is refused with the place of each fault', () => {
  const read = (...parts: ReadonlyArray<object>) => {
    const ranking = [{ by: 'points', parts }]
    const decoded = decodePolicy({ name: 'P', version: '1', rules: [], preferences: [], ranking })
    return E.isLeft(decoded) ? decoded.left.map(issueSentence) : []
  }
  const each = { name: 'a', each: 1, of: 'persons' }
  expect(read(each, { name: 'b', if: 'hasPets', points: 0 }, { name: 'c', byTier: [] })).toEqual([])
  expect(read()).toEqual(['ranking[0].parts: expected at least one part, found a list of 0'])
  expect(read({ name: 'a', points: 1 })).toEqual([
    'ranking[0].parts[0]: expected a part (each, if or byTier), found an object',
  ])
  expect(read({ ...each, per: 0, most: -1 }, { ...each, of: { lacks: 'overcrowding' } })).toEqual([
    'ranking[0].parts[0].per: expected a number above 0, up to 1e9, found 0',
    'ranking[0].parts[0].most: expected whole points from 0 to 1,000,000, found -1',
    'ranking[0].parts[1].of.lacks: expected one of ukBedroomStandard, canadianNos, eurostatRooms, nrwMinimumArea, nrwSuitableSize, found "overcrowding"',
  ])
  expect(read(each, { ...each, of: { from: 6, below: 6 } })).toEqual([
    'ranking[0].parts[1].name: expected a name that occurs once, found "a"',
    'ranking[0].parts[1].of.below: expected whole years, more than from, found 6',
  ])
})
