import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import {
  Amount,
  decode,
  decodePolicy,
  type Issues,
  issueSentence,
  Rule,
  Where,
} from '../../src/codec/index.ts'
import { Standard } from '../../src/codec/rule.ts'

const cap = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { byPersons: [351, null] }, unit: 'EUR' }
const close = {
  preference: 'closeTo',
  name: 'size',
  points: 60,
  flat: 'area',
  ideal: { times: 15, of: 'persons', plus: 30 },
  unit: 'm²',
  perUnit: 2.5,
}
const where = { rule: 'where', name: 'quiet', predicate: 'quiet' }
const bonus = { preference: 'bonus', name: 'calm', points: 40, when: { ...where, name: 'calm' } }
const policy = {
  name: 'NRW 2016',
  version: '1',
  rules: [cap, where],
  ranking: [
    { by: 'persons', first: 'most' },
    { by: 'lottery', seed: 17 },
  ],
  preferences: [close, bonus],
}

const sentences = (document: unknown): ReadonlyArray<string> | undefined => {
  const read = decodePolicy(document)
  return E.isLeft(read) ? read.left.map(issueSentence) : undefined
}

test('a policy may name any predicate, in rules and in preferences', () => {
  expect(decodePolicy(policy)).toStrictEqual(E.right(policy))
})

test('a policy says how flats are given away, or leaves it to the best allocation', () => {
  const inTurn = { ...policy, procedure: 'in turn' }
  expect(decodePolicy(inTurn)).toStrictEqual(E.right(inTurn))
  expect(sentences({ ...policy, procedure: 'by hand' })).toEqual([
    'procedure: expected in turn, found "by hand"',
  ])
})

const lists = 'flat.regimes, household.districts, household.notDistricts, household.schoolDistricts'
const refused: ReadonlyArray<readonly [string, object, ReadonlyArray<string>]> = [
  [
    'a name occurs twice among rules and preferences',
    { rules: [cap, cap], preferences: [{ ...close, name: 'cap' }] },
    [
      'rules[1].name: expected a name that occurs once, found "cap"',
      'preferences[0].name: expected a name that occurs once, found "cap"',
    ],
  ],
  [
    'a unit does not fit its quantity',
    { rules: [{ ...cap, unit: 'm²' }], preferences: [{ ...close, unit: 'rooms' }] },
    ['rules[0].unit: expected EUR or cent, found "m²"', 'preferences[0].unit: expected m², found "rooms"'],
  ],
  [
    'a table has no entry',
    { rules: [{ ...cap, asks: { byPersons: [] } }] },
    ['rules[0].asks.byPersons: expected at least one entry, found a list of 0'],
  ],
  [
    'a sum, a band of ages or a standard is none that the unit can have',
    {
      rules: [
        { ...cap, asks: { sum: [] } },
        { ...cap, name: 'ages', asks: { sum: [{ fixed: 1 }, { times: 1, of: { from: 6, below: 6 } }] } },
        { ...cap, name: 'standard', asks: { standard: 'ukBedroomStandard' } },
      ],
    },
    [
      'rules[0].asks.sum: expected at least one term, found a list of 0',
      'rules[1].asks.sum[1].of.below: expected whole years, more than from, found 6',
      'rules[2].asks.standard: expected a standard in EUR, found "ukBedroomStandard"',
    ],
  ],
  [
    'an entry is no number',
    { rules: [{ ...cap, asks: { byPersons: [351, '425', 1e10] } }] },
    [
      'rules[0].asks.byPersons[1]: expected a number between -1e9 and 1e9, or null, found "425"',
      'rules[0].asks.byPersons[2]: expected a number between -1e9 and 1e9, or null, found 10000000000',
    ],
  ],
  [
    'points are not whole, negative or too many',
    {
      preferences: [
        { ...close, points: 0.5 },
        { ...close, points: -1 },
        { ...close, points: 1_000_001 },
      ],
    },
    [
      'preferences[0].points: expected whole points from 0 to 1,000,000, found 0.5',
      'preferences[1].points: expected whole points from 0 to 1,000,000, found -1',
      'preferences[2].points: expected whole points from 0 to 1,000,000, found 1000001',
    ],
  ],
  [
    'points sum to more than a million',
    { preferences: [close, { ...bonus, points: 999_941 }] },
    ['preferences: expected at most 1000000 points in total, found 1000001'],
  ],
  [
    'points are lost at no rate',
    {
      preferences: [
        { ...close, perUnit: -1 },
        { ...close, perUnit: 1_000_001 },
        { ...close, perUnit: null },
      ],
    },
    [
      'preferences[0].perUnit: expected points from 0 to 1,000,000, found -1',
      'preferences[1].perUnit: expected points from 0 to 1,000,000, found 1000001',
      'preferences[2].perUnit: expected points from 0 to 1,000,000, found null',
    ],
  ],
  [
    'a lottery has no seed that can be written down exactly',
    {
      ranking: [
        { by: 'lottery', seed: 2 ** 53 },
        { by: 'lottery', seed: -(2 ** 53) },
        { by: 'lottery', seed: 0.5 },
      ],
    },
    [2 ** 53, -(2 ** 53), 0.5].map(
      (seed, k) =>
        `ranking[${k}].seed: expected a whole number from -9,007,199,254,740,991 to 9,007,199,254,740,991, found ${seed}`,
    ),
  ],
  [
    'a lottery is drawn before the end',
    { ranking: [{ by: 'lottery', seed: 1 }, { by: 'tier' }] },
    ['ranking[0]: expected a lottery only at the end, found an object'],
  ],
  [
    'a step is not known',
    { ranking: [{ by: 'origin' }, { by: 'persons', first: 'all' }] },
    [
      'ranking[0].by: expected one of tier, persons, waitingSince, points, lottery, found "origin"',
      'ranking[1].first: expected one of most, fewest, found "all"',
    ],
  ],
  [
    'a rule or a preference is not known',
    { rules: [{ ...cap, rule: 'atleast' }], preferences: [{ ...close, preference: 'far' }] },
    [
      'rules[0].rule: expected one of atLeast, atMost, oneOf, noneOf, implies, residenceDuty, where, found "atleast"',
      'preferences[0].preference: expected one of bonus, closeTo, near, slack, language, found "far"',
    ],
  ],
  [
    'a table is missing',
    {
      rules: [
        { rule: 'atMost', name: 'cap', flat: 'coldRent', unit: 'EUR' },
        { ...cap, name: 'steps alone', asks: { eachFurther: 81 } },
        { ...cap, name: 'no list', asks: { byPersons: null } },
      ],
    },
    [
      'rules[0].asks: expected an amount (fixed, times, byPersons, standard or sum), found nothing',
      'rules[1].asks: expected an amount (fixed, times, byPersons, standard or sum), found an object',
      'rules[2].asks.byPersons: expected a list of numbers, found null',
    ],
  ],
  [
    'a list is not known',
    { rules: [{ rule: 'oneOf', name: 'where', word: 'flat.district', list: 'districts' }] },
    [`rules[0].list: expected one of ${lists}, or a list of texts, found "districts"`],
  ],
  [
    'a written list holds no texts',
    { rules: [{ rule: 'noneOf', name: 'where', word: 'flat.district', list: ['Mitte', 5] }] },
    ['rules[0].list[1]: expected a text of 1 to 2,000 characters, found 5'],
  ],
  [
    'a key is misspelt, at whatever depth',
    {
      colour: 1,
      rules: [{ ...cap, asks: { byPersons: [1], percents: 110 } }],
      preferences: [{ ...bonus, when: { ...where, unstated: 'allow' } }],
    },
    [
      'colour: expected no other key than name, version, rules, ranking, preferences, procedure, found 1',
      'rules[0].asks.percents: expected no other key than byPersons, eachFurther, percent, found 110',
      'preferences[0].when.unstated: expected no other key than rule, name, predicate, for, found "allow"',
    ],
  ],
]

test('a policy that holds itself is refused where it does', () => {
  const rule: Record<string, unknown> = { ...cap }
  rule['asks'] = rule
  const document: Record<string, unknown> = { ...policy, rules: [rule], ranking: [] }
  document['preferences'] = [document]
  expect(sentences(document)).toEqual([
    'rules[0].asks: expected an amount (fixed, times, byPersons, standard or sum), found an object',
    'preferences[0].preference: expected one of bonus, closeTo, near, slack, language, found nothing',
  ])
})

describe('a policy is refused where', () => {
  test.each(refused)('%s', (_, change, expected) => {
    expect(sentences({ ...policy, ...change })).toEqual(expected)
  })
})

test('the last million of points is allowed', () => {
  expect(sentences({ ...policy, preferences: [close, { ...bonus, points: 999_940 }] })).toBe(undefined)
  expect(sentences({ ...policy, preferences: [{ ...close, perUnit: 1_000_000 }] })).toBe(undefined)
})

test('a policy that misspells how it is written says so, and not more', () => {
  expect(sentences([policy])).toEqual(['expected a policy, found a list of 1'])
  expect(sentences(null)).toEqual(['expected a policy, found null'])
})

test('an amount is of the form its first key tells', () => {
  const issues = (amount: unknown) =>
    E.mapLeft((all: Issues) => all.map(issueSentence))(decode(Amount)(amount))
  expect(issues({ fixed: 2, times: 3 })).toEqual(E.left(['times: expected no other key than fixed, found 3']))
  expect(issues({ times: 3 })).toMatchObject(
    E.left(['of: expected one of persons, adults, children, found nothing']),
  )
  expect(issues({ plus: 3 })).toEqual(
    E.left(['expected an amount (fixed, times, byPersons, standard or sum), found an object']),
  )
  expect(issues({ fixed: 1e9 })).toEqual(E.right({ fixed: 1e9 }))
  expect(issues({ fixed: -1e9 - 1 })).toEqual(
    E.left(['fixed: expected a number between -1e9 and 1e9, found -1000000001']),
  )
})

test('who counts is told by a word or by ages, and a sum has terms that are no sums', () => {
  const issues = (amount: unknown) =>
    E.mapLeft((all: Issues) => all.map(issueSentence))(decode(Amount)(amount))
  const young = { times: 6, of: { below: 6 } }
  expect(issues({ sum: [{ times: 9, of: { from: 6 } }, young] })).toEqual(
    E.right({ sum: [{ times: 9, of: { from: 6 } }, young] }),
  )
  expect(issues({ times: 6, of: { under: 6 } })).toEqual(
    E.left(['of.under: expected no other key than from, below, found 6']),
  )
  expect(issues({ times: 6, of: { below: 6.5, from: -1 } })).toEqual(
    E.left([
      'of.from: expected whole years from 0 to 150, found -1',
      'of.below: expected whole years from 0 to 150, found 6.5',
    ]),
  )
  expect(issues({ sum: [young, { sum: [young] }] })).toEqual(
    E.left(['sum[1]: expected a term (fixed, times, byPersons or standard), found an object']),
  )
  expect(issues({ sum: [], plus: 1 })).toEqual(E.left(['plus: expected no other key than sum, found 1']))
  expect(issues({ standard: 'ukBedroomstandard' })).toEqual(
    E.left([`standard: expected ${Standard.name}, found "ukBedroomstandard"`]),
  )
})

test('a rule on its own speaks of its form', () => {
  expect(decode(Where)({ ...where, rule: 'quiet' })).toStrictEqual(
    E.left([{ path: ['rule'], expected: 'where', found: 'quiet' }]),
  )
  expect(decode(Rule)({ ...cap, rule: 'atmost' })).toStrictEqual(
    E.left([
      {
        path: ['rule'],
        expected: 'one of atLeast, atMost, oneOf, noneOf, implies, residenceDuty, where',
        found: 'atmost',
      },
    ]),
  )
})
