import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { amountOf } from './amount.ts'
import { judge, type Predicates } from './judge.ts'
import { askedBy, numberScore } from './number-score.ts'
import { pairScore } from './pair-score.ts'
import type { Preference } from './policy.ts'
import { flatMeasures } from './quantity.ts'

/**
 * What one preference gives, in whole points.
 *
 * @category model
 */
export interface Points {
  readonly name: string
  readonly points: number
}

/**
 * How well a flat fits a household: whole points, preference by preference in the order of the policy, and in
 * total.
 *
 * @category model
 */
export interface Fit {
  readonly points: ReadonlyArray<Points>
  readonly total: number
}

/**
 * How well a flat fits a household on a day.
 *
 * @example
 * ```ts
 * import { fitOf, type Flat, type IsoDay, type Preference, type Seeker } from 'einzug'
 * const seeker = { household: { id: 'H1', members: [{ id: 'P1' }] }, regime: 'none' } as unknown as Seeker
 * const flat = { id: 'F1', district: 'Mitte', area: 48, rooms: 2, rent: { cold: 46000 } } as unknown as Flat
 * const size: Preference = { preference: 'closeTo', name: 'size', points: 100, flat: 'area', ideal: { fixed: 45 }, unit: 'm²', perUnit: 10 }
 * fitOf([size], seeker, flat, '2016-03-01' as IsoDay) // => { points: [{ name: 'size', points: 70 }], total: 70 }
 * ```
 * @category preferences
 */
export const fitOf = (
  preferences: ReadonlyArray<Preference>,
  seeker: Seeker,
  flat: Flat,
  on: IsoDay,
  predicates: Predicates = {},
): Fit => {
  const points = preferences.map(preference => ({
    name: preference.name,
    points: pointsOf(preference, seeker, flat, on, predicates),
  }))
  return { points, total: points.reduce((sum, each) => sum + each.points, 0) }
}

/** The points of one preference. */
export const pointsOf = (
  preference: Preference,
  seeker: Seeker,
  flat: Flat,
  on: IsoDay,
  predicates: Predicates,
): number => {
  switch (preference.preference) {
    case 'bonus':
      return judge(preference.when, seeker, flat, on, predicates)._tag === 'Passes' ? preference.points : 0
    case 'closeTo':
    case 'slack': {
      const asked = amountOf(askedBy(preference), preference.unit, seeker, on)
      const found = flatMeasures[preference.flat].of(flat, on)
      return numberScore(preference)(found ?? Number.NaN, asked ?? Number.NaN)
    }
    case 'near':
    case 'language':
      return pairScore(preference)(seeker, flat)
  }
}
