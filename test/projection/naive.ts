import type { Flat, HousingEvent, IsoDay, Period, Regime, Site } from 'einzug'
import { dayOf, units } from 'einzug'

/**
 * The figures of one municipality as their definitions read, night by night, straight from the list of events.
 * Slow, and sharing no code with the projection.
 */
export type Log = ReadonlyArray<HousingEvent>
export type Unit = 'persons' | 'households'

/** The fact that holds on a day: the latest by day, of those on one day the last recorded. */
export const latest = <E extends HousingEvent>(facts: ReadonlyArray<E>, day: number): E | undefined => {
  let found: E | undefined
  for (const each of facts)
    if (dayOf(each.data.on) <= day && (found === undefined || each.data.on >= found.data.on)) found = each
  return found
}

export const ofType = <T extends HousingEvent['type']>(log: Log, ...types: ReadonlyArray<T>) =>
  log.filter((each): each is Extract<HousingEvent, { type: T }> =>
    (types as ReadonlyArray<string>).includes(each.type),
  )

export const householdsOf = (log: Log): ReadonlyArray<string> => [
  ...new Set(ofType(log, 'HouseholdAssigned').map(({ data }) => data.household.id)),
]

export const membersOf = (log: Log, id: string, day: number): ReadonlyArray<string> => {
  const versions = ofType(log, 'HouseholdAssigned', 'HouseholdChanged').filter(
    each => each.data.household.id === id,
  )
  return latest(versions, day)?.data.household.members.map(person => person.id) ?? []
}

export const present = (log: Log, id: string, day: number): boolean =>
  latest(
    ofType(log, 'HouseholdAssigned', 'HouseholdLeft').filter(
      each => (each.type === 'HouseholdAssigned' ? each.data.household.id : each.data.householdId) === id,
    ),
    day,
  )?.type === 'HouseholdAssigned'

export const regimeOf = (log: Log, id: string, day: number): Regime | undefined =>
  latest(
    ofType(log, 'HouseholdAssigned', 'RegimeChanged').filter(
      each => (each.type === 'HouseholdAssigned' ? each.data.household.id : each.data.householdId) === id,
    ),
    day,
  )?.data.regime

export const flatOf = (log: Log, id: string, day: number): Flat | undefined =>
  latest(
    ofType(log, 'FlatListed', 'FlatChanged').filter(each => each.data.flat.id === id),
    day,
  )?.data.flat

export const listed = (log: Log, id: string, day: number): boolean =>
  latest(
    ofType(log, 'FlatListed', 'FlatWithdrawn').filter(
      each => (each.type === 'FlatListed' ? each.data.flat.id : each.data.flatId) === id,
    ),
    day,
  )?.type === 'FlatListed'

export const siteOf = (log: Log, id: string, day: number): Site | undefined =>
  latest(
    ofType(log, 'SiteOpened', 'SiteChanged').filter(each => each.data.site.id === id),
    day,
  )?.data.site

export const open = (log: Log, id: string, day: number): boolean =>
  latest(
    ofType(log, 'SiteOpened', 'SiteClosed').filter(
      each => (each.type === 'SiteOpened' ? each.data.site.id : each.data.siteId) === id,
    ),
    day,
  )?.type === 'SiteOpened'

export interface Living {
  household: string
  place: string
  from: number
  until: number
}

export const livings = (log: Log, kind: 'Tenancy' | 'Stay'): ReadonlyArray<Living> => {
  const all = new Map<string, Living>()
  for (const event of log) {
    const on = dayOf(event.data.on)
    if (event.type === 'TenancyStarted' && kind === 'Tenancy')
      all.set(event.data.tenancyId, {
        household: event.data.householdId,
        place: event.data.flatId,
        from: on,
        until: Infinity,
      })
    if (event.type === 'StayStarted' && kind === 'Stay')
      all.set(event.data.stayId, {
        household: event.data.householdId,
        place: event.data.siteId,
        from: on,
        until: Infinity,
      })
    const id =
      kind === 'Tenancy'
        ? 'tenancyId' in event.data && event.data.tenancyId
        : 'stayId' in event.data && event.data.stayId
    const known = id === false ? undefined : all.get(id)
    if (known === undefined) continue
    if (event.type === 'TenancyEnded' || event.type === 'StayEnded') known.until = on
    if (event.type === 'TenancyCorrected' || event.type === 'StayCorrected') {
      known.from = on
      known.until = event.data.until === null ? Infinity : dayOf(event.data.until)
    }
    if (event.type === 'TenancyAnnulled' || event.type === 'StayAnnulled') known.until = known.from
  }
  return [...all.values()]
}

export const at = (all: ReadonlyArray<Living>, night: number) =>
  all.filter(({ from, until }) => from <= night && night < until)

export const number = (log: Log, id: string, day: number, unit: Unit): number =>
  unit === 'persons' ? membersOf(log, id, day).length : 1

export const naiveDwellings = (log: Log, on: IsoDay, unit: Unit) => {
  const night = dayOf(on)
  const parts = { flat: 0, site: 0, reception: 0, unknown: 0 }
  for (const id of householdsOf(log)) {
    if (!present(log, id, night)) continue
    const sites = at(livings(log, 'Stay'), night).filter(({ household }) => household === id)
    const kind = at(livings(log, 'Tenancy'), night).some(({ household }) => household === id)
      ? 'flat'
      : sites.some(({ place }) => siteOf(log, place, night)?.kind === 'reception')
        ? 'reception'
        : sites.length > 0
          ? 'site'
          : 'unknown'
    parts[kind] += number(log, id, night, unit)
  }
  return parts
}

export const naivePopulation = (log: Log, on: IsoDay, unit: Unit): number =>
  householdsOf(log)
    .filter(id => present(log, id, dayOf(on)))
    .reduce((sum, id) => sum + number(log, id, dayOf(on), unit), 0)

export const nights = ({ from, until }: Period): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, dayOf(until) - dayOf(from)) }, (_, k) => dayOf(from) + k)

export const naiveIntake = (log: Log, period: Period, unit: Unit): readonly [number, number] => {
  const all = new Set<string>()
  const housed = new Set<string>()
  for (const day of nights(period)) {
    for (const id of householdsOf(log)) {
      let handedOver: ReadonlyArray<string> | undefined
      for (const { type, data } of ofType(log, 'HouseholdAssigned', 'HouseholdChanged')) {
        if (data.household.id !== id || dayOf(data.on) !== day) continue
        const counts =
          type === 'HouseholdAssigned'
            ? data.separatedFrom === undefined
            : data.reason === 'correction' && handedOver !== undefined
        if (counts) handedOver = data.household.members.map(person => person.id)
      }
      if (handedOver === undefined) continue
      for (const each of unit === 'persons' ? handedOver : [id]) all.add(each)
    }
    for (const { household, from } of at(livings(log, 'Tenancy'), day))
      if (from === day)
        for (const each of unit === 'persons' ? membersOf(log, household, day) : [household]) housed.add(each)
  }
  return [[...all].filter(each => housed.has(each)).length, all.size]
}

export const naiveFlatsLet = (log: Log, period: Period): number =>
  new Set(
    nights(period).flatMap(day =>
      at(livings(log, 'Tenancy'), day)
        .filter(({ from }) => from === day)
        .map(({ place }) => place),
    ),
  ).size

export const naiveRegimeChanges = (
  log: Log,
  before: Regime,
  after: Regime,
  period: Period,
  unit: Unit,
): number =>
  nights(period).reduce(
    (sum, day) =>
      sum +
      householdsOf(log)
        .filter(id => present(log, id, day - 1) && present(log, id, day))
        .filter(
          id => regimeOf(log, id, day - 1) === before && regimeOf(log, id, day) === after && before !== after,
        )
        .reduce((some, id) => some + number(log, id, day, unit), 0),
    0,
  )

const sum = (pairs: ReadonlyArray<readonly [number, number]>): readonly [number, number] =>
  pairs.reduce<readonly [number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0])

export const personsAt = (log: Log, all: ReadonlyArray<Living>, night: number): number =>
  all.reduce((persons, { household }) => persons + membersOf(log, household, night).length, 0)

export const naiveFlatOccupancy = (log: Log, period: Period, unit: 'units' | 'persons') =>
  sum(
    nights(period).flatMap(night =>
      [...new Set(ofType(log, 'FlatListed').map(({ data }) => data.flat.id))].map(
        (id): readonly [number, number] => {
          const tenants = at(livings(log, 'Tenancy'), night).filter(({ place }) => place === id)
          const flat = flatOf(log, id, night)
          const onOffer = listed(log, id, night)
          if (unit === 'units') {
            const there = onOffer && flat !== undefined ? units(flat) : 0
            return [tenants.length, tenants.length > there ? tenants.length : there]
          }
          const allowed = flat?.landlord?.personsMax
          if (allowed === undefined || (!onOffer && tenants.length === 0)) return [0, 0]
          return [personsAt(log, tenants, night), allowed]
        },
      ),
    ),
  )

export const naiveSiteOccupancy = (log: Log, period: Period) =>
  sum(
    nights(period).flatMap(night =>
      [...new Set(ofType(log, 'SiteOpened').map(({ data }) => data.site.id))].map(
        (id): readonly [number, number] => {
          const persons = personsAt(
            log,
            at(livings(log, 'Stay'), night).filter(({ place }) => place === id),
            night,
          )
          const places = siteOf(log, id, night)?.places ?? 0
          return [persons, open(log, id, night) || persons > 0 ? places : 0]
        },
      ),
    ),
  )
