import type { IsoDay } from '../domain/day.ts'
import type { Seeker } from '../domain/household.ts'
import { householdMeasures, type Unit } from './quantity.ts'
import type { Amount } from './rule.ts'

/** Ten to the power of the decimals that a written number has. */
const scaleOf = (written: number): number => {
  const [, decimals = ''] = /\.(\d+)$/.exec(String(written)) ?? []
  return 10 ** decimals.length
}

/**
 * `written × percent / 100`, in cents when it is written in euros. Money is rounded to the nearest cent, halves
 * up; whole numbers are multiplied and divided once, so that no binary fraction creeps in.
 */
export const exactly = (written: number, unit: Unit, percent = 100): number => {
  const scale = scaleOf(written)
  const whole = Math.round(written * scale) * percent
  if (unit === 'EUR') return Math.round(whole / scale)
  return unit === 'cent' ? Math.round(whole / (scale * 100)) : whole / (scale * 100)
}

/**
 * What an amount asks of a household on a day: in cents where the unit is money, else in the unit itself.
 * `undefined` = not stated.
 */
export const amountOf = (amount: Amount, unit: Unit, seeker: Seeker, on: IsoDay): number | undefined => {
  if ('fixed' in amount) return exactly(amount.fixed, unit)
  if ('times' in amount) {
    return exactly(amount.times, unit) * householdMeasures[amount.of].of(seeker, on) + exactly(amount.plus ?? 0, unit)
  }
  const { byPersons, eachFurther, percent } = amount
  const persons = householdMeasures.persons.of(seeker)
  const further = persons - byPersons.length
  const entry = byPersons[Math.min(persons, byPersons.length) - 1]
  if (entry === null || entry === undefined) return undefined
  if (further <= 0) return exactly(entry, unit, percent)
  return eachFurther === undefined ? undefined : exactly(entry, unit, percent) + exactly(eachFurther, unit, percent) * further
}
