import { isoOf } from '../../domain/day.ts'
import type { Flat } from '../../domain/flat.ts'
import { covers, type Interval } from '../../domain/interval.ts'
import { type StandardName, standards } from '../../rule/standard.ts'
import { valueOn } from '../../table/history.ts'
import { get, rows } from '../../table/index.ts'
import type { Census } from '../census.ts'
import type { HouseholdHistory } from '../history.ts'
import { isOffered, isPresent } from '../history.ts'
import { homesOn } from '../home.ts'

/**
 * A published standard that says how many bedrooms a household needs.
 *
 * @category forecast
 */
export type BedroomStandard = Extract<StandardName, 'ukBedroomStandard' | 'canadianNos'>

/** Bedrooms, as far as they are known. */
export type Bedrooms = number | null

/** What a window saw, by bedrooms. */
export interface Counts {
  /** Households without a flat on the last night. */
  readonly waiting: number
  /** Households assigned. */
  readonly arrived: number
  /** Tenancies that ended, in a flat that stays listed, without another of the same household from that day on. */
  readonly freed: number
}

const bedroomsOf = (flat: Flat | undefined): Bedrooms =>
  flat === undefined ? null : flat.roomsLet === undefined ? (flat.bedrooms ?? null) : 1

/** What a window saw, by the bedrooms that a household needs, or that a flat has. */
export const countsIn = (
  census: Census,
  window: Interval,
  standard: BedroomStandard,
): ReadonlyMap<Bedrooms, Counts> => {
  const counts = new Map<Bedrooms, { -readonly [Key in keyof Counts]: Counts[Key] }>()
  const count = (bedrooms: Bedrooms, what: keyof Counts): void => {
    const known = counts.get(bedrooms) ?? { waiting: 0, arrived: 0, freed: 0 }
    known[what]++
    counts.set(bedrooms, known)
  }
  const needs = ({ versions }: HouseholdHistory, day: number): Bedrooms => {
    const household = valueOn(versions, day)
    return (household && standards[standard].of(household, isoOf(day))) ?? null
  }

  const last = window.until - 1
  const homes = homesOn(census, last)
  for (const household of rows(census.households)) {
    for (const { on } of household.arrivals) if (covers(window, on)) count(needs(household, on), 'arrived')
    if (isPresent(household, last) && homes.get(household)?.dwelling !== 'flat')
      count(needs(household, last), 'waiting')
  }
  const starts = new Set<string>()
  for (const { household, from, until } of rows(census.tenancies))
    if (from < until) starts.add(`${from} ${household}`)
  for (const { household, place, from, until } of rows(census.tenancies)) {
    if (from >= until || !covers(window, until) || starts.has(`${until} ${household}`)) continue
    const flat = get(census.flats, place)
    if (flat !== undefined && isOffered(flat, until))
      count(bedroomsOf(valueOn(flat.versions, until)), 'freed')
  }
  return counts
}
