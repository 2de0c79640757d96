import type { Day } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Household, Regime } from '../domain/household.ts'
import type { FlatId, HouseholdId, PlacementId, SiteId, StayId, TenancyId } from '../domain/id.ts'
import type { Interval } from '../domain/interval.ts'
import type { Site } from '../domain/site.ts'
import type { AllocationMade } from '../event/event.ts'
import type { Policy } from '../rule/policy.ts'
import { emptyTable, type Table } from '../table/index.ts'
import type { History } from './history.ts'

/**
 * A household as the registry knows it. `left` is `Infinity` while it has not left; `residences` are the ids of
 * its tenancies and stays, ascending.
 *
 * @category registry
 */
export interface HouseholdRecord {
  readonly id: HouseholdId
  readonly assigned: Day
  readonly left: Day
  readonly versions: History<Household>
  readonly regimes: History<Regime>
  readonly residences: ReadonlyArray<TenancyId | StayId>
  readonly placements: ReadonlyArray<PlacementId>
}

/**
 * A flat as the registry knows it: from which day on it was listed (`true`) or not, and its tenancies.
 *
 * @category registry
 */
export interface FlatRecord {
  readonly id: FlatId
  readonly listed: History<boolean>
  readonly versions: History<Flat>
  readonly tenancies: ReadonlyArray<TenancyId>
  readonly placements: ReadonlyArray<PlacementId>
}

/**
 * A site as the registry knows it, open on `[opened, closed)`.
 *
 * @category registry
 */
export interface SiteRecord {
  readonly id: SiteId
  readonly opened: Day
  readonly closed: Day
  readonly versions: History<Site>
  readonly stays: Table<true>
}

/**
 * A tenancy or a stay: a household lives in a place on `[from, until)`. An annulled one never was.
 *
 * @category registry
 */
export type Residence = Interval & {
  readonly householdId: HouseholdId
  readonly annulled: boolean
} & (
    | { readonly kind: 'tenancy'; readonly id: TenancyId; readonly placeId: FlatId }
    | { readonly kind: 'stay'; readonly id: StayId; readonly placeId: SiteId }
  )

/**
 * How far a placement has come; proposed and agreed ones are open.
 *
 * @category registry
 */
export type PlacementState = 'proposed' | 'agreed' | 'declined' | 'withdrawn' | 'moved in'

/** @category registry */
export interface PlacementRecord {
  readonly id: PlacementId
  readonly householdId: HouseholdId
  readonly flatId: FlatId
  readonly state: PlacementState
}

/**
 * All that a municipality's log says, by id: the state that commands are decided against.
 *
 * @category registry
 */
export interface Registry {
  /** How many events it was made from. */
  readonly version: number
  readonly commands: Table<true>
  readonly households: Table<HouseholdRecord>
  /** The household each person was last assigned to. */
  readonly persons: Table<HouseholdId>
  readonly flats: Table<FlatRecord>
  readonly sites: Table<SiteRecord>
  readonly residences: Table<Residence>
  readonly placements: Table<PlacementRecord>
  readonly allocations: Table<AllocationMade['data']>
  readonly policies: History<Policy>
}

/**
 * The registry of a log without events.
 *
 * @category registry
 */
export const emptyRegistry: Registry = /* @__PURE__ */ Object.freeze({
  version: 0,
  commands: emptyTable,
  households: emptyTable,
  persons: emptyTable,
  flats: emptyTable,
  sites: emptyTable,
  residences: emptyTable,
  placements: emptyTable,
  allocations: emptyTable,
  policies: /* @__PURE__ */ Object.freeze([]),
})
