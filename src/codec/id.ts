import type * as t from 'io-ts'
import { id as parse } from '../domain/id.ts'
import type * as domain from '../domain/index.ts'
import { parsed } from './scalar.ts'

const id = <A extends domain.Id<string>>(what: string): t.Type<A> =>
  parsed(`${what} (1 to 200 characters, none of them control characters, no space at the ends)`, parse<A>)

/** @category ids */
export type MunicipalityId = domain.MunicipalityId
/** @category ids */
export const MunicipalityId: t.Type<domain.MunicipalityId> = /* @__PURE__ */ id('a municipality id')

/** @category ids */
export type HouseholdId = domain.HouseholdId
/** @category ids */
export const HouseholdId: t.Type<domain.HouseholdId> = /* @__PURE__ */ id('a household id')

/** @category ids */
export type PersonId = domain.PersonId
/** @category ids */
export const PersonId: t.Type<domain.PersonId> = /* @__PURE__ */ id('a person id')

/** @category ids */
export type FlatId = domain.FlatId
/** @category ids */
export const FlatId: t.Type<domain.FlatId> = /* @__PURE__ */ id('a flat id')

/** @category ids */
export type SiteId = domain.SiteId
/** @category ids */
export const SiteId: t.Type<domain.SiteId> = /* @__PURE__ */ id('a site id')

/** @category ids */
export type TenancyId = domain.TenancyId
/** @category ids */
export const TenancyId: t.Type<domain.TenancyId> = /* @__PURE__ */ id('a tenancy id')

/** @category ids */
export type StayId = domain.StayId
/** @category ids */
export const StayId: t.Type<domain.StayId> = /* @__PURE__ */ id('a stay id')

/** @category ids */
export type PlacementId = domain.PlacementId
/** @category ids */
export const PlacementId: t.Type<domain.PlacementId> = /* @__PURE__ */ id('a placement id')

/** @category ids */
export type AllocationId = domain.AllocationId
/** @category ids */
export const AllocationId: t.Type<domain.AllocationId> = /* @__PURE__ */ id('an allocation id')

/** @category ids */
export type CommandId = domain.CommandId
/** @category ids */
export const CommandId: t.Type<domain.CommandId> = /* @__PURE__ */ id('a command id')
