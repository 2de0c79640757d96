import type { Flat } from '../../domain/flat.ts'
import type { Interval } from '../../domain/interval.ts'
import type { Site } from '../../domain/site.ts'
import { firstIndex, withOne, withOther } from '../../table/sorted.ts'
import type { PlaceHistory } from '../history.ts'
import type { Timeline } from './timeline.ts'

/**
 * What the households in a flat or a site are told of it: whether any fact says what it is, and not only that somebody
 * lives there; its kind of dwelling and its district by day, in one word ({@link wordOf}). It stands in each of their
 * homes, so that what a household posts is read from its row alone; a place that turns out otherwise is replaced.
 */
export interface Place {
  readonly id: string
  /** Of a flat. */
  readonly number: number
  readonly isKnown: boolean
  readonly words: Timeline
}

/** A tenancy or a stay. */
export interface Home extends Interval {
  readonly kind: 'tenancy' | 'stay'
  readonly id: string
  readonly household: string
  readonly place: Place
}

/**
 * A household by day: whether it is here (1 or 0), its roster, its regime by number, whom the state handed over (a
 * roster); and all its homes in order.
 */
export interface HouseholdRow {
  readonly number: number
  readonly present: Timeline
  readonly versions: Timeline
  readonly regimes: Timeline
  readonly arrivals: Timeline
  readonly homes: ReadonlyArray<Home>
}

/** A flat by day, with its tenancies; one of which only tenancies are known has neither of the other two. */
export interface FlatRow extends PlaceHistory<Flat> {
  readonly place: Place
  readonly homes: ReadonlyArray<Home>
}

/** A site by day. Its stays are many, and asked for seldom: who lived there, household by household, in blocks. */
export interface SiteRow extends PlaceHistory<Site> {
  readonly place: Place
  readonly households: ReadonlyArray<ReadonlyArray<string>>
}

// not frozen: V8 walks frozen lists by allocating for each step, and compiles for both kinds wherever one has been seen
const none: ReadonlyArray<never> = []

export const newHousehold = (number: number): HouseholdRow => ({
  number,
  present: none,
  versions: none,
  regimes: none,
  arrivals: none,
  homes: none,
})

export const newFlat = (id: string, number: number): FlatRow => ({
  place: { id, number, isKnown: false, words: none },
  offered: none,
  versions: none,
  homes: none,
})

const notNumbered = -1

export const newSite = (id: string): SiteRow => ({
  place: { id, number: notNumbered, isKnown: false, words: none },
  offered: none,
  versions: none,
  households: none,
})

/** Whether a home has a night from a day on, or on the day before it. */
export const reaches = ({ from, until }: Home, day: number): boolean => until >= day && from < until

export const isSameHome = (a: Home, b: Home): boolean => a.id === b.id && a.kind === b.kind

const comesBefore = (a: Home, b: Home): boolean => (a.kind === b.kind ? a.id < b.id : a.kind < b.kind)

/** A list of homes, in the order of their kinds and ids, with one in the place of what was known under its id. */
export const withHome = (homes: ReadonlyArray<Home>, now: Home): ReadonlyArray<Home> => {
  const last = homes[homes.length - 1]
  if (last === undefined) return [now]
  // a list with one more at its end is as long as it must be; a spread one holds room for more
  if (comesBefore(last, now)) return homes.concat([now])
  const at = firstIndex(homes, home => !comesBefore(home, now))
  const known = homes[at]
  return known !== undefined && isSameHome(known, now) ? withOther(homes, at, now) : withOne(homes, at, now)
}

export const withoutHome = (homes: ReadonlyArray<Home>, home: Home): ReadonlyArray<Home> =>
  homes.filter(each => !isSameHome(each, home))

const blockSize = 64

/** A site's list with one more household; whoever came twice stands there twice. */
export const withResident = (
  blocks: ReadonlyArray<ReadonlyArray<string>>,
  household: string,
): ReadonlyArray<ReadonlyArray<string>> => {
  const last = blocks[blocks.length - 1]
  return last === undefined || last.length === blockSize
    ? blocks.concat([[household]])
    : blocks.with(blocks.length - 1, last.concat([household]))
}
