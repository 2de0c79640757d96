import type { Option } from 'fp-ts/Option'
import * as O from 'fp-ts/Option'

declare const brand: unique symbol

/**
 * A string that has been checked to be an id of one kind: a flat's id cannot be passed for a household's.
 *
 * @category model
 */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

/** @category model */
export type MunicipalityId = Id<'Municipality'>
/** @category model */
export type HouseholdId = Id<'Household'>
/** @category model */
export type PersonId = Id<'Person'>
/** @category model */
export type FlatId = Id<'Flat'>
/** @category model */
export type SiteId = Id<'Site'>
/** @category model */
export type TenancyId = Id<'Tenancy'>
/** @category model */
export type StayId = Id<'Stay'>
/** @category model */
export type PlacementId = Id<'Placement'>
/** @category model */
export type AllocationId = Id<'Allocation'>
/** @category model */
export type CommandId = Id<'Command'>

/**
 * An id is 1 to 200 characters, without white space at its ends, control characters or lone surrogates (which
 * no store could keep as UTF-8).
 */
const shape = /^(?!\s)[^\p{Cc}\p{Cs}]{1,200}(?<!\s)$/u

/**
 * Checks that a text can serve as an id.
 *
 * @example
 * ```ts
 * import { option as O } from 'fp-ts'
 * import { id, type FlatId } from 'einzug'
 * id<FlatId>('F-17') // => O.some('F-17')
 * id<FlatId>(' F') // => O.none
 * ```
 * @category constructors
 */
export const id = <A extends Id<string>>(text: string): Option<A> =>
  shape.test(text) ? O.some(text as A) : O.none
