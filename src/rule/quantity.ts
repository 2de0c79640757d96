import type { IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Regime, Seeker } from '../domain/household.ts'
import { ageGroupOn } from '../domain/person.ts'

/**
 * The unit a quantity is written in inside a policy. Money is counted in cents inside and may be written in
 * either unit.
 *
 * @category model
 */
export type Unit = 'EUR' | 'cent' | 'm²' | 'rooms' | 'persons' | 'days' | 'floors'

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
  /** How a sentence calls it. */
  readonly label: string
  /** `undefined` = not stated. */
  readonly of: (subject: Subject, on: IsoDay) => number | undefined
}

const grossCold = ({ rent }: Flat): number | undefined =>
  rent.serviceCharges === undefined ? undefined : rent.cold + rent.serviceCharges

/**
 * The numbers of a flat that rules and preferences can ask for. Days are counted from the day of the problem:
 * `daysUntilFree` is 0 or less when the flat can be moved into at once.
 */
export const flatMeasures = {
  area: { dimension: 'area', label: 'area', of: flat => flat.area },
  rooms: { dimension: 'rooms', label: 'rooms', of: flat => flat.rooms },
  bedrooms: { dimension: 'rooms', label: 'bedrooms', of: flat => flat.bedrooms },
  coldRent: { dimension: 'money', label: 'cold rent', of: flat => flat.rent.cold },
  grossColdRent: { dimension: 'money', label: 'gross cold rent', of: grossCold },
  personsMax: {
    dimension: 'persons',
    label: 'persons allowed',
    of: flat => flat.landlord?.personsMax ?? Infinity,
  },
  floor: { dimension: 'floors', label: 'floor', of: flat => flat.floor },
  daysUntilFree: {
    dimension: 'days',
    label: 'days until free',
    of: (flat, on) => (flat.availableFrom === undefined ? -Infinity : dayOf(flat.availableFrom) - dayOf(on)),
  },
  daysAvailable: {
    dimension: 'days',
    label: 'days available',
    of: (flat, on) => (flat.availableUntil === undefined ? Infinity : dayOf(flat.availableUntil) - dayOf(on)),
  },
} as const satisfies Readonly<Record<string, Measure<Flat>>>

/** The numbers of a household that rules and rankings can ask for. */
export const householdMeasures = {
  persons: { dimension: 'persons', label: 'persons', of: seeker => seeker.household.members.length },
  adults: {
    dimension: 'persons',
    label: 'adults',
    of: ({ household }, on) => household.members.filter(({ age }) => ageGroupOn(age, on) !== 'child').length,
  },
  children: {
    dimension: 'persons',
    label: 'children',
    of: ({ household }, on) => household.members.filter(({ age }) => ageGroupOn(age, on) === 'child').length,
  },
} as const satisfies Readonly<Record<string, Measure<Seeker>>>

/** @category model */
export type FlatQuantity = keyof typeof flatMeasures
/** @category model */
export type HouseholdQuantity = keyof typeof householdMeasures

/** Yes-or-no properties of a flat; `undefined` = not stated. */
export const flatFlags = {
  stepFree: { label: 'step-free', of: (flat: Flat): boolean | undefined => flat.stepFree },
  groundFloorOrLift: {
    label: 'on the ground floor, with a lift or step-free',
    of: (flat: Flat): boolean | undefined =>
      flat.stepFree === true || flat.floor === 0 || flat.lift === true
        ? true
        : flat.floor === undefined || flat.lift === undefined
          ? undefined
          : false,
  },
  petsAllowed: { label: 'pets allowed', of: (flat: Flat): boolean | undefined => flat.petsAllowed },
} as const

/** Yes-or-no properties of a household. What is not recorded is taken as no. */
export const householdFlags = {
  needsStepFree: {
    label: 'needs step-free access',
    of: ({ household }: Seeker) => household.needs?.stepFree ?? false,
  },
  hasPets: { label: 'has pets', of: ({ household }: Seeker) => household.needs?.pets ?? false },
} as const

/** @category model */
export type FlatFlag = keyof typeof flatFlags
/** @category model */
export type HouseholdFlag = keyof typeof householdFlags

/** Single words that a rule can look up in a list. */
export const words = {
  'flat.district': { label: 'district', side: 'flat', of: (flat: Flat): string => flat.district },
  'household.regime': { label: 'regime', side: 'household', of: (seeker: Seeker): Regime => seeker.regime },
} as const

/** Lists that a rule can look a word up in; `undefined` or empty = not stated. */
export const lists = {
  'flat.regimes': {
    label: 'regimes the landlord accepts',
    side: 'flat',
    of: (flat: Flat): ReadonlyArray<string> | undefined => flat.landlord?.regimes,
  },
  'household.districts': {
    label: 'districts wanted',
    side: 'household',
    of: (seeker: Seeker): ReadonlyArray<string> | undefined => seeker.household.wishes?.districts,
  },
  'household.notDistricts': {
    label: 'districts refused',
    side: 'household',
    of: (seeker: Seeker): ReadonlyArray<string> | undefined => seeker.household.wishes?.notDistricts,
  },
} as const

/** @category model */
export type Word = keyof typeof words
/** @category model */
export type List = keyof typeof lists

/** The units a policy may write a quantity of a flat in. */
export const unitsFor = (quantity: FlatQuantity): ReadonlyArray<Unit> =>
  unitsOf[flatMeasures[quantity].dimension]
