import type { Blocked } from '../domain/blocked.ts'
import type { IsoDay } from '../domain/day.ts'
import type {
  AllocationId,
  CommandId,
  FlatId,
  HouseholdId,
  PersonId,
  PlacementId,
  SiteId,
  StayId,
  TenancyId,
} from '../domain/id.ts'
import type { Verdict } from '../rule/judge.ts'
import type { PolicyIssue } from '../rule/policy-issue.ts'
import type { PlacementState } from './registry.ts'

/**
 * A home that stands in the way: a tenancy or a stay and its days; `until` is `null` while it goes on.
 *
 * @category refusals
 */
export interface InTheWay {
  readonly kind: 'tenancy' | 'stay'
  readonly id: TenancyId | StayId
  readonly from: IsoDay
  readonly until: IsoDay | null
}

/**
 * A rule that a tenancy would break, and by how much.
 *
 * @category refusals
 */
export interface BrokenRule {
  readonly rule: string
  readonly verdict: Verdict
}

/**
 * Why a command is refused, with the facts that caused it. It holds ids, days and numbers, nothing personal.
 *
 * @category refusals
 */
export type Refusal =
  | { readonly _tag: 'AlreadyHandled'; readonly commandId: CommandId }
  | { readonly _tag: 'Unknown'; readonly what: Known; readonly id: string }
  | { readonly _tag: 'AlreadyExists'; readonly what: Known; readonly id: string }
  | {
      readonly _tag: 'NotPresent'
      readonly householdId: HouseholdId
      readonly assigned: IsoDay
      readonly left: IsoDay | null
    }
  | { readonly _tag: 'FactsBeyond'; readonly householdId: HouseholdId; readonly last: IsoDay }
  | { readonly _tag: 'PersonElsewhere'; readonly personId: PersonId; readonly householdId: HouseholdId }
  | {
      readonly _tag: 'NotAPartition'
      readonly householdId: HouseholdId
      readonly personIds: ReadonlyArray<PersonId>
    }
  | { readonly _tag: 'LivesElsewhere'; readonly householdId: HouseholdId; readonly residence: InTheWay }
  | {
      readonly _tag: 'FlatTaken'
      readonly flatId: FlatId
      readonly on: IsoDay
      readonly units: number
      readonly tenancies: ReadonlyArray<TenancyId>
    }
  | {
      readonly _tag: 'FlatBlocked'
      readonly flatId: FlatId
      readonly on: IsoDay
      readonly blocked: Blocked
    }
  | {
      readonly _tag: 'FlatPromised'
      readonly flatId: FlatId
      readonly units: number
      readonly placements: ReadonlyArray<PlacementId>
    }
  | { readonly _tag: 'FlatListed'; readonly flatId: FlatId }
  | { readonly _tag: 'FlatNotListed'; readonly flatId: FlatId; readonly on: IsoDay }
  | {
      readonly _tag: 'TenancyStartsThen'
      readonly flatId: FlatId
      readonly tenancyId: TenancyId
      readonly from: IsoDay
    }
  | {
      readonly _tag: 'SiteFull'
      readonly siteId: SiteId
      readonly on: IsoDay
      readonly places: number
      readonly persons: number
    }
  | {
      readonly _tag: 'SiteNotOpen'
      readonly siteId: SiteId
      readonly opened: IsoDay
      readonly closed: IsoDay | null
    }
  | {
      readonly _tag: 'SiteInUse'
      readonly siteId: SiteId
      readonly stayId: StayId
      readonly until: IsoDay | null
    }
  | { readonly _tag: 'SiteChangedThen'; readonly siteId: SiteId; readonly last: IsoDay }
  | { readonly _tag: 'EmptyInterval'; readonly from: IsoDay; readonly until: IsoDay }
  | { readonly _tag: 'NotOpenEnded'; readonly residence: InTheWay }
  | { readonly _tag: 'Annulled'; readonly id: TenancyId | StayId }
  | { readonly _tag: 'RulesBroken'; readonly flatId: FlatId; readonly rules: ReadonlyArray<BrokenRule> }
  | { readonly _tag: 'NothingToOverride'; readonly rule: string }
  | {
      readonly _tag: 'AllocationGave'
      readonly allocationId: AllocationId
      readonly householdId: HouseholdId
      readonly flatId: FlatId | null
    }
  | { readonly _tag: 'BadPolicy'; readonly issues: ReadonlyArray<PolicyIssue> }
  | { readonly _tag: 'PlacementIs'; readonly placementId: PlacementId; readonly state: PlacementState }
  | {
      readonly _tag: 'PlacementSince'
      readonly placementId: PlacementId
      readonly state: PlacementState
      readonly since: IsoDay
    }
  | { readonly _tag: 'PlacementOpen'; readonly householdId: HouseholdId; readonly placementId: PlacementId }
  | {
      readonly _tag: 'OtherPlacement'
      readonly placementId: PlacementId
      readonly householdId: HouseholdId
      readonly flatId: FlatId
    }

/**
 * What a command can name.
 *
 * @category refusals
 */
export type Known = 'household' | 'flat' | 'site' | 'tenancy' | 'stay' | 'placement' | 'allocation'

/** The ids that {@link Known} things have. */
export type KnownId = HouseholdId | FlatId | SiteId | TenancyId | StayId | PlacementId | AllocationId
