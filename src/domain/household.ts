import type { ReadonlyNonEmptyArray } from 'fp-ts/ReadonlyNonEmptyArray'
import type { IsoDay } from './day.ts'
import type { HouseholdId } from './id.ts'
import type { Person } from './person.ts'
import type { Position } from './position.ts'
import type { ResidenceDuty } from './residence-duty.ts'

/**
 * The law a household's benefits come from.
 *
 * @category model
 */
export type Regime = 'AsylbLG' | 'SGB II' | 'SGB XII' | 'none'

/**
 * What a household cannot do without. `tier` is its tier of need, 1 = most urgent.
 *
 * @category model
 */
export interface Needs {
  readonly tier?: number
  readonly stepFree?: boolean
  readonly pets?: boolean
}

/**
 * What a household would like or refuses. An absent or empty list of wanted districts means that any will do.
 *
 * @category model
 */
export interface Wishes {
  readonly districts?: ReadonlyArray<string>
  readonly notDistricts?: ReadonlyArray<string>
}

/**
 * What is known of the place where a household lives now, in a flat or a site: what it has for itself, and the school
 * district. An absent part is not recorded.
 *
 * @category model
 */
export interface PresentHome {
  readonly bedrooms?: number
  readonly rooms?: number
  readonly area?: number
  readonly schoolDistrict?: string
}

/**
 * People who must live together (Bedarfsgemeinschaft); never split. `kin` says where wider family lives, `languages`
 * what is spoken; `residenceDuties` bind where it may live.
 *
 * @category model
 */
export interface Household {
  readonly id: HouseholdId
  readonly members: ReadonlyNonEmptyArray<Person>
  readonly needs?: Needs
  readonly wishes?: Wishes
  readonly livesIn?: PresentHome
  readonly kin?: ReadonlyArray<Position>
  readonly languages?: ReadonlyArray<string>
  readonly residenceDuties?: ReadonlyArray<ResidenceDuty>
}

/**
 * A household that looks for a flat: itself, the law its benefits come from, and the day it has been waiting
 * since.
 *
 * @category model
 */
export interface Seeker {
  readonly household: Household
  readonly regime: Regime
  readonly waitingSince: IsoDay
}
