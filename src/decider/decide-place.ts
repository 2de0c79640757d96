import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { dayOf, isoOf } from '../domain/day.ts'
import { get } from '../table/index.ts'
import { flatHasRoom, listedOn, nobodyMovedIn, siteHasPlaces } from './check.ts'
import type { ChangeFlat, ChangeSite, CloseSite, ListFlat, OpenSite, WithdrawFlat } from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findFlat, findSite, isNew } from './find.ts'
import { enter, nextAfter, valueOn } from './history.ts'
import { endOf, residentsOf } from './lookup.ts'
import type { Refusal } from './refusal.ts'
import type { FlatRecord, Registry, SiteRecord } from './registry.ts'

export const listFlat = ({ data }: ListFlat, registry: Registry): Decision => {
  const known = get(registry.flats, data.flat.id)
  const listed = known !== undefined && valueOn(known.listed, dayOf(data.on)) === true
  return unless(
    listed ? { _tag: 'FlatListed', flatId: known.id } : known && unitsStillDo(registry, known, data),
    { type: 'FlatListed', data },
  )
}

export const changeFlat = ({ data }: ChangeFlat, registry: Registry): Decision =>
  pipe(
    findFlat(registry, data.flat.id),
    E.chain(known =>
      unless(
        valueOn(known.versions, dayOf(data.on)) === undefined
          ? { _tag: 'FlatNotListed', flatId: known.id, on: data.on }
          : unitsStillDo(registry, known, data),
        { type: 'FlatChanged', data },
      ),
    ),
  )

/** The flat as it will be must hold everyone who lives there while it is so. */
const unitsStillDo = (
  registry: Registry,
  known: FlatRecord,
  { on: iso, flat }: ListFlat['data'],
): Refusal | undefined => {
  const on = dayOf(iso)
  const versions = [...known.versions]
  enter(versions, on, flat)
  return flatHasRoom(registry, { ...known, versions }, { from: on, until: nextAfter(versions, on) }, 0)
}

export const withdrawFlat = ({ data }: WithdrawFlat, registry: Registry): Decision =>
  pipe(
    findFlat(registry, data.flatId),
    E.chain(known => {
      const on = dayOf(data.on)
      return unless(listedOn(known, on) ?? nobodyMovedIn(registry, known, on), {
        type: 'FlatWithdrawn',
        data,
      })
    }),
  )

export const openSite = ({ data }: OpenSite, registry: Registry): Decision =>
  unless(isNew('site', registry.sites, data.site.id), { type: 'SiteOpened', data })

export const changeSite = ({ data }: ChangeSite, registry: Registry): Decision =>
  pipe(
    findSite(registry, data.site.id),
    E.chain(known => {
      const on = dayOf(data.on)
      const versions = [...known.versions]
      enter(versions, on, data.site)
      const nights = { from: on, until: nextAfter(versions, on) }
      return unless(
        openOn(known, on) ??
          (data.overflow === undefined ? siteHasPlaces(registry, { ...known, versions }, nights) : undefined),
        { type: 'SiteChanged', data },
      )
    }),
  )

export const closeSite = ({ data }: CloseSite, registry: Registry): Decision =>
  pipe(
    findSite(registry, data.siteId),
    E.chain(known => {
      const on = dayOf(data.on)
      for (const stay of residentsOf(registry, known)) {
        if (stay.kind === 'stay' && stay.until > on)
          return E.left({ _tag: 'SiteInUse', siteId: known.id, stayId: stay.id, until: endOf(stay.until) })
      }
      return unless(openOn(known, on), { type: 'SiteClosed', data })
    }),
  )

const openOn = ({ id, opened, closed }: SiteRecord, day: number): Refusal | undefined =>
  opened <= day && closed === Infinity
    ? undefined
    : { _tag: 'SiteNotOpen', siteId: id, opened: isoOf(opened), closed: endOf(closed) }
