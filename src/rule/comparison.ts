import type { Seeker } from '../domain/household.ts'
import { amountFor, countOf } from './amount.ts'
import type { Field, IndexedColumn } from './column.ts'
import { flatFlags, flatMeasures, householdFlags, type Unit } from './quantity.ts'
import type { Amount, Comparison, Implication } from './rule.ts'
import { threshold } from './threshold.ts'

/** Whether a pair that the rule abstains from is kept (a rule), or not (the condition of a bonus). */
export type Abstaining = 'keep' | 'drop'

/** What each household asks, once for each number of people. `NaN` = not stated. */
export const asksColumn = (amount: Amount, unit: Unit, { seekers, on }: Field): Float64Array => {
  const asks = new Map<number, number>()
  const askOf = (seeker: Seeker): number => {
    const count = countOf(amount, seeker, on)
    const ask = asks.get(count) ?? amountFor(amount, unit, count) ?? Number.NaN
    asks.set(count, ask)
    return ask
  }
  return Float64Array.from(seekers.map(askOf))
}

/** A quantity of each flat. `NaN` = not stated. */
export const foundColumn = (quantity: Comparison['flat'], { flats, on }: Field): Float64Array =>
  Float64Array.from(flats.map(flat => flatMeasures[quantity].of(flat, on) ?? Number.NaN))

/**
 * `atMost` is `atLeast` with both signs turned. A limit that is not stated becomes one that every flat reaches;
 * a flat that does not say becomes one that reaches every limit, or only that one. Where abstaining is not
 * enough both stay `NaN`, which reaches nothing and is reached by nothing.
 */
export const comparison = (rule: Comparison, field: Field, abstaining: Abstaining): IndexedColumn => {
  const sign = rule.rule === 'atLeast' ? 1 : -1
  const unstated = rule.unstated === 'allow' ? Infinity : -Infinity
  const turned = (column: Float64Array, missing: number): Float64Array =>
    column.map(value => (Number.isNaN(value) && abstaining === 'keep' ? missing : sign * value))
  return threshold(
    turned(foundColumn(rule.flat, field), unstated),
    turned(asksColumn(rule.asks, rule.unit, field), -Infinity),
  )
}

/** A household that needs nothing asks 0, one that needs it 1; a flat that has it gives 1. */
export const implication = (
  rule: Implication,
  { seekers, flats }: Field,
  abstaining: Abstaining,
): IndexedColumn => {
  const unstated = rule.unstated === 'allow' && abstaining === 'keep'
  return threshold(
    Float64Array.from(flats.map(flat => Number(flatFlags[rule.flat].of(flat) ?? unstated))),
    Float64Array.from(seekers.map(seeker => Number(householdFlags[rule.household].of(seeker)))),
  )
}
