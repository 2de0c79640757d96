import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Household, Regime } from '../domain/household.ts'
import type {
  AllocationId,
  FlatId,
  HouseholdId,
  PlacementId,
  SiteId,
  StayId,
  TenancyId,
} from '../domain/id.ts'
import type { Site } from '../domain/site.ts'
import type { Policy } from '../rule/policy.ts'

/**
 * A fact: what happened, and its data. `data.on` is the day it took effect. The data are plain JSON (type
 * aliases, not interfaces, so that they satisfy index signatures of other event libraries).
 *
 * @category model
 */
export type Fact<Type extends string, Data> = { readonly type: Type; readonly data: Readonly<Data> }

/**
 * The state hands a household over; `separatedFrom` names the household it split off from, if it was not newly
 * assigned but formed by a separation.
 *
 * @category households
 */
export type HouseholdAssigned = Fact<
  'HouseholdAssigned',
  { on: IsoDay; household: Household; regime: Regime; separatedFrom?: HouseholdId }
>

/** @category households */
export type ChangeOfHousehold =
  | 'birth'
  | 'death'
  | 'family reunion'
  | 'separation'
  | 'needs'
  | 'wishes'
  | 'correction'

/**
 * The household as it is from this day on. `overflow` keeps why a site may hold more than its places since.
 *
 * @category households
 */
export type HouseholdChanged = Fact<
  'HouseholdChanged',
  { on: IsoDay; household: Household; reason: ChangeOfHousehold; overflow?: string }
>

/** @category households */
export type RegimeChanged = Fact<'RegimeChanged', { on: IsoDay; householdId: HouseholdId; regime: Regime }>

/** @category households */
export type Departure = 'moved away' | 'returned' | 'transferred' | 'deported' | 'died' | 'other'

/** @category households */
export type HouseholdLeft = Fact<'HouseholdLeft', { on: IsoDay; householdId: HouseholdId; reason: Departure }>

/** @category flats */
export type FlatListed = Fact<'FlatListed', { on: IsoDay; flat: Flat }>

/**
 * The flat as it is from this day on.
 *
 * @category flats
 */
export type FlatChanged = Fact<'FlatChanged', { on: IsoDay; flat: Flat }>

/** @category flats */
export type Withdrawal = 'let elsewhere' | 'landlord' | 'sold' | 'defects' | 'lease ended' | 'other'

/**
 * From this day on nobody may move in; whoever lives there stays.
 *
 * @category flats
 */
export type FlatWithdrawn = Fact<'FlatWithdrawn', { on: IsoDay; flatId: FlatId; reason: Withdrawal }>

/** @category sites */
export type SiteOpened = Fact<'SiteOpened', { on: IsoDay; site: Site }>
/** @category sites */
export type SiteChanged = Fact<'SiteChanged', { on: IsoDay; site: Site; overflow?: string }>
/** @category sites */
export type SiteClosed = Fact<'SiteClosed', { on: IsoDay; siteId: SiteId }>

/**
 * A household moves into a site. `overflow` keeps why the site may hold more than its places.
 *
 * @category sites
 */
export type StayStarted = Fact<
  'StayStarted',
  { on: IsoDay; stayId: StayId; householdId: HouseholdId; siteId: SiteId; overflow?: string }
>

/** @category sites */
export type StayEnded = Fact<'StayEnded', { on: IsoDay; stayId: StayId }>

/**
 * The stay was from `on` until `until` (`null`: it goes on), whatever was said before.
 *
 * @category sites
 */
export type StayCorrected = Fact<
  'StayCorrected',
  { on: IsoDay; stayId: StayId; until: IsoDay | null; reason: string; overflow?: string }
>

/**
 * The stay never was. `on` is the day of the finding.
 *
 * @category sites
 */
export type StayAnnulled = Fact<'StayAnnulled', { on: IsoDay; stayId: StayId; reason: string }>

/** @category placement */
export type PolicyAdopted = Fact<'PolicyAdopted', { on: IsoDay; policy: Policy; digest: string }>

/**
 * An allocation was computed: enough to compute it again and compare.
 *
 * @category placement
 */
export type AllocationMade = Fact<
  'AllocationMade',
  {
    on: IsoDay
    allocationId: AllocationId
    policyDigest: string
    problemDigest: string
    /** The seed of the lottery, where the policy's ranking draws one. */
    seed: number | null
    totals: {
      readonly households: number
      readonly persons: number
      readonly flats: number
      readonly compatiblePairs: number
      readonly placements: number
      readonly personsHoused: number
      readonly fit: number
    }
  }
>

/**
 * A caseworker chooses against an allocation: which one, the flat that it gave the household (`null`: none), and why it
 * is not followed.
 *
 * @category placement
 */
export interface AgainstAllocation {
  readonly allocationId: AllocationId
  readonly gave: FlatId | null
  readonly reason: string
}

/**
 * A household is to have a flat: as an allocation says, against one, or by neither.
 *
 * @category placement
 */
export type PlacementProposed = Fact<
  'PlacementProposed',
  {
    on: IsoDay
    placementId: PlacementId
    householdId: HouseholdId
    flatId: FlatId
    allocationId?: AllocationId
    against?: AgainstAllocation
  }
>

/** @category placement */
export type DeclineReason =
  | 'too small'
  | 'too large'
  | 'too expensive'
  | 'location'
  | 'condition of the flat'
  | 'access'
  | 'chose another household'
  | 'no longer available'
  | 'no answer'
  | 'other'

/** @category placement */
export type PlacementDeclined = Fact<
  'PlacementDeclined',
  { on: IsoDay; placementId: PlacementId; by: 'household' | 'landlord'; reason: DeclineReason }
>

/** @category placement */
export type PlacementWithdrawn = Fact<
  'PlacementWithdrawn',
  { on: IsoDay; placementId: PlacementId; reason: string }
>

/** @category placement */
export type PlacementAgreed = Fact<'PlacementAgreed', { on: IsoDay; placementId: PlacementId }>

/**
 * A caseworker sets one rule of the policy aside, and says why.
 *
 * @category living
 */
export interface Override {
  readonly rule: string
  readonly reason: string
}

/** @category living */
export type TenancyStarted = Fact<
  'TenancyStarted',
  {
    on: IsoDay
    tenancyId: TenancyId
    householdId: HouseholdId
    flatId: FlatId
    placementId?: PlacementId
    override?: Override
  }
>

/**
 * Why a tenancy ends; `exchange`: the household swaps homes with the one that follows it.
 *
 * @category living
 */
export type EndOfTenancy =
  | 'notice'
  | 'moved'
  | 'exchange'
  | 'term ended'
  | 'left the municipality'
  | 'died'
  | 'other'

/** @category living */
export type TenancyEnded = Fact<'TenancyEnded', { on: IsoDay; tenancyId: TenancyId; reason: EndOfTenancy }>

/**
 * The tenancy was from `on` until `until` (`null`: it goes on), whatever was said before.
 *
 * @category living
 */
export type TenancyCorrected = Fact<
  'TenancyCorrected',
  { on: IsoDay; tenancyId: TenancyId; until: IsoDay | null; reason: string; override?: Override }
>

/**
 * The tenancy never was. `on` is the day of the finding.
 *
 * @category living
 */
export type TenancyAnnulled = Fact<'TenancyAnnulled', { on: IsoDay; tenancyId: TenancyId; reason: string }>

/**
 * All that can happen.
 *
 * @category model
 */
export type HousingEvent =
  | HouseholdAssigned
  | HouseholdChanged
  | RegimeChanged
  | HouseholdLeft
  | FlatListed
  | FlatChanged
  | FlatWithdrawn
  | SiteOpened
  | SiteChanged
  | SiteClosed
  | StayStarted
  | StayEnded
  | StayCorrected
  | StayAnnulled
  | PolicyAdopted
  | AllocationMade
  | PlacementProposed
  | PlacementDeclined
  | PlacementWithdrawn
  | PlacementAgreed
  | TenancyStarted
  | TenancyEnded
  | TenancyCorrected
  | TenancyAnnulled
