import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { type Day, dayOf } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Interval } from '../domain/interval.ts'
import type { HousingEvent, Override } from '../event/event.ts'
import type { Predicates } from '../rule/judge.ts'
import { get } from '../table/index.ts'
import {
  flatHasRoom,
  hasNights,
  inTheWay,
  listedOn,
  livesNowhereElse,
  notPromised,
  presentOver,
  rulesHold,
} from './check.ts'
import type { AnnulTenancy, CorrectTenancy, EndTenancy, StartTenancy } from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findFlat, findHousehold, findResidence, isNew } from './find.ts'
import { valueOn } from './history.ts'
import { residencesOf } from './lookup.ts'
import type { Refusal } from './refusal.ts'
import type { FlatRecord, HouseholdRecord, Registry } from './registry.ts'

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
      const from = dayOf(data.on)
      const interval = { from, until: until === undefined ? Infinity : dayOf(until) }
      const stay = residencesOf(registry, household).find(
        each => each.kind === 'stay' && each.from < from && each.until === Infinity,
      )
      const refusal =
        isNew('tenancy', registry.residences, data.tenancyId) ??
        hasNights(interval) ??
        presentOver(household, interval) ??
        livesNowhereElse(registry, household, interval, stay === undefined ? [] : [stay]) ??
        listedOn(flat, from) ??
        asAgreed(registry, data) ??
        notPromised(registry, flat, from, household) ??
        flatHasRoom(registry, flat, interval, 1) ??
        rulesHoldOn(registry, household, flat, from, data.override, predicates)
      const started: HousingEvent = { type: 'TenancyStarted', data }
      const ended =
        until &&
        ({ type: 'TenancyEnded', data: { on: until, tenancyId: data.tenancyId, reason: 'other' } } as const)
      const moved =
        stay?.kind === 'stay' && ({ type: 'StayEnded', data: { on: data.on, stayId: stay.id } } as const)
      return moved
        ? unless(refusal, moved, started, ...(ended ? [ended] : []))
        : unless(refusal, started, ...(ended ? [ended] : []))
    }),
  )

/** A tenancy that follows a placement follows it exactly. */
const asAgreed = (
  registry: Registry,
  { placementId, householdId, flatId }: StartTenancy['data'],
): Refusal | undefined => {
  if (placementId === undefined) return undefined
  const placement = get(registry.placements, placementId)
  if (placement === undefined) return { _tag: 'Unknown', what: 'placement', id: placementId }
  if (placement.householdId !== householdId || placement.flatId !== flatId)
    return {
      _tag: 'OtherPlacement',
      placementId,
      householdId: placement.householdId,
      flatId: placement.flatId,
    }
  return placement.state === 'agreed'
    ? undefined
    : { _tag: 'PlacementIs', placementId, state: placement.state }
}

/** Law 4, on the day of moving in. */
const rulesHoldOn = (
  registry: Registry,
  household: HouseholdRecord,
  flat: FlatRecord,
  from: Day,
  override: Override | undefined,
  predicates: Predicates,
): Refusal | undefined =>
  rulesHold(registry, household, valueOn(flat.versions, from) as Flat, from, override, predicates)

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
    findTenancy(registry, data.tenancyId),
    E.chain(tenancy => {
      const household = get(registry.households, tenancy.householdId) as HouseholdRecord
      const flat = get(registry.flats, tenancy.placeId) as FlatRecord
      const interval: Interval = {
        from: dayOf(data.on),
        until: data.until === null ? Infinity : dayOf(data.until),
      }
      const moved = interval.from !== tenancy.from
      return unless(
        hasNights(interval) ??
          presentOver(household, interval) ??
          livesNowhereElse(registry, household, interval, [tenancy]) ??
          (moved ? listedOn(flat, interval.from) : undefined) ??
          flatHasRoom(registry, flat, interval, 1, tenancy) ??
          (moved || data.override !== undefined
            ? rulesHoldOn(registry, household, flat, interval.from, data.override, predicates)
            : undefined),
        { type: 'TenancyCorrected', data },
      )
    }),
  )

export const annulTenancy = ({ data }: AnnulTenancy, registry: Registry): Decision =>
  pipe(
    findTenancy(registry, data.tenancyId),
    E.map(() => [{ type: 'TenancyAnnulled', data }]),
  )
