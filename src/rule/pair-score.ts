import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { metresBetween, type Position } from '../domain/position.ts'
import { closeness } from './closeness.ts'
import type { PreferenceOf } from './policy.ts'

/** A preference whose points do not come from comparing two numbers. */
export type PairPreference = PreferenceOf<'near' | 'language'>

/** The points that a flat gives a household. */
export type PairScore = (seeker: Seeker, flat: Flat) => number

/** Readies a preference for many households and flats. */
export const pairScore = (preference: PairPreference): PairScore =>
  preference.preference === 'near' ? near(preference) : language(preference)

const near = ({ points, to, perKilometre }: PreferenceOf<'near'>): PairScore => {
  const given = (places: ReadonlyArray<Position>, position: Position): number =>
    closeness(points, perKilometre / 1000, metresToNearest(places, position), 0)
  if (to === 'household.kin')
    return ({ household: { kin = [] } }, { position }) => (position === undefined ? 0 : given(kin, position))
  // the same for every household: reckoned once for each flat
  const known = new Map<Position, number>()
  return (_, { position }) => {
    if (position === undefined) return 0
    const score = known.get(position) ?? given(to, position)
    known.set(position, score)
    return score
  }
}

/** Without end where there is no place to go to. */
const metresToNearest = (places: ReadonlyArray<Position>, from: Position): number =>
  Math.min(...places.map(place => metresBetween(from, place)))

const language = ({ points, byDistrict }: PreferenceOf<'language'>): PairScore => {
  const spoken = new Map(Object.entries(byDistrict))
  return ({ household: { languages = [] } }, { district }) =>
    spoken.get(district)?.some(each => languages.includes(each)) === true ? points : 0
}
