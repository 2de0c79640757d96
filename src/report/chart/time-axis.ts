import { dayOf } from '../../domain/day.ts'
import type { Every, When } from '../../projection/index.ts'
import { lastDayOf } from '../calendar.ts'
import { type Drafting, narrow } from './frame.ts'

/** The first day of a period, or the day, as a moment on an axis. */
export const starts = (when: When): number => dayOf('day' in when ? when.day : when.period.from) * 86_400_000

/** The last day of a period, or the day, as a moment on an axis. */
export const ends = (when: When): number =>
  dayOf('day' in when ? when.day : lastDayOf(when.period)) * 86_400_000

const units: Readonly<Record<Every, string>> = {
  day: 'utcyearmonthdate',
  week: 'utcyearweek',
  month: 'utcyearmonth',
  quarter: 'utcyearquarter',
  year: 'utcyear',
}

/** Bars of whole steps of the calendar. */
export const stepUnit = (every: Every): string => units[every]

/** From the first day of the report to its last. */
export const timeScale = ({ figures: { period } }: Drafting): Readonly<Record<string, unknown>> => ({
  type: 'utc',
  domain: [starts({ period }), ends({ period })],
})

/** A quiet axis of time: years and months as there is room. */
export const timeAxis = ({ width }: Drafting): Readonly<Record<string, unknown>> => ({
  title: null,
  format: {
    seconds: '%X',
    year: '%Y',
    quarter: '%b',
    month: '%b',
    week: '%d.%m.',
    date: '%d.%m.',
    hours: '%H:%M',
  },
  tickCount: width < narrow ? 4 : 8,
  labelFlush: true,
})
