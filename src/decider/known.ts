import type { FlatId, HouseholdId, SiteId } from '../domain/id.ts'
import type { Mutable } from '../table/index.ts'
import { none } from '../table/sorted.ts'
import type { Arrivals } from './arrivals.ts'
import { type MutableRegistry, reviseOrNew } from './draft.ts'
import type { FlatRecord, HouseholdRecord, SiteRecord } from './registry.ts'

// A household, a flat and a site are known from the first fact about them, whichever that is: what is recorded first
// need not have been so first.

/** Nothing is known of a household but its id. */
export const newHousehold = (id: HouseholdId): Mutable<HouseholdRecord> => ({
  id,
  assigned: Infinity,
  left: Infinity,
  versions: none,
  regimes: none,
  residences: none,
  openPlacements: none,
})

/** Nothing is known of a flat but its id. */
export const newFlat = (id: FlatId): Mutable<FlatRecord> => ({
  id,
  listed: none,
  versions: none,
  tenancies: none,
  promised: none,
})

/** A site and the list of its weeks, which is too long to be copied for each stay. */
export interface MutableSite extends Mutable<Omit<SiteRecord, 'arrivals'>> {
  arrivals: Array<Arrivals>
}

/** Nothing is known of a site but its id. */
export const newSite = (id: SiteId): MutableSite => ({
  id,
  opened: Infinity,
  closed: Infinity,
  versions: none,
  arrivals: [],
})

export const reviseHousehold = (draft: MutableRegistry, id: HouseholdId): Mutable<HouseholdRecord> =>
  reviseOrNew(draft.households, id, newHousehold)

export const reviseFlat = (draft: MutableRegistry, id: FlatId): Mutable<FlatRecord> =>
  reviseOrNew(draft.flats, id, newFlat)

export const reviseSite = (draft: MutableRegistry, id: SiteId): MutableSite =>
  reviseOrNew(draft.sites, id, newSite, withOwnWeeks) as MutableSite

const withOwnWeeks = (site: SiteRecord): SiteRecord => ({ ...site, arrivals: site.arrivals.slice() })
