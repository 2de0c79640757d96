import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { type Day, dayOf, isoOf } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import { entered, nextAfter, valueOn } from '../table/history.ts'
import { get } from '../table/index.ts'
import { staysDuring } from './arrivals.ts'
import type { ChangeFlat, ChangeSite, CloseSite, ListFlat, OpenSite, WithdrawFlat } from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findFlat, findSite, isNewSite } from './find.ts'
import { flatHasRoom, listedOn, nobodyMovedIn } from './law-flat.ts'
import { openOver, siteHasPlaces } from './law-site.ts'
import { endOf } from './lookup.ts'
import type { Refusal } from './refusal.ts'
import type { FlatRecord, Registry, SiteRecord } from './registry.ts'

export const listFlat = ({ data }: ListFlat, registry: Registry): Decision => {
  const known = get(registry.flats, data.flat.id)
  return unless(
    known && (notListed(known, dayOf(data.on)) ?? unitsStillDo(known, dayOf(data.on), data.flat)),
    {
      type: 'FlatListed',
      data,
    },
  )
}

const notListed = ({ id, listed }: FlatRecord, on: Day): Refusal | undefined =>
  valueOn(listed, on) === true ? { _tag: 'FlatListed', flatId: id } : undefined

export const changeFlat = ({ data }: ChangeFlat, registry: Registry): Decision =>
  pipe(
    findFlat(registry, data.flat.id),
    E.chain(known =>
      unless(
        valueOn(known.versions, dayOf(data.on)) === undefined
          ? { _tag: 'FlatNotListed', flatId: known.id, on: data.on }
          : unitsStillDo(known, dayOf(data.on), data.flat),
        { type: 'FlatChanged', data },
      ),
    ),
  )

/** The flat as it will be must hold everyone who lives there, or was promised to, while it is so. */
const unitsStillDo = (known: FlatRecord, from: Day, flat: Flat): Refusal | undefined => {
  const versions = entered(known.versions, from, flat)
  return flatHasRoom({ ...known, versions }, { from, until: nextAfter(versions, from) }, 0)
}

export const withdrawFlat = ({ data }: WithdrawFlat, registry: Registry): Decision =>
  pipe(
    findFlat(registry, data.flatId),
    E.chain(known => {
      const on = dayOf(data.on)
      return unless(listedOn(known, on) ?? nobodyMovedIn(known, on), { type: 'FlatWithdrawn', data })
    }),
  )

export const openSite = ({ data }: OpenSite, registry: Registry): Decision =>
  unless(isNewSite(registry, data.site.id), { type: 'SiteOpened', data })

export const changeSite = ({ data }: ChangeSite, registry: Registry): Decision =>
  pipe(
    findSite(registry, data.site.id),
    E.chain(known => {
      const from = dayOf(data.on)
      const versions = entered(known.versions, from, data.site)
      const nights = { from, until: nextAfter(versions, from) }
      return unless(
        openOver(known, { from, until: from + 1 }) ??
          (data.overflow === undefined ? siteHasPlaces(registry, known, nights, { versions }) : undefined),
        { type: 'SiteChanged', data },
      )
    }),
  )

export const closeSite = ({ data }: CloseSite, registry: Registry): Decision =>
  pipe(
    findSite(registry, data.siteId),
    E.chain(known => {
      const on = dayOf(data.on)
      return unless(openOver(known, { from: on, until: Infinity }) ?? nobodyStays(known, on), {
        type: 'SiteClosed',
        data,
      })
    }),
  )

/** Nobody stays in a site, and nothing is known of it, from the day on that it closes. */
const nobodyStays = ({ id, arrivals, versions }: SiteRecord, from: Day): Refusal | undefined => {
  const [stay] = staysDuring(arrivals, { from, until: Infinity })
  if (stay !== undefined) return { _tag: 'SiteInUse', siteId: id, stayId: stay.id, until: endOf(stay.until) }
  const last = Math.max(...versions.map(({ on }) => on))
  return last < from ? undefined : { _tag: 'SiteChangedThen', siteId: id, last: isoOf(last) }
}
