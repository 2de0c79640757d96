import type { FlatId, HouseholdId, SiteId } from '../domain/id.ts'
import type { Mutable } from '../table/index.ts'
import { none } from '../table/sorted.ts'
import type { Arrivals } from './arrivals.ts'
import { type MutableDraft, type MutableRegistry, revise, write } from './draft.ts'
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

const added = <Row, Own extends Row>(table: MutableDraft<Row>, id: string, row: Own): Own => {
  write(table, id, row)
  return row
}

export const reviseHousehold = (draft: MutableRegistry, id: HouseholdId): Mutable<HouseholdRecord> =>
  revise(draft.households, id) ?? added(draft.households, id, newHousehold(id))

export const reviseFlat = (draft: MutableRegistry, id: FlatId): Mutable<FlatRecord> =>
  revise(draft.flats, id) ?? added(draft.flats, id, newFlat(id))

export const reviseSite = (draft: MutableRegistry, id: SiteId): MutableSite =>
  (revise(draft.sites, id, withOwnWeeks) as MutableSite | undefined) ?? added(draft.sites, id, newSite(id))

const withOwnWeeks = (site: SiteRecord): SiteRecord => ({ ...site, arrivals: site.arrivals.slice() })
