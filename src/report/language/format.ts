import { dayOf, type IsoDay, isoOf } from '../../domain/day.ts'
import type { Period, Ratio, When } from '../../projection/index.ts'
import type { Language } from '../../rule/language.ts'

/** Numbers, shares and days as readers of a language expect them. */
export interface Format {
  readonly number: (value: number) => string
  /** The share with one digit, rounded half up from the exact fraction; a dash of nothing. */
  readonly percent: (ratio: Pick<Ratio, 'numerator' | 'denominator'>) => string
  /** A number with one digit, rounded half up from the exact fraction; a dash of nothing. */
  readonly mean: (ratio: Pick<Ratio, 'numerator' | 'denominator'>) => string
  /** A number that is no fraction of whole numbers, with one digit; with its sign, where it is a difference. */
  readonly estimate: (value: number) => string
  readonly difference: (value: number) => string
  /** A share that is no fraction of whole numbers, such as an estimate. */
  readonly share: (value: number) => string
  readonly day: (day: IsoDay) => string
  /** A calendar year, quarter or month by its name; any other period by its first and last day. */
  readonly period: (period: Period) => string
  readonly when: (when: When) => string
}

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }
const quarterName: Readonly<Record<Language, (quarter: number, year: number) => string>> = {
  de: (quarter, year) => `${quarter}. Quartal ${year}`,
  en: (quarter, year) => `Q${quarter} ${year}`,
}
const nothing: Readonly<Record<Language, string>> = { de: 'kein Tag', en: 'no day' }

/** A ratio in so many parts of one, rounded half up in whole numbers: exact at any size. */
const inPartsOf = (
  parts: bigint,
  { numerator, denominator }: Pick<Ratio, 'numerator' | 'denominator'>,
): number => Number((2n * parts * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator)))

export const formatIn = (language: Language): Format => {
  const locale = locales[language]
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
  const tenths = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const digit = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
  const oneDigit = new Intl.NumberFormat(locale, digit)
  const signed = new Intl.NumberFormat(locale, { ...digit, signDisplay: 'exceptZero' })
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (day: IsoDay): string => format.format(dayOf(day) * 86_400_000)
  }
  const longDay = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  // a line does not end between the day and its month
  const day = (each: IsoDay): string => longDay(each).replace(' ', '\u00a0')
  const month = dates({ month: 'long', year: 'numeric' })

  const period = ({ from, until }: Period): string => {
    const [first, next] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
    const atMonths = from.endsWith('-01') && until.endsWith('-01') && from < until
    const months = atMonths ? (next - first) * 12 + monthOf(until) - monthOf(from) : 0
    if (months === 1) return month(from)
    if (months === 3 && monthOf(from) % 3 === 1) return quarterName[language]((monthOf(from) + 2) / 3, first)
    if (months > 0 && monthOf(from) === 1 && monthOf(until) === 1)
      return months === 12 ? String(first) : `${first}–${next - 1}`
    return from < until
      ? `${day(from)} – ${day(isoOf(dayOf(until) - 1))}`
      : `${day(from)} – ${day(until)} (${nothing[language]})`
  }
  return {
    number: value => integers.format(value),
    percent: ratio => (ratio.denominator === 0 ? '–' : tenths.format(inPartsOf(1000n, ratio) / 1000)),
    mean: ratio => (ratio.denominator === 0 ? '–' : oneDigit.format(inPartsOf(10n, ratio) / 10)),
    estimate: value => oneDigit.format(value),
    difference: value => signed.format(value).replace('-', '\u2212'),
    share: value => tenths.format(value),
    day,
    period,
    when: when => ('day' in when ? day(when.day) : period(when.period)),
  }
}

const monthOf = (day: IsoDay): number => Number(day.slice(5, 7))
