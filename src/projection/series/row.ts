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

/** A flat by day, with its tenancies; one of which only tenancies are known has neither of the other two. */
export interface FlatRow extends PlaceHistory<Flat> {
  readonly number: number
  readonly homes: ReadonlyArray<Home>
}

/** A site by day. Its stays are many, and asked for seldom: who lived there, household by household, in blocks. */
export interface SiteRow extends PlaceHistory<Site> {
  readonly households: ReadonlyArray<ReadonlyArray<string>>
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

export const newFlat = (number: number): FlatRow => ({ number, offered: none, versions: none, homes: none })

export const newSite: SiteRow = { offered: none, versions: none, households: none }

/** Whether any fact says what the place is, and not only that somebody lives there. */
export const isKnown = ({ offered, versions }: PlaceHistory<unknown>): boolean =>
  offered.length > 0 || versions.length > 0

/** Whether a home has a night from a day on, or on the day before it. */
export const reaches = ({ from, until }: Home, day: number): boolean => until >= day && from < until

/** A list of homes, in the order of their keys, with one in the place of what was known under its key. */
export const withHome = (homes: ReadonlyArray<Home>, now: Home): ReadonlyArray<Home> => {
  const last = homes[homes.length - 1]
  if (last === undefined) return [now]
  if (last.key < now.key) return homes.concat(now)
  const at = firstIndex(homes, ({ key }) => key >= now.key)
  return homes.toSpliced(at, homes[at]?.key === now.key ? 1 : 0, now)
}

export const withoutHome = (homes: ReadonlyArray<Home>, { key }: Home): ReadonlyArray<Home> =>
  homes.filter(each => each.key !== key)

const blockSize = 64

/** A site's list with one more household; whoever came twice stands there twice. */
export const withResident = (
  blocks: ReadonlyArray<ReadonlyArray<string>>,
  household: string,
): ReadonlyArray<ReadonlyArray<string>> => {
  const last = blocks[blocks.length - 1]
  return last === undefined || last.length === blockSize
    ? blocks.concat([[household]])
    : blocks.with(blocks.length - 1, last.concat(household))
}
