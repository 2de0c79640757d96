import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { dayOf } from '../domain/day.ts'
import type { Interval } from '../domain/interval.ts'
import type { AnnulStay, CorrectStay, EndStay, StartStay } from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findHousehold, findResidence, findSite, isNewStay } from './find.ts'
import { hasNights, inTheWay, livesNowhereElse, presentOver } from './law-home.ts'
import { openOver, siteHasPlaces } from './law-site.ts'
import type { Refusal } from './refusal.ts'
import type { HouseholdRecord, Registry, SiteRecord } from './registry.ts'
import type { Stay } from './residence.ts'

const findStay = /* @__PURE__ */ findResidence('stay')

export const startStay = ({ data: { until, ...data } }: StartStay, registry: Registry): Decision =>
  pipe(
    E.Do,
    E.bind('household', () => findHousehold(registry, data.householdId)),
    E.bind('site', () => findSite(registry, data.siteId)),
    E.chain(({ household, site }) => {
      const nights = { from: dayOf(data.on), until: until === undefined ? Infinity : dayOf(until) }
      const { stayId } = data
      return unless(
        isNewStay(registry, stayId) ?? mayStay(registry, household, site, nights, data.overflow),
        { type: 'StayStarted', data },
        ...(until === undefined ? [] : [{ type: 'StayEnded', data: { on: until, stayId } } as const]),
      )
    }),
  )

/** Laws 1 and 3; `now` is the stay as it is known so far. */
const mayStay = (
  registry: Registry,
  household: HouseholdRecord,
  site: SiteRecord,
  nights: Interval,
  overflow: string | undefined,
  now?: Stay,
): Refusal | undefined => {
  const after = { ...nights, householdId: household.id }
  const stays = now === undefined ? { after } : { now, after }
  return (
    hasNights(nights) ??
    presentOver(household, nights) ??
    openOver(site, nights) ??
    livesNowhereElse(household, nights, now) ??
    (overflow === undefined ? siteHasPlaces(registry, site, nights, { stays }) : undefined)
  )
}

export const endStay = ({ data }: EndStay, registry: Registry): Decision =>
  pipe(
    findStay(registry, data.stayId),
    E.chain(stay =>
      unless(
        stay.until < Infinity
          ? { _tag: 'NotOpenEnded', residence: inTheWay(stay) }
          : hasNights({ from: stay.from, until: dayOf(data.on) }),
        { type: 'StayEnded', data },
      ),
    ),
  )

export const correctStay = ({ data }: CorrectStay, registry: Registry): Decision =>
  pipe(
    E.Do,
    E.bind('stay', () => findStay(registry, data.stayId)),
    E.bind('household', ({ stay }) => findHousehold(registry, stay.householdId)),
    E.bind('site', ({ stay }) => findSite(registry, stay.placeId)),
    E.chain(({ stay, household, site }) => {
      const nights = { from: dayOf(data.on), until: data.until === null ? Infinity : dayOf(data.until) }
      return unless(mayStay(registry, household, site, nights, data.overflow, stay), {
        type: 'StayCorrected',
        data,
      })
    }),
  )

export const annulStay = ({ data }: AnnulStay, registry: Registry): Decision =>
  pipe(
    findStay(registry, data.stayId),
    E.map(() => [{ type: 'StayAnnulled', data }]),
  )
