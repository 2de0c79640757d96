import { census, fold, share, utilisation, vacancy } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, fact, period } from './facts.ts'
import { lastDay, logs } from './logs.ts'
import { naiveUtilisation, naiveVacancy } from './naive-lettings.ts'

const periods = fc
  .tuple(fc.integer({ min: -1, max: lastDay }), fc.integer({ min: -1, max: lastDay + 3 }))
  .map(([from, until]) => period(from, until))

test('utilisation and vacancy are what a look into each place on each night adds up to', () => {
  fc.assert(
    fc.property(logs, periods, (log, when) => {
      const state = fold(census)(log)
      for (const where of ['flats', 'sites'] as const)
        for (const there of ['offered', 'usable'] as const) {
          const { numerator, denominator } = utilisation(when, where, there)(state)
          expect([numerator, denominator]).toEqual(naiveUtilisation(log, when, where, there))
        }
      const { count, parts } = vacancy(when)(state)
      expect([count, parts.let, parts.vacant, parts.blocked]).toEqual(naiveVacancy(log, when))
      expect(parts.let + parts.vacant + parts.blocked).toBe(count)
    }),
  )
})

const works = { blocked: { count: 1, reason: 'major works' } } as const
const state = fold(census)([
  fact.opened(0, 'camp', 10),
  fact.siteChanged(4, 'camp', 10, 'municipal', { blocked: { count: 4, reason: 'infection' } }),
  fact.assigned(0, 'H1', ['P1', 'P2', 'P3']),
  fact.assigned(0, 'H2', ['P4']),
  fact.stay(0, 'A1', 'H1', 'camp'),
  fact.listed(0, 'F1'),
  fact.flatChanged(3, 'F1', works),
  fact.flatChanged(6, 'F1'),
  fact.listed(0, 'F2', { roomsLet: 3 }),
  fact.flatChanged(5, 'F2', { roomsLet: 3, ...works }),
  fact.tenancy(2, 'T1', 'H2', 'F2'),
  fact.withdrawn(8, 'F1'),
])

describe('utilisation', () => {
  const of = (...question: Parameters<typeof utilisation>) => {
    const { numerator, denominator } = utilisation(...question)(state)
    return `${numerator}/${denominator}`
  }

  test('of the places offered, and of those usable', () => {
    expect([day(3), day(4)].map(on => of(on, 'sites', 'offered'))).toEqual(['3/10', '3/10'])
    expect([day(3), day(4)].map(on => of(on, 'sites', 'usable'))).toEqual(['3/10', '3/6'])
    expect(of(period(0, 6), 'sites', 'offered')).toBe('18/60')
    expect(of(period(0, 6), 'sites', 'usable')).toBe('18/52')
  })

  test('of the units offered, and of those usable', () => {
    expect(of(period(0, 10), 'flats', 'offered')).toBe('8/38')
    expect(of(period(0, 10), 'flats', 'usable')).toBe('8/30')
  })

  test('a unit that somebody lives in counts, blocked or not', () => {
    const lived = fold(census)([
      fact.listed(0, 'F1', works),
      fact.assigned(0, 'H1', ['P1']),
      fact.tenancy(0, 'T1', 'H1', 'F1'),
    ])
    expect(utilisation(day(0), 'flats', 'usable')(lived)).toMatchObject({ numerator: 1, denominator: 1 })
    expect(vacancy(day(0))(lived).parts).toEqual({ let: 1, vacant: 0, blocked: 0 })
  })

  test('says what it counts', () => {
    expect(utilisation(period(0, 6), 'sites', 'usable')(state)).toStrictEqual({
      figure: 'utilisation of sites, usable',
      unit: 'person-nights',
      basis:
        'Persons in sites, of the places of the sites that are open or still lived in, without those that are blocked.',
      period: { from: '2016-01-01', until: '2016-01-07' },
      numerator: 18,
      of: 'place-nights',
      denominator: 52,
    })
    expect(utilisation(day(0), 'flats', 'offered')(state)).toStrictEqual({
      figure: 'utilisation of flats, offered',
      unit: 'units',
      basis: 'Units let, of the units listed or let.',
      day: '2016-01-01',
      numerator: 0,
      of: 'units',
      denominator: 4,
    })
    const { basis, unit, of: against } = utilisation(period(0, 1), 'flats', 'usable')(state)
    expect([basis, unit, against]).toEqual([
      'Units let, of the units listed or let, without those that are blocked.',
      'unit-nights',
      'unit-nights',
    ])
    const onDay = utilisation(day(0), 'sites', 'offered')(state)
    expect([onDay.basis, onDay.unit, onDay.of]).toEqual([
      'Persons in sites, of the places of the sites that are open or still lived in.',
      'persons',
      'places',
    ])
  })
})

describe('vacancy', () => {
  test('is what is neither let nor blocked', () => {
    expect(vacancy(day(2))(state).parts).toEqual({ let: 1, vacant: 3, blocked: 0 })
    expect(vacancy(day(3))(state).parts).toEqual({ let: 1, vacant: 2, blocked: 1 })
    expect(vacancy(period(0, 10))(state)).toStrictEqual({
      figure: 'vacancy',
      unit: 'unit-nights',
      basis:
        'Units listed or let, by whether they are let, vacant or blocked: a flat let whole is one unit, one let by rooms as many as its rooms; a unit of a withdrawn flat counts while its tenant stays.',
      period: { from: '2016-01-01', until: '2016-01-11' },
      count: 38,
      parts: { let: 8, vacant: 22, blocked: 8 },
    })
    expect(vacancy(day(2))(state)).toMatchObject({ unit: 'units', day: '2016-01-03' })
  })

  test('its rate is a share', () => {
    const { numerator, denominator } = share('vacant')(vacancy(period(0, 10))(state))
    expect([numerator, denominator]).toEqual([22, 38])
  })
})
