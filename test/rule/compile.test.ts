import { compilePolicy, type Flat, judge, type Policy, type Predicates, type Rule, type Seeker } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as testing from '../../src/testing/arbitrary/index.ts'
import { policyLaws } from '../../src/testing/rule-laws.ts'
import { sharedDataIsThere, sharedRows } from '../support/shared-data.ts'
import { day, home, household } from './town.ts'

const policyOf = (...rules: ReadonlyArray<Rule>): Policy => ({
  name: 'P',
  version: '1',
  rules,
  ranking: [],
  preferences: [],
})

const predicates: Predicates = {
  'as many rooms as persons': ({ household }, { rooms }) => rooms >= household.members.length,
  'waiting since an even day': ({ waitingSince }, _, on) =>
    Number(waitingSince.slice(-2)) % 2 === 0 && on > waitingSince,
}

describe('every policy keeps the laws', () => {
  const laws = policyLaws(policyOf(), { seekers: testing.seeker(), flats: testing.flat() })
  const names = Object.keys(laws) as ReadonlyArray<keyof typeof laws>

  test.each(names)('%s', name => {
    fc.assert(
      fc.property(testing.policy({ predicates: Object.keys(predicates) }), policy => {
        const { [name]: law } = policyLaws(policy, {
          seekers: testing.seeker(),
          flats: testing.flat(),
          predicates,
        })
        fc.assert(law, { numRuns: 10 })
      }),
    )
  })
})

describe('lists that only look alike', () => {
  const field = (seekers: ReadonlyArray<Seeker>, flats: ReadonlyArray<Flat>) => ({ seekers, flats, on: day })

  test('are told apart', () => {
    const wanted: Rule = { rule: 'oneOf', name: 'w', word: 'flat.district', list: 'household.districts' }
    const wishing = (...districts: ReadonlyArray<string>) => household({ wishes: { districts } })
    const seekers = [
      wishing('A,B'),
      wishing('A', 'B'),
      wishing('A","B'),
      wishing(),
      household(),
      wishing('__proto__'),
    ]
    const flats = ['A', 'B', 'A,B', 'A","B', '__proto__', 'A'].map(district => home({ district }))
    const { allows } = compilePolicy(policyOf(wanted), field(seekers, flats))
    const table = seekers.map((_, h) => flats.map((_, f) => Number(allows(h, f))).join(''))
    expect(table).toEqual(['001000', '110001', '000100', '111111', '111111', '000010'])
  })

  test('both sides of a pair may hold the word', () => {
    for (const list of [
      'flat.regimes',
      'household.districts',
      'household.notDistricts',
      ['SGB II'],
    ] as const) {
      for (const word of ['flat.district', 'household.regime'] as const) {
        for (const rule of ['oneOf', 'noneOf'] as const) {
          const seekers = (['SGB II', 'none'] as const).flatMap(regime =>
            [['SGB II'], ['none'], []].map(some =>
              household({ regime, wishes: { districts: some, notDistricts: [...some, 'x'] } }),
            ),
          )
          const flats = (['SGB II', 'none'] as const).flatMap(district => [
            home({ district }),
            home({ district, landlord: { regimes: [district] } }),
          ])
          const one: Rule = { rule, name: 'one', word, list }
          const { allows } = compilePolicy(policyOf(one), field(seekers, flats))
          for (const [h, seeker] of seekers.entries())
            for (const [f, flat] of flats.entries())
              expect(allows(h, f)).toBe(judge(one, seeker, flat, day)._tag !== 'Fails')
        }
      }
    }
  })
})

describe('a compiled policy', () => {
  const cap: Rule = {
    rule: 'atMost',
    name: 'cap',
    flat: 'coldRent',
    asks: { byPersons: [351, 425] },
    unit: 'EUR',
  }
  const size: Rule = {
    rule: 'atLeast',
    name: 'size',
    flat: 'area',
    asks: { times: 20, of: 'persons' },
    unit: 'm²',
  }
  const seekers = [household(), household({ persons: 2 }), household({ persons: 3 })]
  const flats = [
    home({ rent: { cold: 35_100 }, area: 20 }),
    home({ rent: { cold: 35_101 }, area: 40 }),
    home({ rent: { cold: 99_900 }, area: 60 }),
    home({ rent: { cold: 1 }, area: 19 }),
  ]
  const compiled = compilePolicy(policyOf(cap, size), { seekers, flats, on: day })

  test('says which rules fail', () => {
    expect(flats.map((_, f) => compiled.failing(0, f))).toEqual([[], [0], [0], [1]])
    expect(flats.map((_, f) => compiled.failing(1, f))).toEqual([[1], [], [0], [1]])
    expect(flats.map((_, f) => compiled.failing(2, f))).toEqual([[1], [1], [], [1]])
  })

  test('writes the flats of a row to the front, ascending, and nowhere else', () => {
    const into = new Int32Array(6).fill(-7)
    expect(compiled.row(0, into)).toBe(1)
    expect(into[0]).toBe(0)
    expect([...into.subarray(4)]).toEqual([-7, -7])
    const all = compilePolicy(policyOf(), { seekers, flats, on: day })
    expect(all.row(2, into)).toBe(4)
    expect([...into]).toEqual([0, 1, 2, 3, -7, -7])
    expect(all.fit(0, 0)).toBe(0)
  })

  test('asks a predicate only about flats that the rules before it allow', () => {
    const asked: Array<number> = []
    const where: Rule = { rule: 'where', name: 'w', predicate: 'seen' }
    const seen: Predicates = { seen: (_, { area }) => asked.push(area) > 0 }
    const { row } = compilePolicy(policyOf(cap, where), { seekers, flats, on: day, predicates: seen })
    expect(row(0, new Int32Array(4))).toBe(2)
    expect(asked).toEqual([20, 19])
  })
})

describe.skipIf(!sharedDataIsThere)('real cases and flats', () => {
  test('329 × 230 under the three rules of 2016: 27,737 pairs, at least one for every case', () => {
    const seekers = sharedRows('households/hias_fy17_cases_329.csv').map(row =>
      household({
        persons: ['children', 'adults', 'seniors'].reduce(
          (sum, group) => sum + Number(row[`number of ${group}`]),
          0,
        ),
      }),
    )
    const flats = sharedRows('flats/nrw_flats_230.csv').map(({ livingSpace, rent }) =>
      home({ area: Number(livingSpace), rent: { cold: Math.round(Number(rent) * 100) } }),
    )
    const compiled = compilePolicy(
      policyOf(
        {
          rule: 'atMost',
          name: 'cap',
          flat: 'coldRent',
          asks: { byPersons: [351, 425, 506, 591, 675], eachFurther: 81, percent: 110 },
          unit: 'EUR',
        },
        { rule: 'atLeast', name: 'least', flat: 'area', asks: { times: 9, of: 'persons' }, unit: 'm²' },
        {
          rule: 'atMost',
          name: 'most',
          flat: 'area',
          asks: { byPersons: [50], eachFurther: 15 },
          unit: 'm²',
        },
      ),
      { seekers, flats, on: day },
    )
    const counts = seekers.map((_, h) => compiled.row(h, new Int32Array(flats.length)))
    expect([seekers.length, flats.length]).toEqual([329, 230])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(27_737)
    expect(Math.min(...counts)).toBeGreaterThan(0)
  })
})
