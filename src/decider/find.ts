import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { get } from '../table/index.ts'
import type { Known, Refusal } from './refusal.ts'
import type { FlatRecord, HouseholdRecord, PlacementRecord, Registry, SiteRecord } from './registry.ts'
import type { Residence } from './residence.ts'

/** What is known of an id, or the refusal that says that nothing is. */
const find =
  <Row>(what: Known, known: (registry: Registry, id: string) => Row | undefined) =>
  (registry: Registry, id: string): Either<Refusal, Row> => {
    const row = known(registry, id)
    return row === undefined ? E.left({ _tag: 'Unknown', what, id }) : E.right(row)
  }

/** Law: an id is given once. */
const isNew =
  (what: Known, known: (registry: Registry, id: string) => unknown) =>
  (registry: Registry, id: string): Refusal | undefined =>
    known(registry, id) === undefined ? undefined : { _tag: 'AlreadyExists', what, id }

/** A household that was assigned. Of one that was not, there may be facts that came first. */
const assigned = (registry: Registry, id: string): HouseholdRecord | undefined => {
  const household = get(registry.households, id)
  return household?.assigned === Infinity ? undefined : household
}

/** A site that was opened. Of one that was not, there may be facts that came first. */
const opened = (registry: Registry, id: string): SiteRecord | undefined => {
  const site = get(registry.sites, id)
  return site?.opened === Infinity ? undefined : site
}

const flat = (registry: Registry, id: string): FlatRecord | undefined => get(registry.flats, id)
const placement = (registry: Registry, id: string): PlacementRecord | undefined =>
  get(registry.placements, id)
const residence = (registry: Registry, id: string): Residence | undefined => get(registry.residences, id)
const allocation = (registry: Registry, id: string): unknown => get(registry.allocations, id)

export const findHousehold = /* @__PURE__ */ find('household', assigned)
export const findFlat = /* @__PURE__ */ find('flat', flat)
export const findSite = /* @__PURE__ */ find('site', opened)
export const findPlacement = /* @__PURE__ */ find('placement', placement)

export const isNewHousehold = /* @__PURE__ */ isNew('household', assigned)
export const isNewSite = /* @__PURE__ */ isNew('site', opened)
export const isNewStay = /* @__PURE__ */ isNew('stay', residence)
export const isNewTenancy = /* @__PURE__ */ isNew('tenancy', residence)
export const isNewPlacement = /* @__PURE__ */ isNew('placement', placement)
export const isNewAllocation = /* @__PURE__ */ isNew('allocation', allocation)

/** A tenancy or a stay that was not annulled. */
export const findResidence =
  <Kind extends Residence['kind']>(kind: Kind) =>
  (registry: Registry, id: string): Either<Refusal, Extract<Residence, { kind: Kind }>> => {
    const known = residence(registry, id)
    if (known?.kind !== kind) return E.left({ _tag: 'Unknown', what: kind, id })
    return known.annulled
      ? E.left({ _tag: 'Annulled', id: known.id })
      : E.right(known as Extract<Residence, { kind: Kind }>)
  }
