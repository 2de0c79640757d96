import { type Day, dayOf, type IsoDay } from '../domain/day.ts'
import type {
  StayAnnulled,
  StayCorrected,
  StayEnded,
  StayStarted,
  TenancyAnnulled,
  TenancyCorrected,
  TenancyEnded,
  TenancyStarted,
} from '../event/event.ts'
import { exchangeStay } from './arrivals.ts'
import { type MutableRegistry, read, revise, write } from './draft.ts'
import { reviseFlat, reviseSite } from './recipe-place.ts'
import { settled } from './recipe-placement.ts'
import { exchanged, type Residence, type Stay, type Tenancy } from './residence.ts'

const endOf = (until: IsoDay | null): Day => (until === null ? Infinity : dayOf(until))

/** Has the household and the place of a residence know what is known of it now, in place of what was known before. */
const tell = (draft: MutableRegistry, before: Residence | undefined, now: Residence): void => {
  const household = revise(draft.households, now.householdId)
  if (household !== undefined) household.residences = exchanged(household.residences, before, now)
  if (now.kind === 'tenancy') {
    const flat = reviseFlat(draft, now.placeId)
    flat.tenancies = exchanged(flat.tenancies, before as Tenancy | undefined, now)
  } else {
    const site = reviseSite(draft, now.placeId)
    if (site !== undefined) exchangeStay(site.arrivals, before as Stay | undefined, now)
  }
}

/** Writes a residence wherever it is known: under its id, at its household and at its place. */
const put = (draft: MutableRegistry, before: Residence | undefined, now: Residence): void => {
  write<Residence>(draft.residences, now.id, now)
  tell(draft, before, now)
}

const change = (draft: MutableRegistry, id: string, by: (before: Residence) => Residence): void => {
  const before = read(draft.residences, id)
  if (before !== undefined) put(draft, before, by(before))
}

/** A residence ends. It stays where it stands in every list, and so may be revised; what else changes may move it. */
const end = (draft: MutableRegistry, id: string, on: IsoDay): void => {
  const before = read(draft.residences, id)
  const now = revise(draft.residences, id)
  if (before === undefined || now === undefined) return
  now.until = dayOf(on)
  tell(draft, before, now)
}

export const tenancyStarted = (draft: MutableRegistry, { data }: TenancyStarted): void => {
  const on = dayOf(data.on)
  put(draft, undefined, {
    kind: 'tenancy',
    id: data.tenancyId,
    householdId: data.householdId,
    placeId: data.flatId,
    from: on,
    until: Infinity,
    placementId: data.placementId ?? null,
    override: data.override ?? null,
    annulled: false,
  })
  if (data.placementId !== undefined) settled(draft, data.placementId, 'moved in', on)
}

export const tenancyEnded = (draft: MutableRegistry, { data }: TenancyEnded): void => {
  end(draft, data.tenancyId, data.on)
}

export const tenancyCorrected = (draft: MutableRegistry, { data }: TenancyCorrected): void => {
  const { tenancyId, on, until, override = null } = data
  change(draft, tenancyId, before => ({
    ...(before as Tenancy),
    from: dayOf(on),
    until: endOf(until),
    override,
  }))
}

export const tenancyAnnulled = (draft: MutableRegistry, { data }: TenancyAnnulled): void => {
  change(draft, data.tenancyId, before => ({ ...before, annulled: true }))
}

export const stayStarted = (draft: MutableRegistry, { data }: StayStarted): void => {
  put(draft, undefined, {
    kind: 'stay',
    id: data.stayId,
    householdId: data.householdId,
    placeId: data.siteId,
    from: dayOf(data.on),
    until: Infinity,
    overflow: data.overflow ?? null,
    annulled: false,
  })
}

export const stayEnded = (draft: MutableRegistry, { data }: StayEnded): void => {
  end(draft, data.stayId, data.on)
}

export const stayCorrected = (draft: MutableRegistry, { data }: StayCorrected): void => {
  const { stayId, on, until, overflow = null } = data
  change(draft, stayId, before => ({ ...(before as Stay), from: dayOf(on), until: endOf(until), overflow }))
}

export const stayAnnulled = (draft: MutableRegistry, { data }: StayAnnulled): void => {
  change(draft, data.stayId, before => ({ ...before, annulled: true }))
}
