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

describe('among many flats, of which one rule leaves few', () => {
  const names = Object.keys(predicates)
  const few = <A>(each: fc.Arbitrary<A>) => fc.array(each, { minLength: 1, maxLength: 6 })
  const many = fc.array(testing.flat(), { minLength: 1, maxLength: 120, size: 'max' })

  test('the row of a household holds those that its rules allow one by one', () => {
    fc.assert(
      fc.property(
        testing.policy({ predicates: names }),
        few(testing.seeker()),
        many,
        (policy, seekers, flats) => {
          const { row } = compilePolicy(policy, { seekers, flats, on: day, predicates })
          for (const [h, seeker] of seekers.entries()) {
            const fails = (flat: Flat) => (rule: Rule) =>
              judge(rule, seeker, flat, day, predicates)._tag === 'Fails'
            const allowed = [...flats.keys()].filter(f => !policy.rules.some(fails(flats[f] as Flat)))
            expect([...row(h)]).toEqual(allowed)
          }
        },
      ),
    )
  })

  const flats = Array.from({ length: 100 }, (_, k) =>
    home({ district: ['A', 'B', 'C'][k % 20] ?? 'D', area: 10 + ((k * 37) % 100) }),
  )
  const areasFrom = (least: number) => [...flats.keys()].filter(f => (flats[f] as Flat).area >= least)
  const among = (seeker: Seeker, ...rules: ReadonlyArray<Rule>): ReadonlyArray<number> => [
    ...compilePolicy(policyOf(...rules), {
      seekers: [seeker, household({ persons: 2 }), household({ persons: 3 })],
      flats,
      on: day,
    }).row(0),
  ]

  test.each([
    ['all', 10],
    ['so many that they are looked at in order', 97],
    ['so few that they are sorted', 98],
    ['one', 109],
    ['none', 110],
  ])('%s', (_, area) => {
    const asks = { byPersons: [area, 104, 107] }
    const least: Rule = { rule: 'atLeast', name: 'l', flat: 'area', asks, unit: 'm²' }
    expect(among(household(), least)).toEqual(areasFrom(area))
  })

  test('districts wanted and all others refused, named once or twice, in any order', () => {
    const wanted: Rule = { rule: 'oneOf', name: 'w', word: 'flat.district', list: 'household.districts' }
    const refused: Rule = { rule: 'noneOf', name: 'r', word: 'flat.district', list: 'household.notDistricts' }
    const inA = [0, 20, 40, 60, 80]
    const inC = [2, 22, 42, 62, 82]
    const both = [0, 2, 20, 22, 40, 42, 60, 62, 80, 82]
    const ask = (wishes: Seeker['household']['wishes']) =>
      among(household({ wishes: { ...wishes } }), wanted, refused)
    expect(ask({ districts: ['A', 'A', 'nowhere'] })).toEqual(inA)
    expect(ask({ notDistricts: ['D', 'A', 'B', 'B', 'nowhere'] })).toEqual(inC)
    expect(ask({ districts: ['nowhere'] })).toEqual([])
    expect(ask({ districts: ['C', 'A'] })).toEqual(both)
    expect(ask({ districts: ['C', 'A'], notDistricts: ['C'] })).toEqual(inA)
    expect(ask({ districts: [], notDistricts: [] })).toHaveLength(100)
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

  test('gives the flats of a row, ascending', () => {
    expect(compiled.row(0)).toEqual(Int32Array.of(0))
    expect(compiled.row(2)).toEqual(Int32Array.of(2))
    const all = compilePolicy(policyOf(), { seekers, flats, on: day })
    expect(all.row(2)).toEqual(Int32Array.of(0, 1, 2, 3))
    expect(all.fit(0, 0)).toBe(0)
  })

  test('writes the points of flats to the front, in their order, and nowhere else', () => {
    const preferences = [
      { preference: 'bonus', name: 'cap', points: 7, when: cap },
      {
        preference: 'closeTo',
        name: 'c',
        points: 50,
        flat: 'area',
        ideal: { fixed: 60 },
        unit: 'm²',
        perUnit: 1,
      },
    ] as const
    const scored = compilePolicy({ ...policyOf(), preferences }, { seekers, flats, on: day })
    const into = new Int32Array(5).fill(-7)
    scored.fits(0, Int32Array.of(3, 0, 1), into)
    expect([...into]).toEqual([9 + 7, 10 + 7, 30, -7, -7])
    expect(flats.map((_, f) => scored.fit(1, f))).toEqual([17, 37, 50, 16])
    expect(flats.map((_, f) => scored.fit(2, f))).toEqual([10, 30, 50, 9]) // no cap is stated for three
  })

  describe('asks a predicate, flat by flat in their order, only about those that all other rules allow', () => {
    const where: Rule = { rule: 'where', name: 'w', predicate: 'seen' }
    const asked = (...rules: ReadonlyArray<Rule>): ReadonlyArray<number> => {
      const areas: Array<number> = []
      const seen: Predicates = { seen: (_, { area }) => areas.push(area) > 0 }
      const { row } = compilePolicy(policyOf(...rules), { seekers, flats, on: day, predicates: seen })
      row(0)
      return areas
    }

    test('wherever it stands among them', () => {
      expect(asked(cap, where)).toEqual([20, 19])
      expect(asked(where, cap)).toEqual([20, 19])
      expect(asked(where)).toEqual([20, 40, 60, 19])
    })

    test('and the predicates before it', () => {
      const none: Rule = { rule: 'where', name: 'n', predicate: 'nobody supplied it' }
      expect(asked(none, where)).toEqual([])
      expect(asked(where, none)).toEqual([20, 40, 60, 19])
    })

    test('and for each household, though they ask the same', () => {
      const seen: Array<string> = []
      const two = ['H1', 'H2'].map(id => ({ ...household(), household: { ...household().household, id } }))
      const { row } = compilePolicy(policyOf(where), {
        seekers: two as unknown as ReadonlyArray<Seeker>,
        flats,
        on: day,
        predicates: {
          seen: ({ household: { id } }, { area }) => seen.push(id) > 0 && id === 'H2' && area > 20,
        },
      })
      expect([row(0), row(1)]).toEqual([Int32Array.of(), Int32Array.of(1, 2)])
      expect(seen).toEqual(['H1', 'H1', 'H1', 'H1', 'H2', 'H2', 'H2', 'H2'])
    })
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
    const counts = seekers.map((_, h) => compiled.row(h).length)
    expect([seekers.length, flats.length]).toEqual([329, 230])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(27_737)
    expect(Math.min(...counts)).toBeGreaterThan(0)
  })
})
