import { census, decentralStock, dwellings, fold, population, waiting } from 'einzug'
import { describe, expect, test } from 'vitest'
import { day, fact } from './facts.ts'

const log = [
  fact.opened(0, 'camp', 40),
  fact.opened(0, 'state', 90, 'reception'),
  fact.listed(0, 'F1'),
  fact.assigned(0, 'H1', ['P1', 'P2', 'P3']),
  fact.assigned(0, 'H2', ['P4', 'P5']),
  fact.assigned(2, 'H3', ['P6']),
  fact.stay(0, 'A1', 'H1', 'camp'),
  fact.stay(0, 'A2', 'H2', 'state'),
  fact.stayEnded(5, 'A1'),
  fact.tenancy(5, 'T1', 'H1', 'F1'),
  fact.left(8, 'H3'),
]
const state = fold(census)(log)

describe('the population by dwelling', () => {
  const persons = (n: number) => dwellings(day(n), 'persons')(state).parts
  const households = (n: number) => dwellings(day(n), 'households')(state).parts

  test('on a day', () => {
    expect(persons(-1)).toEqual({ flat: 0, site: 0, reception: 0, unknown: 0 })
    expect(persons(1)).toEqual({ flat: 0, site: 3, reception: 2, unknown: 0 })
    expect(persons(4)).toEqual({ flat: 0, site: 3, reception: 2, unknown: 1 })
    expect(persons(5)).toEqual({ flat: 3, site: 0, reception: 2, unknown: 1 })
    expect(persons(8)).toEqual({ flat: 3, site: 0, reception: 2, unknown: 0 })
    expect(households(5)).toEqual({ flat: 1, site: 0, reception: 1, unknown: 1 })
  })

  test('adds up to the population', () => {
    for (let n = -1; n < 10; n++) {
      const { count, parts } = dwellings(day(n), 'persons')(state)
      expect(count).toBe(population(day(n), 'persons')(state).count)
      expect(parts.flat + parts.site + parts.reception + parts.unknown).toBe(count)
    }
  })

  test('a late report, a correction and an annulment change the days they are about, and no other', () => {
    const late = fold(census)([...log, fact.stayCorrected(1, 'A2', 3)])
    expect([0, 1, 2, 3].map(n => dwellings(day(n), 'persons')(late).parts.reception)).toEqual([0, 2, 2, 0])
    const never = fold(census)([...log, fact.tenancyAnnulled(30, 'T1')])
    expect(dwellings(day(6), 'persons')(never).parts).toEqual({ flat: 0, site: 0, reception: 2, unknown: 4 })
    const born = fold(census)([...log, fact.changed(6, 'H1', ['P1', 'P2', 'P3', 'P7'])])
    expect([5, 6, 7].map(n => dwellings(day(n), 'persons')(born).parts.flat)).toEqual([3, 4, 4])
    const earlier = fold(census)([...log, fact.left(6, 'H2')])
    expect([5, 6].map(n => population(day(n), 'persons')(earlier).count)).toEqual([6, 4])
  })

  test('a site is taken as it was on the day', () => {
    const taken = fold(census)([...log, fact.siteChanged(3, 'camp', 40, 'reception')])
    expect(dwellings(day(2), 'persons')(taken).parts).toMatchObject({ site: 3, reception: 2 })
    expect(dwellings(day(3), 'persons')(taken).parts).toMatchObject({ site: 0, reception: 5 })
    const nowhere = fold(census)([fact.assigned(0, 'H1', ['P1']), fact.stay(0, 'A1', 'H1', 'no such site')])
    expect(dwellings(day(0), 'persons')(nowhere).parts).toEqual({
      flat: 0,
      site: 1,
      reception: 0,
      unknown: 0,
    })
  })
})

describe('says what it counts', () => {
  test('population', () => {
    expect(population(day(5), 'persons')(state)).toStrictEqual({
      figure: 'population',
      unit: 'persons',
      basis: 'Households assigned on or before the day and not left by it, with their members on the day.',
      day: '2016-01-06',
      count: 6,
    })
    expect(population(day(5), 'households')(state)).toMatchObject({ unit: 'households', count: 3 })
  })

  test('dwellings', () => {
    expect(dwellings(day(5), 'persons')(state)).toStrictEqual({
      figure: 'dwellings',
      unit: 'persons',
      basis:
        'The population on the day by where it spends the night: flat on the general market, site of the municipality, reception site of the state, nowhere known.',
      day: '2016-01-06',
      count: 6,
      parts: { flat: 3, site: 0, reception: 2, unknown: 1 },
    })
  })

  test('waiting', () => {
    expect(waiting(day(4), 'households')(state)).toStrictEqual({
      figure: 'waiting',
      unit: 'households',
      basis:
        'The population on the day without a tenancy on it, by where it spends the night: site of the municipality, reception site of the state, nowhere known.',
      day: '2016-01-05',
      count: 3,
      parts: { site: 1, reception: 1, unknown: 1 },
    })
    expect(waiting(day(5), 'persons')(state)).toMatchObject({
      count: 3,
      parts: { site: 0, reception: 2, unknown: 1 },
    })
  })

  test('the decentral ratio of the stock', () => {
    expect(decentralStock(day(5), 'persons')(state)).toStrictEqual({
      figure: 'decentral ratio, stock',
      unit: 'persons',
      basis: 'Of the population on the day, those with a tenancy on it.',
      day: '2016-01-06',
      numerator: 3,
      of: 'persons',
      denominator: 6,
    })
    expect(decentralStock(day(5), 'households')(state)).toMatchObject({
      unit: 'households',
      numerator: 1,
      of: 'households',
      denominator: 3,
    })
  })
})
