import type { Dimension, HousingEvent, Measure, Period, Person } from 'einzug'
import { ageOn, dayOf, isoOf, units } from 'einzug'
import {
  at,
  flatOf,
  householdsOf,
  type Living,
  latest,
  listed,
  livings,
  nights,
  ofType,
  open,
  present,
  regimeOf,
  siteOf,
} from '../naive.ts'

type Log = ReadonlyArray<HousingEvent>
type Cell = string | null
/** The numbers of a figure in each cell. */
type Naive = ReadonlyMap<Cell, ReadonlyArray<number>>

const versionOf = (log: Log, id: string, day: number) =>
  latest(
    ofType(log, 'HouseholdAssigned', 'HouseholdChanged').filter(each => each.data.household.id === id),
    day,
  )?.data.household

const byId = (all: ReadonlyArray<Living>, key: string): ReadonlyArray<Living> =>
  all.filter(({ household }) => household === key)

/** Homes by name of tenancy or stay: `livings` lists them as they were first recorded. */
const homesOf = (log: Log, kind: 'Tenancy' | 'Stay', id: string, night: number): ReadonlyArray<Living> => {
  const ids = [
    ...new Set(
      ofType(log, 'TenancyStarted', 'StayStarted').flatMap(({ type, data }) =>
        type.startsWith(kind) ? ['tenancyId' in data ? data.tenancyId : data.stayId] : [],
      ),
    ),
  ] as ReadonlyArray<string>
  return ids.toSorted().flatMap(one =>
    byId(
      at(
        livings(
          log.filter(each => named(each) === undefined || named(each) === one),
          kind,
        ),
        night,
      ),
      id,
    ),
  )
}

const named = ({ data }: HousingEvent): string | undefined =>
  'tenancyId' in data ? data.tenancyId : 'stayId' in data ? data.stayId : undefined

const home = (
  log: Log,
  id: string,
  night: number,
): { readonly dwelling: string; readonly district: Cell } => {
  const [tenancy] = homesOf(log, 'Tenancy', id, night)
  if (tenancy !== undefined)
    return { dwelling: 'flat', district: flatOf(log, tenancy.place, night)?.district ?? null }
  const stays = homesOf(log, 'Stay', id, night)
  const stay = stays.find(({ place }) => siteOf(log, place, night)?.kind === 'reception') ?? stays[0]
  if (stay === undefined) return { dwelling: 'unknown', district: null }
  const site = siteOf(log, stay.place, night)
  return { dwelling: site?.kind === 'reception' ? 'reception' : 'site', district: site?.district ?? null }
}

const cohort = (log: Log, id: string, night: number): string => {
  let first = night
  while (present(log, id, first - 1)) first--
  return isoOf(first).slice(0, 4)
}

const bandOf = ({ age, sex }: Person, day: number): string => {
  const years = ageOn(age, isoOf(day))
  const bands = ['0–2', '3–5', '6–15', '16–17', '18–24', '25–64', '65+']
  const starts = [3, 6, 16, 18, 25, 65]
  const band =
    years === undefined
      ? { child: 'under 18', adult: '18–64', senior: '65+' }[age.known === 'group' ? age.group : 'child']
      : bands[starts.filter(start => years >= start).length]
  return `${sex ?? 'not recorded'}, ${band ?? ''}`
}

/** A household on a day, in its cell, or its persons each in theirs. */
const counted = (
  log: Log,
  id: string,
  day: number,
  unit: 'persons' | 'households',
  by: Dimension,
  onArrival = false,
): ReadonlyArray<readonly [Cell, Person | undefined]> => {
  const household = versionOf(log, id, day)
  const cell = (): Cell => {
    if (by === 'district') return home(log, id, day).district
    if (by === 'dwelling') return home(log, id, day).dwelling
    if (by === 'household size') return String(household?.members.length)
    if (by === 'tier') return household?.needs?.tier === undefined ? null : String(household.needs.tier)
    if (by === 'regime') return regimeOf(log, id, day) ?? null
    return onArrival ? isoOf(day).slice(0, 4) : cohort(log, id, day)
  }
  if (unit === 'households') return [[cell(), undefined]]
  return (household?.members ?? []).map(person => [
    by === 'sex and age' ? bandOf(person, day) : cell(),
    person,
  ])
}

const tally = (): { add: (cell: Cell, k: number, amount: number) => void; all: Map<Cell, Array<number>> } => {
  const all = new Map<Cell, Array<number>>()
  return {
    all,
    add: (cell, k, amount) => {
      const numbers = all.get(cell) ?? [0, 0, 0, 0]
      numbers[k] = (numbers[k] as number) + amount
      all.set(cell, numbers)
    },
  }
}

const kinds = ['flat', 'site', 'reception', 'unknown']

/** What a breakdown says of a period: counts by kind of dwelling on its last day, or one or two numbers of all of it. */
export const naiveCells = (log: Log, measure: Measure, by: Dimension, period: Period): Naive => {
  const { all, add } = tally()
  const last = dayOf(period.until) - 1
  switch (measure.figure) {
    case 'population':
    case 'dwellings':
    case 'waiting':
    case 'decentral stock':
      for (const id of householdsOf(log))
        if (present(log, id, last))
          for (const [cell] of counted(log, id, last, measure.unit, by))
            add(cell, kinds.indexOf(home(log, id, last).dwelling), 1)
      return all
    case 'regime changes':
      for (const day of nights(period))
        for (const id of householdsOf(log))
          if (
            present(log, id, day - 1) &&
            present(log, id, day) &&
            measure.before !== measure.after &&
            regimeOf(log, id, day - 1) === measure.before &&
            regimeOf(log, id, day) === measure.after
          )
            for (const [cell] of counted(log, id, day, measure.unit, by)) add(cell, 0, 1)
      return all
    case 'decentral intake': {
      const first = new Map<string, readonly [number, Cell]>()
      const note = (who: string, day: number, cell: Cell): void => {
        const known = first.get(who)
        if (known === undefined || (known[0] === day && (cell ?? '') < (known[1] ?? '')))
          first.set(who, [day, cell])
      }
      for (const day of nights(period))
        for (const id of householdsOf(log)) {
          const members = handedOver(log, id, day)
          if (members === undefined) continue
          // as handed over, which may be less than who is there at the end of the day
          const then = withMembers(log, id, day, members)
          for (const [cell, person] of counted(then, id, day, measure.unit, by, true))
            note(person?.id ?? id, day, cell)
        }
      const housed = new Set<string>()
      for (const day of nights(period))
        for (const { household, from } of at(livings(log, 'Tenancy'), day))
          if (from === day)
            for (const who of measure.unit === 'persons'
              ? (versionOf(log, household, day)?.members.map(({ id }) => id) ?? [])
              : [household])
              housed.add(who)
      for (const [who, [, cell]] of first) {
        add(cell, 1, 1)
        if (housed.has(who)) add(cell, 0, 1)
      }
      return all
    }
    case 'flats let': {
      const first = new Map<string, readonly [number, Cell]>()
      for (const day of nights(period))
        for (const { place, from } of at(livings(log, 'Tenancy'), day))
          if (from === day && !first.has(place))
            first.set(place, [day, flatOf(log, place, day)?.district ?? null])
      for (const [, cell] of first.values()) add(cell, 0, 1)
      return all
    }
    case 'flat occupancy':
      for (const night of nights(period))
        for (const id of new Set(ofType(log, 'FlatListed').map(({ data }) => data.flat.id))) {
          const flat = flatOf(log, id, night)
          const tenants = at(livings(log, 'Tenancy'), night).filter(({ place }) => place === id)
          const onOffer = listed(log, id, night)
          const allowed = flat?.landlord?.personsMax
          const cell = flat?.district ?? null
          if (measure.unit === 'units') {
            add(cell, 0, tenants.length)
            add(cell, 1, Math.max(tenants.length, onOffer && flat !== undefined ? units(flat) : 0))
          } else if (allowed !== undefined && (onOffer || tenants.length > 0)) {
            for (const { household } of tenants)
              add(cell, 0, versionOf(log, household, night)?.members.length ?? 0)
            add(cell, 1, allowed)
          }
        }
      return all
    case 'site occupancy':
      for (const night of nights(period))
        for (const id of new Set(ofType(log, 'SiteOpened').map(({ data }) => data.site.id))) {
          const site = siteOf(log, id, night)
          const persons = at(livings(log, 'Stay'), night)
            .filter(({ place }) => place === id)
            .reduce((sum, { household }) => sum + (versionOf(log, household, night)?.members.length ?? 0), 0)
          const cell =
            by === 'district' ? (site?.district ?? null) : site?.kind === 'reception' ? 'reception' : 'site'
          add(cell, 0, persons)
          add(cell, 1, open(log, id, night) || persons > 0 ? (site?.places ?? 0) : 0)
        }
      return all
  }
}

const handedOver = (log: Log, id: string, day: number): ReadonlyArray<Person> | undefined => {
  let found: ReadonlyArray<Person> | undefined
  for (const { type, data } of ofType(log, 'HouseholdAssigned', 'HouseholdChanged')) {
    if (data.household.id !== id || dayOf(data.on) !== day) continue
    const counts =
      type === 'HouseholdAssigned'
        ? data.separatedFrom === undefined
        : data.reason === 'correction' && found !== undefined
    if (counts) found = data.household.members
  }
  return found
}

/** The log with the household as it was handed over on a day. */
const withMembers = (log: Log, id: string, day: number, members: ReadonlyArray<Person>): Log => {
  const said = ofType(log, 'HouseholdAssigned', 'HouseholdChanged').find(
    ({ data }) => data.household.id === id && dayOf(data.on) === day && data.household.members === members,
  )
  return said === undefined
    ? log
    : [...log, { type: 'HouseholdChanged', data: { ...said.data, reason: 'needs' } }]
}
