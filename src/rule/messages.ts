import type { FlatFlag, FlatQuantity, HouseholdFlag, InnerUnit, List, Word } from './quantity.ts'

/**
 * Everything a sentence is made of, in one language. Amounts come formatted: `asked`, `found` and `short` are
 * texts like "€386.10", "58.5 m²" or "3".
 */
export interface Messages {
  /** An amount with its unit. */
  readonly amount: (amount: number, unit: InnerUnit) => string
  /** A number that needs no unit, because the sentence says what is counted. */
  readonly count: (amount: number) => string
  readonly quantity: Readonly<Record<FlatQuantity, string>>
  /** What a rule asks at least: "3 bedrooms". */
  readonly asks: Readonly<Record<FlatQuantity, (asked: string, one: boolean) => string>>
  readonly need: Readonly<Record<HouseholdFlag, string>>
  readonly lacks: Readonly<Record<FlatFlag, string>>
  readonly whether: Readonly<Record<FlatFlag, string>>
  readonly word: Readonly<Record<Word, string>>
  readonly list: Readonly<Record<List, string>>
  readonly passes: string
  readonly otherRegimes: string
  readonly noLimit: string
  /** The limit depends on something that the household does not state. */
  readonly limitUnknown: string
  readonly notStated: (quantity: string) => string
  readonly notSaid: (whether: string) => string
  readonly atLeast: (asks: string, found: string) => string
  readonly atMost: (quantity: string, found: string, short: string, asked: string, money: boolean) => string
  readonly oneOf: (word: string, found: string, list: string, listed: string) => string
  readonly noneOf: (word: string, found: string, list: string) => string
  readonly writtenList: string
  readonly implies: (need: string, lacks: string) => string
  readonly residenceDuty: (asked: string, found: string) => string
  readonly placeUnknown: string
  readonly where: (predicate: string) => string
  readonly unknown: (predicate: string) => string
}

const counted =
  (one: string, many: string) =>
  (asked: string, isOne: boolean): string =>
    `${asked} ${isOne ? one : many}`

const number = (amount: number, digits = 0): string =>
  amount.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits || 15 })

const unitNames: Readonly<Record<Exclude<InnerUnit, 'cent'>, readonly [one: string, many: string]>> = {
  'm²': ['m²', 'm²'],
  rooms: ['room', 'rooms'],
  persons: ['person', 'persons'],
  days: ['day', 'days'],
  floors: ['floor', 'floors'],
}

const amount = (value: number, unit: InnerUnit): string =>
  unit === 'cent'
    ? `${value < 0 ? '-' : ''}€${number(Math.abs(value) / 100, 2)}`
    : counted(...unitNames[unit])(number(value), value === 1)

/** The sentences in English. */
export const english: Messages = {
  amount,
  count: value => number(value),
  quantity: {
    area: 'area',
    rooms: 'number of rooms',
    bedrooms: 'number of bedrooms',
    coldRent: 'cold rent',
    grossColdRent: 'gross cold rent',
    coldRentShare: 'cold rent to pay',
    grossColdRentShare: 'gross cold rent to pay',
    personsMax: 'number of persons allowed',
    contractMin: 'least term of the contract',
    contractMax: 'longest term of the contract',
    floor: 'floor',
    daysUntilFree: 'number of days until free',
    daysAvailable: 'number of days available',
  },
  asks: {
    area: asked => asked,
    rooms: /* @__PURE__ */ counted('room', 'rooms'),
    bedrooms: /* @__PURE__ */ counted('bedroom', 'bedrooms'),
    coldRent: asked => `a cold rent of ${asked}`,
    grossColdRent: asked => `a gross cold rent of ${asked}`,
    coldRentShare: asked => `a cold rent to pay of ${asked}`,
    grossColdRentShare: asked => `a gross cold rent to pay of ${asked}`,
    personsMax: /* @__PURE__ */ counted('person allowed', 'persons allowed'),
    contractMin: /* @__PURE__ */ counted('day of contract at least', 'days of contract at least'),
    contractMax: /* @__PURE__ */ counted('day of contract', 'days of contract'),
    floor: asked => `floor ${asked}`,
    daysUntilFree: /* @__PURE__ */ counted('day until free', 'days until free'),
    daysAvailable: /* @__PURE__ */ counted('day available', 'days available'),
  },
  need: { needsStepFree: 'needs step-free access', hasPets: 'has pets' },
  lacks: {
    stepFree: 'it is not step-free',
    groundFloorOrLift: 'it is neither on the ground floor nor reached by a lift',
    petsAllowed: 'pets are not allowed',
  },
  whether: {
    stepFree: 'whether it is step-free',
    groundFloorOrLift: 'whether it is on the ground floor or reached by a lift',
    petsAllowed: 'whether pets are allowed',
  },
  word: {
    'flat.district': 'district',
    'flat.schoolDistrict': 'school district',
    'flat.municipality': 'municipality',
    'household.regime': 'regime',
  },
  list: {
    'flat.regimes': 'those the landlord accepts',
    'household.districts': 'those wanted',
    'household.notDistricts': 'those refused',
    'household.schoolDistricts': 'the one lived in',
  },
  passes: 'fits',
  otherRegimes: 'the rule is for households under other regimes',
  noLimit: 'no limit is stated for a household of this size',
  limitUnknown: 'what the limit depends on is not recorded for the household and the day',
  notStated: quantity => `the flat does not state its ${quantity}`,
  notSaid: whether => `the flat does not say ${whether}`,
  atLeast: (asks, found) => `asks ${asks}, has ${found}`,
  atMost: (quantity, found, short, asked, money) =>
    `${quantity} ${found}, ${short} over the ${money ? 'cap' : 'limit'} of ${asked}`,
  oneOf: (word, found, list, listed) => `${word} ${found} is not among ${list}: ${listed}`,
  noneOf: (word, found, list) => `${word} ${found} is among ${list}`,
  writtenList: 'those listed',
  implies: (need, lacks) => `${need}, but ${lacks}`,
  residenceDuty: (asked, found) => `must take up residence in ${asked}, but the flat lies in ${found}`,
  placeUnknown: 'the flat does not state where it lies, and a duty to reside binds the household',
  where: predicate => `does not meet "${predicate}"`,
  unknown: predicate => `the predicate "${predicate}" is unknown`,
}
