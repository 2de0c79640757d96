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
import { add, type MutableRegistry, read, revise, write } from './draft.ts'
import type { Lists } from './lists.ts'
import { settled } from './recipe-placement.ts'
import type { Residence, Stay, Tenancy } from './residence.ts'

const endOf = (until: IsoDay | null): Day => (until === null ? Infinity : dayOf(until))

/** A residence begins, unless one of its id has; whether it did. */
const start = (draft: MutableRegistry, lists: Lists, now: Residence): boolean => {
  const isNew = add<Residence>(draft.residences, now.id, now)
  if (isNew) lists.residence(draft, undefined, now)
  return isNew
}

const change = (
  draft: MutableRegistry,
  lists: Lists,
  id: string,
  by: (before: Residence) => Residence,
): void => {
  const before = read(draft.residences, id)
  if (before === undefined) return
  const now = by(before)
  write<Residence>(draft.residences, id, now)
  lists.residence(draft, before, now)
}

/** A residence ends. It stays where it stands in every list, and so may be revised; what else changes may move it. */
const end = (draft: MutableRegistry, lists: Lists, id: string, on: IsoDay): void => {
  const before = read(draft.residences, id)
  const now = revise(draft.residences, id)
  if (before === undefined || now === undefined) return
  now.until = dayOf(on)
  lists.residence(draft, before, now)
}

export const tenancyStarted = (draft: MutableRegistry, lists: Lists, { data }: TenancyStarted): void => {
  const on = dayOf(data.on)
  const isNew = start(draft, lists, {
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
  if (isNew && data.placementId !== undefined) settled(draft, lists, data.placementId, 'moved in', on)
}

export const tenancyEnded = (draft: MutableRegistry, lists: Lists, { data }: TenancyEnded): void => {
  end(draft, lists, data.tenancyId, data.on)
}

export const tenancyCorrected = (draft: MutableRegistry, lists: Lists, { data }: TenancyCorrected): void => {
  const { tenancyId, on, until, override = null } = data
  change(draft, lists, tenancyId, before => ({
    ...(before as Tenancy),
    from: dayOf(on),
    until: endOf(until),
    override,
  }))
}

export const tenancyAnnulled = (draft: MutableRegistry, lists: Lists, { data }: TenancyAnnulled): void => {
  change(draft, lists, data.tenancyId, before => ({ ...before, annulled: true }))
}

export const stayStarted = (draft: MutableRegistry, lists: Lists, { data }: StayStarted): void => {
  start(draft, lists, {
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

export const stayEnded = (draft: MutableRegistry, lists: Lists, { data }: StayEnded): void => {
  end(draft, lists, data.stayId, data.on)
}

export const stayCorrected = (draft: MutableRegistry, lists: Lists, { data }: StayCorrected): void => {
  const { stayId, on, until, overflow = null } = data
  change(draft, lists, stayId, before => ({
    ...(before as Stay),
    from: dayOf(on),
    until: endOf(until),
    overflow,
  }))
}

export const stayAnnulled = (draft: MutableRegistry, lists: Lists, { data }: StayAnnulled): void => {
  change(draft, lists, data.stayId, before => ({ ...before, annulled: true }))
}
