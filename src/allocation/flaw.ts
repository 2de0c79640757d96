import type { FlatId, HouseholdId } from '../domain/id.ts'
import type { Flaw } from '../matching/index.ts'
import type { AllocationTotals } from './totals.ts'

/**
 * What is wrong with an allocation, and where. `NoProof`: it has none, and its policy does not allocate in turn.
 * `HomeTwice`: two households have it. `PassedOver`: a better home was free when it was the household's turn.
 *
 * @category errors
 */
export type AllocationFlaw =
  | { readonly _tag: 'UnknownHousehold'; readonly householdId: HouseholdId }
  | { readonly _tag: 'UnknownFlat'; readonly flatId: FlatId; readonly room: number }
  | { readonly _tag: 'NotOnce'; readonly householdId: HouseholdId }
  | {
      readonly _tag: 'RuleBroken'
      readonly householdId: HouseholdId
      readonly flatId: FlatId
      readonly rule: string
    }
  | {
      readonly _tag: 'WrongFit'
      readonly householdId: HouseholdId
      readonly stated: number
      readonly found: number
    }
  | {
      readonly _tag: 'WrongCount'
      readonly of: keyof AllocationTotals
      readonly stated: number
      readonly found: number
    }
  | { readonly _tag: 'NotProven'; readonly flaw: Flaw }
  | { readonly _tag: 'NoProof' }
  | { readonly _tag: 'HomeTwice'; readonly flatId: FlatId; readonly room: number }
  | {
      readonly _tag: 'PassedOver'
      readonly householdId: HouseholdId
      readonly flatId: FlatId
      readonly room: number
    }
