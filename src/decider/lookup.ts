import { type Day, isoOf } from '../domain/day.ts'
import { type Flat, units } from '../domain/flat.ts'
import type { Household, Regime, Seeker } from '../domain/household.ts'
import type { FlatId, HouseholdId, SiteId, TenancyId } from '../domain/id.ts'
import { covers } from '../domain/interval.ts'
import type { Policy } from '../rule/policy.ts'
import { emptyTable, get, keys, rows } from '../table/index.ts'
import { valueOn } from './history.ts'
import type {
  FlatRecord,
  HouseholdRecord,
  PlacementRecord,
  Registry,
  Residence,
  SiteRecord,
} from './registry.ts'

/** Whether a household belongs to the municipality on a day. */
export const isPresent = ({ assigned, left }: HouseholdRecord, day: Day): boolean =>
  assigned <= day && day < left

/** The tenancies and stays of a household that were not annulled. */
export const residencesOf = (registry: Registry, { residences }: HouseholdRecord): ReadonlyArray<Residence> =>
  residences.map(id => get(registry.residences, id) as Residence).filter(({ annulled }) => !annulled)

/** The tenancies of a flat that were not annulled. */
export const tenanciesOf = (registry: Registry, { tenancies }: FlatRecord): ReadonlyArray<Residence> =>
  tenancies.map(id => get(registry.residences, id) as Residence).filter(({ annulled }) => !annulled)

/** The placements, of a household or a flat, that are proposed or agreed. */
export const openPlacements = (
  registry: Registry,
  of: HouseholdRecord | FlatRecord,
): ReadonlyArray<PlacementRecord> =>
  of.placements
    .map(id => get(registry.placements, id) as PlacementRecord)
    .filter(({ state }) => state === 'proposed' || state === 'agreed')

/** How many households may live in a flat on a day; 0 before it was listed first. */
export const unitsOn = ({ versions }: FlatRecord, day: Day): number => {
  const flat = valueOn(versions, day)
  return flat === undefined ? 0 : units(flat)
}

/**
 * A household as it was on a day; `undefined` if it was not there.
 *
 * @category registry
 */
export const householdOn = (registry: Registry, id: HouseholdId, day: Day): Household | undefined => {
  const known = get(registry.households, id)
  return known !== undefined && isPresent(known, day) ? valueOn(known.versions, day) : undefined
}

/**
 * A flat as it was on a day; `undefined` before it was listed first.
 *
 * @category registry
 */
export const flatOn = (registry: Registry, id: FlatId, day: Day): Flat | undefined =>
  valueOn(get(registry.flats, id)?.versions ?? [], day)

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
export const residenceOn = (registry: Registry, id: HouseholdId, day: Day): Residence | undefined => {
  const known = get(registry.households, id)
  return known && residencesOf(registry, known).find(residence => covers(residence, day))
}

/**
 * How many persons spend the night of a day in a site.
 *
 * @category registry
 */
export const personsInSite = (registry: Registry, id: SiteId, day: Day): number => {
  let persons = 0
  for (const stay of residentsOf(registry, get(registry.sites, id))) {
    if (covers(stay, day)) persons += householdOn(registry, stay.householdId, day)?.members.length ?? 0
  }
  return persons
}

/** The stays in a site that were not annulled. */
export function* residentsOf(registry: Registry, site: SiteRecord | undefined): Generator<Residence, void> {
  for (const id of keys(site?.stays ?? emptyTable)) {
    const stay = get(registry.residences, id) as Residence
    if (!stay.annulled) yield stay
  }
}

/** A household as one that seeks. */
export const seekerOn = ({ assigned, versions, regimes }: HouseholdRecord, day: Day): Seeker => ({
  household: valueOn(versions, day) as Household,
  regime: valueOn(regimes, day) as Regime,
  waitingSince: isoOf(assigned),
})

/**
 * The households that seek a flat on a day: present, without a tenancy on that day or later, and without a
 * placement that is proposed or agreed.
 *
 * @category registry
 */
export const seekersOn = (registry: Registry, day: Day): ReadonlyArray<Seeker> =>
  [...rows(registry.households)]
    .filter(
      household =>
        isPresent(household, day) &&
        openPlacements(registry, household).length === 0 &&
        !residencesOf(registry, household).some(({ kind, until }) => kind === 'tenancy' && until > day),
    )
    .map(household => seekerOn(household, day))

/**
 * The flats that are listed on a day and have units that nobody lives in, on that day or later, and that are
 * promised to nobody.
 *
 * @category registry
 */
export const offersOn = (
  registry: Registry,
  day: Day,
): ReadonlyArray<{ readonly flat: Flat; readonly units: number }> =>
  [...rows(registry.flats)].flatMap(record => {
    const flat = valueOn(record.versions, day)
    if (flat === undefined || valueOn(record.listed, day) !== true) return []
    const let_ = tenanciesOf(registry, record).filter(({ until }) => until > day).length
    const free = units(flat) - let_ - openPlacements(registry, record).length
    return free > 0 ? [{ flat, units: free }] : []
  })

/** The ids of tenancies, as such. */
export const tenancyIds = (tenancies: ReadonlyArray<Residence>): ReadonlyArray<TenancyId> =>
  tenancies.flatMap(each => (each.kind === 'tenancy' ? [each.id] : []))

/** A day of an interval's end: `null` while it is open. */
export const endOf = (until: Day): ReturnType<typeof isoOf> | null =>
  until === Infinity ? null : isoOf(until)
