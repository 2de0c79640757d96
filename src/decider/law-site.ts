import { type Day, isoOf } from '../domain/day.ts'
import type { Household } from '../domain/household.ts'
import { type Interval, overlap } from '../domain/interval.ts'
import { type Site, usablePlaces } from '../domain/site.ts'
import { type History, nextAfter, valueOn } from '../table/history.ts'
import { get } from '../table/index.ts'
import { staysDuring } from './arrivals.ts'
import { endOf } from './lookup.ts'
import type { Refusal } from './refusal.ts'
import type { HouseholdRecord, Registry, SiteRecord } from './registry.ts'
import type { Stay } from './residence.ts'

/** Law 3: a site is open as long as somebody stays. */
export const openOver = (site: SiteRecord, { from, until }: Interval): Refusal | undefined =>
  site.opened <= from && until <= site.closed
    ? undefined
    : { _tag: 'SiteNotOpen', siteId: site.id, opened: isoOf(site.opened), closed: endOf(site.closed) }

/** What a command changes about a site: each part as it is, and as it will be. */
export interface SiteChange {
  /** The stays that the command touches; untouched ones need not be named. */
  readonly stays?: { readonly now?: Stay; readonly after?: Interval & Pick<Stay, 'householdId'> }
  /** A household that the command makes another. */
  readonly household?: { readonly id: string; readonly after: History<Household> }
  readonly versions?: History<Site>
}

/**
 * Law 3: a site holds at most its usable places. No night of the interval may come to have more persons beyond its
 * places than it has already: what was an overflow for a reason does not stand in the way of what relieves it.
 * O(windows + n log n), n = stays that touch the interval.
 */
export const siteHasPlaces = (
  registry: Registry,
  site: SiteRecord,
  nights: Interval,
  { stays: { now, after } = {}, household, versions = site.versions }: SiteChange,
): Refusal | undefined => {
  const steps: Array<Step> = site.versions.map(({ on }) => ({ on, now: 0, after: 0 }))
  steps.push({ on: nights.from, now: 0, after: 0 })
  const sizes = (id: string): History<Household> => (get(registry.households, id) as HouseholdRecord).versions

  for (const stay of staysDuring(site.arrivals, nights)) {
    const versions = sizes(stay.householdId)
    addSteps(steps, 'now', stay, versions, nights)
    if (stay !== now) {
      addSteps(steps, 'after', stay, stay.householdId === household?.id ? household.after : versions, nights)
    }
  }
  if (after !== undefined) addSteps(steps, 'after', after, sizes(after.householdId), nights)

  const persons = { now: 0, after: 0 }
  steps.sort((a, b) => a.on - b.on)
  for (const [at, step] of steps.entries()) {
    persons.now += step.now
    persons.after += step.after
    if (steps[at + 1]?.on === step.on || step.on < nights.from || step.on >= nights.until) continue
    const places = placesOn(versions, step.on)
    const over = persons.after - places
    if (over > 0 && over > persons.now - placesOn(site.versions, step.on))
      return { _tag: 'SiteFull', siteId: site.id, on: isoOf(step.on), places, persons: persons.after }
  }
  return undefined
}

interface Step {
  readonly on: Day
  readonly now: number
  readonly after: number
}

const placesOn = (versions: History<Site>, day: Day): number => usablePlaces(valueOn(versions, day) as Site)

/** The persons of a household come with the first of its nights, and as it changes, and go after the last. */
const addSteps = (
  steps: Array<Step>,
  side: 'now' | 'after',
  stay: Interval,
  versions: History<Household>,
  nights: Interval,
): void => {
  for (const { on, value } of versions) {
    const piece = {
      from: Math.max(on, stay.from, nights.from),
      until: Math.min(nextAfter(versions, on), stay.until, nights.until),
    }
    if (!overlap(piece, nights)) continue
    const persons = value.members.length
    steps.push({ on: piece.from, now: 0, after: 0, [side]: persons })
    steps.push({ on: piece.until, now: 0, after: 0, [side]: -persons })
  }
}
