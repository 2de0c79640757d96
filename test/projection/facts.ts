import type {
  ChangeOfHousehold,
  EndOfTenancy,
  Flat,
  FlatId,
  Household,
  HouseholdId,
  HousingEvent,
  IsoDay,
  MunicipalityId,
  PersonId,
  Recorded,
  Regime,
  Site,
  SiteId,
  StayId,
  TenancyId,
} from 'einzug'
import { isoOf } from 'einzug'

/** Day 0 of the tests is 2016-01-01. */
export const day = (n: number): IsoDay => isoOf(16_801 + n)

export const period = (from: number, until: number) => ({ from: day(from), until: day(until) })

const household = (id: string, members: ReadonlyArray<string>): Household =>
  ({
    id: id as HouseholdId,
    members: members.map(person => ({ id: person as PersonId, age: { known: 'group', group: 'adult' } })),
  }) as unknown as Household

const flat = (id: string, more: Partial<Flat>): Flat => ({
  id: id as FlatId,
  district: 'Mitte',
  area: 74,
  rooms: 3,
  rent: { cold: 48_000 },
  ...more,
})

/** One line per kind of event; days are numbers, ids are bare strings. */
export const fact = {
  assigned: (
    on: number,
    id: string,
    members: ReadonlyArray<string>,
    regime: Regime = 'AsylbLG',
    separatedFrom?: string,
  ): HousingEvent => ({
    type: 'HouseholdAssigned',
    data: {
      on: day(on),
      household: household(id, members),
      regime,
      ...(separatedFrom === undefined ? {} : { separatedFrom: separatedFrom as HouseholdId }),
    },
  }),
  changed: (
    on: number,
    id: string,
    members: ReadonlyArray<string>,
    reason: ChangeOfHousehold = 'birth',
  ): HousingEvent => ({
    type: 'HouseholdChanged',
    data: { on: day(on), household: household(id, members), reason },
  }),
  regime: (on: number, id: string, regime: Regime): HousingEvent => ({
    type: 'RegimeChanged',
    data: { on: day(on), householdId: id as HouseholdId, regime },
  }),
  left: (on: number, id: string): HousingEvent => ({
    type: 'HouseholdLeft',
    data: { on: day(on), householdId: id as HouseholdId, reason: 'moved away' },
  }),
  listed: (on: number, id: string, more: Partial<Flat> = {}): HousingEvent => ({
    type: 'FlatListed',
    data: { on: day(on), flat: flat(id, more) },
  }),
  flatChanged: (on: number, id: string, more: Partial<Flat> = {}): HousingEvent => ({
    type: 'FlatChanged',
    data: { on: day(on), flat: flat(id, more) },
  }),
  withdrawn: (on: number, id: string): HousingEvent => ({
    type: 'FlatWithdrawn',
    data: { on: day(on), flatId: id as FlatId, reason: 'other' },
  }),
  opened: (
    on: number,
    id: string,
    places: number,
    kind: Site['kind'] = 'municipal',
    more: Partial<Site> = {},
  ): HousingEvent => ({
    type: 'SiteOpened',
    data: { on: day(on), site: { id: id as SiteId, kind, places, ...more } },
  }),
  siteChanged: (
    on: number,
    id: string,
    places: number,
    kind: Site['kind'] = 'municipal',
    more: Partial<Site> = {},
  ): HousingEvent => ({
    type: 'SiteChanged',
    data: { on: day(on), site: { id: id as SiteId, kind, places, ...more } },
  }),
  closed: (on: number, id: string): HousingEvent => ({
    type: 'SiteClosed',
    data: { on: day(on), siteId: id as SiteId },
  }),
  tenancy: (on: number, id: string, householdId: string, flatId: string): HousingEvent => ({
    type: 'TenancyStarted',
    data: {
      on: day(on),
      tenancyId: id as TenancyId,
      householdId: householdId as HouseholdId,
      flatId: flatId as FlatId,
    },
  }),
  tenancyEnded: (on: number, id: string, reason: EndOfTenancy = 'moved'): HousingEvent => ({
    type: 'TenancyEnded',
    data: { on: day(on), tenancyId: id as TenancyId, reason },
  }),
  tenancyCorrected: (on: number, id: string, until: number | null): HousingEvent => ({
    type: 'TenancyCorrected',
    data: {
      on: day(on),
      tenancyId: id as TenancyId,
      until: until === null ? null : day(until),
      reason: 'typing error',
    },
  }),
  tenancyAnnulled: (on: number, id: string): HousingEvent => ({
    type: 'TenancyAnnulled',
    data: { on: day(on), tenancyId: id as TenancyId, reason: 'never moved in' },
  }),
  stay: (on: number, id: string, householdId: string, siteId: string): HousingEvent => ({
    type: 'StayStarted',
    data: {
      on: day(on),
      stayId: id as StayId,
      householdId: householdId as HouseholdId,
      siteId: siteId as SiteId,
    },
  }),
  stayEnded: (on: number, id: string): HousingEvent => ({
    type: 'StayEnded',
    data: { on: day(on), stayId: id as StayId },
  }),
  stayCorrected: (on: number, id: string, until: number | null): HousingEvent => ({
    type: 'StayCorrected',
    data: {
      on: day(on),
      stayId: id as StayId,
      until: until === null ? null : day(until),
      reason: 'typing error',
    },
  }),
  stayAnnulled: (on: number, id: string): HousingEvent => ({
    type: 'StayAnnulled',
    data: { on: day(on), stayId: id as StayId, reason: 'never moved in' },
  }),
}

/** The events in the envelopes of one municipality. */
export const inStream = (stream: string, events: ReadonlyArray<HousingEvent>): ReadonlyArray<Recorded> =>
  events.map((event, at) => ({
    ...event,
    envelope: {
      stream: stream as MunicipalityId,
      version: at + 1,
      recordedAt: '2017-01-01T00:00:00.000Z',
      schema: 1,
      commandId: `C${String(at)}` as Recorded['envelope']['commandId'],
    },
  }))
