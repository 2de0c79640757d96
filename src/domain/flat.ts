import type { Blocked } from './blocked.ts'
import type { IsoDay } from './day.ts'
import type { Regime } from './household.ts'
import type { FlatId } from './id.ts'
import type { Position } from './position.ts'

/**
 * An amount of money in whole euro cents.
 *
 * @category model
 */
export type Cents = number

/**
 * Monthly rent. Cold rent (Nettokaltmiete) plus service charges (kalte Betriebskosten) is the gross cold rent
 * (Bruttokaltmiete). An absent part is not stated; it is not zero.
 *
 * @category model
 */
export interface Rent {
  readonly cold: Cents
  readonly serviceCharges?: Cents
  readonly heating?: Cents
}

/**
 * Conditions a landlord may set: the persons at most, the regimes accepted, and the least and the most days that a
 * contract runs. Nothing else can be said here: a condition on origin, religion or sex has no field.
 *
 * @category model
 */
export interface Landlord {
  readonly personsMax?: number
  readonly regimes?: ReadonlyArray<Regime>
  readonly daysMin?: number
  readonly daysMax?: number
}

/**
 * A dwelling on the general housing market. `area` in square metres, `rooms` without kitchen and bath (halves are
 * allowed), `floor` 0 = ground floor. `roomsLet` is present when the flat is let room by room, and says how many
 * households can rent one. `availableUntil` is the first day it can no longer be lived in. `district` is a part of
 * the municipality; `county` (Kreis) and `land` are what the municipality belongs to. `blocked` says how many of its
 * units cannot be lived in while the flat is so.
 *
 * @category model
 */
export interface Flat {
  readonly id: FlatId
  readonly district: string
  readonly area: number
  readonly rooms: number
  readonly rent: Rent
  readonly bedrooms?: number
  readonly floor?: number
  readonly lift?: boolean
  readonly stepFree?: boolean
  readonly petsAllowed?: boolean
  readonly roomsLet?: number
  readonly availableFrom?: IsoDay
  readonly availableUntil?: IsoDay
  readonly landlord?: Landlord
  readonly municipality?: string
  readonly county?: string
  readonly land?: string
  readonly schoolDistrict?: string
  readonly position?: Position
  readonly blocked?: Blocked
}

/**
 * How many households may live in a flat at once: 1 when it is let whole.
 *
 * @example
 * ```ts
 * import { type Flat, type FlatId, units } from 'einzug'
 * const flat: Flat = { id: 'F1' as FlatId, district: 'Mitte', area: 74, rooms: 3, rent: { cold: 48_000 } }
 * units(flat) // => 1
 * units({ ...flat, roomsLet: 3 }) // => 3
 * ```
 * @category accessors
 */
export const units = (flat: Flat): number => flat.roomsLet ?? 1

/**
 * How many of its units households may live in: those that are not blocked.
 *
 * @example
 * ```ts
 * import { type Flat, type FlatId, usableUnits } from 'einzug'
 * const flat: Flat = { id: 'F1' as FlatId, district: 'Mitte', area: 74, rooms: 3, rent: { cold: 48_000 } }
 * usableUnits(flat) // => 1
 * usableUnits({ ...flat, blocked: { count: 1, reason: 'major works' } }) // => 0
 * usableUnits({ ...flat, roomsLet: 3, blocked: { count: 1, reason: 'repairs' } }) // => 2
 * ```
 * @category accessors
 */
export const usableUnits = (flat: Flat): number => Math.max(0, units(flat) - (flat.blocked?.count ?? 0))
