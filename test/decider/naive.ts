import {
  type Day,
  dayOf,
  type Flat,
  type HousingEvent,
  type IsoDay,
  judge,
  type Policy,
  type Seeker,
  type Site,
} from 'einzug'

// The laws of the registry, checked night by night on the bare list of events, with nothing of the registry.

const begin = dayOf('2016-01-01' as IsoDay)
/** No command of the small world is about a later day. */
const nights = Array.from({ length: 46 }, (_, k) => begin + k)

interface Home {
  readonly kind: 'tenancy' | 'stay'
  readonly household: string
  readonly place: string
  readonly started: Day
  from: Day
  until: Day
  annulled: boolean
  override: string | undefined
}

/** The last entry, by day and then by order of recording, that is not after a day. */
const latest = <A>(entries: ReadonlyArray<readonly [Day, A]>, day: Day): A | undefined => {
  let best: readonly [Day, A] | undefined
  for (const entry of entries)
    if (entry[0] <= day && (best === undefined || entry[0] >= best[0])) best = entry
  return best?.[1]
}

const placesIn = ({ places, blocked }: Site): number => places - (blocked?.count ?? 0)

const read = (events: ReadonlyArray<HousingEvent>) => {
  const homes = new Map<string, Home>()
  const assigned = new Map<string, Day>()
  const left = new Map<string, Day>()
  const members = new Map<string, Array<readonly [Day, Seeker['household']]>>()
  const regimes = new Map<string, Array<readonly [Day, Seeker['regime']]>>()
  const listed = new Map<string, Array<readonly [Day, boolean]>>()
  const flats = new Map<string, Array<readonly [Day, Flat]>>()
  const sites = new Map<
    string,
    { opened: Day; closed: Day; places: Array<readonly [Day, number]>; overflow: boolean }
  >()
  const policies: Array<readonly [Day, Policy]> = []
  const push = <A>(map: Map<string, Array<A>>, key: string, value: A) => {
    map.set(key, [...(map.get(key) ?? []), value])
  }
  for (const { type, data } of events) {
    const on = dayOf(data.on)
    if (type === 'HouseholdAssigned') {
      assigned.set(data.household.id, on)
      push(members, data.household.id, [on, data.household] as const)
      push(regimes, data.household.id, [on, data.regime] as const)
    } else if (type === 'HouseholdChanged') push(members, data.household.id, [on, data.household] as const)
    else if (type === 'RegimeChanged') push(regimes, data.householdId, [on, data.regime] as const)
    else if (type === 'HouseholdLeft') left.set(data.householdId, on)
    else if (type === 'FlatListed' || type === 'FlatChanged') {
      push(flats, data.flat.id, [on, data.flat] as const)
      if (type === 'FlatListed') push(listed, data.flat.id, [on, true] as const)
    } else if (type === 'FlatWithdrawn') push(listed, data.flatId, [on, false] as const)
    else if (type === 'SiteOpened')
      sites.set(data.site.id, {
        opened: on,
        closed: Infinity,
        places: [[on, placesIn(data.site)]],
        overflow: false,
      })
    else if (type === 'SiteChanged') sites.get(data.site.id)?.places.push([on, placesIn(data.site)])
    else if (type === 'SiteClosed') {
      const site = sites.get(data.siteId)
      if (site !== undefined) site.closed = on
    } else if (type === 'PolicyAdopted') policies.push([on, data.policy])
    else if (type === 'TenancyStarted')
      homes.set(data.tenancyId, {
        kind: 'tenancy',
        household: data.householdId,
        place: data.flatId,
        started: on,
        from: on,
        until: Infinity,
        annulled: false,
        override: data.override?.rule,
      })
    else if (type === 'StayStarted')
      homes.set(data.stayId, {
        kind: 'stay',
        household: data.householdId,
        place: data.siteId,
        started: on,
        from: on,
        until: Infinity,
        annulled: false,
        override: undefined,
      })
    else if ('tenancyId' in data || 'stayId' in data) {
      const home = homes.get('tenancyId' in data ? data.tenancyId : data.stayId)
      if (home === undefined) continue
      if (type === 'TenancyEnded' || type === 'StayEnded') home.until = on
      if (type === 'TenancyAnnulled' || type === 'StayAnnulled') home.annulled = true
      if (type === 'TenancyCorrected' || type === 'StayCorrected') {
        home.from = on
        home.until = data.until === null ? Infinity : dayOf(data.until)
      }
    }
  }
  const overflow = events.some(({ data }) => 'overflow' in data)
  return { homes, assigned, left, members, regimes, listed, flats, sites, policies, overflow }
}

/**
 * Every law that a list of events breaks, each with where and when. `judgedAt` says for each tenancy on which
 * facts its rules were judged: those known when it was recorded, so only the tenancies of the last command are.
 */
export const broken = (events: ReadonlyArray<HousingEvent>): ReadonlySet<string> => {
  const { homes, assigned, left, members, listed, flats, sites, overflow } = read(events)
  const found = new Set<string>()
  const lived = [...homes.values()].filter(({ annulled }) => !annulled)
  const there = (home: Home, night: Day) => home.from <= night && night < home.until

  for (const home of lived) {
    const { household, place, from, until, kind } = home
    if (from >= until) found.add('empty')
    if (from < (assigned.get(household) ?? Infinity)) found.add('presence')
    if (until > (left.get(household) ?? Infinity)) found.add('presence')
    if (kind === 'tenancy' && latest(listed.get(place) ?? [], from) !== true) found.add('listing')
    const site = sites.get(place)
    if (kind === 'stay' && (site === undefined || from < site.opened || until > site.closed))
      found.add('opening')
  }
  for (const night of nights) {
    for (const household of assigned.keys())
      if (lived.filter(home => home.household === household && there(home, night)).length > 1)
        found.add('one home')
    for (const [id, versions] of flats) {
      const flat = latest(versions, night)
      const tenants = lived.filter(
        home => home.kind === 'tenancy' && home.place === id && there(home, night),
      ).length
      if (tenants > (flat === undefined ? 0 : (flat.roomsLet ?? 1) - (flat.blocked?.count ?? 0)))
        found.add('units')
    }
    for (const [id, { places }] of sites) {
      const persons = lived
        .filter(home => home.kind === 'stay' && home.place === id && there(home, night))
        .reduce(
          (sum, home) => sum + (latest(members.get(home.household) ?? [], night)?.members.length ?? 0),
          0,
        )
      if (persons > (latest(places, night) ?? 0))
        found.add(overflow ? 'places, as some command allowed' : 'places')
    }
  }
  return found
}

/** The rules that the tenancies started or moved by these events break, by what is known then, overrides aside. */
export const rulesBroken = (
  before: ReadonlyArray<HousingEvent>,
  events: ReadonlyArray<HousingEvent>,
): ReadonlyArray<string> => {
  const { homes, members, regimes, flats, policies } = read([...before, ...events])
  return events.flatMap(({ type, data }) => {
    if (type !== 'TenancyStarted') return []
    const home = homes.get(data.tenancyId)
    const day = dayOf(data.on)
    const household = latest(members.get(data.householdId) ?? [], day)
    const flat = latest(flats.get(data.flatId) ?? [], day)
    const regime = latest(regimes.get(data.householdId) ?? [], day) ?? 'none'
    if (home === undefined || household === undefined || flat === undefined) return ['unknown']
    return (latest(policies, day)?.rules ?? [])
      .filter(
        rule => judge(rule, { household, regime, waitingSince: data.on }, flat, data.on)._tag === 'Fails',
      )
      .map(rule => rule.name)
      .filter(name => name !== home.override)
  })
}
