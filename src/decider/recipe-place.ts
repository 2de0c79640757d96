import { dayOf } from '../domain/day.ts'
import type {
  FlatChanged,
  FlatListed,
  FlatWithdrawn,
  SiteChanged,
  SiteClosed,
  SiteOpened,
} from '../event/event.ts'
import { entered, enteredPlain } from '../table/history.ts'
import type { MutableRegistry } from './draft.ts'
import { reviseFlat, reviseSite } from './known.ts'

export const flatListed = (draft: MutableRegistry, { data }: FlatListed): void => {
  const on = dayOf(data.on)
  const flat = reviseFlat(draft, data.flat.id)
  flat.listed = enteredPlain(flat.listed, on, true)
  flat.versions = entered(flat.versions, on, data.flat)
}

export const flatChanged = (draft: MutableRegistry, { data }: FlatChanged): void => {
  const flat = reviseFlat(draft, data.flat.id)
  flat.versions = entered(flat.versions, dayOf(data.on), data.flat)
}

export const flatWithdrawn = (draft: MutableRegistry, { data }: FlatWithdrawn): void => {
  const flat = reviseFlat(draft, data.flatId)
  flat.listed = enteredPlain(flat.listed, dayOf(data.on), false)
}

/** A site that had closed before is open again. */
export const siteOpened = (draft: MutableRegistry, { data }: SiteOpened): void => {
  const site = reviseSite(draft, data.site.id)
  site.opened = dayOf(data.on)
  if (site.closed < site.opened) site.closed = Infinity
  site.versions = entered(site.versions, site.opened, data.site)
}

export const siteChanged = (draft: MutableRegistry, { data }: SiteChanged): void => {
  const site = reviseSite(draft, data.site.id)
  site.versions = entered(site.versions, dayOf(data.on), data.site)
}

export const siteClosed = (draft: MutableRegistry, { data }: SiteClosed): void => {
  reviseSite(draft, data.siteId).closed = dayOf(data.on)
}
