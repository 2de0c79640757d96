import type { Flat, Seeker } from 'einzug'

/** The rules of `policy.ts` as a programmer would write them by hand, in the same order. */
export const rules: ReadonlyArray<(seeker: Seeker, flat: Flat) => boolean> = [
  ({ household }, { landlord }) => household.members.length <= (landlord?.personsMax ?? Infinity),
  ({ regime }, { landlord }) => listed(regime, landlord?.regimes),
  ({ household }, { area }) => area >= 9 * household.members.length,
  ({ household }, { area }) => area <= 35 + 15 * household.members.length,
  ({ household }, { rooms }) => rooms >= household.members.length / 2,
  ({ household }, { rent }) => rent.cold <= capFor(household.members.length),
  ({ household }, { stepFree }) => household.needs?.stepFree !== true || stepFree === true,
  ({ household }, { petsAllowed }) => household.needs?.pets !== true || petsAllowed !== false,
  ({ household }, { district }) => listed(district, household.wishes?.districts),
  ({ household }, { district }) => household.wishes?.notDistricts?.includes(district) !== true,
]

/** The preferences, likewise. */
export const preferences: ReadonlyArray<(seeker: Seeker, flat: Flat) => number> = [
  ({ household }, { area }) => near(100, 2, area, 30 + 15 * household.members.length),
  ({ household }, { rent }) => near(60, 0.0025, rent.cold, cheapFor(household.members.length)),
  ({ household }, { bedrooms }) =>
    bedrooms !== undefined && bedrooms >= bedroomsFor(household.members.length) ? 40 : 0,
  (_, { availableFrom }) => (availableFrom === undefined || availableFrom <= '2016-04-14' ? 20 : 0),
  ({ household }, { stepFree, floor, lift }) =>
    household.needs?.stepFree !== true || stepFree === true || floor === 0 || lift === true ? 30 : 0,
]

/** A list that is empty or not there restricts nothing. */
const listed = <A>(word: A, list: ReadonlyArray<A> | undefined): boolean =>
  list === undefined || list.length === 0 || list.includes(word)

const near = (points: number, perUnit: number, found: number, ideal: number): number =>
  Math.max(0, Math.floor(points - perUnit * Math.abs(found - ideal) + 1e-6))

const byPersons =
  (table: ReadonlyArray<number>, further: number) =>
  (persons: number): number =>
    (table[Math.min(persons, table.length) - 1] as number) + further * Math.max(0, persons - table.length)

const capFor = byPersons([38_610, 46_750, 55_660, 65_010, 74_250], 8_910)
const cheapFor = byPersons([30_000, 36_000, 43_000, 50_000], 7_000)
const bedroomsFor = byPersons([1, 1, 2, 2, 3, 3], 0.5)
