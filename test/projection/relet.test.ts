import { census, fold, type HousingEvent, reletTime } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact, inStream, period } from './facts.ts'
import { lastDay, logs } from './logs.ts'
import { naiveReletTime } from './naive-lettings.ts'

const periods = fc
  .tuple(fc.integer({ min: -1, max: lastDay }), fc.integer({ min: -1, max: lastDay + 3 }))
  .map(([from, until]) => period(from, until))

const numbersOf = (log: ReadonlyArray<HousingEvent>, when: ReturnType<typeof period>) => {
  const { numerator, denominator, excluded, lettings } = reletTime(when)(fold(census)(log))
  return { days: numerator, ...excluded, 're-let': denominator, lettings }
}

/** Many tenancies in few flats. */
const busy = fc
  .array(
    fc.record({
      flat: fc.constantFrom('F1', 'F2'),
      from: fc.integer({ min: 0, max: 10 }),
      nights: fc.integer({ min: 0, max: 4 }),
      exchange: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map(all =>
    all.flatMap(({ flat, from, nights, exchange }, k) => [
      fact.tenancy(from, `t${k}`, 'H1', flat),
      fact.tenancyEnded(from + nights, `t${k}`, exchange ? 'exchange' : 'notice'),
    ]),
  )

test('every letting is what it is found to be night by night', () => {
  fc.assert(
    fc.property(logs, busy, periods, (log, more, when) => {
      const all = [...log, ...more]
      const { lettings, ...found } = numbersOf(all, when)
      expect(found).toEqual(naiveReletTime(all, when))
      expect(lettings).toBe(found['first let'] + found.exchange + found['major works'] + found['re-let'])
    }),
    { numRuns: 300 },
  )
})

test('two municipalities that use the same ids let their own flats', () => {
  fc.assert(
    fc.property(busy, busy, (one, other) => {
      const when = period(0, 12)
      const both = [fact.listed(0, 'F1'), fact.listed(0, 'F2')]
      const all = [...inStream('1', [...both, ...one]), ...inStream('2', [...both, ...other])]
      const [here, there] = [numbersOf([...both, ...one], when), numbersOf([...both, ...other], when)]
      expect(numbersOf(all, when)).toEqual(
        Object.fromEntries(
          Object.entries(here).map(([key, value]) => [key, value + there[key as keyof typeof there]]),
        ),
      )
    }),
    { numRuns: 50 },
  )
})

describe('re-let time', () => {
  const listed = fact.listed(0, 'F1')
  const first = [fact.tenancy(1, 'T1', 'H1', 'F1'), fact.tenancyEnded(4, 'T1', 'notice')]
  const next = (on: number) => fact.tenancy(on, 'T2', 'H2', 'F1')
  const none = { 'first let': 0, exchange: 0, 'major works': 0 }
  const of = (log: ReadonlyArray<HousingEvent>, from = 2, until = 10) => numbersOf(log, period(from, until))
  const relet = (days: number) => ({ ...none, days, 're-let': 1, lettings: 1 })
  const excluded = (reason: keyof typeof none) => ({
    ...none,
    [reason]: 1,
    days: 0,
    're-let': 0,
    lettings: 1,
  })

  test('a flat whose last night was Sunday, let on Monday, took 0 days', () => {
    expect(of([listed, ...first, next(4)])).toEqual(relet(0))
    expect(of([listed, ...first, next(5)])).toEqual(relet(1))
  })

  test('counts all its days in the period of the letting', () => {
    expect(of([listed, ...first, next(9)], 8, 10)).toEqual(relet(5))
    expect(of([listed, ...first, next(9)], 2, 9)).toEqual({ ...none, days: 0, 're-let': 0, lettings: 0 })
    expect(of([listed, ...first, next(9)], 1, 2)).toEqual(excluded('first let'))
  })

  test('leaves out the first let since the flat was listed, or listed again', () => {
    expect(of([listed, ...first], 0, 10)).toEqual(excluded('first let'))
    const again = [fact.withdrawn(5, 'F1'), fact.listed(7, 'F1')]
    expect(of([listed, ...first, ...again, next(8)])).toEqual(excluded('first let'))
    expect(of([...first, next(5)])).toEqual(excluded('first let'))
    expect(of([listed, ...first, fact.withdrawn(5, 'F1'), next(5)])).toEqual(relet(1))
  })

  test('leaves out exchanges, until a correction says that the tenancy goes on', () => {
    const swap = [fact.tenancy(1, 'T1', 'H1', 'F1'), fact.tenancyEnded(4, 'T1', 'exchange')]
    expect(of([listed, ...swap, next(4)])).toEqual(excluded('exchange'))
    expect(of([listed, ...swap, fact.tenancyCorrected(1, 'T1', 3), next(4)])).toEqual(excluded('exchange'))
    const reopened = [fact.tenancyCorrected(1, 'T1', null), fact.tenancyCorrected(1, 'T1', 4)]
    expect(of([listed, ...swap, ...reopened, next(4)])).toEqual(relet(0))
  })

  test('leaves out re-lets after major works, and no others', () => {
    const works = (reason: 'major works' | 'repairs', from = 5) => [
      fact.flatChanged(from, 'F1', { blocked: { count: 1, reason } }),
      fact.flatChanged(6, 'F1'),
    ]
    expect(of([listed, ...first, ...works('major works'), next(7)])).toEqual(excluded('major works'))
    expect(of([listed, ...first, ...works('major works', 4), next(6)])).toEqual(excluded('major works'))
    expect(of([listed, ...first, ...works('repairs'), next(7)])).toEqual(relet(3))
    const after = [
      fact.tenancy(4, 'T2', 'H2', 'F1'),
      fact.flatChanged(9, 'F1', { blocked: { count: 1, reason: 'major works' } }),
    ]
    expect(of([listed, ...first, ...after])).toEqual(relet(0))
  })

  test('of a flat let by rooms, the room free for the longest is let first', () => {
    const shared = [
      fact.listed(0, 'F1', { roomsLet: 2 }),
      ...first,
      fact.tenancy(0, 'T3', 'H3', 'F1'),
      fact.tenancyEnded(6, 'T3', 'exchange'),
    ]
    expect(of([...shared, next(7)])).toEqual(relet(3))
    expect(of([...shared, next(7), fact.tenancy(8, 'T4', 'H4', 'F1')])).toEqual({
      ...relet(3),
      exchange: 1,
      lettings: 2,
    })
  })

  test('annulled tenancies, and those without nights, are no lettings', () => {
    const log = [listed, ...first, next(6), fact.tenancyAnnulled(7, 'T2'), fact.tenancy(8, 'T5', 'H2', 'F1')]
    expect(of(log)).toEqual(relet(4))
  })

  test('says what it counts', () => {
    expect(reletTime(period(2, 10))(fold(census)([listed, ...first, next(9)]))).toStrictEqual({
      figure: 're-let time',
      unit: 'days',
      basis:
        'Days from the end of one tenancy to the start of the next in the same flat, of the tenancies that started in the period; without first lets since the flat was listed, exchanges, and re-lets after major works.',
      period: { from: '2016-01-03', until: '2016-01-11' },
      numerator: 5,
      of: 're-lets',
      denominator: 1,
      lettings: 1,
      excluded: none,
    })
  })
})
