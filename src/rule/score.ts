import type { Field } from './column.ts'
import { columnOf } from './column-of.ts'
import { asksColumn, foundColumn } from './comparison.ts'
import type { Preference } from './policy.ts'
import { closeness, perInnerUnit } from './preference.ts'

/** One preference over a field: adds the points of household `h` for each of `flats` to `into`. */
export type Score = (h: number, flats: Int32Array, into: Int32Array) => void

export const scoreOf = (preference: Preference, field: Field): Score => {
  const { points } = preference
  if (preference.preference === 'bonus') {
    const { reward } = columnOf(preference.when, field, 'drop')
    return (h, flats, into) => {
      reward(h, flats, points, into)
    }
  }
  const ideals = asksColumn(preference.ideal, preference.unit, field)
  const found = foundColumn(preference.flat, field)
  const perUnit = perInnerUnit(preference.perUnit, preference.unit)
  return (h, flats, into) => {
    const ideal = ideals[h] as number
    for (let k = 0; k < flats.length; k++)
      into[k] = (into[k] as number) + closeness(points, perUnit, found[flats[k] as number] as number, ideal)
  }
}
