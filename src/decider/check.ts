import { type Day, isoOf } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Household } from '../domain/household.ts'
import { covers, type Interval, overlap } from '../domain/interval.ts'
import type { Override } from '../event/event.ts'
import { judge, type Predicates } from '../rule/judge.ts'
import { get } from '../table/index.ts'
import { nextAfter, valueOn } from './history.ts'
import {
  endOf,
  isPresent,
  openPlacements,
  policyOn,
  residencesOf,
  residentsOf,
  seekerOn,
  tenanciesOf,
  tenancyIds,
  unitsOn,
} from './lookup.ts'
import type { InTheWay, Refusal } from './refusal.ts'
import type { FlatRecord, HouseholdRecord, Registry, Residence, SiteRecord } from './registry.ts'

// Each check looks at one law and says what breaks it, or nothing. They are joined with `??`: the first that
// finds something decides.

/** Law: a household is there while it lives somewhere. */
export const presentOver = (household: HouseholdRecord, { from, until }: Interval): Refusal | undefined =>
  isPresent(household, from) &&
  (until === Infinity || until <= household.left) &&
  !(until === Infinity && household.left < Infinity)
    ? undefined
    : notPresent(household)

export const presentOn = (household: HouseholdRecord, day: Day): Refusal | undefined =>
  isPresent(household, day) ? undefined : notPresent(household)

const notPresent = ({ id, assigned, left }: HouseholdRecord): Refusal => ({
  _tag: 'NotPresent',
  householdId: id,
  assigned: isoOf(assigned),
  left: endOf(left),
})

/** Law: an interval has nights. */
export const hasNights = ({ from, until }: Interval): Refusal | undefined =>
  from < until ? undefined : { _tag: 'EmptyInterval', from: isoOf(from), until: isoOf(until) }

export const inTheWay = ({ kind, id, from, until }: Residence): InTheWay => ({
  kind,
  id,
  from: isoOf(from),
  until: endOf(until),
})

/** Law 1: one home on any night. `except` are residences that the command itself ends or replaces. */
export const livesNowhereElse = (
  registry: Registry,
  household: HouseholdRecord,
  interval: Interval,
  except: ReadonlyArray<Residence> = [],
): Refusal | undefined => {
  const other = residencesOf(registry, household).find(
    each => !except.includes(each) && overlap(each, interval),
  )
  return other && { _tag: 'LivesElsewhere', householdId: household.id, residence: inTheWay(other) }
}

/** Law 2: no more households in a flat than units, on any night of the interval. `extra` households move in. */
export const flatHasRoom = (
  registry: Registry,
  flat: FlatRecord,
  interval: Interval,
  extra: number,
  except?: Residence,
): Refusal | undefined => {
  const others = tenanciesOf(registry, flat).filter(each => each !== except && overlap(each, interval))
  for (const night of nightsOfChange(interval, [
    ...others.map(({ from }) => from),
    ...flat.versions.map(({ on }) => on),
  ])) {
    const there = others.filter(each => covers(each, night))
    const units = unitsOn(flat, night)
    if (there.length + extra > units)
      return { _tag: 'FlatTaken', flatId: flat.id, on: isoOf(night), units, tenancies: tenancyIds(there) }
  }
  return undefined
}

/** The first night of an interval, and every night of it on which something changes. */
const nightsOfChange = (interval: Interval, changes: ReadonlyArray<Day>): ReadonlyArray<Day> =>
  [interval.from, ...new Set(changes.filter(day => day > interval.from && covers(interval, day)))].sort(
    (a, b) => a - b,
  )

/** What others were promised must be left for them. */
export const notPromised = (
  registry: Registry,
  flat: FlatRecord,
  from: Day,
  household: HouseholdRecord,
): Refusal | undefined => {
  const promised = openPlacements(registry, flat).filter(({ householdId }) => householdId !== household.id)
  const tenancies = tenanciesOf(registry, flat).filter(({ until }) => until > from).length
  const units = unitsOn(flat, from)
  return promised.length > 0 && promised.length + tenancies >= units
    ? { _tag: 'FlatPromised', flatId: flat.id, units, placements: promised.map(({ id }) => id) }
    : undefined
}

/** Law 3: nobody moves into a flat that is not listed on the day. */
export const listedOn = (flat: FlatRecord, day: Day): Refusal | undefined =>
  valueOn(flat.listed, day) === true ? undefined : { _tag: 'FlatNotListed', flatId: flat.id, on: isoOf(day) }

/** Law 3, told late: no tenancy may have started while the flat will not have been listed. */
export const nobodyMovedIn = (registry: Registry, flat: FlatRecord, from: Day): Refusal | undefined => {
  const unlisted = { from, until: nextAfter(flat.listed, from) }
  const moved = tenanciesOf(registry, flat).find(
    each => each.kind === 'tenancy' && covers(unlisted, each.from),
  )
  return moved?.kind === 'tenancy'
    ? { _tag: 'TenancyStartsThen', flatId: flat.id, tenancyId: moved.id, from: isoOf(moved.from) }
    : undefined
}

export const openOver = (site: SiteRecord, { from, until }: Interval): Refusal | undefined =>
  site.opened <= from && until <= site.closed
    ? undefined
    : { _tag: 'SiteNotOpen', siteId: site.id, opened: isoOf(site.opened), closed: endOf(site.closed) }

/** A stay as the capacity of a site sees it: its nights, and the household's sizes over time. */
export type Occupant = Interval & { readonly versions: HouseholdRecord['versions'] }

/**
 * Law 3: a site holds at most its places, on any night of the interval. `changed` is an occupant as it will be,
 * in place of the residence `except`.
 */
export const siteHasPlaces = (
  registry: Registry,
  site: SiteRecord,
  interval: Interval,
  changed?: Occupant,
  except?: Residence,
): Refusal | undefined => {
  const occupants: Array<Occupant> = changed === undefined ? [] : [changed]
  for (const stay of residentsOf(registry, site)) {
    if (stay === except || !overlap(stay, interval)) continue
    occupants.push({
      ...stay,
      versions: (get(registry.households, stay.householdId) as HouseholdRecord).versions,
    })
  }
  const changes = new Map<Day, number>()
  const add = (day: Day, persons: number): void => {
    changes.set(Math.max(day, interval.from), (changes.get(Math.max(day, interval.from)) ?? 0) + persons)
  }
  for (const { from, until, versions } of occupants) {
    versions.forEach(({ on, value }, at) => {
      const piece = { from: Math.max(on, from), until: Math.min(versions[at + 1]?.on ?? Infinity, until) }
      if (!overlap(piece, interval)) return
      add(piece.from, value.members.length)
      add(piece.until, -value.members.length)
    })
  }
  for (const { on } of site.versions) add(on, 0)
  let persons = 0
  for (const [day, change] of [...changes].sort((a, b) => a[0] - b[0])) {
    persons += change
    const places = valueOn(site.versions, day)?.places ?? 0
    if (persons > places && day < interval.until)
      return { _tag: 'SiteFull', siteId: site.id, on: isoOf(day), places, persons }
  }
  return undefined
}

/** A person belongs to one household that is there. `of` are the households the persons may come from. */
export const personsAreFree = (
  registry: Registry,
  household: Household,
  day: Day,
  of: ReadonlyArray<Household['id']>,
): Refusal | undefined => {
  for (const { id } of household.members) {
    const holder = get(registry.households, get(registry.persons, id) ?? '')
    const held = holder !== undefined && !of.includes(holder.id) && holder.left > day
    if (held && holder.versions.at(-1)?.value.members.some(member => member.id === id) === true)
      return { _tag: 'PersonElsewhere', personId: id, householdId: holder.id }
  }
  return undefined
}

/** Law 4: the rules of the policy in force, judged again; one may be set aside by name. */
export const rulesHold = (
  registry: Registry,
  household: HouseholdRecord,
  flat: Flat,
  on: Day,
  override: Override | undefined,
  predicates: Predicates,
): Refusal | undefined => {
  const rules = (policyOn(registry, on)?.rules ?? [])
    .map(rule => ({
      rule: rule.name,
      verdict: judge(rule, seekerOn(household, on), flat, isoOf(on), predicates),
    }))
    .filter(({ verdict }) => verdict._tag === 'Fails')
  if (override !== undefined && !rules.some(({ rule }) => rule === override.rule))
    return { _tag: 'NothingToOverride', rule: override.rule }
  const broken = rules.filter(({ rule }) => rule !== override?.rule)
  return broken.length === 0 ? undefined : { _tag: 'RulesBroken', flatId: flat.id, rules: broken }
}
