import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { dayOf } from '../domain/day.ts'
import type { Interval } from '../domain/interval.ts'
import { get } from '../table/index.ts'
import { hasNights, inTheWay, livesNowhereElse, openOver, presentOver, siteHasPlaces } from './check.ts'
import type { AnnulStay, CorrectStay, EndStay, StartStay } from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findHousehold, findResidence, findSite, isNew } from './find.ts'
import type { Refusal } from './refusal.ts'
import type { HouseholdRecord, Registry, Residence, SiteRecord } from './registry.ts'

const findStay = /* @__PURE__ */ findResidence('stay')

export const startStay = ({ data: { until, ...data } }: StartStay, registry: Registry): Decision =>
  pipe(
    E.Do,
    E.bind('household', () => findHousehold(registry, data.householdId)),
    E.bind('site', () => findSite(registry, data.siteId)),
    E.chain(({ household, site }) => {
      const interval = { from: dayOf(data.on), until: until === undefined ? Infinity : dayOf(until) }
      const { stayId } = data
      return unless(
        isNew('stay', registry.residences, stayId) ??
          stayIsLawful(registry, household, site, interval, data.overflow),
        { type: 'StayStarted', data },
        ...(until === undefined ? [] : [{ type: 'StayEnded', data: { on: until, stayId } } as const]),
      )
    }),
  )

const stayIsLawful = (
  registry: Registry,
  household: HouseholdRecord,
  site: SiteRecord,
  interval: Interval,
  overflow: string | undefined,
  before?: Residence,
): Refusal | undefined =>
  hasNights(interval) ??
  presentOver(household, interval) ??
  openOver(site, interval) ??
  livesNowhereElse(registry, household, interval, before === undefined ? [] : [before]) ??
  (overflow === undefined
    ? siteHasPlaces(registry, site, interval, { ...interval, versions: household.versions }, before)
    : undefined)

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
    findStay(registry, data.stayId),
    E.chain(stay => {
      const household = get(registry.households, stay.householdId) as HouseholdRecord
      const site = get(registry.sites, stay.placeId) as SiteRecord
      const interval = { from: dayOf(data.on), until: data.until === null ? Infinity : dayOf(data.until) }
      return unless(stayIsLawful(registry, household, site, interval, data.overflow, stay), {
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
