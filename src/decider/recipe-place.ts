import { dayOf } from '../domain/day.ts'
import type { FlatId } from '../domain/id.ts'
import type {
  FlatChanged,
  FlatListed,
  FlatWithdrawn,
  SiteChanged,
  SiteClosed,
  SiteOpened,
} from '../event/event.ts'
import { begins, entered } from '../table/history.ts'
import { alter, type MutableRegistry, revise, write } from './draft.ts'
import { type FlatRecord, none } from './registry.ts'

const unknownFlat = (id: FlatId): FlatRecord => ({
  id,
  listed: none,
  versions: none,
  tenancies: none,
  promised: none,
})

/** A flat is known from the first fact about it, whichever that is: a change may be recorded before the listing. */
export const reviseFlat = (
  draft: MutableRegistry,
  id: FlatId,
  by: (flat: FlatRecord) => FlatRecord,
): void => {
  alter(draft.flats, id, flat => by(flat ?? unknownFlat(id)))
}

export const flatListed = (draft: MutableRegistry, { data }: FlatListed): void => {
  const on = dayOf(data.on)
  reviseFlat(draft, data.flat.id, flat => ({
    ...flat,
    listed: flat.listed.length === 0 ? begins(on, true) : entered(flat.listed, on, true),
    versions: entered(flat.versions, on, data.flat),
  }))
}

export const flatChanged = (draft: MutableRegistry, { data }: FlatChanged): void => {
  reviseFlat(draft, data.flat.id, flat => ({
    ...flat,
    versions: entered(flat.versions, dayOf(data.on), data.flat),
  }))
}

export const flatWithdrawn = (draft: MutableRegistry, { data }: FlatWithdrawn): void => {
  reviseFlat(draft, data.flatId, flat => ({
    ...flat,
    listed: entered(flat.listed, dayOf(data.on), false),
  }))
}

export const siteOpened = (draft: MutableRegistry, { data: { on, site } }: SiteOpened): void => {
  const opened = dayOf(on)
  const versions = [{ on: opened, value: site }]
  write(draft.sites, site.id, { id: site.id, opened, closed: Infinity, versions, arrivals: [] })
}

export const siteChanged = (draft: MutableRegistry, { data }: SiteChanged): void => {
  revise(draft.sites, data.site.id, site => ({
    ...site,
    versions: entered(site.versions, dayOf(data.on), data.site),
  }))
}

export const siteClosed = (draft: MutableRegistry, { data }: SiteClosed): void => {
  revise(draft.sites, data.siteId, site => ({ ...site, closed: dayOf(data.on) }))
}
