import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import type * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import * as codecs from '../../../src/codec/index.ts'
import { digest } from '../../../src/domain/digest.ts'
import { units } from '../../../src/domain/flat.ts'
import type { FlatId, HouseholdId } from '../../../src/domain/id.ts'
import type { IsoDay, Person, PersonId } from '../../../src/domain/index.ts'
import { ageOn } from '../../../src/domain/index.ts'
import { checkPolicy, judge } from '../../../src/rule/index.ts'
import * as arbitrary from '../../../src/testing/arbitrary/index.ts'

const predicates = ['quiet']
const arbitraries: ReadonlyArray<readonly [string, fc.Arbitrary<unknown>, t.Mixed]> = [
  ['day', arbitrary.day(), codecs.IsoDay],
  ['id', arbitrary.id<FlatId>({ prefix: 'F' }), codecs.FlatId],
  ['person', arbitrary.person(), codecs.Person],
  ['household', arbitrary.household(), codecs.Household],
  ['large household', arbitrary.household({ minPersons: 10, maxPersons: 20 }), codecs.Household],
  ['seeker', arbitrary.seeker(), codecs.Seeker],
  ['regime', arbitrary.regime(), codecs.Regime],
  ['flat', arbitrary.flat(), codecs.Flat],
  ['flat by rooms', arbitrary.flat({ byRooms: true }), codecs.Flat],
  ['site', arbitrary.site(), codecs.Site],
  ['rule', arbitrary.rule({ predicates }), codecs.Rule],
  ['preference', arbitrary.preference({ predicates }), codecs.Preference],
  ['policy', arbitrary.policy({ predicates }), codecs.Policy],
  ['event', arbitrary.event(), codecs.HousingEvent],
  ['recorded', arbitrary.recorded(), codecs.Recorded],
]

/** Everything that a failing property shows on its way to the smallest counterexample. */
const withShrinks = (values: fc.Arbitrary<unknown>): ReadonlyArray<unknown> => {
  const seen: Array<unknown> = []
  for (let run = 0; run < 20; run++) {
    // refuses all but the first values, so that shrinking takes many ways
    const weight = (value: unknown) => JSON.stringify(value).length % 7
    fc.check(
      fc.property(values, value => {
        seen.push(value)
        return weight(value) > run % 7
      }),
    )
  }
  return seen
}

describe.each(arbitraries)('%s', (_, values, codec) => {
  test('every value and every shrink of it is read by its codec, unchanged', () => {
    for (const value of withShrinks(values)) {
      expect(codecs.decode(codec)(value)).toStrictEqual(E.right(value))
    }
  })
})

const smallest = (values: fc.Arbitrary<unknown>): unknown =>
  fc.check(fc.property(values, () => false)).counterexample?.[0]

const sample = <A>(values: fc.Arbitrary<A>): ReadonlyArray<A> => fc.sample(values, 2000)

describe('day', () => {
  test('comes from its window, both ends included', () => {
    const [min, max] = ['2016-02-28', '2016-03-01'] as [IsoDay, IsoDay]
    expect([...new Set(sample(arbitrary.day({ min, max })))].sort()).toEqual([min, '2016-02-29', max])
    const days = [...sample(arbitrary.day())].sort()
    expect([days[0], days.at(-1)]).toEqual(['2010-01-01', '2030-12-31'])
  })

  test('shrinks towards the beginning', () => {
    expect(smallest(arbitrary.day())).toBe('2010-01-01')
    expect(smallest(arbitrary.day({ min: '2016-03-01' as IsoDay }))).toBe('2016-03-01')
  })
})

describe('id', () => {
  test('is numbered, and awkward one time in ten', () => {
    const ids = sample(arbitrary.id<HouseholdId>({ prefix: 'H', max: 99 }))
    const plain = ids.filter(id => /^H\d{1,2}$/.test(id))
    expect(plain.length / ids.length).toBeGreaterThan(0.8)
    expect(plain.length / ids.length).toBeLessThan(0.97)
    expect(ids).toContain('__proto__')
    expect(ids.some(id => /[^\x20-\xFF]/.test(id))).toBe(true)
    expect(ids.filter(id => Array.from(id).length > 100)).toEqual([])
  })

  test('is plain where it shall be', () => {
    const ids = sample(arbitrary.id<HouseholdId>({ prefix: 'H', max: 3, awkward: false }))
    expect([...new Set<string>(ids)].sort()).toEqual(['H0', 'H1', 'H2', 'H3'])
  })

  test('shrinks towards number 0', () => {
    expect(smallest(arbitrary.id<HouseholdId>({ prefix: 'H' }))).toBe('H0')
  })
})

describe('household', () => {
  const households = sample(arbitrary.household())
  const byId = (members: ReadonlyArray<Person>) => new Map(members.map(each => [each.id, each]))

  test('is mostly small and has every size up to twelve', () => {
    const sizes = households.map(({ members }) => members.length)
    expect([...new Set(sizes)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(sizes.filter(size => size <= 4).length / sizes.length).toBeGreaterThan(0.7)
  })

  test('has the size asked for', () => {
    const sizesOf = (min: number, max?: number) =>
      [
        ...new Set(
          sample(
            arbitrary.household({ minPersons: min, ...(max === undefined ? {} : { maxPersons: max }) }),
          ).map(({ members }) => members.length),
        ),
      ].sort((a, b) => a - b)
    expect(sizesOf(2, 3)).toEqual([2, 3])
    expect(sizesOf(3, 6)).toEqual([3, 4, 5, 6])
    expect(sizesOf(14)).toEqual([14])
    expect(sizesOf(1, 40).at(-1)).toBe(40)
  })

  test('calls its members by its own id and a number', () => {
    for (const { id, members } of households) {
      expect(members.map(each => each.id)).toEqual(members.map((_, at) => `${id}/${at + 1}`))
    }
  })

  test('partners are two adult members of each other, and some are', () => {
    const partnered = households.flatMap(({ members }) =>
      members
        .filter(each => each.partner !== undefined)
        .map(each => {
          const partner = byId(members).get(each.partner as PersonId)
          expect(partner?.partner).toBe(each.id)
          expect(partner).not.toBe(each)
          return members.filter(other => other.partner !== undefined).length
        }),
    )
    expect(new Set(partnered)).toEqual(new Set([2]))
  })

  test('two adults may also be no partners', () => {
    const two = sample(arbitrary.household({ minPersons: 2, maxPersons: 2, known: ['group'] }))
    const adults = two.filter(({ members }) =>
      members.every(({ age }) => age.known === 'group' && age.group !== 'child'),
    )
    expect(new Set(adults.map(({ members }) => members[0].partner !== undefined))).toEqual(
      new Set([true, false]),
    )
  })

  test('parents are members at least 15 years older; some have one, some two', () => {
    const on = '2017-01-01' as IsoDay
    const known = sample(arbitrary.household({ known: ['birth', 'years'] }))
    const counts = known.flatMap(({ members }) =>
      members.flatMap(({ age, parents = [] }) => {
        for (const parent of parents) {
          const older = byId(members).get(parent)?.age
          // a birthday lies up to a year back
          expect((older && ageOn(older, on)) ?? 0).toBeGreaterThanOrEqual((ageOn(age, on) ?? 0) + 14)
        }
        return parents.length
      }),
    )
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]))
  })

  test('ages are known in all three ways, or as asked for; on the day they are 0 to 95 years', () => {
    const ages = households.flatMap(({ members }) => members.map(({ age }) => age))
    expect(new Set(ages.map(({ known }) => known))).toEqual(new Set(['birth', 'years', 'group']))
    expect(new Set(ages.flatMap(age => (age.known === 'group' ? [age.group] : [])))).toEqual(
      new Set(['child', 'adult', 'senior']),
    )
    const on = '2020-02-29' as IsoDay
    for (const { members } of sample(arbitrary.household({ on, known: ['birth'] }))) {
      for (const { age } of members) {
        expect(age.known).toBe('birth')
        expect(ageOn(age, on)).toBeGreaterThanOrEqual(0)
        expect(ageOn(age, on)).toBeLessThanOrEqual(96)
      }
    }
    const years = sample(arbitrary.person({ on, known: ['years'] })).map(({ age }) => age)
    expect(new Set(years.map(age => age.known === 'years' && age.on))).toEqual(new Set([on]))
  })

  test('somebody of a group is of the age of that group', () => {
    const groups = sample(arbitrary.person({ known: ['group'] })).map(({ age }) => age)
    expect(groups.filter(age => age.known === 'group' && age.group === 'senior').length).toBeLessThan(500)
    expect(groups.filter(age => age.known === 'group' && age.group === 'child').length).toBeGreaterThan(500)
  })

  test('needs, wishes and the present home are stated or not, key by key', () => {
    for (const key of ['needs', 'wishes', 'livesIn'] as const) {
      const stated = households.flatMap(each => (each[key] === undefined ? [] : [each[key]]))
      expect(stated.length).toBeGreaterThan(0)
      expect(stated.length).toBeLessThan(households.length)
      const keys = new Set(stated.flatMap(each => Object.keys(each)))
      const known = {
        needs: ['tier', 'stepFree', 'pets'],
        wishes: ['districts', 'notDistricts'],
        livesIn: ['bedrooms', 'rooms', 'area', 'schoolDistrict'],
      }
      expect(keys).toEqual(new Set(known[key]))
    }
  })

  test('wishes are of the districts given', () => {
    const wished = sample(arbitrary.household({ districts: ['Rorup', 'Merfeld'] })).flatMap(({ wishes }) => [
      ...(wishes?.districts ?? []),
      ...(wishes?.notDistricts ?? []),
    ])
    expect(new Set(wished)).toEqual(new Set(['Rorup', 'Merfeld']))
  })

  test('shrinks towards one adult of whom nothing more is known', () => {
    expect(smallest(arbitrary.household({ known: ['group'] }))).toEqual({
      id: 'H0',
      members: [{ id: 'H0/1', age: { known: 'group', group: 'adult' } }],
    })
  })
})

describe('flat', () => {
  const flats = sample(arbitrary.flat())

  test('is of a likely size and price', () => {
    for (const { area, rooms, rent } of flats) {
      expect(rooms).toBeGreaterThanOrEqual(1)
      expect(rooms).toBeLessThanOrEqual(8)
      expect(area).toBeGreaterThanOrEqual(28)
      expect(area).toBeLessThanOrEqual(300)
      expect(rent.cold / area).toBeGreaterThan(399)
      expect(rent.cold / area).toBeLessThan(1501)
    }
    expect(flats.some(({ rooms }) => !Number.isInteger(rooms))).toBe(true)
  })

  test('has at most its rooms as bedrooms and rooms to let; one in five is let by rooms', () => {
    for (const { rooms, bedrooms = 0, roomsLet = 1 } of flats) {
      expect(bedrooms).toBeLessThanOrEqual(rooms)
      expect(roomsLet).toBeLessThanOrEqual(rooms)
    }
    const byRooms = flats.filter(({ roomsLet }) => roomsLet !== undefined).length / flats.length
    expect(byRooms).toBeGreaterThan(0.1)
    expect(byRooms).toBeLessThan(0.3)
    expect(sample(arbitrary.flat({ byRooms: true })).every(({ roomsLet }) => roomsLet !== undefined)).toBe(
      true,
    )
    expect(sample(arbitrary.flat({ byRooms: false })).every(each => units(each) === 1)).toBe(true)
  })

  test('every optional field is stated or not', () => {
    const fields = [
      ...(['bedrooms', 'floor', 'lift', 'stepFree', 'petsAllowed', 'roomsLet'] as const),
      ...(['availableFrom', 'availableUntil', 'landlord'] as const),
      ...(['municipality', 'county', 'land', 'schoolDistrict', 'position'] as const),
    ]
    const shares = fields.map(field => flats.filter(each => field in each).length / flats.length)
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.1)
      expect(share).toBeLessThan(0.9)
    }
    const rents = new Set(flats.map(({ rent }) => Object.keys(rent).join()))
    expect(rents).toEqual(
      new Set(['cold', 'cold,serviceCharges', 'cold,heating', 'cold,serviceCharges,heating']),
    )
    const conditions = new Set(flats.flatMap(({ landlord = {} }) => Object.keys(landlord)))
    expect(conditions).toEqual(new Set(['personsMax', 'regimes', 'daysMin', 'daysMax']))
  })

  test('is available in the window given, and lies in the districts given', () => {
    const [min, max] = ['2016-01-01', '2016-06-30'] as [IsoDay, IsoDay]
    const some = sample(arbitrary.flat({ available: { min, max }, districts: ['Rorup'] }))
    const days = some.flatMap(({ availableFrom }) => availableFrom ?? [])
    expect(days.every(day => min <= day && day <= max)).toBe(true)
    const ends = some.flatMap(({ availableUntil }) => availableUntil ?? [])
    expect(ends.every(day => min <= day && day <= '2020-08-08')).toBe(true)
    expect(new Set(some.map(({ district }) => district))).toEqual(new Set(['Rorup']))
  })

  test('shrinks towards a small, cheap flat', () => {
    expect(smallest(arbitrary.flat())).toEqual({
      id: 'F0',
      district: 'Mitte',
      area: 28,
      rooms: 1,
      rent: { cold: 11_200 },
    })
  })
})

test('sites are of both kinds and of the size allowed', () => {
  const sites = sample(arbitrary.site({ maxPlaces: 3, districts: ['Rorup'] }))
  expect(new Set(sites.map(({ places }) => places))).toEqual(new Set([1, 2, 3]))
  expect(new Set(sites.map(({ kind }) => kind))).toEqual(new Set(['municipal', 'reception']))
  expect(new Set(sites.map(({ district }) => district))).toEqual(new Set(['Rorup', undefined]))
  expect(smallest(arbitrary.site())).toEqual({ id: 'S0', kind: 'municipal', places: 1 })
})

describe('policy', () => {
  const policies = sample(arbitrary.policy({ predicates }))
  const rules = policies.flatMap(policy => policy.rules)

  test('passes the check of policies', () => {
    for (const policy of policies) expect(checkPolicy(policy, predicates)).toEqual(E.right(policy))
    for (const policy of sample(arbitrary.policy())) expect(checkPolicy(policy)).toEqual(E.right(policy))
  })

  test('has rules of every form and amounts of every form, with and without what is optional', () => {
    const of = (values: ReadonlyArray<object>) => new Set(values.map(each => Object.keys(each).sort().join()))
    const asks = rules.flatMap(rule => (rule.rule === 'atLeast' || rule.rule === 'atMost' ? [rule.asks] : []))
    expect(new Set(rules.map(({ rule }) => rule)).size).toBe(7)
    expect(of(asks)).toEqual(
      new Set([
        ...['standard', 'sum', 'fixed', 'of,times', 'of,plus,times', 'byPersons', 'byPersons,eachFurther'],
        ...['byPersons,percent', 'byPersons,eachFurther,percent'],
      ]),
    )
    const unstated = rules.flatMap(rule => ('unstated' in rule ? [rule.unstated] : []))
    expect(new Set(unstated)).toEqual(new Set(['refuse', 'allow']))
    expect(asks.some(ask => 'byPersons' in ask && ask.byPersons.includes(null))).toBe(true)
  })

  test('looks words up where they can be found, in lists known and written out', () => {
    const pairs = rules.flatMap(rule =>
      rule.rule === 'oneOf' || rule.rule === 'noneOf'
        ? [`${rule.word} ${typeof rule.list === 'string' ? rule.list : '[]'}`]
        : [],
    )
    expect([...new Set(pairs)].sort()).toEqual([
      'flat.district []',
      'flat.district household.districts',
      'flat.district household.notDistricts',
      'flat.municipality []',
      'flat.schoolDistrict []',
      'flat.schoolDistrict household.schoolDistricts',
      'household.regime []',
      'household.regime flat.regimes',
    ])
  })

  test('has preferences of every form', () => {
    const forms = policies.flatMap(each => each.preferences.map(({ preference }) => preference))
    expect([...new Set(forms)].sort()).toEqual(['bonus', 'closeTo', 'language', 'near', 'slack'])
  })

  test('comes to every verdict of every form of rule, with households and flats of any kind', () => {
    const pairs = fc.tuple(
      arbitrary.rule({ predicates }),
      arbitrary.seeker(),
      arbitrary.flat(),
      arbitrary.day(),
    )
    const verdicts = fc.sample(pairs, 20_000).map(([rule, seeker, flat, on]) => {
      const verdict = judge(rule, seeker, flat, on, { quiet: (_, { stepFree }) => stepFree === true })
      return `${rule.rule}: ${verdict._tag === 'Abstains' ? verdict.because : verdict._tag}`
    })
    const of = (forms: ReadonlyArray<string>, ...ends: ReadonlyArray<string>) =>
      forms.flatMap(form => [...ends, 'Passes', 'Fails', 'other regimes'].map(end => `${form}: ${end}`))
    const silent = 'flat does not say'
    expect([...new Set(verdicts)].sort()).toEqual(
      [
        ...of(['atLeast', 'atMost'], silent, 'limit not stated', 'household does not say'),
        ...of(['oneOf', 'noneOf', 'implies', 'residenceDuty'], silent),
        ...of(['where']),
      ].sort(),
    )
  })

  test('counts its rules and preferences; a bonus and its rule have one name', () => {
    for (const { rules, preferences } of policies) {
      expect(rules.map(({ name }) => name)).toEqual(rules.map((_, at) => `Rule ${at + 1}`))
      expect(preferences.map(({ name }) => name)).toEqual(preferences.map((_, at) => `Preference ${at + 1}`))
      for (const each of preferences) if (each.preference === 'bonus') expect(each.when.name).toBe(each.name)
    }
    for (const each of sample(arbitrary.preference())) {
      if (each.preference === 'bonus') expect(each.when.name).toBe(each.name)
    }
  })

  test('is as large as allowed', () => {
    const most = (...counts: ReadonlyArray<number>) => Math.max(...counts)
    expect(most(...policies.map(each => each.rules.length))).toBe(5)
    expect(most(...policies.map(each => each.preferences.length))).toBe(4)
    const small = sample(arbitrary.policy({ maxRules: 1, maxPreferences: 2, maxPoints: 3 }))
    expect(most(...small.map(each => each.rules.length))).toBe(1)
    expect(most(...small.map(each => each.preferences.length))).toBe(2)
    expect(most(...small.flatMap(each => each.preferences.map(({ points }) => points)))).toBe(3)
  })

  test('ranks weakly or strictly, as asked for', () => {
    const drawn = (strict?: boolean) =>
      new Set(
        sample(arbitrary.policy(strict === undefined ? {} : { strict })).map(
          ({ ranking }) => ranking.filter(({ by }) => by === 'lottery').length,
        ),
      )
    expect(drawn()).toEqual(new Set([0, 1]))
    expect(drawn(true)).toEqual(new Set([1]))
    expect(drawn(false)).toEqual(new Set([0]))
    const steps = new Set(
      sample(arbitrary.rankingSteps()).flatMap(each =>
        each.map(step => JSON.stringify(step.by === 'points' ? { by: step.by } : step).replace(/\d+/, '1')),
      ),
    )
    expect([...steps].sort()).toEqual([
      '{"by":"lottery","seed":1}',
      '{"by":"persons","first":"fewest"}',
      '{"by":"persons","first":"most"}',
      '{"by":"points"}',
      '{"by":"tier"}',
      '{"by":"waitingSince"}',
    ])
  })

  test('names no predicate that nobody supplies', () => {
    expect(sample(arbitrary.rule()).filter(({ rule }) => rule === 'where')).toEqual([])
  })

  test('shrinks towards one that allows everything', () => {
    expect(smallest(arbitrary.policy())).toEqual({
      name: 'NRW 2016',
      version: '1',
      rules: [],
      ranking: [],
      preferences: [],
    })
  })
})

describe('event', () => {
  test('is of any type, or of the types asked for', () => {
    expect(new Set(sample(arbitrary.event()).map(({ type }) => type)).size).toBe(24)
    const some = sample(arbitrary.event({ types: ['StayEnded', 'SiteClosed'] }))
    expect(new Set(some.map(({ type }) => type))).toEqual(new Set(['StayEnded', 'SiteClosed']))
  })

  test('an adopted policy bears its digest', () => {
    for (const { data } of fc.sample(arbitrary.event({ types: ['PolicyAdopted'] }), 100)) {
      expect(data.digest).toBe(digest(data.policy))
    }
  })

  test('a correction ends or goes on', () => {
    const ends = sample(arbitrary.event({ types: ['TenancyCorrected'] })).map(({ data }) => data.until)
    expect(ends).toContain(null)
    expect(ends.some(end => end !== null)).toBe(true)
  })
})
