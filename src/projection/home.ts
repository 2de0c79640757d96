import type { Day } from '../domain/day.ts'
import { covers } from '../domain/interval.ts'
import { valueOn } from '../table/history.ts'
import { get, rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { HouseholdHistory } from './history.ts'

/** Where a household spends a night: what kind of place it is, and its key in the census. */
export interface Home {
  readonly dwelling: 'flat' | 'site' | 'reception'
  readonly place: string
}

const order: Readonly<Record<Home['dwelling'], number>> = { flat: 0, reception: 1, site: 2 }

/**
 * The homes of a night. Who is in several, against the laws, has the first: flats before sites, then by key; it does
 * not depend on the order of the rows.
 */
export const homesOn = (census: Census, night: Day): ReadonlyMap<HouseholdHistory | undefined, Home> => {
  const homes = new Map<HouseholdHistory | undefined, Home>()
  const enter = (household: string, home: Home): void => {
    const history = get(census.households, household)
    const known = homes.get(history)
    const before =
      known === undefined ||
      order[home.dwelling] < order[known.dwelling] ||
      (home.dwelling === known.dwelling && home.place < known.place)
    if (before) homes.set(history, home)
  }
  for (const stay of rows(census.stays)) {
    if (!covers(stay, night)) continue
    const site = get(census.sites, stay.place)
    const kind = site && valueOn(site.versions, night)?.kind
    enter(stay.household, { dwelling: kind === 'reception' ? kind : 'site', place: stay.place })
  }
  for (const tenancy of rows(census.tenancies))
    if (covers(tenancy, night)) enter(tenancy.household, { dwelling: 'flat', place: tenancy.place })
  return homes
}
