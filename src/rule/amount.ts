import type { IsoDay } from '../domain/day.ts'
import type { Seeker } from '../domain/household.ts'
import { type Decimal, sumOf } from './decimal.ts'
import { householdMeasures, type Unit } from './quantity.ts'
import type { Amount } from './rule.ts'

/**
 * What an amount asks of a household on a day: in whole cents where the unit is money, else in the unit itself;
 * `undefined` = not stated. Money is scaled and added up as written and rounded once, to the nearest cent, halves
 * up: 351 EUR at 110 % are 38,610 cents.
 */
export const amountOf = (amount: Amount, unit: Unit, seeker: Seeker, on: IsoDay): number | undefined =>
  amountFor(amount, unit, countOf(amount, seeker, on))

/** The number of people that an amount depends on. */
export const countOf = (amount: Amount, seeker: Seeker, on: IsoDay): number =>
  householdMeasures['times' in amount ? amount.of : 'persons'].of(seeker, on)

/** What an amount asks where so many people count. */
export const amountFor = (amount: Amount, unit: Unit, count: number): number | undefined => {
  if ('fixed' in amount) return inUnit(sumOf([amount.fixed, 1]), unit)
  if ('times' in amount) return inUnit(sumOf([amount.times, count], [amount.plus ?? 0, 1]), unit)
  const { byPersons, eachFurther, percent } = amount
  const further = Math.max(0, count - byPersons.length)
  const entry = byPersons[count - further - 1]
  if (entry === null || entry === undefined) return undefined
  if (further > 0 && eachFurther === undefined) return undefined
  return inUnit(sumOf([entry, 1], [eachFurther ?? 0, further]), unit, percent)
}

const inUnit = (sum: Decimal, unit: Unit, percent = 100): number => {
  const factor = sumOf([percent, 1])
  const digits = sum.digits * factor.digits
  const scale = sum.scale * factor.scale
  const value =
    unit === 'EUR'
      ? Math.round(digits / scale)
      : unit === 'cent'
        ? Math.round(digits / (scale * 100))
        : digits / (scale * 100)
  return value + 0 // never -0, which JSON would not keep
}
