import {
  crowding,
  dayOf,
  decentralIntake,
  decentralStock,
  type Every,
  fairness,
  flatsLet,
  type IsoDay,
  isoOf,
  needForecast,
  type Period,
  percent,
  reletTime,
  vacancy,
  waiting,
} from 'einzug'
import { figuresOf } from 'einzug/report'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { lastDayOf, periodsOf } from '../../src/report/calendar.ts'
import { formatIn } from '../../src/report/language/format.ts'
import { period, plainNames, right, townOf } from './sample.ts'

const day = (text: string): IsoDay => text as IsoDay
const town = townOf(plainNames.districts)
const question = { municipality: 'Dülmen', source: 'event log', period }

const everies: ReadonlyArray<Every> = ['day', 'week', 'month', 'quarter', 'year']
const periods: fc.Arbitrary<Period> = fc
  .tuple(
    fc.integer({ min: dayOf(day('1950-01-01')), max: dayOf(day('2100-01-01')) }),
    fc.integer({ min: 0, max: 900 }),
  )
  .map(([from, days]) => ({ from: isoOf(from), until: isoOf(from + days) }))

/** Whether a step of the calendar begins on a day. */
const turns: Readonly<Record<Every, (date: Date) => boolean>> = {
  day: () => true,
  week: date => date.getUTCDay() === 1,
  month: date => date.getUTCDate() === 1,
  quarter: date => date.getUTCDate() === 1 && date.getUTCMonth() % 3 === 0,
  year: date => date.getUTCDate() === 1 && date.getUTCMonth() === 0,
}

describe('the calendar', () => {
  test('cuts a period into pieces that follow each other, at every turn and nowhere else', () => {
    fc.assert(
      fc.property(periods, fc.constantFrom(...everies), (whole, every) => {
        const pieces = periodsOf(whole, every)
        const starts = new Set(pieces.map(({ from }) => from))
        expect(pieces.map(({ until }) => until).slice(0, -1)).toEqual(pieces.map(({ from }) => from).slice(1))
        for (let at = dayOf(whole.from); at < dayOf(whole.until); at++)
          expect(starts.has(isoOf(at))).toBe(
            at === dayOf(whole.from) || turns[every](new Date(at * 86_400_000)),
          )
        expect(pieces.at(-1)?.until ?? whole.from).toBe(whole.until)
      }),
      { numRuns: 30 },
    )
  })

  test('ends with the last day', () => {
    expect(lastDayOf({ from: day('2016-02-01'), until: day('2016-03-01') })).toBe('2016-02-29')
  })
})

describe('the figures of a report', () => {
  test.each(everies)('are what the views say of each piece, every %s', every => {
    const { tracked } = right(figuresOf(town, { ...question, every }))
    const pieces = periodsOf(period, every)
    expect(tracked.stock.series.points).toEqual(
      pieces.map(piece => decentralStock(lastDayOf(piece), 'persons')(town)),
    )
    expect(tracked.flatsLet.series.points).toEqual(pieces.map(piece => flatsLet(piece)(town)))
    expect(tracked.intake.series.points).toEqual(
      pieces.map(({ until }) => decentralIntake({ from: period.from, until }, 'persons')(town)),
    )
    expect(tracked.intake.series.points.at(-1)).toEqual(tracked.intake.whole)
    expect(tracked.intake.years.points).toEqual(
      periodsOf(period, 'year').map(year => decentralIntake(year, 'persons')(town)),
    )
    expect(tracked.waiting.whole).toEqual(waiting(lastDayOf(period), 'households')(town))
    expect(tracked.vacancy.series.points).toEqual(pieces.map(piece => vacancy(piece)(town)))
    expect(tracked.relet.years.points).toEqual(periodsOf(period, 'year').map(year => reletTime(year)(town)))
    expect(tracked.crowding.series.points).toEqual(
      pieces.map(piece => crowding(lastDayOf(piece), 'ukBedroomStandard', 'persons')(town)),
    )
  })

  test('compare groups, and go on from the period for as many months as are asked, if it is long enough', () => {
    const figures = right(figuresOf(town, { ...question, months: 6 }))
    expect(figures.fairness?.map(({ by }) => by)).toEqual([
      'household size',
      'sex of the head',
      'origin of the head',
      'accessibility need',
    ])
    expect(figures.fairness?.[0]).toEqual(fairness(period, 'household size')(town))
    expect(E.right(figures.forecast)).toEqual(needForecast(period, 6)(town))
    const week = { from: period.from, until: day('2015-01-08') }
    expect(right(figuresOf(town, { ...question, period: week }))).not.toHaveProperty('forecast')
  })

  test('are plain JSON', () => {
    const figures = right(figuresOf(town, question))
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures)
  })

  test('are refused for a period without a day', () => {
    const empty = { from: period.from, until: day('2014-12-31') }
    expect(figuresOf(town, { ...question, period: empty })).toEqual(
      E.left({ _tag: 'EmptyPeriod', period: empty }),
    )
  })
})

describe('numbers and days', () => {
  const [de, en] = [formatIn('de'), formatIn('en')]

  test('a share is the exact percentage of the projection, in the way of the language', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.integer({ min: 1, max: 10 ** 9 }), (numerator, denominator) => {
        const ratio = { figure: '', unit: '', of: '', basis: '', period, numerator, denominator }
        const exact = percent(ratio, 1).replace(' %', '')
        expect(en.percent(ratio).replaceAll(',', '')).toBe(`${exact}%`)
        expect(de.percent(ratio).replaceAll('.', '').replace(',', '.').replace(/\s/u, ' ')).toBe(`${exact} %`)
      }),
    )
    expect(de.percent({ numerator: 0, denominator: 0 })).toBe('–')
  })

  test('periods have the names that people give them', () => {
    const named = (from: string, until: string) => {
      const of = { from: day(from), until: day(until) }
      return [de.period(of), en.period(of)].map(text => text.replaceAll('\u00a0', ' '))
    }
    expect(named('2016-01-01', '2017-01-01')).toEqual(['2016', '2016'])
    expect(named('2015-01-01', '2018-01-01')).toEqual(['2015–2017', '2015–2017'])
    expect(named('2016-03-01', '2016-04-01')).toEqual(['März 2016', 'March 2016'])
    expect(named('2016-12-01', '2017-01-01')).toEqual(['Dezember 2016', 'December 2016'])
    expect(named('2016-10-01', '2017-01-01')).toEqual(['4. Quartal 2016', 'Q4 2016'])
    expect(named('2016-02-01', '2016-05-01')).toEqual([
      '1. Februar 2016 – 30. April 2016',
      '1 February 2016 – 30 April 2016',
    ])
    expect(named('2016-03-02', '2016-03-03')).toEqual([
      '2. März 2016 – 2. März 2016',
      '2 March 2016 – 2 March 2016',
    ])
    expect(named('2016-03-02', '2016-03-02')[0]).toBe('2. März 2016 – 2. März 2016 (kein Tag)')
  })
})
