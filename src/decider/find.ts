import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { get } from '../table/index.ts'
import type { Known, Refusal } from './refusal.ts'
import type { HouseholdRecord, Registry, SiteRecord } from './registry.ts'
import type { Residence } from './residence.ts'

/** What is known of an id, or the refusal that says that nothing is. */
const find =
  <Row>(what: Known, known: (registry: Registry, id: string) => Row | undefined) =>
  (registry: Registry, id: string): Either<Refusal, Row> => {
    const row = known(registry, id)
    return row === undefined ? E.left({ _tag: 'Unknown', what, id }) : E.right(row)
  }

/** A household that was assigned. Of one that was not, there may be facts that came first. */
export const assigned = (registry: Registry, id: string): HouseholdRecord | undefined => {
  const household = get(registry.households, id)
  return household?.assigned === Infinity ? undefined : household
}

/** A site that was opened. Of one that was not, there may be facts that came first. */
export const opened = (registry: Registry, id: string): SiteRecord | undefined => {
  const site = get(registry.sites, id)
  return site?.opened === Infinity ? undefined : site
}

export const findHousehold = /* @__PURE__ */ find('household', assigned)
export const findFlat = /* @__PURE__ */ find('flat', (registry, id) => get(registry.flats, id))
export const findSite = /* @__PURE__ */ find('site', opened)
export const findPlacement = /* @__PURE__ */ find('placement', (registry, id) => get(registry.placements, id))

/** A tenancy or a stay that was not annulled. */
export const findResidence =
  <Kind extends Residence['kind']>(kind: Kind) =>
  (registry: Registry, id: string): Either<Refusal, Extract<Residence, { kind: Kind }>> => {
    const residence = get(registry.residences, id)
    if (residence?.kind !== kind) return E.left({ _tag: 'Unknown', what: kind, id })
    return residence.annulled
      ? E.left({ _tag: 'Annulled', id: residence.id })
      : E.right(residence as Extract<Residence, { kind: Kind }>)
  }

/** Law: an id is given once. */
export const isNew = (what: Known, known: object | undefined, id: string): Refusal | undefined =>
  known && { _tag: 'AlreadyExists', what, id }
