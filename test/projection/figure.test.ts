import type { Breakdown, Ratio } from 'einzug'
import { percent, share } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from './facts.ts'

const ratio = (numerator: number, denominator: number): Ratio => ({
  figure: 'a ratio',
  unit: 'persons',
  basis: 'for the test',
  day: day(0),
  numerator,
  of: 'places',
  denominator,
})

describe('percent', () => {
  test('formats the published share: 568 of 1,020 persons', () => {
    expect(percent(ratio(568, 1020), 1)).toBe('55.7 %')
    expect(percent(ratio(568, 1020), 0)).toBe('56 %')
    expect(percent(ratio(568, 1020), 4)).toBe('55.6863 %')
  })

  test('formats the shares of IT.NRW, 31 December 2015', () => {
    expect([33_429, 76_598, 19_521].map(part => percent(ratio(part, 129_548), 1))).toEqual([
      '25.8 %',
      '59.1 %',
      '15.1 %',
    ])
  })

  test('rounds half up, from the fraction and not from a float', () => {
    expect(percent(ratio(1, 8), 0)).toBe('13 %')
    expect(percent(ratio(1, 16), 1)).toBe('6.3 %')
    // 1.005 % is a little less as a float, and (1.005).toFixed(2) is 1.00
    expect(percent(ratio(1005, 100_000), 2)).toBe('1.01 %')
    expect(percent(ratio(1, 3), 20)).toBe('33.33333333333333333333 %')
  })

  test('keeps the zeros before and after the point', () => {
    expect(percent(ratio(0, 7), 2)).toBe('0.00 %')
    expect(percent(ratio(1, 2000), 2)).toBe('0.05 %')
    expect(percent(ratio(1, 1), 1)).toBe('100.0 %')
    expect(percent(ratio(3, 2), 0)).toBe('150 %')
  })

  test('of nothing is no number', () => {
    expect(percent(ratio(0, 0), 1)).toBe('– (of 0 places)')
    expect(percent(ratio(3, 0), 1)).toBe('– (of 0 places)')
  })

  test('is within half a unit of the last digit', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 2 ** 31 }), fc.nat({ max: 6 }), (n, d, digits) => {
        const text = percent(ratio(n, d), digits)
        expect(text).toMatch(digits === 0 ? /^\d+ %$/ : /^\d+\.\d+ %$/)
        expect(text.split(/[. ]/)[1]?.length).toBe(digits === 0 ? 1 : digits)
        const shown = BigInt(text.replace(/\D/g, ''))
        const exact = BigInt(n) * 10n ** BigInt(digits + 2)
        const off = 2n * (shown * BigInt(d) - exact)
        expect(-BigInt(d) < off && off <= BigInt(d)).toBe(true)
      }),
    )
  })
})

test('share states one part of a breakdown as a ratio', () => {
  const breakdown: Breakdown<'flat' | 'site'> = {
    figure: 'dwellings',
    unit: 'households',
    basis: 'for the test',
    day: day(3),
    count: 10,
    parts: { flat: 4, site: 6 },
  }
  expect(share('flat')(breakdown)).toStrictEqual({
    figure: 'dwellings: flat',
    unit: 'households',
    basis: 'for the test',
    day: day(3),
    numerator: 4,
    of: 'households',
    denominator: 10,
  })
})
