import type { Day } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Household, Regime } from '../domain/household.ts'
import type { AllocationId, CommandId, FlatId, HouseholdId, PlacementId, SiteId } from '../domain/id.ts'
import type { Site } from '../domain/site.ts'
import type { AgainstAllocation, AllocationMade } from '../event/event.ts'
import type { Policy } from '../rule/policy.ts'
import type { History } from '../table/history.ts'
import { emptyTable, noIds, type Table } from '../table/index.ts'
import { none } from '../table/sorted.ts'
import type { Arrivals } from './arrivals.ts'
import type { Residence, Tenancy } from './residence.ts'

/**
 * A household as the registry knows it, from the first fact about it: `assigned` is `Infinity` until it is
 * assigned, `left` while it has not left. `residences` are its tenancies and stays that were not annulled, by day.
 * `openPlacements` are those proposed or agreed: one at most, as the decider admits them.
 *
 * @category registry
 */
export interface HouseholdRecord {
  readonly id: HouseholdId
  readonly assigned: Day
  readonly left: Day
  readonly versions: History<Household>
  readonly regimes: History<Regime>
  readonly residences: ReadonlyArray<Residence>
  readonly openPlacements: ReadonlyArray<PlacementId>
}

/**
 * A unit of a flat that an open placement keeps for a household, from the day it was proposed.
 *
 * @category registry
 */
export interface Promised {
  readonly placementId: PlacementId
  readonly from: Day
}

/**
 * A flat as the registry knows it, from the first fact about it: from which day on it was listed (`true`) or not, its
 * tenancies that were not annulled, by day, and the units promised.
 *
 * @category registry
 */
export interface FlatRecord {
  readonly id: FlatId
  readonly listed: History<boolean>
  readonly versions: History<Flat>
  readonly tenancies: ReadonlyArray<Tenancy>
  readonly promised: ReadonlyArray<Promised>
}

/**
 * A site as the registry knows it, from the first fact about it, open on `[opened, closed)`: `opened` is `Infinity`
 * until it is. `arrivals` are the stays that were not annulled.
 *
 * @category registry
 */
export interface SiteRecord {
  readonly id: SiteId
  readonly opened: Day
  readonly closed: Day
  readonly versions: History<Site>
  readonly arrivals: ReadonlyArray<Arrivals>
}

/**
 * How far a placement has come; proposed and agreed ones are open.
 *
 * @category registry
 */
export type PlacementState = 'proposed' | 'agreed' | 'declined' | 'withdrawn' | 'moved in'

/**
 * A placement as the registry knows it: on which day it was `proposed`, and `since` when it is as it is. By which allocation, and against which,
 * where there was one.
 *
 * @category registry
 */
export interface PlacementRecord {
  readonly id: PlacementId
  readonly householdId: HouseholdId
  readonly flatId: FlatId
  readonly state: PlacementState
  readonly proposed: Day
  readonly since: Day
  readonly allocationId?: AllocationId
  readonly against?: AgainstAllocation
}

/**
 * All that a municipality's log says, by id: the state that commands are decided against.
 *
 * @category registry
 */
export interface Registry {
  /** The version of the last event of the stream; 0 before the first. */
  readonly version: number
  readonly commands: Table<CommandId>
  readonly households: Table<HouseholdRecord>
  /** The households that ever counted a person, by id. */
  readonly persons: Table<ReadonlyArray<HouseholdId>>
  readonly flats: Table<FlatRecord>
  readonly sites: Table<SiteRecord>
  readonly residences: Table<Residence>
  readonly placements: Table<PlacementRecord>
  readonly allocations: Table<AllocationMade['data']>
  readonly policies: History<Policy>
}

/** The tables of the registry. */
export const tableNames = [
  'commands',
  'households',
  'persons',
  'flats',
  'sites',
  'residences',
  'placements',
  'allocations',
] as const satisfies ReadonlyArray<keyof Registry>

/**
 * The registry of a log without events.
 *
 * @category registry
 */
export const emptyRegistry: Registry = /* @__PURE__ */ Object.freeze({
  version: 0,
  commands: noIds,
  households: emptyTable,
  persons: emptyTable,
  flats: emptyTable,
  sites: emptyTable,
  residences: emptyTable,
  placements: emptyTable,
  allocations: emptyTable,
  policies: none,
})
