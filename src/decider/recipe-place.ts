import { dayOf } from '../domain/day.ts'
import type { FlatId, SiteId } from '../domain/id.ts'
import type {
  FlatChanged,
  FlatListed,
  FlatWithdrawn,
  SiteChanged,
  SiteClosed,
  SiteOpened,
} from '../event/event.ts'
import { begins, entered } from '../table/history.ts'
import type { Mutable } from '../table/index.ts'
import { none } from '../table/sorted.ts'
import type { Arrivals } from './arrivals.ts'
import { type MutableRegistry, revise, write } from './draft.ts'
import type { FlatRecord, SiteRecord } from './registry.ts'

/** A flat is known from the first fact about it, whichever that is: a change may be recorded before the listing. */
export const reviseFlat = (draft: MutableRegistry, id: FlatId): Mutable<FlatRecord> =>
  revise(draft.flats, id) ?? unknownFlat(draft, id)

const unknownFlat = (draft: MutableRegistry, id: FlatId): Mutable<FlatRecord> => {
  const flat = { id, listed: none, versions: none, tenancies: none, promised: none }
  write(draft.flats, id, flat)
  return flat
}

export const flatListed = (draft: MutableRegistry, { data }: FlatListed): void => {
  const on = dayOf(data.on)
  const flat = reviseFlat(draft, data.flat.id)
  flat.listed = flat.listed.length === 0 ? begins(on, true) : entered(flat.listed, on, true)
  flat.versions = entered(flat.versions, on, data.flat)
}

export const flatChanged = (draft: MutableRegistry, { data }: FlatChanged): void => {
  const flat = reviseFlat(draft, data.flat.id)
  flat.versions = entered(flat.versions, dayOf(data.on), data.flat)
}

export const flatWithdrawn = (draft: MutableRegistry, { data }: FlatWithdrawn): void => {
  const flat = reviseFlat(draft, data.flatId)
  flat.listed = entered(flat.listed, dayOf(data.on), false)
}

/** A site to be changed, and the list of its weeks with it: it is too long to be copied for each stay of a replay. */
export const reviseSite = (draft: MutableRegistry, id: SiteId): MutableSite | undefined =>
  revise(draft.sites, id, site => ({ ...site, arrivals: site.arrivals.slice() })) as MutableSite | undefined

interface MutableSite extends Mutable<Omit<SiteRecord, 'arrivals'>> {
  readonly arrivals: Array<Arrivals>
}

export const siteOpened = (draft: MutableRegistry, { data: { on, site } }: SiteOpened): void => {
  const opened = dayOf(on)
  const versions = [{ on: opened, value: site }]
  write(draft.sites, site.id, { id: site.id, opened, closed: Infinity, versions, arrivals: [] })
}

export const siteChanged = (draft: MutableRegistry, { data }: SiteChanged): void => {
  const site = reviseSite(draft, data.site.id)
  if (site !== undefined) site.versions = entered(site.versions, dayOf(data.on), data.site)
}

export const siteClosed = (draft: MutableRegistry, { data }: SiteClosed): void => {
  const site = reviseSite(draft, data.siteId)
  if (site !== undefined) site.closed = dayOf(data.on)
}
