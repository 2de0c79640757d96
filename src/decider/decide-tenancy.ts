import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { concat } from 'fp-ts/ReadonlyNonEmptyArray'
import { dayOf } from '../domain/day.ts'
import type { PlacementId } from '../domain/id.ts'
import type { Interval } from '../domain/interval.ts'
import type { HousingEvent, Override } from '../event/event.ts'
import type { Predicates } from '../rule/judge.ts'
import type { AnnulTenancy, CorrectTenancy, EndTenancy, StartTenancy } from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findFlat, findHousehold, findResidence, isNewTenancy } from './find.ts'
import { flatHasRoom, listedOn, without } from './law-flat.ts'
import { hasNights, inTheWay, livesNowhereElse, presentOver } from './law-home.ts'
import { asAgreed } from './law-placement.ts'
import { rulesHold } from './law-rules.ts'
import type { Refusal } from './refusal.ts'
import type { FlatRecord, HouseholdRecord, Registry } from './registry.ts'
import type { Residence } from './residence.ts'

const findTenancy = /* @__PURE__ */ findResidence('tenancy')

export const startTenancy = (
  { data: { until, ...data } }: StartTenancy,
  registry: Registry,
  predicates: Predicates,
): Decision =>
  pipe(
    E.Do,
    E.bind('household', () => findHousehold(registry, data.householdId)),
    E.bind('flat', () => findFlat(registry, data.flatId)),
    E.chain(({ household, flat }) => {
      const { on, tenancyId, placementId, override } = data
      const nights = { from: dayOf(on), until: until === undefined ? Infinity : dayOf(until) }
      const stay = household.residences.find(
        each => each.kind === 'stay' && each.from < nights.from && each.until === Infinity,
      )
      const started: HousingEvent = { type: 'TenancyStarted', data }
      return pipe(
        unless(
          isNewTenancy(registry, tenancyId) ??
            asAgreed(registry, data) ??
            mayLive(registry, household, flat, nights, { except: stay, placementId, override, predicates }),
          started,
          ...(until === undefined
            ? []
            : [{ type: 'TenancyEnded', data: { on: until, tenancyId, reason: 'other' } } as const]),
        ),
        E.map(events =>
          stay?.kind === 'stay'
            ? concat(events)([{ type: 'StayEnded', data: { on, stayId: stay.id } }])
            : events,
        ),
      )
    }),
  )

interface Circumstances {
  /** A residence that the command itself ends or replaces. */
  readonly except: Residence | undefined
  /** The placement that the tenancy follows. */
  readonly placementId?: PlacementId | undefined
  readonly override: Override | undefined
  readonly predicates: Predicates
}

/** Laws 1 to 4. */
const mayLive = (
  registry: Registry,
  household: HouseholdRecord,
  flat: FlatRecord,
  nights: Interval,
  { except, placementId, override, predicates }: Circumstances,
): Refusal | undefined =>
  hasNights(nights) ??
  presentOver(household, nights) ??
  livesNowhereElse(household, nights, except) ??
  listedOn(flat, nights.from) ??
  flatHasRoom(without(flat, except?.id, placementId), nights, 1) ??
  rulesHold(registry, household, flat, nights.from, override, predicates)

export const endTenancy = ({ data }: EndTenancy, registry: Registry): Decision =>
  pipe(
    findTenancy(registry, data.tenancyId),
    E.chain(tenancy =>
      unless(
        tenancy.until < Infinity
          ? { _tag: 'NotOpenEnded', residence: inTheWay(tenancy) }
          : hasNights({ from: tenancy.from, until: dayOf(data.on) }),
        { type: 'TenancyEnded', data },
      ),
    ),
  )

export const correctTenancy = (
  { data }: CorrectTenancy,
  registry: Registry,
  predicates: Predicates,
): Decision =>
  pipe(
    E.Do,
    E.bind('tenancy', () => findTenancy(registry, data.tenancyId)),
    E.bind('household', ({ tenancy }) => findHousehold(registry, tenancy.householdId)),
    E.bind('flat', ({ tenancy }) => findFlat(registry, tenancy.placeId)),
    E.chain(({ tenancy, household, flat }) => {
      const nights = { from: dayOf(data.on), until: data.until === null ? Infinity : dayOf(data.until) }
      const circumstances = { except: tenancy, override: data.override, predicates }
      return unless(mayLive(registry, household, flat, nights, circumstances), {
        type: 'TenancyCorrected',
        data,
      })
    }),
  )

export const annulTenancy = ({ data }: AnnulTenancy, registry: Registry): Decision =>
  pipe(
    findTenancy(registry, data.tenancyId),
    E.map(() => [{ type: 'TenancyAnnulled', data }]),
  )
