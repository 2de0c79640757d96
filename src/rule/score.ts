import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import type { Field } from './column.ts'
import { columnOf } from './column-of.ts'
import { asksColumn, foundColumn } from './comparison.ts'
import { askedBy, type NumberPreference, numberScore } from './number-score.ts'
import { type PairPreference, pairScore } from './pair-score.ts'
import type { Preference, PreferenceOf } from './policy.ts'

/** One preference over a field: adds the points of household `h` for each of `flats` to `into`. */
export type Score = (h: number, flats: Int32Array, into: Int32Array) => void

export const scoreOf = (preference: Preference, field: Field): Score => {
  switch (preference.preference) {
    case 'bonus':
      return bonus(preference, field)
    case 'closeTo':
    case 'slack':
      return numbers(preference, field)
    case 'near':
    case 'language':
      return pairs(preference, field)
  }
}

const bonus = ({ when, points }: PreferenceOf<'bonus'>, field: Field): Score => {
  const { reward } = columnOf(when, field, 'drop')
  return (h, flats, into) => {
    reward(h, flats, points, into)
  }
}

/** Each side is read once. */
const numbers = (preference: NumberPreference, field: Field): Score => {
  const asks = asksColumn(askedBy(preference), preference.unit, field)
  const found = foundColumn(preference.flat, field)
  const score = numberScore(preference)
  return (h, flats, into) => {
    const asked = asks[h] as number
    for (let k = 0; k < flats.length; k++)
      into[k] = (into[k] as number) + score(found[flats[k] as number] as number, asked)
  }
}

const pairs = (preference: PairPreference, field: Field): Score => {
  const score = pairScore(preference)
  return (h, flats, into) => {
    const seeker = field.seekers[h] as Seeker
    for (let k = 0; k < flats.length; k++)
      into[k] = (into[k] as number) + score(seeker, field.flats[flats[k] as number] as Flat)
  }
}
