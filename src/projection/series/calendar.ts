import { type Day, dayOf, type IsoDay } from '../../domain/day.ts'
import { digits, pair } from '../../domain/digits.ts'
import type { Interval } from '../../domain/interval.ts'
import type { Every } from '../series.ts'

const monthsOf = { month: 1, quarter: 3, year: 12 } as const

/** The first day of the calendar period after that of a day. Weeks begin on Mondays (ISO 8601). */
const nextStart = (day: Day, every: Every): Day => {
  if (every === 'day') return day + 1
  if (every === 'week') return day + 7 - ((((day + 3) % 7) + 7) % 7)
  const months = monthsOf[every]
  const date = new Date(day * 86_400_000)
  const month = (Math.floor(date.getUTCMonth() / months) + 1) * months
  return new Date(0).setUTCFullYear(date.getUTCFullYear(), month, 1) / 86_400_000
}

/** A period in calendar days, weeks, months, quarters or years; the first and the last are cut to it. */
export const cut = ({ from, until }: Interval, every: Every): ReadonlyArray<Interval> => {
  const parts: Array<Interval> = []
  for (let day = from; day < until; ) {
    const next = Math.min(nextStart(day, every), until)
    parts.push({ from: day, until: next })
    day = next
  }
  return parts
}

/** Of 400 years so many days; the years are counted from 1 March, so that the leap day is the last of its year. */
const daysOfEra = 146_097
const daysFromMarch0000 = 719_468

/** The year of a day. */
export const yearOf = (day: Day): number => {
  const days = day + daysFromMarch0000
  const era = Math.floor(days / daysOfEra)
  const rest = days - era * daysOfEra
  const year = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  )
  const dayOfYear = rest - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  return era * 400 + year + (dayOfYear >= 306 ? 1 : 0)
}

/** Milliseconds from 1970 on to an instant as events have it (`2016-03-01T09:30:00.000Z`): a fifth of what `Date.parse` takes. */
export const timeOf = (instant: string): number => {
  if (instant.length !== 24 || instant[23] !== 'Z') return Date.parse(instant)
  const minutes = 60 * pair(instant, 11) + pair(instant, 14)
  const milliseconds = 1000 * pair(instant, 17) + digits(instant, 20, 23)
  return 86_400_000 * dayOf(instant as IsoDay) + 60_000 * minutes + milliseconds
}
