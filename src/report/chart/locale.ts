import type { Language } from '../../rule/language.ts'
import type { ChartSpec } from './chart.ts'

const names = (
  locale: string,
  count: number,
  dayOf: (k: number) => number,
  options: Intl.DateTimeFormatOptions,
) => {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  return Array.from({ length: count }, (_, k) => format.format(dayOf(k)))
}

const dates = (locale: string) => {
  const month = (k: number): number => Date.UTC(2017, k, 1)
  const weekday = (k: number): number => Date.UTC(2017, 0, k + 1) // 2017-01-01 was a Sunday
  return {
    months: names(locale, 12, month, { month: 'long' }),
    shortMonths: names(locale, 12, month, { month: 'short' }),
    days: names(locale, 7, weekday, { weekday: 'long' }),
    shortDays: names(locale, 7, weekday, { weekday: 'short' }),
  }
}

/** Numbers and days on the axes of a chart, in the way of d3-format and d3-time-format. */
export const localeIn = (language: Language): ChartSpec =>
  language === 'de'
    ? {
        number: {
          decimal: ',',
          thousands: '.',
          grouping: [3],
          currency: ['', '\u00a0€'],
          percent: '\u00a0%',
        },
        time: {
          dateTime: '%A, der %e. %B %Y, %X',
          date: '%d.%m.%Y',
          time: '%H:%M:%S',
          periods: ['AM', 'PM'],
          ...dates('de-DE'),
        },
      }
    : {
        number: { decimal: '.', thousands: ',', grouping: [3], currency: ['€', ''] },
        time: {
          dateTime: '%a %e %b %X %Y',
          date: '%d/%m/%Y',
          time: '%H:%M:%S',
          periods: ['AM', 'PM'],
          ...dates('en-GB'),
        },
      }
