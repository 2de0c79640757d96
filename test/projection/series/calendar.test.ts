import { type IsoDay, isoOf } from 'einzug'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOn, nextTurn, sexAndAge } from '../../../src/projection/series/age-band.ts'
import { cut, timeOf, yearOf } from '../../../src/projection/series/calendar.ts'
import { calendarNumber } from '../../../src/projection/series/roster.ts'

const days = fc.integer({ min: -719_000, max: 2_900_000 })

test('the year of a day', () => {
  fc.assert(
    fc.property(days, day => {
      expect(yearOf(day)).toBe(Number(isoOf(day).slice(0, 4)))
    }),
    { numRuns: 1_000 },
  )
  for (const text of ['2000-02-29', '1900-03-01', '2016-12-31', '2017-01-01'])
    expect(yearOf(Date.parse(text) / 86_400_000)).toBe(Number(text.slice(0, 4)))
})

test('the time of an instant is what the platform says, for any text', () => {
  const milliseconds = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 })
  const texts = fc.oneof(
    milliseconds.map(time => new Date(time).toISOString()),
    milliseconds.map(time => new Date(time).toISOString().replace('Z', '+02:00')),
    milliseconds.map(time => `${new Date(time).toISOString().slice(0, 19)}Z`),
    fc.constantFrom('', '2016', '2016-03-01', 'yesterday', '2016-03-01T09:30:00.000+'),
  )
  fc.assert(
    fc.property(texts, text => {
      expect(timeOf(text)).toBe(Date.parse(text))
    }),
    { numRuns: 1_000 },
  )
})

test('calendar numbers keep the order of days', () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      expect(Math.sign(calendarNumber(isoOf(a)) - calendarNumber(isoOf(b)))).toBe(Math.sign(a - b))
    }),
  )
})

test('weeks begin on Mondays, also before 1970; an empty or backward period has no parts', () => {
  const iso = (text: string): number => Date.parse(text) / 86_400_000
  const starts = (from: string, until: string, every: 'week' | 'quarter') =>
    cut({ from: iso(from), until: iso(until) }, every).map(part => isoOf(part.from))
  expect(starts('1969-12-24', '1970-01-06', 'week')).toEqual(['1969-12-24', '1969-12-29', '1970-01-05'])
  expect(starts('2016-02-10', '2016-10-02', 'quarter')).toEqual([
    '2016-02-10',
    '2016-04-01',
    '2016-07-01',
    '2016-10-01',
  ])
  expect(starts('2016-02-10', '2016-02-10', 'week')).toEqual([])
  expect(starts('2016-02-10', '2016-02-01', 'week')).toEqual([])
})

test('somebody born on 29 February is a year older on 1 March of a common year', () => {
  const number = (text: string) => calendarNumber(text as IsoDay)
  const born = number('2000-02-29')
  const bandOn = (text: string) => sexAndAge(cellOn(1, born, number(text)))
  expect(bandOn('2018-02-28')).toBe('female, 16–17')
  expect(bandOn('2018-03-01')).toBe('female, 18–24')
  expect(nextTurn(born, number('2018-02-28'))).toBeGreaterThan(number('2018-02-28'))
  expect(nextTurn(born, number('2018-02-28'))).toBeLessThan(number('2018-03-01'))
  expect(nextTurn(born, number('2066-01-01'))).toBe(Infinity)
})
