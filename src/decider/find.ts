import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { get, type Table } from '../table/index.ts'
import type { Known, Refusal } from './refusal.ts'
import type { Registry } from './registry.ts'
import type { Residence } from './residence.ts'

/** A row by its id, or the refusal that says it is unknown. */
const find =
  <Row>(what: Known, table: (registry: Registry) => Table<Row>) =>
  (registry: Registry, id: string): Either<Refusal, Row> => {
    const row = get(table(registry), id)
    return row === undefined ? E.left({ _tag: 'Unknown', what, id }) : E.right(row)
  }

export const findHousehold = /* @__PURE__ */ find('household', registry => registry.households)
export const findFlat = /* @__PURE__ */ find('flat', registry => registry.flats)
export const findSite = /* @__PURE__ */ find('site', registry => registry.sites)
export const findPlacement = /* @__PURE__ */ find('placement', registry => registry.placements)

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
export const isNew = (what: Known, table: Table<unknown>, id: string): Refusal | undefined =>
  get(table, id) === undefined ? undefined : { _tag: 'AlreadyExists', what, id }
