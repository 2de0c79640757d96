import { dayOf } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Site } from '../domain/site.ts'
import type { Recorded } from '../event/envelope.ts'
import type { HousingEvent } from '../event/event.ts'
import type { MutableTable, Table } from '../table/index.ts'
import { close, emptyTable, get, open, put, set, union } from '../table/index.ts'
import type { Habitation, HouseholdHistory, PlaceHistory } from './history.ts'
import {
  altered,
  annulled,
  assigned,
  changed,
  correctedTo,
  endedOn,
  left,
  offered,
  regimeChanged,
  unknownHousehold,
  unknownPlace,
  withdrawn,
} from './history.ts'
import type { Projection } from './projection.ts'

interface Rows {
  readonly households: HouseholdHistory
  readonly flats: PlaceHistory<Flat>
  readonly sites: PlaceHistory<Site>
  readonly tenancies: Habitation
  readonly stays: Habitation
}

/**
 * The facts of the log by day: what each household, flat and site was, and who lived where. All figures are
 * read from it, for any day.
 *
 * @category model
 */
export interface Census {
  readonly households: Table<HouseholdHistory>
  readonly flats: Table<PlaceHistory<Flat>>
  readonly sites: Table<PlaceHistory<Site>>
  readonly tenancies: Table<Habitation>
  readonly stays: Table<Habitation>
}

type MutableCensus = { readonly [Name in keyof Rows]: MutableTable<Rows[Name]> }

type Write = <Name extends keyof Rows>(name: Name, key: string, row: Rows[Name]) => void

/** The key of an id in a municipality: different for different pairs, whatever characters they hold. */
export const keyOf = (stream: string, id: string): string => `${stream.length}:${stream}${id}`

const disjoint = <Row>(a: Table<Row>, b: Table<Row>): Table<Row> => union<Row>((_, last) => last)(a, b)

/** What an event does to the census: it writes one row at most. The only place that says so. */
const revise = (census: Census, event: HousingEvent | Recorded, write: Write): void => {
  const stream = 'envelope' in event ? event.envelope.stream : ''
  const on = dayOf(event.data.on)

  const change = <Name extends keyof Rows>(
    name: Name,
    id: string,
    unknown: Rows[Name] | undefined,
    by: (row: Rows[Name]) => Rows[Name],
  ): void => {
    const key = keyOf(stream, id)
    const row = get(census[name] as Table<Rows[Name]>, key) ?? unknown
    if (row !== undefined) write(name, key, by(row))
  }
  const household = (id: string, by: (row: HouseholdHistory) => HouseholdHistory): void => {
    change('households', id, unknownHousehold(stream), by)
  }
  const start = (name: 'tenancies' | 'stays', id: string, householdId: string, placeId: string): void => {
    const residence = { household: keyOf(stream, householdId), place: keyOf(stream, placeId) }
    write(name, keyOf(stream, id), { ...residence, from: on, until: Infinity })
  }

  switch (event.type) {
    case 'HouseholdAssigned':
      household(event.data.household.id, assigned(on, event.data))
      break
    case 'HouseholdChanged':
      household(event.data.household.id, changed(on, event.data))
      break
    case 'RegimeChanged':
      household(event.data.householdId, regimeChanged(on, event.data.regime))
      break
    case 'HouseholdLeft':
      household(event.data.householdId, left(on))
      break
    case 'FlatListed':
      change('flats', event.data.flat.id, unknownPlace, offered(on, event.data.flat))
      break
    case 'FlatChanged':
      change('flats', event.data.flat.id, unknownPlace, altered(on, event.data.flat))
      break
    case 'FlatWithdrawn':
      change('flats', event.data.flatId, unknownPlace, withdrawn(on))
      break
    case 'SiteOpened':
      change('sites', event.data.site.id, unknownPlace, offered(on, event.data.site))
      break
    case 'SiteChanged':
      change('sites', event.data.site.id, unknownPlace, altered(on, event.data.site))
      break
    case 'SiteClosed':
      change('sites', event.data.siteId, unknownPlace, withdrawn(on))
      break
    case 'TenancyStarted':
      start('tenancies', event.data.tenancyId, event.data.householdId, event.data.flatId)
      break
    case 'TenancyEnded':
      change('tenancies', event.data.tenancyId, undefined, endedOn(on, event.data.reason))
      break
    case 'TenancyCorrected':
      change('tenancies', event.data.tenancyId, undefined, correctedTo(on, event.data.until))
      break
    case 'TenancyAnnulled':
      change('tenancies', event.data.tenancyId, undefined, annulled)
      break
    case 'StayStarted':
      start('stays', event.data.stayId, event.data.householdId, event.data.siteId)
      break
    case 'StayEnded':
      change('stays', event.data.stayId, undefined, endedOn(on))
      break
    case 'StayCorrected':
      change('stays', event.data.stayId, undefined, correctedTo(on, event.data.until))
      break
    case 'StayAnnulled':
      change('stays', event.data.stayId, undefined, annulled)
      break
    case 'PolicyAdopted':
    case 'AllocationMade':
    case 'PlacementProposed':
    case 'PlacementDeclined':
    case 'PlacementWithdrawn':
    case 'PlacementAgreed':
      break
  }
}

/**
 * The projection that all figures are read from: `fold(census)(log)`, then a view such as {@link population}.
 * Facts may be recorded late: those that do not conflict leave the same census in any order; of those that
 * do, the last recorded wins. The end, correction or annulment of a tenancy or stay that never started says
 * nothing.
 *
 * One event costs O(rows changed since / 1024); a whole log, folded at once, O(1) for each event.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, type FlatId, flatOccupancy, type HousingEvent, type IsoDay } from 'einzug'
 * const day = '2016-03-01' as IsoDay
 * const flat = { id: 'F1' as FlatId, district: 'Mitte', area: 74, rooms: 3, rent: { cold: 48_000 } }
 * const log: ReadonlyArray<HousingEvent> = [{ type: 'FlatListed', data: { on: day, flat } }]
 * pipe(log, fold(census), flatOccupancy(day, 'units')).denominator // => 1
 * ```
 * @category folding
 */
export const census: Projection<Census> = {
  empty: {
    households: emptyTable,
    flats: emptyTable,
    sites: emptyTable,
    tenancies: emptyTable,
    stays: emptyTable,
  },
  apply: (known, event) => {
    let next = known
    revise(known, event, (name, key, row) => {
      next = { ...known, [name]: set(known[name] as Table<typeof row>, key, row) }
    })
    return next
  },
  applyAll: (known, events) => {
    const own: MutableCensus = {
      households: open(known.households),
      flats: open(known.flats),
      sites: open(known.sites),
      tenancies: open(known.tenancies),
      stays: open(known.stays),
    }
    const write: Write = (name, key, row) => {
      put(own[name] as MutableTable<typeof row>, key, row)
    }
    for (const event of events) revise(own, event, write)
    return {
      households: close(own.households),
      flats: close(own.flats),
      sites: close(own.sites),
      tenancies: close(own.tenancies),
      stays: close(own.stays),
    }
  },
  concat: (a, b) => ({
    households: disjoint(a.households, b.households),
    flats: disjoint(a.flats, b.flats),
    sites: disjoint(a.sites, b.sites),
    tenancies: disjoint(a.tenancies, b.tenancies),
    stays: disjoint(a.stays, b.stays),
  }),
}
