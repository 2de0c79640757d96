import type { Flat, FlatId, Household, HouseholdId, IsoDay, PersonId, Question, Regime, Seeker } from 'einzug'
import { type Random, random } from '../matching/instances/random.ts'
import { policy } from './policy.ts'

/** A district has about so many flats, and as many households that would live there. */
const districtSize = 240

/** Of a hundred households, so many have 1, 2, … 12 persons. */
const householdSizes = [48, 15, 11, 9, 6, 4, 2, 1, 1, 1, 1, 1]
const hundred = householdSizes.flatMap((share, at) => Array.from({ length: share }, () => at + 1))

const regimes: ReadonlyArray<Regime> = ['AsylbLG', 'SGB II', 'SGB XII', 'none']

/**
 * A town of `n` households and as many flats, in districts. A household wants its own district and up to two near
 * ones; of a hundred, 10 refuse one that is near, 6 need a step-free flat, 15 have pets. Flats are made for households
 * as they come and one or two persons more; of a hundred landlords, 40 name the persons they allow, 25 the regimes.
 */
export const townOf = (n: number, seed: number): Question => {
  const draws = random(seed)
  const districts = Math.max(1, Math.round(n / districtSize))
  return {
    on: '2016-03-31' as IsoDay,
    policy,
    seekers: Array.from({ length: n }, (_, at) => seekerOf(at, districts, draws)),
    flats: Array.from({ length: n }, (_, at) => flatOf(at, districts, draws)),
  }
}

const seekerOf = (at: number, districts: number, { below, chance }: Random): Seeker => {
  const persons = hundred[below(100)] as number
  const adults = Math.min(persons, 1 + below(2))
  const [first, ...others] = Array.from({ length: persons }, (_, k) => {
    const born = k < adults ? 1950 + below(45) : 2000 + below(15)
    return {
      id: `P${at}/${k}` as PersonId,
      age: { known: 'birth', born: `${born}-07-01` as IsoDay },
    } as const
  })
  const home = below(districts)
  const near = [home, (home + 1) % districts, (home + districts - 1) % districts].map(districtName)
  const household: Household = {
    id: `H${at}` as HouseholdId,
    members: [first as Household['members'][0], ...others],
    needs: { tier: 1 + below(3), stepFree: chance(6), pets: chance(15) },
    wishes: {
      districts: near.slice(0, 1 + below(3)),
      ...(chance(10) ? { notDistricts: near.slice(2) } : {}),
    },
  }
  const waitingSince = `2015-${String(1 + below(12)).padStart(2, '0')}-01` as IsoDay
  return { household, regime: regimes[below(4)] as Regime, waitingSince }
}

const flatOf = (at: number, districts: number, { below, chance }: Random): Flat => {
  const capacity = (hundred[below(100)] as number) + below(3)
  const area = 20 + 12 * capacity + below(16)
  const rooms = Math.max(1, Math.round(area / 25))
  const regimesNamed = chance(25) ? { regimes: regimes.slice(below(3), 3 + below(2)) } : {}
  return {
    id: `F${at}` as FlatId,
    district: districtName(below(districts)),
    area,
    rooms,
    bedrooms: Math.max(1, rooms - 1),
    rent: { cold: area * (600 + below(400)) },
    floor: below(5),
    lift: chance(30),
    stepFree: chance(12),
    ...(chance(60) ? { petsAllowed: chance(50) } : {}),
    ...(chance(30) ? { availableFrom: `2016-0${4 + below(3)}-01` as IsoDay } : {}),
    landlord: { ...regimesNamed, ...(chance(40) ? { personsMax: capacity } : {}) },
  }
}

const districtName = (district: number): string => `District ${district}`
