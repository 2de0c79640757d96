import {
  compilePolicy,
  type Flat,
  type Household,
  type IsoDay,
  judge,
  type Position,
  type Predicates,
  type Regime,
  type ResidenceDuty,
  type Rule,
  type Seeker,
} from 'einzug'
import { describe, expect, test } from 'vitest'
import { lists, words } from '../../src/rule/quantity.ts'
import { day, home, household } from './town.ts'

const one = (rest: Partial<Household>, regime: Regime = 'AsylbLG'): Seeker => {
  const seeker = household({ regime })
  return { ...seeker, household: { ...seeker.household, ...rest } }
}

/**
 * Holds a compiled rule against its verdicts pair by pair: as a rule, abstaining keeps a pair; as the condition of a
 * bonus it gives no points. Gives the verdicts that occurred.
 */
const verdictsOf = (
  rule: Rule,
  seekers: ReadonlyArray<Seeker>,
  flats: ReadonlyArray<Flat>,
  predicates: Predicates = {},
): ReadonlySet<string> => {
  const bonus = { preference: 'bonus', name: 'b', points: 7, when: rule } as const
  const policy = { name: 'P', version: '1', rules: [rule], ranking: [], preferences: [bonus] }
  const compiled = compilePolicy(policy, { seekers, flats, on: day, predicates })
  const seen = seekers.flatMap((seeker, h) => {
    const tags = flats.map(flat => judge(rule, seeker, flat, day, predicates)._tag)
    expect([...compiled.row(h)]).toEqual([...flats.keys()].filter(f => tags[f] !== 'Fails'))
    expect(flats.map((_, f) => compiled.allows(h, f))).toEqual(tags.map(tag => tag !== 'Fails'))
    expect(flats.map((_, f) => compiled.fit(h, f))).toEqual(tags.map(tag => (tag === 'Passes' ? 7 : 0)))
    return tags
  })
  return new Set(seen)
}

/** For everybody, for some regimes, for none. */
const some: ReadonlyArray<{ readonly for?: ReadonlyArray<Regime> }> = [{}, { for: ['SGB II'] }, { for: [] }]
const silence = [{}, { unstated: 'refuse' }, { unstated: 'allow' }] as const
const regimes: ReadonlyArray<Regime> = ['SGB II', 'none']

describe('a word that is looked up', () => {
  const named = [undefined, [], ['SGB II'], ['none', 'none', 'nowhere'], ['none', 'SGB II']] as const
  const seekers = regimes.flatMap(regime =>
    named.map(of =>
      one(
        of === undefined
          ? {}
          : {
              wishes: { districts: of, notDistricts: of },
              livesIn: of[0] === undefined ? {} : { schoolDistrict: of[0] },
            },
        regime,
      ),
    ),
  )
  // many of one kind, so that the few others are worth an index
  const flats = [
    ...Array.from({ length: 40 }, () => home({ schoolDistrict: 'else', municipality: 'else' })),
    ...regimes.flatMap(word => [
      home({ district: word, schoolDistrict: word, municipality: word }),
      home({ district: word, landlord: { regimes: [word] } }),
    ]),
  ]
  const known = Object.keys(lists) as ReadonlyArray<keyof typeof lists>

  test.each(Object.keys(words) as ReadonlyArray<keyof typeof words>)('%s, in any list', word => {
    for (const list of [...known, [], ['SGB II'], ['nowhere']])
      for (const rule of ['oneOf', 'noneOf'] as const)
        for (const regimes of some)
          for (const unstated of silence)
            verdictsOf({ rule, name: 'r', word, list, ...regimes, ...unstated }, seekers, flats)
  })

  test('and that a flat does not say: the rule may refuse or abstain', () => {
    const school = {
      name: 's',
      word: 'flat.schoolDistrict',
      list: 'household.schoolDistricts',
      unstated: 'allow',
    } as const
    for (const rule of ['oneOf', 'noneOf'] as const)
      expect(verdictsOf({ rule, ...school }, seekers, flats)).toEqual(
        new Set(['Passes', 'Abstains', 'Fails']),
      )
  })
})

describe('a duty to reside', () => {
  const until = '2017-01-01' as IsoDay
  const duty = (place: string, rest: Partial<ResidenceDuty> = {}): ResidenceDuty => ({
    scope: 'municipality',
    place,
    until,
    basis: '§ 12a (3) AufenthG',
    ...rest,
  })
  const bound: ReadonlyArray<ReadonlyArray<ResidenceDuty>> = [
    [],
    [duty('A')],
    [duty('A', { until: day })],
    [duty('A', { scope: 'land' })],
    [duty('A'), duty('B', { scope: 'county' })],
    [duty('A', { exemption: { ground: 'study', from: day } }), duty('B')],
  ]
  const seekers = regimes.flatMap(regime =>
    [...bound, ...bound].map(residenceDuties => one({ residenceDuties }, regime)),
  )
  const places = [{}, ...['A', 'B'].flatMap(of => [{ municipality: of }, { county: of }, { land: of }])]
  const flats = [...places, { municipality: 'A', county: 'B', land: 'A' }, ...places].map(home)

  test('is judged once for each two kinds of households and flats', () => {
    for (const regimes of some)
      for (const unstated of silence)
        verdictsOf({ rule: 'residenceDuty', name: 'r', ...regimes, ...unstated }, seekers, flats)
    const lenient: Rule = { rule: 'residenceDuty', name: 'r', unstated: 'allow' }
    expect(verdictsOf(lenient, seekers, flats)).toEqual(new Set(['Passes', 'Abstains', 'Fails']))
  })
})

test('rules of every other form, for some regimes only', () => {
  const seekers = regimes.flatMap(regime => [
    household({ regime }),
    household({ regime, persons: 2, needs: { stepFree: true } }),
    household({ regime, persons: 3 }),
  ])
  const flats = [home(), home({ bedrooms: 1, stepFree: true }), home({ bedrooms: 2, stepFree: false })]
  for (const regimes of some) {
    for (const unstated of silence) {
      const rest = { name: 'r', ...regimes, ...unstated }
      for (const rule of ['atLeast', 'atMost'] as const) {
        const asks = { sum: [{ byPersons: [1, 1.5, null] }, { fixed: 0.5 }] }
        verdictsOf({ ...rest, rule, flat: 'bedrooms', asks, unit: 'rooms' }, seekers, flats)
      }
      verdictsOf({ ...rest, rule: 'implies', household: 'needsStepFree', flat: 'stepFree' }, seekers, flats)
    }
    const predicates: Predicates = { light: (_, { bedrooms }) => bedrooms === 1 }
    const light: Rule = { rule: 'where', name: 'r', predicate: 'light', ...regimes }
    verdictsOf(light, seekers, flats, predicates)
  }
})

test('the way from a flat to places that are the same for all is reckoned once', () => {
  let read = 0
  const position: Position = {
    east: 7.28,
    get north() {
      read += 1
      return 51.83
    },
  }
  const near = {
    preference: 'near',
    name: 'n',
    points: 100,
    to: [{ north: 51.84, east: 7.28 }],
    perKilometre: 20,
  } as const
  const policy = { name: 'P', version: '1', rules: [], ranking: [], preferences: [near] }
  const seekers = [household(), household(), household()]
  const compiled = compilePolicy(policy, { seekers, flats: [home({ position })], on: day })
  const first = compiled.fit(0, 0)
  const once = read
  expect([first, compiled.fit(1, 0), compiled.fit(2, 0)]).toEqual([77, 77, 77])
  expect(read).toBe(once)
})
