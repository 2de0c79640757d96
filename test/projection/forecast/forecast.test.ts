import { census, dayOf, fold, type IsoDay, needForecast, type Period, ukBedroomStandard } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { boundsOf, minus, predicted } from '../../../src/projection/forecast/distribution.ts'
import { monthsLater } from '../../../src/projection/forecast/months.ts'
import { day, fact, period } from '../facts.ts'
import { lastDay, logs } from '../logs.ts'
import {
  at,
  flatOf,
  householdsOf,
  type Log,
  latest,
  listed,
  livings,
  nights,
  ofType,
  present,
} from '../naive.ts'
import { peopled } from '../people.ts'

type Row = readonly [waiting: number, arrived: number, freed: number]

/** What the window saw, night by night, by bedrooms. */
const naiveCounts = (log: Log, window: Period): Readonly<Record<string, Row>> => {
  const found: Record<string, [number, number, number]> = {}
  const count = (bedrooms: number | undefined, what: 0 | 1 | 2) => {
    const row = found[String(bedrooms ?? null)] ?? [0, 0, 0]
    row[what]++
    found[String(bedrooms ?? null)] = row
  }
  const needs = (id: string, night: number) => {
    const versions = ofType(log, 'HouseholdAssigned', 'HouseholdChanged').filter(
      ({ data }) => data.household.id === id,
    )
    const household = latest(versions, night)?.data.household
    return household && ukBedroomStandard(household, day(night - 16_801))
  }
  const tenancies = livings(log, 'Tenancy').filter(({ from, until }) => from < until)
  for (const night of nights(window)) {
    for (const id of householdsOf(log)) {
      const assigned = ofType(log, 'HouseholdAssigned').some(
        ({ data }) =>
          data.household.id === id && dayOf(data.on) === night && data.separatedFrom === undefined,
      )
      if (assigned) count(needs(id, night), 1)
      const housed = at(tenancies, night).some(({ household }) => household === id)
      if (night === dayOf(window.until) - 1 && present(log, id, night) && !housed) count(needs(id, night), 0)
    }
    for (const { household, place, until } of tenancies) {
      if (until !== night || !listed(log, place, night)) continue
      if (tenancies.some(next => next.household === household && next.from === night)) continue
      const flat = flatOf(log, place, night)
      count(flat?.roomsLet === undefined ? flat?.bedrooms : 1, 2)
    }
  }
  return found
}

const windows = fc
  .tuple(fc.integer({ min: -1, max: lastDay }), fc.integer({ min: 7, max: 12 }))
  .map(([from, length]) => period(from, from + length))

const right = <A>(made: E.Either<unknown, A>): A => {
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  return made.right
}

test('the counts of the window are those found night by night, and every prediction follows from them', () => {
  fc.assert(
    fc.property(logs.map(peopled), windows, fc.integer({ min: 1, max: 2 }), (log, window, months) => {
      const { needs, total, period: ahead } = right(needForecast(window, months)(fold(census)(log)))
      const [seen, coming] = [window, ahead].map(({ from, until }) => dayOf(until) - dayOf(from)) as [
        number,
        number,
      ]
      const expected = naiveCounts(log, window)
      expect(needs.map(({ bedrooms }) => String(bedrooms)).sort()).toEqual(Object.keys(expected).sort())
      const sums = Object.values(expected).reduce<Row>(
        ([a, b, c], [x, y, z]) => [a + x, b + y, c + z],
        [0, 0, 0],
      )
      const rows = needs.map(({ bedrooms, ...need }) => [need, expected[String(bedrooms)] as Row] as const)
      for (const [need, [waiting, arrived, freed]] of [...rows, [total, sums] as const]) {
        const [come, go] = [predicted(arrived, seen, coming), predicted(freed, seen, coming)]
        const net = boundsOf(minus(come, go), 0.95)
        expect(need).toEqual({
          waiting,
          arriving: { expected: (arrived * coming) / seen, ...boundsOf(come, 0.95) },
          freed: { expected: (freed * coming) / seen, ...boundsOf(go, 0.95) },
          needed: {
            expected: waiting + ((arrived - freed) * coming) / seen,
            lower: waiting + net.lower,
            upper: waiting + net.upper,
          },
        })
      }
    }),
    { numRuns: 60 },
  )
})

describe('the forecast', () => {
  const log = [
    fact.listed(0, 'F1', { bedrooms: 2 }),
    fact.listed(0, 'F2', { roomsLet: 3, bedrooms: 3 }),
    fact.listed(0, 'F3'),
    fact.assigned(0, 'H1', ['P1']),
    fact.assigned(0, 'H2', ['P2']),
    fact.assigned(3, 'H3', ['P3']),
    fact.tenancy(1, 'T1', 'H1', 'F1'),
    fact.tenancyEnded(5, 'T1'),
    fact.tenancy(2, 'T2', 'H2', 'F2'),
    fact.tenancyEnded(6, 'T2'),
    fact.tenancy(6, 'T3', 'H2', 'F3'),
  ].map(event => (event.type === 'HouseholdAssigned' ? (peopled([event])[0] as typeof event) : event))
  const of = (window: Period, more: Log = []) => {
    const { needs } = right(needForecast(window, 1)(fold(census)([...log, ...more])))
    return needs.map(({ bedrooms, waiting, arriving, freed }) => [
      bedrooms,
      waiting,
      arriving.expected,
      freed.expected,
    ])
  }

  test('by the bedrooms that households need and flats have, the least first, those not stated last', () => {
    // the month after has 29 days; H1 has given up F1 and waits again, H2 only moved
    const window = period(0, 31)
    expect(of(window)).toEqual([
      [1, 2, (3 * 29) / 31, 0],
      [2, 0, 0, 29 / 31],
    ])
    const ended = [fact.tenancyEnded(9, 'T3'), fact.left(9, 'H2')]
    expect(of(window, ended)).toEqual([
      [1, 2, (3 * 29) / 31, 0],
      [2, 0, 0, 29 / 31],
      [null, 0, 0, 29 / 31],
    ])
  })

  test('flats that are withdrawn do not come back, nor do lettings without nights end', () => {
    expect(of(period(0, 31), [fact.withdrawn(5, 'F1')])).toEqual([[1, 2, (3 * 29) / 31, 0]])
    expect(of(period(0, 31), [fact.withdrawn(6, 'F1')])[1]).toEqual([2, 0, 0, 29 / 31])
    expect(of(period(0, 31), [fact.tenancyAnnulled(9, 'T1')])).toEqual([[1, 2, (3 * 29) / 31, 0]])
  })

  test('says what it is, and that it is an extrapolation', () => {
    const year = { from: '2016-01-01' as IsoDay, until: '2017-01-01' as IsoDay }
    const options = { standard: 'canadianNos', confidence: 0.8 } as const
    expect(right(needForecast(year, 3, options)(census.empty))).toStrictEqual({
      figure: 'need for flats, extrapolated',
      unit: 'flats',
      basis:
        "An extrapolation, not knowledge: households without a flat on the last day of the window, and those that will be assigned if they come at its rate, less the flats given up at its rate, by the bedrooms that canadianNos asks or that the flat has. Prediction intervals of Poisson counts (negative binomial, Jeffreys' prior): where households come in groups, the truth varies more.",
      period: { from: '2017-01-01', until: '2017-04-01' },
      extrapolation: true,
      window: year,
      standard: 'canadianNos',
      confidence: 0.8,
      needs: [],
      total: {
        waiting: 0,
        arriving: { expected: 0, lower: 0, upper: 1 },
        freed: { expected: 0, lower: 0, upper: 1 },
        needed: { expected: 0, lower: 0, upper: 0 },
      },
    })
  })

  test('asks for 1 to 120 months, and a window of a tenth of them', () => {
    for (const found of [0, -1, 1.5, 121, NaN])
      expect(needForecast(period(0, 9), found)(census.empty)).toEqual(
        E.left({ _tag: 'BadForecast', field: 'months', expected: 'a whole number from 1 to 120', found }),
      )
    // from 2016-01-04 the next month has 31 days
    for (const found of [period(0, 3), period(3, 3), period(9, 3)])
      expect(needForecast(found, 1)(census.empty)).toEqual(
        E.left({
          _tag: 'BadForecast',
          field: 'window',
          expected: 'at least 4 days, a tenth of those ahead',
          found,
        }),
      )
    expect(E.isRight(needForecast(period(-1, 3), 1)(census.empty))).toBe(true)
    expect(E.isRight(needForecast(period(-4000, 3), 120)(census.empty))).toBe(true)
  })
})

test('a month later is the same day, or the last of a shorter month', () => {
  const later = (from: string, months: number) => monthsLater(from as IsoDay, months)
  expect(later('2016-01-31', 1)).toBe('2016-02-29')
  expect(later('2015-01-31', 1)).toBe('2015-02-28')
  expect(later('2016-01-30', 3)).toBe('2016-04-30')
  expect(later('2016-12-01', 1)).toBe('2017-01-01')
  expect(later('2016-11-15', 14)).toBe('2018-01-15')
})
