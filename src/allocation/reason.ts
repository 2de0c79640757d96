import type { FlatId, HouseholdId } from '../domain/id.ts'
import type { Verdict } from '../rule/judge.ts'
import type { Points } from '../rule/preference.ts'
import type { Rule } from '../rule/rule.ts'

/**
 * A flat that would suit a household better than the one it has, who has it, and what it would cost if the
 * household got it all the same and everybody else were placed as well as can be.
 *
 * @category model
 */
export interface BetterFlat {
  readonly flatId: FlatId
  readonly fit: number
  readonly heldBy: HouseholdId
  readonly costs: ExchangeCosts
}

/**
 * What an exchange would change: who would lose a home, who would gain one, and how many points of fit all
 * together would lose (below 0: gain).
 *
 * @category model
 */
export interface ExchangeCosts {
  readonly lose: ReadonlyArray<HouseholdId>
  readonly gain: ReadonlyArray<HouseholdId>
  readonly points: number
}

/**
 * Why a household has the flat it has: its fit, preference by preference, and all flats that fit better.
 *
 * @category model
 */
export interface Placed {
  readonly _tag: 'Placed'
  readonly flatId: FlatId
  readonly points: ReadonlyArray<Points>
  readonly fit: number
  readonly better: ReadonlyArray<BetterFlat>
}

/**
 * No flat on offer passes the rules. For each rule, how many flats fail by it, and how many by it alone; and the
 * flat that comes nearest: fewest rules failed, then the lowest id among the flats with the least shortfall.
 *
 * @category model
 */
export interface NoFlatFits {
  readonly _tag: 'NoFlatFits'
  readonly rules: ReadonlyArray<{ readonly rule: string; readonly fail: number; readonly failAlone: number }>
  readonly nearest: NearestMiss | null
}

/** @category model */
export interface NearestMiss {
  readonly flatId: FlatId
  readonly failures: ReadonlyArray<{ readonly rule: Rule; readonly verdict: Verdict }>
}

/**
 * Others come first. `hallSet`: the households, none of them ranking later, that between them have every flat
 * that this one or any of them may have; `flats`: those flats. `ahead`: households without a flat, ranking no
 * later, that would be next in line for one of these flats. One more flat of that kind for each of them and one
 * for this household would house it.
 *
 * @category model
 */
export interface Outranked {
  readonly _tag: 'Outranked'
  readonly hallSet: ReadonlyArray<HouseholdId>
  readonly flats: ReadonlyArray<FlatId>
  readonly ahead: ReadonlyArray<HouseholdId>
}

/** @category model */
export type Reason = Placed | NoFlatFits | Outranked
