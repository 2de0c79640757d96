import type { FlatId, HouseholdId } from '../../domain/id.ts'
import type { Points } from '../../rule/preference.ts'
import type { Exception, OneMoreFlat } from './change.ts'
import type { ExchangeCosts } from './exchange-costs.ts'
import type { NearestMiss, RuleCount, RuleFailure } from './miss.ts'

/**
 * Why a household has the flat it has: its fit, preference by preference; all flats that would fit it better, the
 * best first, with who has them; and why the best of them stays where it is.
 *
 * @category model
 */
export interface Placed {
  readonly _tag: 'Placed'
  readonly flatId: FlatId
  readonly points: ReadonlyArray<Points>
  readonly fit: number
  readonly better: ReadonlyArray<BetterFlat>
  /** What it would cost to give it the first of `better` all the same; `null` where there is none. */
  readonly costs: ExchangeCosts | null
}

/**
 * A flat that would fit a household better than the one it has, and who has it.
 *
 * @category model
 */
export interface BetterFlat {
  readonly flatId: FlatId
  readonly fit: number
  readonly heldBy: HouseholdId
}

/**
 * No flat on offer passes the rules. For each rule, how many flats fail by it, and how many by it alone; the flat
 * that comes nearest: fewest rules failed, then the lowest id among the flats with the least shortfall. And what
 * would house it: the smallest exception, and the flat nearest to those on offer; `null` where nothing of that kind
 * would.
 *
 * @category model
 */
export interface NoFlatFits {
  readonly _tag: 'NoFlatFits'
  readonly rules: ReadonlyArray<RuleCount>
  readonly nearest: NearestMiss | null
  readonly exception: Exception | null
  readonly oneMore: OneMoreFlat | null
}

/**
 * Others come first. `hallSet`: the households, none of them ranking later, that between them have every flat
 * that this one or any of them may have; `flats`: those flats. `ahead`: households without a flat, ranking no
 * later, that would be next in line for one of these flats. One more flat of that kind for each of them and one
 * for this household would house it.
 *
 * `ifOneOf`: the households of the Hall set whose withdrawal alone would surely house it; one more flat like any of
 * `ifOneMoreOf`, their flats, would do the same. Where none would, others are next in line for all of them. Where
 * households of its own rank wait as well, fit decides, and nothing is sure. `exception`: the smallest exception
 * that would house it, `null` where none would.
 *
 * @category model
 */
export interface Outranked {
  readonly _tag: 'Outranked'
  readonly hallSet: ReadonlyArray<HouseholdId>
  readonly flats: ReadonlyArray<FlatId>
  readonly ahead: ReadonlyArray<HouseholdId>
  readonly ifOneOf: ReadonlyArray<HouseholdId>
  readonly ifOneMoreOf: ReadonlyArray<FlatId>
  readonly exception: Exception | null
}

/**
 * Why a household has the flat it has, where flats are given away in turn: of those that nobody before it had taken,
 * none fits it better. `turn` counts from 1. `better`: all flats that would fit it better, the best first, and who had
 * taken them.
 *
 * @category model
 */
export interface PlacedInTurn {
  readonly _tag: 'PlacedInTurn'
  readonly turn: number
  readonly flatId: FlatId
  readonly points: ReadonlyArray<Points>
  readonly fit: number
  readonly better: ReadonlyArray<BetterFlat>
}

/**
 * All flats that a household may have were taken before its turn. `ifOneOf`: the households that would each have made
 * room for it by not taking part, as those after them would have chosen otherwise. `exception` and `oneMore` as in
 * {@link NoFlatFits}: nobody is moved, so whatever the household could have at its turn houses it.
 *
 * @category model
 */
export interface AllTaken {
  readonly _tag: 'AllTaken'
  readonly turn: number
  readonly flats: ReadonlyArray<FlatId>
  readonly heldBy: ReadonlyArray<HouseholdId>
  readonly ifOneOf: ReadonlyArray<HouseholdId>
  readonly exception: Exception | null
  readonly oneMore: OneMoreFlat | null
}

/**
 * Why a household has its flat, or has none.
 *
 * @category model
 */
export type HouseholdReason = Placed | NoFlatFits | Outranked | PlacedInTurn | AllTaken

/**
 * A flat goes to somebody. `may`: how many households may live in it. `next`: who is first in line for it, by
 * moves of others if need be; several of one rank if fit would decide among them, empty if nobody waits. `costs`:
 * what there would be less without it (of one let room by room: without the first room taken). Where flats are given
 * away in turn: who would have a home in addition if its tenant had not taken part, and what a walk without it gives.
 *
 * @category model
 */
export interface FlatTaken {
  readonly _tag: 'FlatTaken'
  readonly flatId: FlatId
  readonly tenants: ReadonlyArray<{ readonly householdId: HouseholdId; readonly fit: number }>
  readonly may: number
  readonly next: ReadonlyArray<HouseholdId>
  readonly costs: ExchangeCosts
}

/**
 * A flat stays empty, as no household that seeks may live in it. For each rule, how many households fail by it, and
 * how many by it alone; and the household that comes nearest.
 *
 * @category model
 */
export interface NobodyMay {
  readonly _tag: 'NobodyMay'
  readonly flatId: FlatId
  readonly rules: ReadonlyArray<RuleCount>
  readonly nearest: {
    readonly householdId: HouseholdId
    readonly failures: ReadonlyArray<RuleFailure>
  } | null
}

/**
 * A flat stays empty, as everybody who may live in it has a home that fits at least as well.
 *
 * @category model
 */
export interface AllHaveBetter {
  readonly _tag: 'AllHaveBetter'
  readonly flatId: FlatId
  readonly may: ReadonlyArray<{
    readonly householdId: HouseholdId
    readonly fit: number
    readonly fitHere: number
  }>
}

/**
 * Who has a flat, or why it stays empty.
 *
 * @category model
 */
export type FlatReason = FlatTaken | NobodyMay | AllHaveBetter

/** @category model */
export type Reason = HouseholdReason | FlatReason
