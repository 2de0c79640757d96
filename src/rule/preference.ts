import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { amountOf, exactly } from './amount.ts'
import { judge, type Predicates } from './judge.ts'
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
 * How well a flat fits a household on a day: whole points, preference by preference and in total.
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
): { readonly points: ReadonlyArray<Points>; readonly total: number } => {
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
  if (preference.preference === 'bonus') {
    return judge(preference.when, seeker, flat, on, predicates)._tag === 'Passes' ? preference.points : 0
  }
  const ideal = amountOf(preference.ideal, preference.unit, seeker, on)
  const found = flatMeasures[preference.flat].of(flat, on)
  if (ideal === undefined || found === undefined) return 0
  const off = Math.abs(found - ideal) / exactly(1, preference.unit)
  // rounded to a millionth of a point first, so that 0.1 + 0.2 costs what 0.3 costs
  return Math.max(0, Math.floor(Number((preference.points - preference.perUnit * off).toFixed(6))))
}
