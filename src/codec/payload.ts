import type * as t from 'io-ts'
import type * as events from '../event/event.ts'
import { IsoDay } from './day.ts'
import { Flat } from './flat.ts'
import { Household, Regime } from './household.ts'
import { AllocationId, FlatId, HouseholdId, PlacementId, SiteId, StayId, TenancyId } from './id.ts'
import { Policy } from './policy.ts'
import { ChangeOfHousehold, DeclineReason, Departure, EndOfTenancy, Withdrawal } from './reason.ts'
import { Digest, Text, whole, words } from './scalar.ts'
import { Site } from './site.ts'
import { object, orNull } from './structure.ts'

type Payloads = { readonly [E in events.HousingEvent as E['type']]: t.Type<E['data']> }

/** A rule set aside, and why. */
export const Override: t.Type<events.Override> = /* @__PURE__ */ object<events.Override>('an override', {
  rule: Text,
  reason: Text,
})
const AgainstAllocation: t.Type<events.AgainstAllocation> = /* @__PURE__ */ object<events.AgainstAllocation>(
  'a choice against an allocation',
  { allocationId: AllocationId, gave: /* @__PURE__ */ orNull(FlatId), reason: Text },
)
const Until = /* @__PURE__ */ orNull(IsoDay)
const Count = /* @__PURE__ */ whole('a whole number', 0, Number.MAX_SAFE_INTEGER)
const Seed = /* @__PURE__ */ whole('a whole number', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)

const Totals = /* @__PURE__ */ object<events.AllocationMade['data']['totals']>('totals', {
  households: Count,
  persons: Count,
  flats: Count,
  compatiblePairs: Count,
  placements: Count,
  personsHoused: Count,
  fit: Count,
})

const on = IsoDay

/** The data of every event. */
export const payloads: Payloads = {
  HouseholdAssigned: /* @__PURE__ */ object(
    'data',
    { on, household: Household, regime: Regime },
    { separatedFrom: HouseholdId },
  ),
  HouseholdChanged: /* @__PURE__ */ object(
    'data',
    { on, household: Household, reason: ChangeOfHousehold },
    { overflow: Text },
  ),
  RegimeChanged: /* @__PURE__ */ object('data', { on, householdId: HouseholdId, regime: Regime }),
  HouseholdLeft: /* @__PURE__ */ object('data', { on, householdId: HouseholdId, reason: Departure }),
  FlatListed: /* @__PURE__ */ object('data', { on, flat: Flat }),
  FlatChanged: /* @__PURE__ */ object('data', { on, flat: Flat }),
  FlatWithdrawn: /* @__PURE__ */ object('data', { on, flatId: FlatId, reason: Withdrawal }),
  SiteOpened: /* @__PURE__ */ object('data', { on, site: Site }),
  SiteChanged: /* @__PURE__ */ object('data', { on, site: Site }, { overflow: Text }),
  SiteClosed: /* @__PURE__ */ object('data', { on, siteId: SiteId }),
  StayStarted: /* @__PURE__ */ object(
    'data',
    { on, stayId: StayId, householdId: HouseholdId, siteId: SiteId },
    { overflow: Text },
  ),
  StayEnded: /* @__PURE__ */ object('data', { on, stayId: StayId }),
  StayCorrected: /* @__PURE__ */ object(
    'data',
    { on, stayId: StayId, until: Until, reason: Text },
    { overflow: Text },
  ),
  StayAnnulled: /* @__PURE__ */ object('data', { on, stayId: StayId, reason: Text }),
  PolicyAdopted: /* @__PURE__ */ object('data', { on, policy: Policy, digest: Digest }),
  AllocationMade: /* @__PURE__ */ object('data', {
    on,
    allocationId: AllocationId,
    policyDigest: Digest,
    problemDigest: Digest,
    seed: /* @__PURE__ */ orNull(Seed),
    totals: Totals,
  }),
  PlacementProposed: /* @__PURE__ */ object(
    'data',
    { on, placementId: PlacementId, householdId: HouseholdId, flatId: FlatId },
    { allocationId: AllocationId, against: AgainstAllocation },
  ),
  PlacementDeclined: /* @__PURE__ */ object('data', {
    on,
    placementId: PlacementId,
    by: /* @__PURE__ */ words<'household' | 'landlord'>({ household: true, landlord: true }),
    reason: DeclineReason,
  }),
  PlacementWithdrawn: /* @__PURE__ */ object('data', { on, placementId: PlacementId, reason: Text }),
  PlacementAgreed: /* @__PURE__ */ object('data', { on, placementId: PlacementId }),
  TenancyStarted: /* @__PURE__ */ object(
    'data',
    { on, tenancyId: TenancyId, householdId: HouseholdId, flatId: FlatId },
    { placementId: PlacementId, override: Override },
  ),
  TenancyEnded: /* @__PURE__ */ object('data', { on, tenancyId: TenancyId, reason: EndOfTenancy }),
  TenancyCorrected: /* @__PURE__ */ object(
    'data',
    { on, tenancyId: TenancyId, until: Until, reason: Text },
    { override: Override },
  ),
  TenancyAnnulled: /* @__PURE__ */ object('data', { on, tenancyId: TenancyId, reason: Text }),
}
