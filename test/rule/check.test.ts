import { checkPolicy, type Policy, type PolicyIssue } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { flatMeasures } from '../../src/rule/quantity.ts'
import * as testing from '../../src/testing/arbitrary/index.ts'

const area = { rule: 'atLeast', name: 'area', flat: 'area', asks: { fixed: 20 }, unit: 'm²' }
const size = {
  preference: 'closeTo',
  name: 'size',
  points: 100,
  flat: 'area',
  ideal: { fixed: 50 },
  unit: 'm²',
  perUnit: 2,
}
const bonus = { preference: 'bonus', name: 'bonus', points: 5, when: area }

const policyOf = (parts: object): Policy => ({
  name: 'P',
  version: '1',
  rules: [],
  ranking: [],
  preferences: [],
  ...parts,
})

const issuesOf = (parts: object, predicates?: ReadonlyArray<string>): ReadonlyArray<PolicyIssue> => {
  const checked = checkPolicy(policyOf(parts), predicates)
  return E.isLeft(checked) ? checked.left : []
}

describe('a good policy', () => {
  test('is handed back as it is', () => {
    fc.assert(
      fc.property(testing.policy({ predicates: ['near'] }), policy => {
        const checked = checkPolicy(policy, ['near'])
        expect(E.isRight(checked) && checked.right).toBe(policy)
      }),
    )
  })

  test.each<[string, object]>([
    [
      'money in either unit',
      {
        rules: [
          { ...area, flat: 'coldRent', unit: 'EUR' },
          { ...area, name: 'b', flat: 'grossColdRent', unit: 'cent' },
        ],
      },
    ],
    ['an amount for each person', { rules: [{ ...area, asks: { times: 9, of: 'persons', plus: -1 } }] }],
    [
      'gaps in a table, and a share of nothing',
      { rules: [{ ...area, asks: { byPersons: [null, 0, -1], eachFurther: 0, percent: 0 } }] },
    ],
    ['1,000,000 points', { preferences: [{ ...size, points: 999_995 }, bonus] }],
    ['no points', { preferences: [{ ...size, points: 0, perUnit: 0 }] }],
    [
      'a lottery at the end',
      {
        ranking: [
          { by: 'tier' },
          { by: 'persons', first: 'most' },
          { by: 'waitingSince' },
          { by: 'lottery', seed: -1 },
        ],
      },
    ],
    ['the rule of a bonus under any name', { rules: [area], preferences: [bonus] }],
  ])('may have %s', (_, parts) => {
    expect(issuesOf(parts)).toEqual([])
  })
})

test('a procedure that there is not', () => {
  expect(issuesOf({ procedure: 'in turn' })).toEqual([])
  expect(issuesOf({ procedure: 'by hand' })).toEqual([
    { path: ['procedure'], expected: 'in turn, or none', found: 'by hand' },
  ])
})

test('a quantity may be written in these units and no other', () => {
  const units = ['EUR', 'cent', 'm²', 'rooms', 'persons', 'days', 'floors']
  const allowed = (flat: string): ReadonlyArray<string> =>
    units.filter(unit => issuesOf({ rules: [{ ...area, flat, unit }] }).length === 0)
  expect(Object.fromEntries(Object.keys(flatMeasures).map(flat => [flat, allowed(flat)]))).toEqual({
    area: ['m²'],
    rooms: ['rooms'],
    bedrooms: ['rooms'],
    coldRent: ['EUR', 'cent'],
    grossColdRent: ['EUR', 'cent'],
    coldRentShare: ['EUR', 'cent'],
    grossColdRentShare: ['EUR', 'cent'],
    personsMax: ['persons'],
    contractMin: ['days'],
    contractMax: ['days'],
    floor: ['floors'],
    daysUntilFree: ['days'],
    daysAvailable: ['days'],
  })
})

describe('a policy is sent back for', () => {
  test.each<[string, object, PolicyIssue]>([
    [
      'a rule named twice',
      { rules: [area, { ...area, flat: 'rooms', unit: 'rooms' }] },
      { path: ['rules', 1, 'name'], expected: 'a name that occurs once', found: 'area' },
    ],
    [
      'a preference named like a rule',
      { rules: [area], preferences: [{ ...size, name: 'area' }] },
      { path: ['preferences', 0, 'name'], expected: 'a name that occurs once', found: 'area' },
    ],
    [
      'a unit that does not fit',
      { rules: [{ ...area, unit: 'EUR' }] },
      { path: ['rules', 0, 'unit'], expected: 'm²', found: 'EUR' },
    ],
    [
      'a unit that does not fit money',
      { rules: [{ ...area, flat: 'coldRent' }] },
      { path: ['rules', 0, 'unit'], expected: 'EUR or cent', found: 'm²' },
    ],
    [
      'a unit that does not fit an ideal',
      { preferences: [{ ...size, unit: 'days' }] },
      { path: ['preferences', 0, 'unit'], expected: 'm²', found: 'days' },
    ],
    [
      'a unit that does not fit in a bonus',
      { preferences: [{ ...bonus, when: { ...area, unit: 'days' } }] },
      { path: ['preferences', 0, 'when', 'unit'], expected: 'm²', found: 'days' },
    ],
    [
      'an empty table',
      { rules: [{ ...area, asks: { byPersons: [] } }] },
      { path: ['rules', 0, 'asks', 'byPersons'], expected: 'at least one entry', found: [] },
    ],
    [
      'an entry that is no number',
      { rules: [{ ...area, asks: { byPersons: [1, Infinity] } }] },
      { path: ['rules', 0, 'asks', 'byPersons', 1], expected: 'a finite number or null', found: Infinity },
    ],
    [
      'a limit that is no number',
      { rules: [{ ...area, asks: { fixed: Number.NaN } }] },
      { path: ['rules', 0, 'asks', 'fixed'], expected: 'a finite number', found: Number.NaN },
    ],
    [
      'a part that is no number',
      { rules: [{ ...area, asks: { times: 1, of: 'persons', plus: -Infinity } }] },
      { path: ['rules', 0, 'asks', 'plus'], expected: 'a finite number', found: -Infinity },
    ],
    [
      'a table that grows without end',
      { preferences: [{ ...size, ideal: { byPersons: [1], eachFurther: Infinity } }] },
      { path: ['preferences', 0, 'ideal', 'eachFurther'], expected: 'a finite number', found: Infinity },
    ],
    [
      'a negative share',
      { rules: [{ ...area, asks: { byPersons: [1], percent: -1 } }] },
      { path: ['rules', 0, 'asks', 'percent'], expected: 'a number from 0', found: -1 },
    ],
    [
      'no place to be near to',
      { preferences: [{ preference: 'near', name: 'n', points: 1, to: [], perKilometre: 1 }] },
      { path: ['preferences', 0, 'to'], expected: 'at least one place', found: [] },
    ],
    [
      'a slack gained at a negative rate',
      {
        preferences: [
          {
            preference: 'slack',
            name: 's',
            points: 1,
            limit: 'atMost',
            flat: 'area',
            asks: { fixed: 1 },
            unit: 'm²',
            perUnit: -1,
          },
        ],
      },
      { path: ['preferences', 0, 'perUnit'], expected: 'a number from 0', found: -1 },
    ],
    [
      'half a point',
      { preferences: [{ ...size, points: 0.5 }] },
      { path: ['preferences', 0, 'points'], expected: 'whole points from 0', found: 0.5 },
    ],
    [
      'negative points',
      { preferences: [size, { ...bonus, points: -1 }] },
      { path: ['preferences', 1, 'points'], expected: 'whole points from 0', found: -1 },
    ],
    [
      'points gained by distance',
      { preferences: [{ ...size, perUnit: -0.1 }] },
      { path: ['preferences', 0, 'perUnit'], expected: 'a number from 0', found: -0.1 },
    ],
    [
      'a distance that costs no number',
      { preferences: [{ ...size, perUnit: Infinity }] },
      { path: ['preferences', 0, 'perUnit'], expected: 'a number from 0', found: Infinity },
    ],
    [
      'too many points',
      { preferences: [{ ...size, points: 999_996 }, bonus] },
      { path: ['preferences'], expected: 'at most 1000000 points in total', found: 1_000_001 },
    ],
    [
      'a lottery too early',
      { ranking: [{ by: 'lottery', seed: 1 }, { by: 'tier' }] },
      { path: ['ranking', 0], expected: 'a lottery only at the end', found: { by: 'lottery', seed: 1 } },
    ],
    [
      'a second lottery',
      {
        ranking: [
          { by: 'lottery', seed: 1 },
          { by: 'lottery', seed: 2 },
        ],
      },
      { path: ['ranking', 0], expected: 'a lottery only at the end', found: { by: 'lottery', seed: 1 } },
    ],
    [
      'a seed that is not whole',
      { ranking: [{ by: 'lottery', seed: 0.5 }] },
      { path: ['ranking', 0, 'seed'], expected: 'a whole number', found: 0.5 },
    ],
  ])('%s', (_, parts, issue) => {
    expect(issuesOf(parts)).toEqual([issue])
  })

  test('a predicate that is not known, in a rule and in a bonus', () => {
    const near = { rule: 'where', name: 'near', predicate: 'near' }
    const parts = { rules: [near], preferences: [{ ...bonus, when: near }] }
    const unknown = (expected: string): ReadonlyArray<PolicyIssue> => [
      { path: ['rules', 0, 'predicate'], expected, found: 'near' },
      { path: ['preferences', 0, 'when', 'predicate'], expected, found: 'near' },
    ]
    expect(issuesOf(parts)).toEqual(unknown('no predicate, as none is known'))
    expect(issuesOf(parts, ['far', 'off'])).toEqual(unknown('one of far, off'))
    expect(issuesOf(parts, ['far', 'near'])).toEqual([])
  })

  test('everything at once, in the order of the document after the names', () => {
    const parts = {
      rules: [{ ...area, unit: 'days', asks: { byPersons: [], percent: Number.NaN } }],
      preferences: [{ ...size, name: 'area', points: -1, perUnit: Number.NaN }],
      ranking: [{ by: 'lottery', seed: Number.NaN }, { by: 'tier' }],
    }
    expect(issuesOf(parts).map(({ path }) => path.join('.'))).toEqual([
      'preferences.0.name',
      'rules.0.unit',
      'rules.0.asks.percent',
      'rules.0.asks.byPersons',
      'preferences.0.points',
      'preferences.0.perUnit',
      'ranking.0',
      'ranking.0.seed',
    ])
  })
})
