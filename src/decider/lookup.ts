import { type Day, type IsoDay, isoOf } from '../domain/day.ts'
import { type Flat, usableUnits } from '../domain/flat.ts'
import type { Household, Regime, Seeker } from '../domain/household.ts'
import type { CommandId, FlatId, HouseholdId, SiteId } from '../domain/id.ts'
import { covers } from '../domain/interval.ts'
import type { Site } from '../domain/site.ts'
import type { Policy } from '../rule/policy.ts'
import { valueOn } from '../table/history.ts'
import { get, rows } from '../table/index.ts'
import { staysDuring } from './arrivals.ts'
import type { FlatRecord, HouseholdRecord, Registry } from './registry.ts'
import type { Residence, Tenancy } from './residence.ts'

/** Whether a household belongs to the municipality on a day. */
export const isPresent = ({ assigned, left }: HouseholdRecord, day: Day): boolean =>
  assigned <= day && day < left

/**
 * How many households may live in a flat on a day: blocked units hold none, and there are none before it was listed
 * first.
 */
export const unitsOn = ({ versions }: FlatRecord, day: Day): number => {
  const flat = valueOn(versions, day)
  return flat === undefined ? 0 : usableUnits(flat)
}

/** The day an interval ends, as refusals show it: `null` while it is open. */
export const endOf = (until: Day): IsoDay | null => (until === Infinity ? null : isoOf(until))

const present = (registry: Registry, id: HouseholdId, day: Day): HouseholdRecord | undefined => {
  const known = get(registry.households, id)
  return known !== undefined && isPresent(known, day) ? known : undefined
}

/**
 * A household as it was on a day; `undefined` if it was not there.
 *
 * @category registry
 */
export const householdOn = (registry: Registry, id: HouseholdId, day: Day): Household | undefined =>
  valueOn(present(registry, id, day)?.versions ?? [], day)

/**
 * The law a household's benefits came from on a day; `undefined` if it was not there.
 *
 * @category registry
 */
export const regimeOn = (registry: Registry, id: HouseholdId, day: Day): Regime | undefined =>
  valueOn(present(registry, id, day)?.regimes ?? [], day)

/**
 * A flat as it was on a day; `undefined` before it was listed first.
 *
 * @category registry
 */
export const flatOn = (registry: Registry, id: FlatId, day: Day): Flat | undefined =>
  valueOn(get(registry.flats, id)?.versions ?? [], day)

/**
 * Whether a household could move into a flat on a day, as far as its listing goes.
 *
 * @category registry
 */
export const isListedOn = (registry: Registry, id: FlatId, day: Day): boolean =>
  valueOn(get(registry.flats, id)?.listed ?? [], day) === true

/**
 * A site as it was on a day; `undefined` if it was not open.
 *
 * @category registry
 */
export const siteOn = (registry: Registry, id: SiteId, day: Day): Site | undefined => {
  const known = get(registry.sites, id)
  return known !== undefined && day < known.closed ? valueOn(known.versions, day) : undefined
}

/**
 * The policy in force on a day: the one adopted last.
 *
 * @category registry
 */
export const policyOn = (registry: Registry, day: Day): Policy | undefined => valueOn(registry.policies, day)

/**
 * The tenancy or stay that a household spends the night of a day in.
 *
 * @category registry
 */
export const residenceOn = (registry: Registry, id: HouseholdId, day: Day): Residence | undefined =>
  get(registry.households, id)?.residences.find(residence => covers(residence, day))

/**
 * The tenancies of a flat on the night of a day: at most one where it is let whole.
 *
 * @category registry
 */
export const tenanciesOn = (registry: Registry, id: FlatId, day: Day): ReadonlyArray<Tenancy> =>
  (get(registry.flats, id)?.tenancies ?? []).filter(tenancy => covers(tenancy, day))

/**
 * How many persons spend the night of a day in a site.
 *
 * @category registry
 */
export const personsInSite = (registry: Registry, id: SiteId, day: Day): number =>
  staysDuring(get(registry.sites, id)?.arrivals ?? [], { from: day, until: day + 1 }).reduce(
    (persons, { householdId }) => persons + (householdOn(registry, householdId, day)?.members.length ?? 0),
    0,
  )

/** A household, on a day on which it is there, as one that seeks. */
export const seekerOn = ({ assigned, versions, regimes }: HouseholdRecord, day: Day): Seeker => ({
  household: valueOn(versions, day) as Household,
  regime: valueOn(regimes, day) as Regime,
  waitingSince: isoOf(assigned),
})

const inOrderOf = <A>(all: Array<A>, id: (each: A) => string): ReadonlyArray<A> =>
  all.sort((a, b) => (id(a) < id(b) ? -1 : 1))

/**
 * The households that seek a flat on a day, by id: present, without a tenancy on that day or later, and without
 * a placement that is proposed or agreed. O(households).
 *
 * @example
 * ```ts
 * import { emptyRegistry, seekersOn } from 'einzug'
 * seekersOn(emptyRegistry, 17_000) // => []
 * ```
 * @category registry
 */
export const seekersOn = (registry: Registry, day: Day): ReadonlyArray<Seeker> => {
  const seekers: Array<Seeker> = []
  for (const household of rows(registry.households)) {
    const { residences, openPlacements } = household
    const settled = openPlacements.length > 0 || residences.some(r => r.kind === 'tenancy' && r.until > day)
    if (isPresent(household, day) && !settled) seekers.push(seekerOn(household, day))
  }
  return inOrderOf(seekers, ({ household }) => household.id)
}

/**
 * The flats that are listed on a day, by id, and how many of their usable units nobody lives in on that day or later
 * and nobody was promised; only flats with such a unit. O(flats).
 *
 * @example
 * ```ts
 * import { emptyRegistry, offersOn } from 'einzug'
 * offersOn(emptyRegistry, 17_000) // => []
 * ```
 * @category registry
 */
export const offersOn = (
  registry: Registry,
  day: Day,
): ReadonlyArray<{ readonly flat: Flat; readonly units: number }> => {
  const offers: Array<{ readonly flat: Flat; readonly units: number }> = []
  for (const record of rows(registry.flats)) {
    if (valueOn(record.listed, day) !== true) continue
    const taken = record.tenancies.filter(({ until }) => until > day).length
    const units = unitsOn(record, day) - taken - record.promised.length
    if (units > 0) offers.push({ flat: valueOn(record.versions, day) as Flat, units })
  }
  return inOrderOf(offers, ({ flat }) => flat.id)
}

/**
 * Whether a command was handled before.
 *
 * @example
 * ```ts
 * import { type CommandId, emptyRegistry, isHandled } from 'einzug'
 * isHandled(emptyRegistry, 'c1' as CommandId) // => false
 * ```
 * @category registry
 */
export const isHandled = (registry: Registry, id: CommandId): boolean =>
  get(registry.commands, id) !== undefined
