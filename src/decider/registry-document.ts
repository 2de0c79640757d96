import type { Day } from '../domain/day.ts'
import type { HouseholdId } from '../domain/id.ts'
import type { AllocationMade } from '../event/event.ts'
import { contents, rows } from '../table/index.ts'
import type { Arrivals } from './arrivals.ts'
import { append, openRegistry } from './draft.ts'
import {
  emptyRegistry,
  type FlatRecord,
  type HouseholdRecord,
  type PlacementRecord,
  type Registry,
  type SiteRecord,
} from './registry.ts'
import type { Residence, Stay, Tenancy } from './residence.ts'

/**
 * A registry as plain JSON. Residences are written once, and named by their numbers wherever they are known; what has no
 * end ends at `null`. Who changes what it says, or what the recipe makes of a log, counts up {@link documentForm}.
 */
export interface RegistryDocument {
  readonly version: number
  readonly policies: Registry['policies']
  readonly commands: ReadonlyArray<string>
  readonly persons: ReadonlyArray<readonly [id: string, households: ReadonlyArray<HouseholdId>]>
  /** Those that are known by their ids, and then those that only stand in a list. */
  readonly residences: ReadonlyArray<ResidenceDocument>
  /** How many are known by their ids. */
  readonly known: number
  readonly households: ReadonlyArray<HouseholdDocument>
  readonly flats: ReadonlyArray<FlatDocument>
  readonly sites: ReadonlyArray<SiteDocument>
  readonly placements: ReadonlyArray<PlacementRecord>
  readonly allocations: ReadonlyArray<AllocationMade['data']>
}

type ResidenceDocument = Endless<Tenancy> | Endless<Stay>

type Endless<R extends Residence> = Omit<R, 'until'> & { readonly until: Day | null }

interface HouseholdDocument extends Omit<HouseholdRecord, 'left' | 'residences'> {
  readonly left: Day | null
  readonly residences: ReadonlyArray<number>
}

interface FlatDocument extends Omit<FlatRecord, 'tenancies'> {
  readonly tenancies: ReadonlyArray<number>
}

interface SiteDocument extends Omit<SiteRecord, 'closed' | 'arrivals'> {
  readonly closed: Day | null
  readonly arrivals: ReadonlyArray<ArrivalsDocument>
}

interface ArrivalsDocument extends Omit<Arrivals, 'until' | 'stays'> {
  readonly until: Day | null
  readonly stays: ReadonlyArray<number>
}

/** Which form of documents, and of registries, this release writes: it reads no other. */
export const documentForm = 1

const endOf = (day: Day): Day | null => (day === Infinity ? null : day)
const dayOfEnd = (end: Day | null): Day => end ?? Infinity

/** All that a registry knows, for {@link registryFrom}. O(what it knows) */
export const documentOf = (registry: Registry): RegistryDocument => {
  const numbers = new Map<Residence, number>()
  const numberOf = (residence: Residence): number => {
    const number = numbers.get(residence) ?? numbers.size
    numbers.set(residence, number)
    return number
  }
  for (const residence of rows(registry.residences)) numberOf(residence)
  const known = numbers.size
  const households = Array.from(rows(registry.households), household => ({
    ...household,
    left: endOf(household.left),
    residences: household.residences.map(numberOf),
  }))
  const flats = Array.from(rows(registry.flats), flat => ({
    ...flat,
    tenancies: flat.tenancies.map(numberOf),
  }))
  const sites = Array.from(rows(registry.sites), site => ({
    ...site,
    closed: endOf(site.closed),
    arrivals: site.arrivals.map(({ week, until, stays }) => ({
      week,
      until: endOf(until),
      stays: stays.map(numberOf),
    })),
  }))
  return {
    version: registry.version,
    policies: registry.policies,
    commands: [...contents(registry.commands).keys()],
    persons: [...contents(registry.persons)],
    residences: Array.from(numbers.keys(), residence => ({ ...residence, until: endOf(residence.until) })),
    known,
    households,
    flats,
    sites,
    placements: [...rows(registry.placements)],
    allocations: [...rows(registry.allocations)],
  }
}

/**
 * The registry of a document, which is the registry's from then on. It is what was written: nothing is checked that
 * {@link documentOf} has seen to.
 */
export const registryFrom = (document: RegistryDocument): Registry => {
  const { draft, close } = openRegistry(emptyRegistry)
  draft.version = document.version
  draft.policies = document.policies
  const residences = document.residences.map(
    (residence): Residence => ({ ...residence, until: dayOfEnd(residence.until) }),
  )
  const named = (numbers: ReadonlyArray<number>): ReadonlyArray<Residence> =>
    numbers.map(number => residences[number] as Residence)
  for (const id of document.commands) append(draft.commands, id, true)
  for (const [id, households] of document.persons) append(draft.persons, id, households)
  for (const residence of residences.slice(0, document.known))
    append(draft.residences, residence.id, residence)
  for (const household of document.households)
    append(draft.households, household.id, {
      ...household,
      left: dayOfEnd(household.left),
      residences: named(household.residences),
    })
  for (const flat of document.flats)
    append(draft.flats, flat.id, { ...flat, tenancies: named(flat.tenancies) as ReadonlyArray<Tenancy> })
  for (const site of document.sites)
    append(draft.sites, site.id, {
      ...site,
      closed: dayOfEnd(site.closed),
      arrivals: site.arrivals.map(({ week, until, stays }) => ({
        week,
        until: dayOfEnd(until),
        stays: named(stays) as ReadonlyArray<Stay>,
      })),
    })
  for (const placement of document.placements) append(draft.placements, placement.id, placement)
  for (const allocation of document.allocations)
    append(draft.allocations, allocation.allocationId, allocation)
  return close()
}
