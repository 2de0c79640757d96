import fc from 'fast-check'
import * as O from 'fp-ts/Option'
import { describe, expect, test } from 'vitest'
import { dayOf, type IsoDay, isoDay, isoOf, yearsLived } from '../../src/domain/index.ts'

const first = Date.parse('0000-01-01') / 86_400_000
const last = Date.parse('9999-12-31') / 86_400_000
const anyDay = fc.integer({ min: first, max: last })
/** What the calendar of the platform calls a day. */
const byDate = (day: number): IsoDay => new Date(day * 86_400_000).toISOString().slice(0, 10) as IsoDay

describe('days', () => {
  test('every day of ten thousand years is counted as the platform counts it', () => {
    let expected = first
    for (let day = first; day <= last; day++) {
      // plain comparisons: four million calls of expect would take minutes
      if (dayOf(byDate(day)) !== expected++) expect(dayOf(byDate(day))).toBe(expected - 1)
    }
    expect(expected).toBe(last + 1)
  })

  test('day ↔ iso is a round trip', () => {
    fc.assert(
      fc.property(anyDay, day => {
        expect(dayOf(isoOf(day))).toBe(day)
        expect(isoOf(dayOf(byDate(day)))).toBe(byDate(day))
      }),
    )
  })

  test('days compare as their texts do', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(isoOf(a) < isoOf(b)).toBe(a < b)
      }),
    )
  })

  test('every day that exists is accepted', () => {
    fc.assert(
      fc.property(anyDay, day => {
        expect(isoDay(byDate(day))).toEqual(O.some(byDate(day)))
      }),
    )
  })

  test('a text of the right shape is a day exactly if the platform knows it', () => {
    const two = fc.integer({ min: 0, max: 99 }).map(n => String(n).padStart(2, '0'))
    const near = fc.integer({ min: 0, max: 33 }).map(n => String(n).padStart(2, '0'))
    const month = fc.integer({ min: 0, max: 13 }).map(n => String(n).padStart(2, '0'))
    fc.assert(
      fc.property(two, two, month, near, (century, year, month, day) => {
        const text = `${century}${year}-${month}-${day}`
        const ms = Date.parse(text)
        const exists = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
        expect(O.isSome(isoDay(text))).toBe(exists)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ...['', '2016-1-01', '2016-01-1', '16-01-01', '02016-01-01', '2016/01/01', '01.01.2016', ' 2016-01-01'],
    ...[
      '2016-01-01 ',
      '2016-01-01T00:00:00Z',
      '2016-01-01\n',
      '-001-01-01',
      '٢٠١٦-٠١-٠١',
      '2016-00-10',
      '2016-13-10',
    ],
    ...[
      '2016-04-31',
      '2016-06-31',
      '2016-09-31',
      '2016-11-31',
      '2016-01-32',
      '2016-02-30',
      '1900-02-29',
      '2100-02-29',
    ],
    ...['2016-01-00'],
  ])('%j is no day', text => {
    expect(isoDay(text)).toEqual(O.none)
  })

  test.each(['2000-02-29', '0000-02-29', '2400-02-29', '2016-12-31', '2016-10-31'])('%j is a day', text => {
    expect(isoDay(text)).toEqual(O.some(text))
  })
})

describe('years lived', () => {
  const years = (born: string, on: string) => yearsLived(born as IsoDay, on as IsoDay)

  test('grow by one on each birthday and on no other day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40_000 }), (born, after) => {
        fc.pre(born + after <= last)
        const [from, before, on] = [isoOf(born), isoOf(born + after - 1), isoOf(born + after)]
        // who was born on 29 February has a birthday on 1 March of common years
        const birthday =
          on.slice(5) === from.slice(5) ||
          (from.slice(5) === '02-29' && before.slice(5) === '02-28' && on.slice(5) === '03-01')
        expect(yearsLived(from, on) - yearsLived(from, before)).toBe(birthday ? 1 : 0)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['2000-05-17', '2000-05-17', 0],
    ['2000-05-17', '2001-05-16', 0],
    ['2000-05-17', '2001-05-17', 1],
    ['2000-05-17', '2018-05-16', 17],
    ['2000-05-17', '2018-05-17', 18],
    ['2000-02-29', '2004-02-28', 3],
    ['2000-02-29', '2004-02-29', 4],
    ['1999-12-31', '2000-01-01', 0],
    ['2000-05-17', '1999-05-17', -1],
  ])('%s to %s: %i', (born, on, expected) => {
    expect(years(born, on)).toBe(expected)
  })
})
