import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { metresBetween } from '../domain/position.ts'
import { asking } from './amount.ts'
import { closeness, perInnerUnit } from './closeness.ts'
import type { Preference } from './policy.ts'
import { flatMeasures } from './quantity.ts'

type Form<K extends Preference['preference']> = Extract<Preference, { readonly preference: K }>

/** A preference whose points do not come from comparing two numbers alone. */
export type PairPreference = Form<'near' | 'slack' | 'language'>

/** The points that a flat gives a household. */
export type PairScore = (seeker: Seeker, flat: Flat) => number

/** Readies a preference for many households and flats of one day. */
export const pairScore = (preference: PairPreference, on: IsoDay): PairScore => {
  switch (preference.preference) {
    case 'near':
      return near(preference)
    case 'slack':
      return slack(preference, on)
    case 'language':
      return language(preference)
  }
}

const near =
  ({ points, to, perKilometre }: Form<'near'>): PairScore =>
  ({ household }, { position }) => {
    const places = to === 'household.kin' ? (household.kin ?? []) : to
    if (position === undefined || places.length === 0) return 0
    const nearest = Math.min(...places.map(place => metresBetween(position, place)))
    return closeness(points, perKilometre / 1000, nearest, 0)
  }

const slack = (
  { points, limit, flat: quantity, asks, unit, perUnit }: Form<'slack'>,
  on: IsoDay,
): PairScore => {
  const ask = asking(asks, unit, on)
  const sign = limit === 'atMost' ? 1 : -1
  const rate = perInnerUnit(perUnit, unit)
  return (seeker, flat) => {
    const spare = sign * ((ask(seeker) ?? Number.NaN) - (flatMeasures[quantity].of(flat, on) ?? Number.NaN))
    // a millionth of a point is forgiven, as in `closeness`
    return spare > 0 && Number.isFinite(spare) ? Math.min(points, Math.floor(rate * spare + 1e-6)) : 0
  }
}

const language = ({ points, byDistrict }: Form<'language'>): PairScore => {
  const spoken = new Map(Object.entries(byDistrict))
  return ({ household: { languages = [] } }, { district }) =>
    spoken.get(district)?.some(each => languages.includes(each)) === true ? points : 0
}
