import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { dayOf } from '../domain/day.ts'
import { digest } from '../domain/digest.ts'
import type { AllocationId } from '../domain/id.ts'
import { checkPolicy } from '../rule/check.ts'
import type { Predicates } from '../rule/judge.ts'
import { get } from '../table/index.ts'
import type {
  AdoptPolicy,
  AgreePlacement,
  DeclinePlacement,
  ProposePlacement,
  RecordAllocation,
  WithdrawPlacement,
} from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findFlat, findHousehold, findPlacement, isNewAllocation, isNewPlacement } from './find.ts'
import { flatHasRoom, listedOn } from './law-flat.ts'
import { presentOn } from './law-home.ts'
import { mayStep } from './law-placement.ts'
import type { Refusal } from './refusal.ts'
import type { HouseholdRecord, Registry } from './registry.ts'

export const adoptPolicy = ({ data: { on, policy } }: AdoptPolicy, predicates: Predicates): Decision =>
  pipe(
    checkPolicy(policy, Object.keys(predicates)),
    E.bimap(
      (issues): Refusal => ({ _tag: 'BadPolicy', issues }),
      () => [{ type: 'PolicyAdopted', data: { on, policy, digest: digest(policy) } }] as const,
    ),
  )

export const recordAllocation = ({ data }: RecordAllocation, registry: Registry): Decision =>
  unless(isNewAllocation(registry, data.allocationId), { type: 'AllocationMade', data })

export const proposePlacement = ({ data }: ProposePlacement, registry: Registry): Decision =>
  pipe(
    E.Do,
    E.bind('household', () => findHousehold(registry, data.householdId)),
    E.bind('flat', () => findFlat(registry, data.flatId)),
    E.chain(({ household, flat }) => {
      const from = dayOf(data.on)
      return unless(
        isNewPlacement(registry, data.placementId) ??
          allocationKnown(registry, data.allocationId) ??
          departs(registry, data) ??
          presentOn(household, from) ??
          notPlaced(household) ??
          listedOn(flat, from) ??
          flatHasRoom(flat, { from, until: Infinity }, 1),
        { type: 'PlacementProposed', data },
      )
    }),
  )

const allocationKnown = (registry: Registry, id: AllocationId | undefined): Refusal | undefined =>
  id === undefined || get(registry.allocations, id) !== undefined
    ? undefined
    : { _tag: 'Unknown', what: 'allocation', id }

/** A choice against an allocation is another one than that allocation made. */
const departs = (
  registry: Registry,
  { householdId, flatId, allocationId, against }: ProposePlacement['data'],
): Refusal | undefined => {
  if (against === undefined) return undefined
  const { gave } = against
  if (against.allocationId === allocationId || gave === flatId)
    return { _tag: 'AllocationGave', allocationId: against.allocationId, householdId, flatId: gave }
  const flat = gave === null ? undefined : findFlat(registry, gave)
  return allocationKnown(registry, against.allocationId) ?? (flat?._tag === 'Left' ? flat.left : undefined)
}

/** A household has one open placement at a time. */
const notPlaced = ({ id, openPlacements: [open] }: HouseholdRecord): Refusal | undefined =>
  open && { _tag: 'PlacementOpen', householdId: id, placementId: open }

export const agreePlacement = ({ data }: AgreePlacement, registry: Registry): Decision =>
  pipe(
    findPlacement(registry, data.placementId),
    E.chain(known => unless(mayStep(known, dayOf(data.on), 'proposed'), { type: 'PlacementAgreed', data })),
  )

export const declinePlacement = ({ data }: DeclinePlacement, registry: Registry): Decision =>
  pipe(
    findPlacement(registry, data.placementId),
    E.chain(known =>
      unless(mayStep(known, dayOf(data.on), 'proposed', 'agreed'), { type: 'PlacementDeclined', data }),
    ),
  )

export const withdrawPlacement = ({ data }: WithdrawPlacement, registry: Registry): Decision =>
  pipe(
    findPlacement(registry, data.placementId),
    E.chain(known =>
      unless(mayStep(known, dayOf(data.on), 'proposed', 'agreed'), { type: 'PlacementWithdrawn', data }),
    ),
  )
