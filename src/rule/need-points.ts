import { dayOf, type IsoDay } from '../domain/day.ts'
import type { Seeker } from '../domain/household.ts'
import { peopleOf } from './amount.ts'
import { sumOf, toNumber } from './decimal.ts'
import { type HouseholdFlag, householdFlags } from './quantity.ts'
import type { People } from './rule.ts'
import { type StandardName, standards } from './standard.ts'

/**
 * What a part of a points scheme counts: people; the days a household has waited; or what it lacks where it lives now
 * to what a standard asks (bedrooms, rooms or square metres; never less than nothing).
 *
 * @category model
 */
export type NeedCount = People | 'waitingDays' | { readonly lacks: StandardName }

/**
 * A part of a points scheme for households, under a name of its own:
 * - `each`: so many whole points for every full `per` (default 1) of what is counted, `most` at most;
 * - `if`: so many points where the household has a property;
 * - `byTier`: a table of points by tier of need, its first entry for tier 1; none beyond its end.
 *
 * What is not recorded gives no points.
 *
 * @category model
 */
export type NeedPart =
  | {
      readonly name: string
      readonly each: number
      readonly of: NeedCount
      readonly per?: number
      readonly most?: number
    }
  | { readonly name: string; readonly if: HouseholdFlag; readonly points: number }
  | { readonly name: string; readonly byTier: ReadonlyArray<number> }

/**
 * What a part gives a household: `count` is what was counted (1 or 0 for a property, the tier for a table by tier),
 * `null` where it is not recorded.
 *
 * @category model
 */
export interface NeedPoints {
  readonly name: string
  readonly count: number | null
  readonly points: number
}

/**
 * The points of a household on a day, part by part in the order of the scheme, and in total.
 *
 * @example
 * ```ts
 * import { type IsoDay, type NeedPart, needPoints, type Seeker } from 'einzug'
 * const household = { id: 'H1', members: [{ id: 'P1' }, { id: 'P2' }], needs: { tier: 2 } }
 * const seeker = { household, regime: 'none', waitingSince: '2016-01-01' } as unknown as Seeker
 * const scheme: ReadonlyArray<NeedPart> = [
 *   { name: 'urgency', byTier: [50, 20] },
 *   { name: 'persons', each: 5, of: 'persons' },
 *   { name: 'months', each: 1, of: 'waitingDays', per: 30, most: 24 },
 * ]
 * needPoints(scheme, seeker, '2016-03-31' as IsoDay).total // => 33
 * needPoints(scheme, seeker, '2016-03-31' as IsoDay).parts.at(-1) // => { name: 'months', count: 90, points: 3 }
 * ```
 * @category ranking
 */
export const needPoints = (
  scheme: ReadonlyArray<NeedPart>,
  seeker: Seeker,
  on: IsoDay,
): { readonly parts: ReadonlyArray<NeedPoints>; readonly total: number } => {
  const parts = scheme.map(part => pointsFor(part, seeker, on))
  return { parts, total: parts.reduce((sum, { points }) => sum + points, 0) }
}

const pointsFor = (part: NeedPart, seeker: Seeker, on: IsoDay): NeedPoints => {
  const { name } = part
  if ('byTier' in part) {
    const tier = seeker.household.needs?.tier
    return { name, count: tier ?? null, points: tier === undefined ? 0 : (part.byTier[tier - 1] ?? 0) }
  }
  if ('if' in part) {
    const has = householdFlags[part.if].of(seeker)
    return { name, count: Number(has), points: has ? part.points : 0 }
  }
  const count = countedOf(part.of, seeker, on)
  if (count === undefined) return { name, count: null, points: 0 }
  const { each, per = 1, most = Infinity } = part
  return { name, count, points: Math.min(most, each * Math.floor(count / per)) }
}

const countedOf = (counted: NeedCount, seeker: Seeker, on: IsoDay): number | undefined => {
  if (counted === 'waitingDays') return Math.max(0, dayOf(on) - dayOf(seeker.waitingSince))
  return typeof counted === 'object' && 'lacks' in counted
    ? lacking(counted.lacks, seeker, on)
    : peopleOf(counted, seeker, on)
}

const lacking = (name: StandardName, { household }: Seeker, on: IsoDay): number | undefined => {
  const { quantity, of } = standards[name]
  const asked = of(household, on)
  const has = household.livesIn?.[quantity]
  return asked === undefined || has === undefined
    ? undefined
    : Math.max(0, toNumber(sumOf([asked, 1], [has, -1])))
}
