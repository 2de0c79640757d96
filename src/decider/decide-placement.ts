import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { dayOf, isoOf } from '../domain/day.ts'
import { digest } from '../domain/digest.ts'
import { checkPolicy } from '../rule/check.ts'
import type { Predicates } from '../rule/judge.ts'
import { listedOn, notPromised, presentOn } from './check.ts'
import type {
  AdoptPolicy,
  AgreePlacement,
  DeclinePlacement,
  ProposePlacement,
  RecordAllocation,
  WithdrawPlacement,
} from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findFlat, findHousehold, findPlacement, isNew } from './find.ts'
import { openPlacements, tenanciesOf, tenancyIds, unitsOn } from './lookup.ts'
import type { Refusal } from './refusal.ts'
import type { FlatRecord, PlacementState, Registry } from './registry.ts'

export const adoptPolicy = ({ data: { on, policy } }: AdoptPolicy, predicates: Predicates): Decision =>
  pipe(
    checkPolicy(policy, Object.keys(predicates)),
    E.bimap(
      (issues): Refusal => ({ _tag: 'BadPolicy', issues }),
      () => [{ type: 'PolicyAdopted', data: { on, policy, digest: digest(policy) } }] as const,
    ),
  )

export const recordAllocation = ({ data }: RecordAllocation, registry: Registry): Decision =>
  unless(isNew('allocation', registry.allocations, data.allocationId), { type: 'AllocationMade', data })

export const proposePlacement = ({ data }: ProposePlacement, registry: Registry): Decision =>
  pipe(
    E.Do,
    E.bind('household', () => findHousehold(registry, data.householdId)),
    E.bind('flat', () => findFlat(registry, data.flatId)),
    E.chain(({ household, flat }) => {
      const on = dayOf(data.on)
      const [open] = openPlacements(registry, household)
      return unless(
        isNew('placement', registry.placements, data.placementId) ??
          presentOn(household, on) ??
          (open && { _tag: 'PlacementOpen', householdId: household.id, placementId: open.id }) ??
          listedOn(flat, on) ??
          notPromised(registry, flat, on, household) ??
          notAllLet(registry, flat, on),
        { type: 'PlacementProposed', data },
      )
    }),
  )

/** A flat can be promised while a unit of it is free for good. */
const notAllLet = (registry: Registry, flat: FlatRecord, on: number): Refusal | undefined => {
  const tenancies = tenanciesOf(registry, flat).filter(({ until }) => until > on)
  const units = unitsOn(flat, on)
  const [first] = tenancies
  return first === undefined || tenancies.length < units
    ? undefined
    : {
        _tag: 'FlatTaken',
        flatId: flat.id,
        on: isoFrom(on, first.from),
        units,
        tenancies: tenancyIds(tenancies),
      }
}

const isoFrom = (on: number, from: number) => isoOf(Math.max(on, from))

/** A placement goes from proposed to agreed; until someone has moved in it can be declined or withdrawn. */
const inState = (registry: Registry, placementId: string, ...states: ReadonlyArray<PlacementState>) =>
  pipe(
    findPlacement(registry, placementId),
    E.filterOrElse(
      ({ state }) => states.includes(state),
      ({ id, state }): Refusal => ({ _tag: 'PlacementIs', placementId: id, state }),
    ),
  )

export const agreePlacement = ({ data }: AgreePlacement, registry: Registry): Decision =>
  pipe(
    inState(registry, data.placementId, 'proposed'),
    E.map(() => [{ type: 'PlacementAgreed', data }]),
  )

export const declinePlacement = ({ data }: DeclinePlacement, registry: Registry): Decision =>
  pipe(
    inState(registry, data.placementId, 'proposed', 'agreed'),
    E.map(() => [{ type: 'PlacementDeclined', data }]),
  )

export const withdrawPlacement = ({ data }: WithdrawPlacement, registry: Registry): Decision =>
  pipe(
    inState(registry, data.placementId, 'proposed', 'agreed'),
    E.map(() => [{ type: 'PlacementWithdrawn', data }]),
  )
