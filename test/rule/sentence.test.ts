import { type Flat, formatAmount, judge, type Predicates, type Rule, type Seeker, sentence } from 'einzug'
import { describe, expect, test } from 'vitest'
import { day, home, household } from './town.ts'

describe('an amount reads', () => {
  test.each([
    [38_610, 'cent', '€386.10'],
    [138_610, 'cent', '€1,386.10'],
    [5, 'cent', '€0.05'],
    [0, 'cent', '€0.00'],
    [-3500, 'cent', '-€35.00'],
    [58.25, 'm²', '58.25 m²'],
    [1, 'm²', '1 m²'],
    [1, 'rooms', '1 room'],
    [1.5, 'rooms', '1.5 rooms'],
    [0, 'persons', '0 persons'],
    [1, 'persons', '1 person'],
    [1, 'days', '1 day'],
    [1200, 'days', '1,200 days'],
    [1, 'floors', '1 floor'],
    [2, 'floors', '2 floors'],
  ] as const)('%d %s: %s', (amount, unit, text) => {
    expect(formatAmount(amount, unit)).toBe(text)
  })
})

const say = (
  rule: object,
  seeker: Seeker = household(),
  flat: Flat = home(),
  predicates: Predicates = {},
): string => {
  const named = { name: 'R', ...rule } as Rule
  return sentence(named, judge(named, seeker, flat, day, predicates))
}
const atLeast = (flat: string, fixed: number, unit: string) => ({
  rule: 'atLeast',
  flat,
  asks: { fixed },
  unit,
})
const atMost = (flat: string, fixed: number, unit: string) => ({
  rule: 'atMost',
  flat,
  asks: { fixed },
  unit,
})

describe('a flat has too little', () => {
  test.each<[object, Partial<Flat>, string]>([
    [atLeast('bedrooms', 3, 'rooms'), { bedrooms: 2 }, 'asks 3 bedrooms, has 2'],
    [atLeast('bedrooms', 1, 'rooms'), { bedrooms: 0 }, 'asks 1 bedroom, has 0'],
    [atLeast('rooms', 2.5, 'rooms'), {}, 'asks 2.5 rooms, has 2'],
    [atLeast('rooms', 1, 'rooms'), { rooms: 0.5 }, 'asks 1 room, has 0.5'],
    [atLeast('area', 58.5, 'm²'), {}, 'asks 58.5 m², has 48 m²'],
    [atLeast('coldRent', 461, 'EUR'), {}, 'asks a cold rent of €461.00, has €460.00'],
    [
      atLeast('grossColdRent', 46_200, 'cent'),
      { rent: { cold: 46_000, serviceCharges: 100 } },
      'asks a gross cold rent of €462.00, has €461.00',
    ],
    [
      atLeast('grossColdRentShare', 232, 'EUR'),
      { rent: { cold: 46_000, serviceCharges: 200 }, roomsLet: 2 },
      'asks a gross cold rent to pay of €232.00, has €231.00',
    ],
    [
      atLeast('coldRentShare', 231, 'EUR'),
      { roomsLet: 2 },
      'asks a cold rent to pay of €231.00, has €230.00',
    ],
    [atLeast('personsMax', 4, 'persons'), { landlord: { personsMax: 3 } }, 'asks 4 persons allowed, has 3'],
    [atLeast('personsMax', 1, 'persons'), { landlord: { personsMax: 0 } }, 'asks 1 person allowed, has 0'],
    [atLeast('floor', 2, 'floors'), { floor: 1 }, 'asks floor 2, has 1'],
    [
      atLeast('daysAvailable', 365, 'days'),
      { availableUntil: '2016-03-31' as never },
      'asks 365 days available, has 30',
    ],
    [atLeast('daysAvailable', 1, 'days'), { availableUntil: day }, 'asks 1 day available, has 0'],
    [
      atLeast('daysUntilFree', 3, 'days'),
      { availableFrom: '2016-03-03' as never },
      'asks 3 days until free, has 2',
    ],
    [atLeast('daysUntilFree', 1, 'days'), { availableFrom: day }, 'asks 1 day until free, has 0'],
  ])('%j %j: %s', (rule, traits, text) => {
    expect(say(rule, household(), home(traits))).toBe(text)
  })
})

describe('a flat has too much', () => {
  test.each<[object, Partial<Flat>, string]>([
    [atMost('coldRent', 425, 'EUR'), {}, 'cold rent €460.00, €35.00 over the cap of €425.00'],
    [
      atMost('grossColdRent', 42_500, 'cent'),
      { rent: { cold: 42_000, serviceCharges: 501 } },
      'gross cold rent €425.01, €0.01 over the cap of €425.00',
    ],
    [
      atMost('coldRentShare', 200, 'EUR'),
      { roomsLet: 2 },
      'cold rent to pay €230.00, €30.00 over the cap of €200.00',
    ],
    [atMost('area', 45.5, 'm²'), {}, 'area 48 m², 2.5 m² over the limit of 45.5 m²'],
    [atMost('rooms', 1, 'rooms'), {}, 'number of rooms 2, 1 room over the limit of 1'],
    [atMost('bedrooms', 1, 'rooms'), { bedrooms: 3 }, 'number of bedrooms 3, 2 rooms over the limit of 1'],
    [
      atMost('personsMax', 1, 'persons'),
      { landlord: { personsMax: 2 } },
      'number of persons allowed 2, 1 person over the limit of 1',
    ],
    [atMost('floor', 1, 'floors'), { floor: 3 }, 'floor 3, 2 floors over the limit of 1'],
    [
      atMost('daysUntilFree', 14, 'days'),
      { availableFrom: '2016-03-31' as never },
      'number of days until free 30, 16 days over the limit of 14',
    ],
    [
      atMost('daysAvailable', 29, 'days'),
      { availableUntil: '2016-03-31' as never },
      'number of days available 30, 1 day over the limit of 29',
    ],
  ])('%j %j: %s', (rule, traits, text) => {
    expect(say(rule, household(), home(traits))).toBe(text)
  })
})

describe('a flat has the wrong properties', () => {
  const needy = household({ needs: { stepFree: true, pets: true } })
  const implies = (need: string, flat: string) => ({ rule: 'implies', household: need, flat })

  test.each<[object, Partial<Flat>, string]>([
    [
      implies('needsStepFree', 'stepFree'),
      { stepFree: false },
      'needs step-free access, but it is not step-free',
    ],
    [
      implies('needsStepFree', 'groundFloorOrLift'),
      { floor: 1, lift: false },
      'needs step-free access, but it is neither on the ground floor nor reached by a lift',
    ],
    [implies('hasPets', 'petsAllowed'), { petsAllowed: false }, 'has pets, but pets are not allowed'],
    [implies('needsStepFree', 'stepFree'), {}, 'the flat does not say whether it is step-free'],
    [
      implies('needsStepFree', 'groundFloorOrLift'),
      {},
      'the flat does not say whether it is on the ground floor or reached by a lift',
    ],
    [implies('hasPets', 'petsAllowed'), {}, 'the flat does not say whether pets are allowed'],
    [
      { ...implies('hasPets', 'petsAllowed'), unstated: 'allow' },
      {},
      'the flat does not say whether pets are allowed',
    ],
  ])('%j %j: %s', (rule, traits, text) => {
    expect(say(rule, needy, home(traits))).toBe(text)
  })
})

describe('a word is in the wrong list', () => {
  const seeker = household({ wishes: { districts: ['Nord', 'Süd'], notDistricts: ['Mitte'] } })
  const oneOf = (word: string, list: unknown) => ({ rule: 'oneOf', word, list })

  test.each<[object, string]>([
    [oneOf('flat.district', 'household.districts'), 'district Mitte is not among those wanted: Nord, Süd'],
    [oneOf('flat.district', ['Rorup']), 'district Mitte is not among those listed: Rorup'],
    [
      oneOf('household.regime', 'flat.regimes'),
      'regime AsylbLG is not among those the landlord accepts: SGB II, none',
    ],
    [
      { rule: 'noneOf', word: 'flat.district', list: 'household.notDistricts' },
      'district Mitte is among those refused',
    ],
    [{ rule: 'noneOf', word: 'flat.district', list: ['Mitte'] }, 'district Mitte is among those listed'],
  ])('%j: %s', (rule, text) => {
    expect(say(rule, seeker, home({ landlord: { regimes: ['SGB II', 'none'] } }))).toBe(text)
  })
})

describe('nothing is stated', () => {
  test.each<[object, string]>([
    [atLeast('bedrooms', 3, 'rooms'), 'the flat does not state its number of bedrooms'],
    [atMost('grossColdRent', 3, 'EUR'), 'the flat does not state its gross cold rent'],
    [{ ...atMost('floor', 3, 'floors'), unstated: 'allow' }, 'the flat does not state its floor'],
    [atMost('personsMax', 3, 'persons'), 'the flat does not state its number of persons allowed'],
    [
      { ...atMost('area', 3, 'm²'), asks: { byPersons: [null] } },
      'no limit is stated for a household of this size',
    ],
  ])('%j: %s', (rule, text) => {
    expect(say(rule)).toBe(text)
  })

  test('a word that a stored verdict does not give', () => {
    const rule: Rule = { rule: 'oneOf', name: 'd', word: 'flat.district', list: ['Nord'] }
    expect(sentence(rule, { _tag: 'Fails', asked: ['Nord'], found: null })).toBe(
      'the flat does not state its district',
    )
  })
})

test('an age that the limit depends on is not recorded', () => {
  const rule = { ...atLeast('area', 6, 'm²'), asks: { times: 6, of: { below: 6 } } }
  expect(say(rule, household({ persons: 2, children: 1 }))).toBe(
    'what the limit depends on is not recorded for the household and the day',
  )
  expect(say(rule, household({ persons: 2 }))).toBe('fits')
})

test('a predicate is called by its name', () => {
  const where = { rule: 'where', predicate: 'near a school' }
  expect(say(where)).toBe('the predicate "near a school" is unknown')
  expect(say(where, household(), home(), { 'near a school': () => false })).toBe(
    'does not meet "near a school"',
  )
  expect(say(where, household(), home(), { 'near a school': () => true })).toBe('fits')
})
