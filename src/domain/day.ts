import type { Option } from 'fp-ts/Option'
import * as O from 'fp-ts/Option'
import { digits, pair } from './digits.ts'

declare const brand: unique symbol

/**
 * A calendar day as events carry it: `YYYY-MM-DD`, proleptic Gregorian, years 0000–9999, checked to exist.
 * Two of them compare as strings in calendar order.
 *
 * @category model
 */
export type IsoDay = string & { readonly [brand]: 'IsoDay' }

/**
 * A calendar day as calculations use it: whole days since 1970-01-01.
 *
 * @category model
 */
export type Day = number

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const shape = /^\d{4}-\d{2}-\d{2}$/

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/**
 * Checks that a text names an existing day.
 *
 * @example
 * ```ts
 * import { option as O } from 'fp-ts'
 * import { isoDay } from 'einzug'
 * isoDay('2016-02-29') // => O.some('2016-02-29')
 * isoDay('2015-02-29') // => O.none
 * isoDay('29.2.2016') // => O.none
 * ```
 * @category constructors
 */
export const isoDay = (text: string): Option<IsoDay> => {
  if (!shape.test(text)) return O.none
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  const last = month === 2 && isLeap(digits(text, 0, 4)) ? 29 : (daysIn[month - 1] ?? 0)
  return day >= 1 && day <= last ? O.some(text as IsoDay) : O.none
}

/**
 * Whole days from 1970-01-01 to a day.
 *
 * @example
 * ```ts
 * import { dayOf, type IsoDay } from 'einzug'
 * dayOf('1970-01-02' as IsoDay) // => 1
 * dayOf('2017-12-31' as IsoDay) // => 17531
 * ```
 * @category conversions
 */
export const dayOf = (day: IsoDay): Day => {
  const month = pair(day, 5)
  // years begin on 1 March, so that a leap day is the last one of its year; 400 more, so that none is negative
  const year = 100 * pair(day, 0) + pair(day, 2) + (month > 2 ? 400 : 399)
  const century = Math.trunc(year / 100)
  const leapDays = (year >> 2) - century + (century >> 2)
  const daysBefore = Math.trunc((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5)
  return 365 * year + leapDays + daysBefore + pair(day, 8) - 865_566
}

/**
 * The day a number of days after 1970-01-01.
 *
 * @example
 * ```ts
 * import { isoOf } from 'einzug'
 * isoOf(17531) // => '2017-12-31'
 * ```
 * @category conversions
 */
export const isoOf = (day: Day): IsoDay => new Date(day * 86_400_000).toISOString().slice(0, 10) as IsoDay

/**
 * Whole years lived on a day. Someone born on 29 February turns a year older on 1 March of a common year
 * (§ 188 (2) BGB).
 *
 * @example
 * ```ts
 * import { type IsoDay, yearsLived } from 'einzug'
 * yearsLived('2000-02-29' as IsoDay, '2018-02-28' as IsoDay) // => 17
 * yearsLived('2000-02-29' as IsoDay, '2018-03-01' as IsoDay) // => 18
 * ```
 * @category conversions
 */
export const yearsLived = (born: IsoDay, on: IsoDay): number =>
  digits(on, 0, 4) - digits(born, 0, 4) - (on.slice(5) < born.slice(5) ? 1 : 0)
