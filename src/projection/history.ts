import type { Day, IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import type { Household, Regime } from '../domain/household.ts'
import type { Interval } from '../domain/interval.ts'
import type { Person } from '../domain/person.ts'
import type { EndOfTenancy, HouseholdAssigned, HouseholdChanged } from '../event/event.ts'
import { entered, type History, valueOn } from '../table/history.ts'
import type { Counted } from './figure.ts'

/**
 * What is known of a household, by day: whether it is in the municipality (assigned, not left), what it is,
 * its regime, and whom the state handed over on the days it did. A household formed by a separation has no
 * such day. `stream` is its municipality.
 *
 * @category model
 */
export interface HouseholdHistory {
  readonly stream: string
  readonly present: History<boolean>
  readonly versions: History<Household>
  readonly regimes: History<Regime>
  readonly arrivals: History<ReadonlyArray<Person>>
}

/**
 * What is known of a flat (listed or not) or of a site (open or not), by day.
 *
 * @category model
 */
export interface PlaceHistory<Place> {
  readonly offered: History<boolean>
  readonly versions: History<Place>
}

/**
 * A tenancy or a stay: the nights a household lives in a place, both named by their keys in the census. An
 * annulled one has no nights. `endedBy` says why a tenancy ended, once that is known.
 *
 * @category model
 */
export interface Habitation extends Interval {
  readonly household: string
  readonly place: string
  readonly endedBy?: EndOfTenancy
}

export const unknownHousehold = (stream: string): HouseholdHistory => ({
  stream,
  present: [],
  versions: [],
  regimes: [],
  arrivals: [],
})

export const unknownPlace: PlaceHistory<never> = { offered: [], versions: [] }

export const assigned =
  (on: Day, { household, regime, separatedFrom }: HouseholdAssigned['data']) =>
  (known: HouseholdHistory): HouseholdHistory => ({
    ...known,
    present: entered(known.present, on, true),
    versions: entered(known.versions, on, household),
    regimes: entered(known.regimes, on, regime),
    arrivals: separatedFrom === undefined ? entered(known.arrivals, on, household.members) : known.arrivals,
  })

/** Whoever is born or joins on the day of arrival was not handed over; a correction says who was. */
export const changed =
  (on: Day, { household, reason }: HouseholdChanged['data']) =>
  (known: HouseholdHistory): HouseholdHistory => ({
    ...known,
    versions: entered(known.versions, on, household),
    arrivals:
      reason === 'correction' && known.arrivals.some(arrival => arrival.on === on)
        ? entered(known.arrivals, on, household.members)
        : known.arrivals,
  })

export const regimeChanged =
  (on: Day, regime: Regime) =>
  (known: HouseholdHistory): HouseholdHistory => ({ ...known, regimes: entered(known.regimes, on, regime) })

export const left =
  (on: Day) =>
  (known: HouseholdHistory): HouseholdHistory => ({ ...known, present: entered(known.present, on, false) })

export const offered =
  <Place>(on: Day, place: Place) =>
  (known: PlaceHistory<Place>): PlaceHistory<Place> => ({
    offered: entered(known.offered, on, true),
    versions: entered(known.versions, on, place),
  })

export const altered =
  <Place>(on: Day, place: Place) =>
  (known: PlaceHistory<Place>): PlaceHistory<Place> => ({
    ...known,
    versions: entered(known.versions, on, place),
  })

export const withdrawn =
  (on: Day) =>
  <Place>(known: PlaceHistory<Place>): PlaceHistory<Place> => ({
    ...known,
    offered: entered(known.offered, on, false),
  })

export const endedOn =
  (on: Day, endedBy?: EndOfTenancy) =>
  (known: Habitation): Habitation => ({
    ...known,
    until: on,
    ...(endedBy === undefined ? {} : { endedBy }),
  })

export const correctedTo =
  (from: Day, until: IsoDay | null) =>
  ({ endedBy, ...known }: Habitation): Habitation =>
    until === null
      ? { ...known, from, until: Infinity }
      : { ...known, from, until: dayOf(until), ...(endedBy === undefined ? {} : { endedBy }) }

export const annulled = (known: Habitation): Habitation => ({ ...known, until: known.from })

/** Whether the household was assigned on or before a day and has not left by it. */
export const isPresent = (household: HouseholdHistory, day: Day): boolean =>
  valueOn(household.present, day) === true

/** The members on a day; none where the household is not known, or not yet. */
export const membersOn = (household: HouseholdHistory | undefined, day: Day): ReadonlyArray<Person> =>
  (household && valueOn(household.versions, day))?.members ?? []

/** Whether a flat is listed, or a site open, on a day. */
export const isOffered = (place: PlaceHistory<unknown>, day: Day): boolean =>
  valueOn(place.offered, day) === true

/** The household on a day, in persons or as one. */
export const numberOn = (household: HouseholdHistory, day: Day, unit: Counted): number =>
  unit === 'persons' ? membersOn(household, day).length : 1
