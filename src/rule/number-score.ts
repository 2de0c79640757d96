import { closeness, perInnerUnit } from './closeness.ts'
import type { PreferenceOf } from './policy.ts'
import type { Amount } from './rule.ts'
import { slackness } from './slackness.ts'

/** A preference whose points come from two numbers: the one found in the flat, and the one asked of it. */
export type NumberPreference = PreferenceOf<'closeTo' | 'slack'>

/** What is asked of the flat. */
export const askedBy = (preference: NumberPreference): Amount =>
  preference.preference === 'closeTo' ? preference.ideal : preference.asks

/** The points that two numbers give; `NaN` = not stated. */
export const numberScore = (preference: NumberPreference): ((found: number, asked: number) => number) => {
  const { points } = preference
  const perUnit = perInnerUnit(preference.perUnit, preference.unit)
  if (preference.preference === 'closeTo') {
    const { costs } = preference
    return (found, ideal) => closeness(points, perUnit, found, ideal, costs)
  }
  const { limit } = preference
  return (found, asked) => slackness(points, perUnit, limit, found, asked)
}
