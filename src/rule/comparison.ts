import type { Seeker } from '../domain/household.ts'
import { asking } from './amount.ts'
import type { Abstaining, Field, IndexedColumn } from './column.ts'
import { isFor } from './judge.ts'
import { flatFlags, flatMeasures, householdFlags, type Unit } from './quantity.ts'
import type { Amount, Comparison, Implication } from './rule.ts'
import { threshold } from './threshold.ts'

/** What each household asks. `NaN` = not stated. */
export const asksColumn = (amount: Amount, unit: Unit, { seekers, on }: Field): Float64Array => {
  const ask = asking(amount, unit, on)
  return Float64Array.from(seekers.map(seeker => ask(seeker) ?? Number.NaN))
}

/** A quantity of each flat. `NaN` = not stated. */
export const foundColumn = (quantity: Comparison['flat'], { flats, on }: Field): Float64Array =>
  Float64Array.from(flats.map(flat => flatMeasures[quantity].of(flat, on) ?? Number.NaN))

/**
 * `atMost` is `atLeast` with both signs turned. A limit that is not stated, or is for other regimes, becomes one that
 * every flat reaches; a flat that does not say becomes one that reaches every limit, or only that one. Where
 * abstaining is not enough both stay `NaN`, which reaches nothing and is reached by nothing.
 */
export const comparison = (rule: Comparison, field: Field, abstaining: Abstaining): IndexedColumn => {
  const sign = rule.rule === 'atLeast' ? 1 : -1
  const unstated = rule.unstated === 'allow' ? Infinity : -Infinity
  const turned = (column: Float64Array, missing: number): Float64Array =>
    column.map(value => (Number.isNaN(value) && abstaining === 'keep' ? missing : sign * value))
  const asks = asksColumn(rule.asks, rule.unit, field).map((ask, h) =>
    isFor(rule, field.seekers[h] as Seeker) ? ask : Number.NaN,
  )
  return threshold(turned(foundColumn(rule.flat, field), unstated), turned(asks, -Infinity))
}

/**
 * A household that needs nothing asks 0, one that needs it 1; a flat that has it gives 1. One under other regimes asks
 * 0, too, or, where abstaining is not enough, `NaN`.
 */
export const implication = (
  rule: Implication,
  { seekers, flats }: Field,
  abstaining: Abstaining,
): IndexedColumn => {
  const unstated = rule.unstated === 'allow' && abstaining === 'keep'
  const abstained = abstaining === 'keep' ? 0 : Number.NaN
  const { of: needs } = householdFlags[rule.household]
  return threshold(
    Float64Array.from(flats.map(flat => Number(flatFlags[rule.flat].of(flat) ?? unstated))),
    Float64Array.from(seekers.map(seeker => (isFor(rule, seeker) ? Number(needs(seeker)) : abstained))),
  )
}
