import {
  type Comparison,
  type Flat,
  type Implication,
  judge,
  type Membership,
  type Predicates,
  type Rule,
} from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as testing from '../../src/testing/arbitrary/index.ts'
import { day, home, household } from './town.ts'

const passes = { _tag: 'Passes' }
const unsaid = { _tag: 'Abstains', because: 'flat does not say' }

describe('a comparison', () => {
  const atLeast: Comparison = {
    rule: 'atLeast',
    name: 'area',
    flat: 'area',
    asks: { fixed: 48.3 },
    unit: 'm²',
  }
  const atMost: Comparison = { ...atLeast, rule: 'atMost' }

  test('passes at the limit, and on its side of it', () => {
    for (const area of [48.3, 48.4]) expect(judge(atLeast, household(), home({ area }), day)).toEqual(passes)
    for (const area of [48.3, 48.2]) expect(judge(atMost, household(), home({ area }), day)).toEqual(passes)
  })

  test('fails beyond it by the difference, in decimals', () => {
    expect(judge(atLeast, household(), home({ area: 48.2 }), day)).toEqual({
      _tag: 'Fails',
      asked: 48.3,
      found: 48.2,
      shortfall: { amount: 0.1, unit: 'm²' },
    })
    expect(judge(atMost, household(), home({ area: 48.304 }), day)).toEqual({
      _tag: 'Fails',
      asked: 48.3,
      found: 48.304,
      shortfall: { amount: 0.004, unit: 'm²' },
    })
  })

  test('money written in euros is judged in cents', () => {
    const cap: Comparison = {
      rule: 'atMost',
      name: 'cap',
      flat: 'coldRent',
      asks: { fixed: 425.5 },
      unit: 'EUR',
    }
    expect(judge(cap, household(), home({ rent: { cold: 42_550 } }), day)).toEqual(passes)
    expect(judge(cap, household(), home({ rent: { cold: 42_551 } }), day)).toEqual({
      _tag: 'Fails',
      asked: 42_550,
      found: 42_551,
      shortfall: { amount: 1, unit: 'cent' },
    })
  })

  test('found = asked ± shortfall, digit by digit', () => {
    const hundredths = fc.integer({ min: 0, max: 30_000 })
    fc.assert(
      fc.property(hundredths, hundredths, fc.constantFrom('atLeast', 'atMost'), (limit, area, rule) => {
        const written: Comparison = {
          rule,
          name: 'area',
          flat: 'area',
          asks: { fixed: limit / 100 },
          unit: 'm²',
        }
        const verdict = judge(written, household(), home({ area: area / 100 }), day)
        const missing = rule === 'atLeast' ? limit - area : area - limit
        expect(verdict._tag === 'Fails' ? verdict.shortfall?.amount : 0).toBe(Math.max(missing, 0) / 100)
      }),
    )
  })

  describe('where something is not stated', () => {
    const gross: Comparison = {
      rule: 'atMost',
      name: 'cap',
      flat: 'grossColdRent',
      asks: { byPersons: [400, null] },
      unit: 'EUR',
    }
    const single = household({ persons: 1 })

    test('abstains for the limit, whatever the flat says', () => {
      const abstains = { _tag: 'Abstains', because: 'limit not stated' }
      for (const persons of [2, 3]) {
        expect(judge(gross, household({ persons }), home(), day)).toEqual(abstains)
        expect(
          judge(gross, household({ persons }), home({ rent: { cold: 1, serviceCharges: 1 } }), day),
        ).toEqual(abstains)
      }
    })

    test('refuses a flat that does not say, unless told to allow it', () => {
      const fails = { _tag: 'Fails', asked: 40_000, found: null }
      expect(judge(gross, single, home(), day)).toEqual(fails)
      expect(judge({ ...gross, unstated: 'refuse' }, single, home(), day)).toEqual(fails)
      expect(judge({ ...gross, unstated: 'allow' }, single, home(), day)).toEqual(unsaid)
    })

    test('`allow` lets no flat pass that does say', () => {
      const rent = { cold: 30_000, serviceCharges: 10_001 }
      expect(judge({ ...gross, unstated: 'allow' }, single, home({ rent }), day)).toMatchObject({
        found: 40_001,
      })
    })

    test('what has no end is no number', () => {
      const most: Comparison = {
        rule: 'atMost',
        name: 'm',
        flat: 'personsMax',
        asks: { fixed: 3 },
        unit: 'persons',
      }
      expect(judge(most, single, home(), day)).toEqual({ _tag: 'Fails', asked: 3, found: null })
    })
  })
})

describe('a membership', () => {
  const wanted: Membership = { rule: 'oneOf', name: 'w', word: 'flat.district', list: 'household.districts' }
  const refused: Membership = {
    rule: 'noneOf',
    name: 'r',
    word: 'flat.district',
    list: 'household.notDistricts',
  }
  const accepted: Membership = { rule: 'oneOf', name: 'a', word: 'household.regime', list: 'flat.regimes' }
  const in_ = (district: string): Flat => home({ district })

  test('looks the word up', () => {
    const seeker = household({ wishes: { districts: ['Mitte', 'Süd'], notDistricts: ['Nord'] } })
    expect(judge(wanted, seeker, in_('Süd'), day)).toEqual(passes)
    expect(judge(wanted, seeker, in_('Nord'), day)).toEqual({
      _tag: 'Fails',
      asked: ['Mitte', 'Süd'],
      found: 'Nord',
    })
    expect(judge(refused, seeker, in_('Süd'), day)).toEqual(passes)
    expect(judge(refused, seeker, in_('Nord'), day)).toEqual({
      _tag: 'Fails',
      asked: ['Nord'],
      found: 'Nord',
    })
    const flat = home({ landlord: { regimes: ['SGB II'] } })
    expect(judge(accepted, household({ regime: 'SGB II' }), flat, day)).toEqual(passes)
    expect(judge(accepted, household(), flat, day)).toEqual({
      _tag: 'Fails',
      asked: ['SGB II'],
      found: 'AsylbLG',
    })
  })

  test('a written list is looked up as it stands', () => {
    const barred: Membership = { rule: 'noneOf', name: 'b', word: 'flat.district', list: ['Rorup'] }
    expect(judge(barred, household(), in_('Rorup'), day)._tag).toBe('Fails')
    expect(judge(barred, household(), in_('rorup'), day)).toEqual(passes)
    expect(judge({ ...barred, rule: 'oneOf' }, household(), in_('Rorup'), day)).toEqual(passes)
  })

  test('an empty or absent list restricts nothing', () => {
    for (const wishes of [{}, { districts: [], notDistricts: [] }]) {
      expect(judge(wanted, household({ wishes }), in_('Nord'), day)).toEqual(passes)
      expect(judge(refused, household({ wishes }), in_('Nord'), day)).toEqual(passes)
    }
    for (const flat of [home(), home({ landlord: {} }), home({ landlord: { regimes: [] } })]) {
      expect(judge(accepted, household(), flat, day)).toEqual(passes)
    }
    for (const rule of ['oneOf', 'noneOf'] as const) {
      expect(judge({ rule, name: 'n', word: 'flat.district', list: [] }, household(), home(), day)).toEqual(
        passes,
      )
    }
  })
})

describe('an implication', () => {
  const pets: Implication = { rule: 'implies', name: 'p', household: 'hasPets', flat: 'petsAllowed' }
  const owner = household({ needs: { pets: true } })

  test('does not look at the flat unless the household has the property', () => {
    for (const seeker of [
      household(),
      household({ needs: {} }),
      household({ needs: { pets: false, stepFree: true } }),
    ]) {
      for (const petsAllowed of [true, false])
        expect(judge(pets, seeker, home({ petsAllowed }), day)).toEqual(passes)
      expect(judge(pets, seeker, home(), day)).toEqual(passes)
    }
  })

  test('asks the flat if it has', () => {
    expect(judge(pets, owner, home({ petsAllowed: true }), day)).toEqual(passes)
    expect(judge(pets, owner, home({ petsAllowed: false }), day)).toEqual({
      _tag: 'Fails',
      asked: 'petsAllowed',
      found: 'no',
    })
    expect(judge(pets, owner, home(), day)).toEqual({ _tag: 'Fails', asked: 'petsAllowed', found: null })
    expect(judge({ ...pets, unstated: 'allow' }, owner, home(), day)).toEqual(unsaid)
    expect(judge({ ...pets, unstated: 'allow' }, owner, home({ petsAllowed: false }), day)._tag).toBe('Fails')
  })
})

describe('a predicate', () => {
  const where = (predicate: string): Rule => ({ rule: 'where', name: 'near', predicate })

  test('is asked with household, flat and day', () => {
    const seen: Array<unknown> = []
    const predicates: Predicates = { near: (...all) => seen.push(...all) > 0, far: () => false }
    expect(judge(where('near'), household(), home(), day, predicates)).toEqual(passes)
    expect(seen).toEqual([household(), home(), day])
    expect(judge(where('far'), household(), home(), day, predicates)).toEqual({
      _tag: 'Fails',
      asked: 'far',
      found: 'no',
    })
  })

  test('that nobody has supplied fails, and so does what objects inherit', () => {
    for (const name of ['near', 'constructor', '__proto__']) {
      expect(judge(where(name), household(), home(), day)).toEqual({
        _tag: 'Fails',
        asked: name,
        found: null,
      })
    }
  })
})

test('a verdict is plain JSON, and judging leaves everything as it was', () => {
  fc.assert(
    fc.property(testing.rule(), testing.seeker(), testing.flat(), testing.day(), (rule, seeker, flat, on) => {
      const before = JSON.stringify([rule, seeker, flat])
      const verdict = judge(rule, seeker, flat, on)
      expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
      expect(JSON.stringify([rule, seeker, flat])).toBe(before)
    }),
  )
})
