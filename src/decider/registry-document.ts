import type { Day } from '../domain/day.ts'
import type { CommandId, HouseholdId } from '../domain/id.ts'
import type { AllocationMade } from '../event/event.ts'
import { contents, rows } from '../table/index.ts'
import { none } from '../table/sorted.ts'
import { append, openRegistry } from './draft.ts'
import { listAll } from './lists.ts'
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
 * A registry as plain JSON, but for the lists of residences and open placements, which are made again. A day that is
 * not known, or not yet, is `null`. Who changes what it says, or what the recipe makes of a log, counts up
 * {@link documentForm}.
 */
export interface RegistryDocument {
  readonly version: number
  readonly policies: Registry['policies']
  readonly commands: ReadonlyArray<CommandId>
  readonly persons: ReadonlyArray<readonly [id: string, households: ReadonlyArray<HouseholdId>]>
  readonly residences: ReadonlyArray<WithGaps<Tenancy, 'until'> | WithGaps<Stay, 'until'>>
  readonly households: ReadonlyArray<
    WithGaps<Omit<HouseholdRecord, 'residences' | 'openPlacements'>, 'assigned' | 'left'>
  >
  readonly flats: ReadonlyArray<Omit<FlatRecord, 'tenancies' | 'promised'>>
  readonly sites: ReadonlyArray<WithGaps<Omit<SiteRecord, 'arrivals'>, 'opened' | 'closed'>>
  readonly placements: ReadonlyArray<PlacementRecord>
  readonly allocations: ReadonlyArray<AllocationMade['data']>
}

/** A record whose days may be missing: what is `Infinity` is written as `null`. */
type WithGaps<A, Days extends keyof A> = Omit<A, Days> & { readonly [Part in Days]: Day | null }

/** Which form of documents, and of registries, this release writes: it reads no other. */
export const documentForm = 2

const written = (day: Day): Day | null => (day === Infinity ? null : day)
const read = (day: Day | null): Day => day ?? Infinity

/** All that a registry knows, for {@link registryFrom}. O(what it knows) */
export const documentOf = (registry: Registry): RegistryDocument => ({
  version: registry.version,
  policies: registry.policies,
  commands: [...rows(registry.commands)],
  persons: [...contents(registry.persons)],
  residences: Array.from(rows(registry.residences), each => ({ ...each, until: written(each.until) })),
  households: Array.from(
    rows(registry.households),
    ({ residences: _, openPlacements: __, ...household }) => ({
      ...household,
      assigned: written(household.assigned),
      left: written(household.left),
    }),
  ),
  flats: Array.from(rows(registry.flats), ({ tenancies: _, promised: __, ...flat }) => flat),
  sites: Array.from(rows(registry.sites), ({ arrivals: _, ...site }) => ({
    ...site,
    opened: written(site.opened),
    closed: written(site.closed),
  })),
  placements: [...rows(registry.placements)],
  allocations: [...rows(registry.allocations)],
})

/**
 * The registry of a document, which is the registry's from then on. It is what was written: nothing is checked that
 * {@link documentOf} has seen to.
 */
export const registryFrom = (document: RegistryDocument): Registry => {
  const own = openRegistry(emptyRegistry)
  const { draft } = own
  draft.version = document.version
  draft.policies = document.policies
  for (const id of document.commands) append(draft.commands, id, id)
  for (const [id, households] of document.persons) append(draft.persons, id, households)
  for (const each of document.residences)
    append<Residence>(draft.residences, each.id, { ...each, until: read(each.until) })
  for (const each of document.households)
    append(draft.households, each.id, {
      ...each,
      assigned: read(each.assigned),
      left: read(each.left),
      residences: none,
      openPlacements: none,
    })
  for (const flat of document.flats)
    append(draft.flats, flat.id, { ...flat, tenancies: none, promised: none })
  for (const each of document.sites)
    append(draft.sites, each.id, {
      ...each,
      opened: read(each.opened),
      closed: read(each.closed),
      arrivals: [],
    })
  for (const placement of document.placements) append(draft.placements, placement.id, placement)
  for (const allocation of document.allocations)
    append(draft.allocations, allocation.allocationId, allocation)
  listAll(own)
  return own.close()
}
