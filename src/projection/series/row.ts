import type { Flat } from '../../domain/flat.ts'
import type { Regime } from '../../domain/household.ts'
import type { Interval } from '../../domain/interval.ts'
import type { Site } from '../../domain/site.ts'
import type { History } from '../../table/history.ts'
import { firstIndex } from '../../table/sorted.ts'
import type { PlaceHistory } from '../history.ts'

/** A tenancy or a stay, with the keys of its household and its place. */
export interface Home extends Interval {
  readonly kind: 'tenancy' | 'stay'
  readonly key: string
  readonly household: string
  readonly place: string
}

/** A household by day, with all its homes in the order of their keys; versions and arrivals are rosters. */
export interface HouseholdRow {
  readonly number: number
  readonly present: History<boolean>
  readonly versions: History<number>
  readonly regimes: History<Regime>
  readonly arrivals: History<number>
  readonly homes: ReadonlyArray<Home>
}

/** A flat or a site by day, with the homes in it; one of which only homes are known has neither entry. */
export interface PlaceRow<Place extends Flat | Site> extends PlaceHistory<Place> {
  readonly number: number
  readonly homes: ReadonlyArray<Home>
}

const none: ReadonlyArray<never> = /* @__PURE__ */ Object.freeze([])

export const newHousehold = (number: number): HouseholdRow => ({
  number,
  present: none,
  versions: none,
  regimes: none,
  arrivals: none,
  homes: none,
})

export const newPlace = (number: number): PlaceRow<never> => ({
  number,
  offered: none,
  versions: none,
  homes: none,
})

/** Whether any fact says what the place is, and not only that somebody lives there. */
export const isKnown = ({ offered, versions }: PlaceHistory<unknown>): boolean =>
  offered.length > 0 || versions.length > 0

/** A list of homes, in the order of their keys, with one in the place of what was known under its key. */
export const withHome = (homes: ReadonlyArray<Home>, now: Home): ReadonlyArray<Home> => {
  const last = homes[homes.length - 1]
  if (last === undefined || last.key < now.key) return homes.concat(now)
  const at = firstIndex(homes, ({ key }) => key >= now.key)
  return homes.toSpliced(at, homes[at]?.key === now.key ? 1 : 0, now)
}

export const withoutHome = (homes: ReadonlyArray<Home>, { key }: Home): ReadonlyArray<Home> =>
  homes.filter(each => each.key !== key)
