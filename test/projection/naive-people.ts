import type { Household, IsoDay } from 'einzug'
import { dayOf, eurostatRooms, nrwMinimumArea, ukBedroomStandard, yearsLived } from 'einzug'
import {
  at,
  flatOf,
  householdsOf,
  type Log,
  latest,
  livings,
  number,
  ofType,
  present,
  regimeOf,
  siteOf,
  type Unit,
} from './naive.ts'

/** Crowding, mistaken occupancy and children as their definitions read. */

const householdOf = (log: Log, id: string, night: number): Household | undefined =>
  latest(
    ofType(log, 'HouseholdAssigned', 'HouseholdChanged').filter(({ data }) => data.household.id === id),
    night,
  )?.data.household

/** Where a household is on a night; of several places of one kind the first by id. */
const placeOf = (log: Log, id: string, night: number) => {
  const here = (kind: 'Tenancy' | 'Stay') =>
    at(livings(log, kind), night)
      .filter(({ household }) => household === id)
      .map(({ place }) => place)
  const [flats, sites] = [here('Tenancy').sort(), here('Stay').sort()]
  const reception = sites.find(site => siteOf(log, site, night)?.kind === 'reception')
  if (flats[0] !== undefined) return { kind: 'flat', place: flats[0] }
  if (reception !== undefined) return { kind: 'reception', place: reception }
  return sites[0] === undefined ? undefined : { kind: 'site', place: sites[0] }
}

const there = (log: Log, night: number) => householdsOf(log).filter(id => present(log, id, night))

export const naiveMistaken = (log: Log, on: IsoDay, unit: Unit): readonly [number, number] => {
  const night = dayOf(on)
  const inSites = there(log, night).filter(id => {
    const kind = placeOf(log, id, night)?.kind
    return kind === 'site' || kind === 'reception'
  })
  const sum = (ids: ReadonlyArray<string>) => ids.reduce((all, id) => all + number(log, id, night, unit), 0)
  return [sum(inSites.filter(id => regimeOf(log, id, night) !== 'AsylbLG')), sum(inSites)]
}

export const naiveChildren = (log: Log, on: IsoDay): Readonly<Record<string, number>> => {
  const night = dayOf(on)
  const found: Record<string, number> = {}
  for (const id of there(log, night)) {
    const home = placeOf(log, id, night)
    const place =
      home === undefined
        ? undefined
        : home.kind === 'flat'
          ? flatOf(log, home.place, night)
          : siteOf(log, home.place, night)
    const district = JSON.stringify(place?.district ?? null)
    for (const { age } of householdOf(log, id, night)?.members ?? []) {
      const years =
        age.known === 'birth'
          ? yearsLived(age.born, on)
          : age.known === 'years'
            ? age.years + yearsLived(age.on, on)
            : age.group === 'child'
              ? 'age not stated'
              : 99
      const bands: ReadonlyArray<readonly [string, boolean]> = [
        ['age not stated', years === 'age not stated'],
        ['3 to 5', [3, 4, 5].includes(Number(years))],
        ['6 to 15', [6, 7, 8, 9, 10, 11, 12, 13, 14, 15].includes(Number(years))],
        ['16 and 17', [16, 17].includes(Number(years))],
      ]
      for (const [band, holds] of bands)
        if (holds) found[`${district} ${band}`] = (found[`${district} ${band}`] ?? 0) + 1
    }
  }
  return found
}

const asks = {
  ukBedroomStandard: [ukBedroomStandard, 'bedrooms'],
  eurostatRooms: [eurostatRooms, 'rooms'],
  nrwMinimumArea: [nrwMinimumArea, 'area'],
} as const

export const naiveCrowding = (log: Log, on: IsoDay, standard: keyof typeof asks, unit: Unit) => {
  const night = dayOf(on)
  const [of, quantity] = asks[standard]
  const parts = { crowded: 0, sufficient: 0, spare: 0, 'not stated': 0 }
  for (const id of there(log, night)) {
    const home = placeOf(log, id, night)
    const household = householdOf(log, id, night)
    if (home?.kind !== 'flat' || household === undefined) continue
    const flat = flatOf(log, home.place, night)
    const byRoom = flat?.roomsLet !== undefined
    const has = byRoom ? (quantity === 'area' ? undefined : 1) : flat?.[quantity]
    const asked = of(household, on)
    const kind =
      has === undefined || asked === undefined
        ? 'not stated'
        : has < asked
          ? 'crowded'
          : has === asked
            ? 'sufficient'
            : 'spare'
    parts[kind] += number(log, id, night, unit)
  }
  return parts
}
