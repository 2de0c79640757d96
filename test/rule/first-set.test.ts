import { readFileSync } from 'node:fs'
import { type Age, checkPolicy, type Flat, judge, type Rule, type Seeker } from 'einzug'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { aged, day, home, household } from './town.ts'

/** The table in the doc comment of `Rule`: what a rule is for, and its JSON. */
const rules = new Map(
  [
    ...readFileSync(new URL('../../src/rule/rule.ts', import.meta.url), 'utf8').matchAll(
      /^ \* \| (.+?) \| `(\{.+\})` \|$/gm,
    ),
  ].map(([, title = '', json = '']) => [title, { name: title, ...(JSON.parse(json) as object) } as Rule]),
)

type Case = readonly [seeker: Seeker, flat: Flat, verdict: 'Passes' | 'Fails' | 'Abstains']

const persons = (count: number): Seeker => household({ persons: count })
const cold = (cents: number): Flat => home({ rent: { cold: cents } })
const gross = (cents: number): Flat => home({ rent: { cold: 1000, serviceCharges: cents - 1000 } })
const needsStepFree = household({ needs: { stepFree: true } })
const hasPets = household({ needs: { pets: true } })
const wishing = household({ wishes: { districts: ['Mitte', 'Süd'], notDistricts: ['Nord'] } })
const born = (date: string): Age => ({ known: 'birth', born: date as typeof day })
/** Somebody who must live in Dülmen until a day. */
const bound = (until: string): Seeker => {
  const seeker = household()
  const duty = {
    scope: 'municipality',
    place: 'Dülmen',
    until: until as typeof day,
    basis: '§ 12a (3)',
  } as const
  return { ...seeker, household: { ...seeker.household, residenceDuties: [duty] } }
}
const on = (date: string) => date as typeof day

/** For each rule, pairs on both sides of its boundary. */
const cases: Readonly<Record<string, ReadonlyArray<Case>>> = {
  'persons the landlord allows': [
    [persons(3), home({ landlord: { personsMax: 3 } }), 'Passes'],
    [persons(4), home({ landlord: { personsMax: 3 } }), 'Fails'],
    [persons(12), home(), 'Passes'],
  ],
  'regimes the landlord accepts': [
    [household({ regime: 'SGB II' }), home({ landlord: { regimes: ['SGB II', 'SGB XII'] } }), 'Passes'],
    [household({ regime: 'AsylbLG' }), home({ landlord: { regimes: ['SGB II', 'SGB XII'] } }), 'Fails'],
    [household({ regime: 'AsylbLG' }), home({ landlord: { regimes: [] } }), 'Passes'],
  ],
  '9 m² at least for each person': [
    [persons(5), home({ area: 45 }), 'Passes'],
    [persons(5), home({ area: 44.99 }), 'Fails'],
  ],
  '9 m² at least for each person from 6 years on, 6 m² for each younger child': [
    [aged(born('1980-01-01'), born('2010-03-02')), home({ area: 15 }), 'Passes'],
    [aged(born('1980-01-01'), born('2010-03-02')), home({ area: 14.99 }), 'Fails'],
    [aged(born('1980-01-01'), born('2010-03-01')), home({ area: 15 }), 'Fails'],
    [aged(born('1980-01-01'), born('2010-03-01')), home({ area: 18 }), 'Passes'],
    [household({ persons: 2, children: 1 }), home(), 'Abstains'],
  ],
  'bedrooms at least, by a standard': [
    [aged(born('1980-01-01'), born('1995-03-01')), home({ bedrooms: 2 }), 'Passes'],
    [aged(born('1980-01-01'), born('1995-03-01')), home({ bedrooms: 1 }), 'Fails'],
    [aged(born('1980-01-01')), home(), 'Fails'],
    [aged(born('1980-01-01'), born('2010-01-01'), born('2012-01-01')), home({ bedrooms: 2 }), 'Passes'],
    [household({ persons: 3, children: 2 }), home({ bedrooms: 9 }), 'Abstains'],
  ],
  'one bedroom beyond a standard at most': [
    [aged(born('1980-01-01')), home({ bedrooms: 2 }), 'Passes'],
    [aged(born('1980-01-01')), home({ bedrooms: 3 }), 'Fails'],
  ],
  '50 m² at most, 15 m² more for each further person': [
    [persons(1), home({ area: 50 }), 'Passes'],
    [persons(1), home({ area: 50.01 }), 'Fails'],
    [persons(4), home({ area: 95 }), 'Passes'],
    [persons(4), home({ area: 95.01 }), 'Fails'],
  ],
  'a room at least for every two persons': [
    [persons(4), home({ rooms: 2 }), 'Passes'],
    [persons(5), home({ rooms: 2 }), 'Fails'],
    [persons(5), home({ rooms: 2.5 }), 'Passes'],
  ],
  'bedrooms at least, from a table': [
    [persons(2), home({ bedrooms: 1 }), 'Passes'],
    [persons(3), home({ bedrooms: 1 }), 'Fails'],
    [persons(6), home({ bedrooms: 3 }), 'Passes'],
    [persons(3), home(), 'Fails'],
    [persons(7), home(), 'Abstains'],
  ],
  'cap on the cold rent, a tenth above a table': [
    [persons(1), cold(38_610), 'Passes'],
    [persons(1), cold(38_611), 'Fails'],
    [persons(5), cold(74_250), 'Passes'],
    [persons(5), cold(74_251), 'Fails'],
    [persons(6), cold(83_160), 'Passes'],
    [persons(6), cold(83_161), 'Fails'],
  ],
  'cap on the gross cold rent, none stated for three': [
    [persons(2), gross(52_600), 'Passes'],
    [persons(2), gross(52_601), 'Fails'],
    [persons(2), cold(1), 'Fails'],
    [persons(3), gross(999_999), 'Abstains'],
    [persons(4), gross(74_700), 'Passes'],
    [persons(5), gross(1000), 'Abstains'],
  ],
  'cap on what is paid of the gross cold rent, whole flats and rooms alike': [
    [persons(1), gross(46_800), 'Passes'],
    [persons(1), gross(46_801), 'Fails'],
    [persons(1), { ...gross(93_600), roomsLet: 2 }, 'Passes'],
    [persons(1), { ...gross(93_601), roomsLet: 2 }, 'Fails'],
    [persons(1), home({ roomsLet: 2 }), 'Fails'],
    [persons(2), gross(1000), 'Abstains'],
  ],
  'step-free, if needed': [
    [needsStepFree, home({ stepFree: true }), 'Passes'],
    [needsStepFree, home({ stepFree: false, floor: 0 }), 'Fails'],
    [needsStepFree, home({ floor: 0, lift: true }), 'Fails'],
    [hasPets, home({ stepFree: false }), 'Passes'],
  ],
  'ground floor or lift, if needed': [
    [needsStepFree, home({ floor: 0 }), 'Passes'],
    [needsStepFree, home({ floor: 4, lift: true }), 'Passes'],
    [needsStepFree, home({ lift: true }), 'Passes'],
    [needsStepFree, home({ floor: 1, lift: false, stepFree: true }), 'Passes'],
    [needsStepFree, home({ floor: 1, lift: false }), 'Fails'],
    [needsStepFree, home({ floor: -1, lift: false }), 'Fails'],
    [needsStepFree, home({ floor: 1 }), 'Fails'],
    [needsStepFree, home({ lift: false }), 'Fails'],
    [persons(1), home({ floor: 1, lift: false }), 'Passes'],
  ],
  'pets allowed, if there are any; let pass if not stated': [
    [hasPets, home({ petsAllowed: true }), 'Passes'],
    [hasPets, home({ petsAllowed: false }), 'Fails'],
    [hasPets, home(), 'Abstains'],
    [needsStepFree, home({ petsAllowed: false }), 'Passes'],
  ],
  'districts wanted': [
    [wishing, home({ district: 'Süd' }), 'Passes'],
    [wishing, home({ district: 'Ost' }), 'Fails'],
    [persons(1), home({ district: 'Ost' }), 'Passes'],
  ],
  'districts refused': [
    [wishing, home({ district: 'Ost' }), 'Passes'],
    [wishing, home({ district: 'Nord' }), 'Fails'],
    [persons(1), home({ district: 'Nord' }), 'Passes'],
  ],
  'districts barred to all': [
    [persons(1), home({ district: 'Mitte' }), 'Passes'],
    [persons(1), home({ district: 'Rorup' }), 'Fails'],
  ],
  'free within two weeks': [
    [persons(1), home({ availableFrom: on('2016-03-15') }), 'Passes'],
    [persons(1), home({ availableFrom: on('2016-03-16') }), 'Fails'],
    [persons(1), home({ availableFrom: on('2015-01-01') }), 'Passes'],
    [persons(1), home(), 'Passes'],
  ],
  'available for a year at least': [
    [persons(1), home({ availableUntil: on('2017-03-01') }), 'Passes'],
    [persons(1), home({ availableUntil: on('2017-02-28') }), 'Fails'],
    [persons(1), home(), 'Passes'],
  ],
  'contracts that the landlord lets run for two years': [
    [persons(1), home({ landlord: { daysMax: 730 } }), 'Passes'],
    [persons(1), home({ landlord: { daysMax: 729 } }), 'Fails'],
    [persons(1), home(), 'Passes'],
  ],
  'no contract that must run for more than a year': [
    [persons(1), home({ landlord: { daysMin: 365 } }), 'Passes'],
    [persons(1), home({ landlord: { daysMin: 366 } }), 'Fails'],
    [persons(1), home(), 'Passes'],
  ],
  'where the law lets the household live': [
    [bound('2016-03-02'), home({ municipality: 'Dülmen' }), 'Passes'],
    [bound('2016-03-02'), home({ municipality: 'Coesfeld' }), 'Fails'],
    [bound('2016-03-02'), home(), 'Fails'],
    [bound('2016-03-01'), home({ municipality: 'Coesfeld' }), 'Passes'],
    [persons(1), home({ municipality: 'Coesfeld' }), 'Passes'],
  ],
  'a cap for those whose rent the job centre pays': [
    [household({ regime: 'SGB II' }), gross(46_800), 'Passes'],
    [household({ regime: 'SGB II' }), gross(46_801), 'Fails'],
    [household({ regime: 'AsylbLG' }), gross(46_801), 'Abstains'],
  ],
  'anything else': [[persons(1), home(), 'Fails']],
}

test('the table of rules in the docs holds each of these, under names that occur once', () => {
  expect([...rules.keys()].sort()).toEqual(Object.keys(cases).sort())
  const policy = { name: 'P', version: '1', rules: [...rules.values()], ranking: [], preferences: [] }
  expect(E.isRight(checkPolicy(policy, ['near a school']))).toBe(true)
})

describe.each(Object.entries(cases))('%s', (title, pairs) => {
  test.each(pairs.map(([seeker, flat, verdict]) => [verdict, seeker, flat] as const))(
    '%s: %j, %j',
    (verdict, seeker, flat) => {
      expect(judge(rules.get(title) as Rule, seeker, flat, day)._tag).toBe(verdict)
    },
  )
})
