import type { IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import { type Flat, units } from '../domain/flat.ts'
import type { Regime, Seeker } from '../domain/household.ts'
import { ageGroupOn } from '../domain/person.ts'

/**
 * The unit a quantity is written in inside a policy. Money is counted in cents inside and may be written in
 * either unit.
 *
 * @category model
 */
export type Unit = 'EUR' | 'cent' | 'm²' | 'rooms' | 'persons' | 'days' | 'floors'

/**
 * A unit that calculations count in: money in cents.
 *
 * @category model
 */
export type InnerUnit = Exclude<Unit, 'EUR'>

/** The unit that a quantity written in `unit` is counted in. */
export const innerUnit = (unit: Unit): InnerUnit => (unit === 'EUR' ? 'cent' : unit)

/** What a number of a flat or a household is made of: it fixes the units a policy may write it in. */
type Dimension = 'money' | 'area' | 'rooms' | 'persons' | 'days' | 'floors'

const unitsOf: Readonly<Record<Dimension, ReadonlyArray<Unit>>> = {
  money: ['EUR', 'cent'],
  area: ['m²'],
  rooms: ['rooms'],
  persons: ['persons'],
  days: ['days'],
  floors: ['floors'],
}

interface Measure<Subject> {
  readonly dimension: Dimension
  /** `undefined` = not stated. */
  readonly of: (subject: Subject, on: IsoDay) => number | undefined
}

const grossCold = ({ rent }: Flat): number | undefined =>
  rent.serviceCharges === undefined ? undefined : rent.cold + rent.serviceCharges

/** What one household pays of a rent: an equal part for each room let, never rounded below it. */
const share = (flat: Flat, rent: number | undefined): number | undefined =>
  rent === undefined ? undefined : Math.ceil(rent / units(flat))

/**
 * The numbers of a flat that rules and preferences can ask for. Days are counted from the day of the problem:
 * `daysUntilFree` is 0 or less when the flat can be moved into at once.
 */
export const flatMeasures = {
  area: { dimension: 'area', of: flat => flat.area },
  rooms: { dimension: 'rooms', of: flat => flat.rooms },
  bedrooms: { dimension: 'rooms', of: flat => flat.bedrooms },
  coldRent: { dimension: 'money', of: flat => flat.rent.cold },
  grossColdRent: { dimension: 'money', of: grossCold },
  coldRentShare: { dimension: 'money', of: flat => share(flat, flat.rent.cold) },
  grossColdRentShare: { dimension: 'money', of: flat => share(flat, grossCold(flat)) },
  personsMax: {
    dimension: 'persons',
    of: flat => flat.landlord?.personsMax ?? Infinity,
  },
  contractMin: { dimension: 'days', of: flat => flat.landlord?.daysMin ?? -Infinity },
  contractMax: { dimension: 'days', of: flat => flat.landlord?.daysMax ?? Infinity },
  floor: { dimension: 'floors', of: flat => flat.floor },
  daysUntilFree: {
    dimension: 'days',
    of: (flat, on) => (flat.availableFrom === undefined ? -Infinity : dayOf(flat.availableFrom) - dayOf(on)),
  },
  daysAvailable: {
    dimension: 'days',
    of: (flat, on) => (flat.availableUntil === undefined ? Infinity : dayOf(flat.availableUntil) - dayOf(on)),
  },
} as const satisfies Readonly<Record<string, Measure<Flat>>>

/** The numbers of a household that rules and rankings can ask for. */
export const householdMeasures = {
  persons: { dimension: 'persons', of: seeker => seeker.household.members.length },
  adults: {
    dimension: 'persons',
    of: ({ household }, on) => household.members.filter(({ age }) => ageGroupOn(age, on) !== 'child').length,
  },
  children: {
    dimension: 'persons',
    of: ({ household }, on) => household.members.filter(({ age }) => ageGroupOn(age, on) === 'child').length,
  },
} as const satisfies Readonly<Record<string, Measure<Seeker>>>

/**
 * A number of a flat: `area`; `rooms` and `bedrooms`; `coldRent` and `grossColdRent` a month; `coldRentShare` and `grossColdRentShare`, what of it one household pays (the
 * whole for a flat let whole, an equal part for each room of one let by rooms); `personsMax` that the
 * landlord allows (without limit where nothing is stated); `contractMin` and `contractMax`,
 * the least and the most days that the landlord lets a contract run (without limit where nothing is stated); `floor`,
 * 0 = ground floor; `daysUntilFree` and
 * `daysAvailable`, counted from the day that is judged (free at once, and without end, where nothing is stated).
 *
 * @category model
 */
export type FlatQuantity = keyof typeof flatMeasures
/**
 * A number of a household, by the ages of its members on the day that is judged; seniors are adults.
 *
 * @category model
 */
export type HouseholdQuantity = keyof typeof householdMeasures

/** Yes-or-no properties of a flat; `undefined` = not stated. */
export const flatFlags = {
  stepFree: { of: (flat: Flat): boolean | undefined => flat.stepFree },
  groundFloorOrLift: {
    of: (flat: Flat): boolean | undefined =>
      flat.stepFree === true || flat.floor === 0 || flat.lift === true
        ? true
        : flat.floor === undefined || flat.lift === undefined
          ? undefined
          : false,
  },
  petsAllowed: { of: (flat: Flat): boolean | undefined => flat.petsAllowed },
} as const

/** Yes-or-no properties of a household. What is not recorded is taken as no. */
export const householdFlags = {
  needsStepFree: {
    of: ({ household }: Seeker) => household.needs?.stepFree ?? false,
  },
  hasPets: { of: ({ household }: Seeker) => household.needs?.pets ?? false },
} as const

/**
 * A property of a flat. `groundFloorOrLift` holds for a step-free flat, too.
 *
 * @category model
 */
export type FlatFlag = keyof typeof flatFlags
/**
 * A property of a household; what is not recorded does not hold.
 *
 * @category model
 */
export type HouseholdFlag = keyof typeof householdFlags

/** Single words that a rule can look up in a list; `undefined` = not stated. */
export const words = {
  'flat.district': { side: 'flat', of: (flat: Flat): string | undefined => flat.district },
  'flat.schoolDistrict': { side: 'flat', of: (flat: Flat): string | undefined => flat.schoolDistrict },
  'flat.municipality': { side: 'flat', of: (flat: Flat): string | undefined => flat.municipality },
  'household.regime': { side: 'household', of: (seeker: Seeker): Regime => seeker.regime },
} as const

/** Lists that a rule can look a word up in; `undefined` or empty = not stated. */
export const lists = {
  'flat.regimes': {
    side: 'flat',
    of: (flat: Flat): ReadonlyArray<string> | undefined => flat.landlord?.regimes,
  },
  'household.districts': {
    side: 'household',
    of: (seeker: Seeker): ReadonlyArray<string> | undefined => seeker.household.wishes?.districts,
  },
  'household.notDistricts': {
    side: 'household',
    of: (seeker: Seeker): ReadonlyArray<string> | undefined => seeker.household.wishes?.notDistricts,
  },
  'household.schoolDistricts': {
    side: 'household',
    of: ({ household: { livesIn } }: Seeker): ReadonlyArray<string> | undefined =>
      livesIn?.schoolDistrict === undefined ? undefined : [livesIn.schoolDistrict],
  },
} as const

/**
 * A word that a rule looks up: the district, the school district or the municipality of the flat, or the regime of
 * the household.
 *
 * @category model
 */
export type Word = keyof typeof words
/**
 * A list that a rule looks a word up in: the regimes a landlord accepts, the districts a household wants or refuses,
 * or the school district it lives in now.
 *
 * @category model
 */
export type List = keyof typeof lists

/** The units a policy may write a quantity of a flat in. */
export const unitsFor = (quantity: FlatQuantity): ReadonlyArray<Unit> =>
  unitsOf[flatMeasures[quantity].dimension]
