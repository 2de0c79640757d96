import type { IsoDay } from '../domain/day.ts'
import type { Household, Regime } from '../domain/household.ts'
import type { CommandId } from '../domain/id.ts'
import type {
  AllocationMade,
  ChangeOfHousehold,
  FlatChanged,
  FlatListed,
  FlatWithdrawn,
  HouseholdLeft,
  PlacementAgreed,
  PlacementDeclined,
  PlacementProposed,
  PlacementWithdrawn,
  RegimeChanged,
  SiteChanged,
  SiteClosed,
  SiteOpened,
  StayAnnulled,
  StayCorrected,
  StayEnded,
  StayStarted,
  TenancyAnnulled,
  TenancyCorrected,
  TenancyEnded,
  TenancyStarted,
} from '../event/event.ts'
import type { Policy } from '../rule/policy.ts'

/**
 * A wish that something be recorded, as plain JSON. The decider turns it into events or refuses it; the same
 * `id` a second time changes nothing.
 *
 * @category model
 */
export type Order<Type extends string, Data> = {
  readonly type: Type
  readonly id: CommandId
  readonly data: Readonly<Data>
}

/** @category households */
export type AssignHousehold = Order<'AssignHousehold', { on: IsoDay; household: Household; regime: Regime }>

/** @category households */
export type ChangeHousehold = Order<
  'ChangeHousehold',
  { on: IsoDay; household: Household; reason: Exclude<ChangeOfHousehold, 'separation'>; overflow?: string }
>

/**
 * A household splits: `remaining` keeps its id and its home, `separated` is a new household without one.
 *
 * @category households
 */
export type SeparateHousehold = Order<
  'SeparateHousehold',
  { on: IsoDay; remaining: Household; separated: Household }
>

/** @category households */
export type ChangeRegime = Order<'ChangeRegime', RegimeChanged['data']>

/**
 * The household leaves the municipality; a tenancy or stay that goes on ends with it.
 *
 * @category households
 */
export type RecordDeparture = Order<'RecordDeparture', HouseholdLeft['data']>

/** @category flats */
export type ListFlat = Order<'ListFlat', FlatListed['data']>
/** @category flats */
export type ChangeFlat = Order<'ChangeFlat', FlatChanged['data']>
/** @category flats */
export type WithdrawFlat = Order<'WithdrawFlat', FlatWithdrawn['data']>
/** @category sites */
export type OpenSite = Order<'OpenSite', SiteOpened['data']>
/** @category sites */
export type ChangeSite = Order<'ChangeSite', SiteChanged['data']>
/** @category sites */
export type CloseSite = Order<'CloseSite', SiteClosed['data']>

/**
 * A household moves into a site. `until` records a stay that is already over.
 *
 * @category sites
 */
export type StartStay = Order<'StartStay', StayStarted['data'] & { readonly until?: IsoDay }>
/** @category sites */
export type EndStay = Order<'EndStay', StayEnded['data']>
/** @category sites */
export type CorrectStay = Order<'CorrectStay', StayCorrected['data']>
/** @category sites */
export type AnnulStay = Order<'AnnulStay', StayAnnulled['data']>

/** @category placement */
export type AdoptPolicy = Order<'AdoptPolicy', { on: IsoDay; policy: Policy }>
/** @category placement */
export type RecordAllocation = Order<'RecordAllocation', AllocationMade['data']>
/** @category placement */
export type ProposePlacement = Order<'ProposePlacement', PlacementProposed['data']>
/** @category placement */
export type DeclinePlacement = Order<'DeclinePlacement', PlacementDeclined['data']>
/** @category placement */
export type WithdrawPlacement = Order<'WithdrawPlacement', PlacementWithdrawn['data']>
/** @category placement */
export type AgreePlacement = Order<'AgreePlacement', PlacementAgreed['data']>

/**
 * A household moves into a flat. A stay that covers the day ends on it; another tenancy must be ended first.
 * `until` records a tenancy that is already over.
 *
 * @category living
 */
export type StartTenancy = Order<'StartTenancy', TenancyStarted['data'] & { readonly until?: IsoDay }>
/** @category living */
export type EndTenancy = Order<'EndTenancy', TenancyEnded['data']>
/** @category living */
export type CorrectTenancy = Order<'CorrectTenancy', TenancyCorrected['data']>
/** @category living */
export type AnnulTenancy = Order<'AnnulTenancy', TenancyAnnulled['data']>

/**
 * All that can be asked for.
 *
 * @category model
 */
export type Command =
  | AssignHousehold
  | ChangeHousehold
  | SeparateHousehold
  | ChangeRegime
  | RecordDeparture
  | ListFlat
  | ChangeFlat
  | WithdrawFlat
  | OpenSite
  | ChangeSite
  | CloseSite
  | StartStay
  | EndStay
  | CorrectStay
  | AnnulStay
  | AdoptPolicy
  | RecordAllocation
  | ProposePlacement
  | DeclinePlacement
  | WithdrawPlacement
  | AgreePlacement
  | StartTenancy
  | EndTenancy
  | CorrectTenancy
  | AnnulTenancy
