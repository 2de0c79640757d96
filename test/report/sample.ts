import { type Census, census, type FlatId, fold, type HousingEvent, type IsoDay } from 'einzug'
import { figuresOf, type ReportFigures } from 'einzug/report'
import * as E from 'fp-ts/Either'

export const period = { from: '2015-01-01' as IsoDay, until: '2017-01-01' as IsoDay }

/** The names in a report that come from outside. */
export interface Names {
  readonly municipality: string
  readonly source: string
  readonly districts: readonly [string, string]
  readonly policies: readonly [string, string]
}

const event = (type: HousingEvent['type'], data: object): HousingEvent => ({ type, data }) as HousingEvent

const household = (id: string, persons: number) => ({
  id,
  members: Array.from({ length: persons }, (_, k) => ({
    id: `${id}/${k}`,
    age: { known: 'group', group: 'adult' },
  })),
})

/** A little town: five households, two sites, two flats in two districts. */
const log = (districts: readonly [string, string]): ReadonlyArray<HousingEvent> => [
  event('SiteOpened', { on: '2015-01-01', site: { id: 'S1', kind: 'municipal', places: 12 } }),
  event('SiteOpened', { on: '2015-01-01', site: { id: 'S2', kind: 'reception', places: 5 } }),
  ...districts.map((district, k) =>
    event('FlatListed', {
      on: `2015-0${k + 2}-01`,
      flat: { id: `F${k}` as FlatId, district, area: 60, rooms: 3, rent: { cold: 50_000 } },
    }),
  ),
  ...[3, 1, 4, 2, 6].flatMap((persons, k) => [
    event('HouseholdAssigned', {
      on: `201${5 + (k % 2)}-01-1${k}`,
      household: household(`H${k}`, persons),
      regime: 'AsylbLG',
    }),
    event('StayStarted', {
      on: `201${5 + (k % 2)}-01-1${k}`,
      stayId: `A${k}`,
      householdId: `H${k}`,
      siteId: k === 4 ? 'S2' : 'S1',
    }),
  ]),
  ...[0, 2].flatMap((k, flat) => [
    event('StayEnded', { on: '2015-05-01', stayId: `A${k}` }),
    event('TenancyStarted', {
      on: '2015-05-01',
      tenancyId: `T${k}`,
      householdId: `H${k}`,
      flatId: `F${flat}`,
    }),
  ]),
  event('RegimeChanged', { on: '2016-03-01', householdId: 'H0', regime: 'SGB II' }),
]

const totals = {
  households: 5,
  persons: 16,
  flats: 2,
  compatiblePairs: 7,
  placements: 2,
  personsHoused: 7,
  fit: 0,
}

export const right = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

export const plainNames: Names = {
  municipality: 'Dülmen',
  source: 'event log',
  districts: ['Buldern', 'Mitte'],
  policies: ['largest first', 'by draw'],
}

export const figuresNamed = ({ municipality, source, districts, policies }: Names): ReportFigures =>
  right(
    figuresOf(townOf(districts), {
      municipality,
      source,
      period,
      every: 'quarter',
      outcomes: policies.map((name, k) => ({ name, totals: { ...totals, personsHoused: 7 - k } })),
    }),
  )

export const townOf = (districts: readonly [string, string]): Census => fold(census)(log(districts))

export const figures = figuresNamed(plainNames)
