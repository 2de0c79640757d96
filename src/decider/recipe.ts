import type { Draft } from 'immer'
import { type Day, dayOf } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Household } from '../domain/household.ts'
import type { FlatId, HouseholdId, PlacementId } from '../domain/id.ts'
import type { Site } from '../domain/site.ts'
import type { Recorded } from '../event/envelope.ts'
import type { HouseholdAssigned } from '../event/event.ts'
import { emptyTable, get, put, thaw } from '../table/index.ts'
import { enter } from './history.ts'
import type { FlatRecord, PlacementState, Registry, Residence } from './registry.ts'

type MutableRegistry = Draft<Registry>

/**
 * What each event does to the registry, written once: on a draft for one step, on a private registry for a whole
 * log. Facts go where their day belongs, so that it does not matter when they were recorded. An event about
 * something the registry does not know changes only the version: a log that the decider wrote has none.
 */
export const recipe = (registry: MutableRegistry, event: Recorded): void => {
  registry.version += 1
  put(registry.commands, event.envelope.commandId, true)
  const on = dayOf(event.data.on)
  switch (event.type) {
    case 'HouseholdAssigned':
      assign(registry, event.data, on)
      break
    case 'HouseholdChanged':
      change(registry, event.data.household, on)
      break
    case 'RegimeChanged': {
      const household = get(registry.households, event.data.householdId)
      if (household !== undefined) enter(household.regimes, on, event.data.regime)
      break
    }
    case 'HouseholdLeft': {
      const household = get(registry.households, event.data.householdId)
      if (household !== undefined) household.left = on
      break
    }
    case 'FlatListed': {
      const flat = flatOf(registry, event.data.flat.id)
      enter(flat.listed, on, true)
      enter(flat.versions, on, event.data.flat as Draft<Flat>)
      break
    }
    case 'FlatChanged':
      enter(flatOf(registry, event.data.flat.id).versions, on, event.data.flat as Draft<Flat>)
      break
    case 'FlatWithdrawn':
      enter(flatOf(registry, event.data.flatId).listed, on, false)
      break
    case 'SiteOpened': {
      const { site } = event.data
      const versions = [{ on, value: site as Draft<Site> }]
      put(registry.sites, site.id, {
        id: site.id,
        opened: on,
        closed: Infinity,
        versions,
        stays: thaw(emptyTable),
      })
      break
    }
    case 'SiteChanged': {
      const site = get(registry.sites, event.data.site.id)
      if (site !== undefined) enter(site.versions, on, event.data.site as Draft<Site>)
      break
    }
    case 'SiteClosed': {
      const site = get(registry.sites, event.data.siteId)
      if (site !== undefined) site.closed = on
      break
    }
    case 'StayStarted': {
      const { stayId: id, householdId, siteId: placeId } = event.data
      settle(registry, { kind: 'stay', id, householdId, placeId, from: on, until: Infinity, annulled: false })
      break
    }
    case 'TenancyStarted': {
      const { tenancyId: id, householdId, flatId: placeId, placementId } = event.data
      settle(registry, {
        kind: 'tenancy',
        id,
        householdId,
        placeId,
        from: on,
        until: Infinity,
        annulled: false,
      })
      if (placementId !== undefined) moveOn(registry, placementId, 'moved in')
      break
    }
    case 'StayEnded':
      amend(registry, event.data.stayId, { until: on })
      break
    case 'TenancyEnded':
      amend(registry, event.data.tenancyId, { until: on })
      break
    case 'StayCorrected':
      amend(registry, event.data.stayId, { from: on, until: endOf(event.data.until) })
      break
    case 'TenancyCorrected':
      amend(registry, event.data.tenancyId, { from: on, until: endOf(event.data.until) })
      break
    case 'StayAnnulled':
      amend(registry, event.data.stayId, { annulled: true })
      break
    case 'TenancyAnnulled':
      amend(registry, event.data.tenancyId, { annulled: true })
      break
    case 'PolicyAdopted':
      enter(registry.policies, on, event.data.policy as Draft<Registry['policies'][number]['value']>)
      break
    case 'AllocationMade':
      put(registry.allocations, event.data.allocationId, event.data)
      break
    case 'PlacementProposed': {
      const { placementId: id, householdId, flatId } = event.data
      put(registry.placements, id, { id, householdId, flatId, state: 'proposed' })
      listPlacement(registry, id, householdId, flatId)
      break
    }
    case 'PlacementDeclined':
      moveOn(registry, event.data.placementId, 'declined')
      break
    case 'PlacementWithdrawn':
      moveOn(registry, event.data.placementId, 'withdrawn')
      break
    case 'PlacementAgreed':
      moveOn(registry, event.data.placementId, 'agreed')
      break
  }
}

const endOf = (until: Parameters<typeof dayOf>[0] | null): Day => (until === null ? Infinity : dayOf(until))

const assign = (
  registry: MutableRegistry,
  { household, regime }: HouseholdAssigned['data'],
  on: Day,
): void => {
  put(registry.households, household.id, {
    id: household.id,
    assigned: on,
    left: Infinity,
    versions: [{ on, value: household as Draft<Household> }],
    regimes: [{ on, value: regime }],
    residences: noIds,
    placements: noIds,
  })
  claim(registry, household, on)
}

const change = (registry: MutableRegistry, household: Household, on: Day): void => {
  const known = get(registry.households, household.id)
  if (known === undefined) return
  enter(known.versions, on, household as Draft<Household>)
  claim(registry, household, known.assigned)
}

/** A person belongs to the household assigned last, whichever was recorded last. */
const claim = (registry: MutableRegistry, { id, members }: Household, assigned: Day): void => {
  for (const person of members) {
    const holder = get(registry.persons, person.id)
    const since =
      holder === undefined || holder === id ? undefined : get(registry.households, holder)?.assigned
    if (since === undefined || since <= assigned) put(registry.persons, person.id, id)
  }
}

const flatOf = (registry: MutableRegistry, id: FlatId): Draft<FlatRecord> => {
  const known = get(registry.flats, id)
  if (known !== undefined) return known
  put(registry.flats, id, { id, listed: [], versions: [], tenancies: noIds, placements: noIds })
  return get(registry.flats, id) as Draft<FlatRecord>
}

const settle = (registry: MutableRegistry, residence: Residence): void => {
  put(registry.residences, residence.id, residence)
  const household = get(registry.households, residence.householdId)
  if (household !== undefined) household.residences = withId(household.residences, residence.id)
  if (residence.kind === 'tenancy') {
    const flat = flatOf(registry, residence.placeId)
    flat.tenancies = withId(flat.tenancies, residence.id)
  } else {
    const site = get(registry.sites, residence.placeId)
    if (site !== undefined) put(site.stays, residence.id, true)
  }
}

/** Shared by all records that name none; lists of ids are replaced, not written to. */
const noIds = /* @__PURE__ */ Object.freeze([]) as unknown as Array<never>

/** Ids are kept ascending, so that the order of recording leaves no trace. */
const withId = <Id extends string>(ids: ReadonlyArray<Id>, id: Id): Array<Id> => {
  const at = ids.findIndex(each => each >= id)
  return at < 0 ? [...ids, id] : [...ids.slice(0, at), id, ...ids.slice(at)]
}

const amend = (
  registry: MutableRegistry,
  id: string,
  change: Partial<Pick<Residence, 'from' | 'until' | 'annulled'>>,
): void => {
  const residence = get(registry.residences, id)
  if (residence !== undefined) Object.assign(residence, change)
}

const listPlacement = (
  registry: MutableRegistry,
  id: PlacementId,
  householdId: HouseholdId,
  flatId: FlatId,
): void => {
  const household = get(registry.households, householdId)
  if (household !== undefined) household.placements = withId(household.placements, id)
  const flat = flatOf(registry, flatId)
  flat.placements = withId(flat.placements, id)
}

const moveOn = (registry: MutableRegistry, id: PlacementId, state: PlacementState): void => {
  const placement = get(registry.placements, id)
  if (placement !== undefined) placement.state = state
}
