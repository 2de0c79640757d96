import {
  dayOf,
  type Flat,
  type Household,
  type IsoDay,
  isoOf,
  type Person,
  type Regime,
  type Site,
} from 'einzug'
import type { Draws } from './draw.ts'
import { others, published, sizesOfCases, type Year, years } from './facts.ts'

/** Something that happens to a town from outside on a day. */
export type Happening =
  | { readonly what: 'arrival'; readonly on: IsoDay; readonly household: Household; readonly regime: Regime }
  | { readonly what: 'flat'; readonly on: IsoDay; readonly flat: Flat }

export const sites: ReadonlyArray<Site> = [
  { id: 'Lüdinghauser Straße', kind: 'municipal', places: 320, district: 'Dülmen-Mitte' },
  { id: 'Ostdamm', kind: 'municipal', places: 240, district: 'Dülmen-Mitte' },
  { id: 'Buldern', kind: 'municipal', places: 120, district: 'Buldern' },
].map(site => site as Site)

const districts = ['Dülmen-Mitte', 'Buldern', 'Rorup', 'Merfeld', 'Hiddingsel', 'Hausdülmen'] as const
const chances = [60, 14, 7, 7, 6, 6]

/** All that the state and the market bring to a town like Dülmen in three years. */
export const town = (draw: Draws): ReadonlyArray<Happening> =>
  [...years.flatMap(year => arrivalsIn(year, draw)), ...flats(draw)].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )

const dayIn = (year: Year, draw: Draws): IsoDay =>
  isoOf(dayOf(`${year}-01-01` as IsoDay) + draw.between(0, 364))

const arrivalsIn = (year: Year, draw: Draws): ReadonlyArray<Happening> => [
  ...households(`${year}-A`, published.assigned[year], year, draw).map(each =>
    arrival(each, 'AsylbLG', dayIn(year, draw)),
  ),
  ...households(`${year}-W`, others[year], year, draw).map(each =>
    arrival(each, 'SGB II', isoOf(dayOf(`${year}-08-06` as IsoDay) + draw.between(0, 140))),
  ),
]

const arrival = (household: Household, regime: Regime, on: IsoDay): Happening => ({
  what: 'arrival',
  on,
  household,
  regime,
})

/** Households of real sizes that are so many persons together; the last one takes what is left. */
const households = (prefix: string, persons: number, year: Year, draw: Draws): ReadonlyArray<Household> => {
  const all: Array<Household> = []
  for (let left = persons; left > 0; ) {
    const size = Math.min(left, draw.weighted(sizesOfCases) + 1)
    all.push(household(`${prefix}${String(all.length + 1).padStart(3, '0')}`, size, year, draw))
    left -= size
  }
  return all
}

const household = (id: string, size: number, year: Year, draw: Draws): Household => {
  const couple = size > 1 && draw.chance(80)
  const adults = size > 1 && couple ? 2 : 1
  const person = (k: number): Person => {
    const born = k < adults ? year - draw.between(19, 48) : year - draw.between(0, 17)
    return {
      id: `${id}/${k + 1}`,
      age: { known: 'birth', born: isoOf(dayOf(`${born}-01-01` as IsoDay) + draw.between(0, 364)) },
      sex: draw.one(['female', 'male'] as const),
    } as Person
  }
  const members = Array.from({ length: size }, (_, k) => person(k))
  const needs = draw.chance(5) ? { needs: { stepFree: true } } : {}
  return { id, members, ...needs } as unknown as Household
}

/** 206 flats, few at first; areas and rents as they are found in small towns of the Münsterland. */
const flats = (draw: Draws): ReadonlyArray<Happening> =>
  Array.from({ length: published.flats }, (_, k): Happening => {
    const year = years[draw.weighted([50, 86, 70])] ?? 2017
    const rooms = draw.weighted([52, 62, 56, 24, 12]) + 1
    const area = 16 + 17 * rooms + draw.between(-4, 9)
    const perSquareMetre = draw.between(420, 640)
    const flat = {
      id: `F${String(k + 1).padStart(3, '0')}`,
      district: districts[draw.weighted(chances)] ?? 'Dülmen-Mitte',
      area,
      rooms,
      floor: draw.between(0, 3),
      lift: draw.chance(12),
      rent: { cold: area * perSquareMetre, serviceCharges: area * 130 },
    }
    return { what: 'flat', on: dayIn(year, draw), flat: flat as Flat }
  })
