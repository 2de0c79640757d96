import type { Policy, Predicates, Preference, Rule } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as testing from '../../src/testing/arbitrary/index.ts'
import { type PolicyLaw, policyLaws } from '../../src/testing/rule-laws.ts'

const policyOf = (rules: ReadonlyArray<Rule>, preferences: ReadonlyArray<Preference> = []): Policy => ({
  name: 'P',
  version: '1',
  rules,
  ranking: [],
  preferences,
})

const subjects = { seekers: testing.seeker(), flats: testing.flat() }

const brokenBy = (policy: Policy, predicates: Predicates = {}): ReadonlyArray<PolicyLaw> =>
  (
    Object.entries(policyLaws(policy, { ...subjects, predicates })) as ReadonlyArray<
      [PolicyLaw, fc.IProperty<[unknown]>]
    >
  )
    .filter(([, law]) => fc.check(law, { numRuns: 200 }).failed)
    .map(([name]) => name)

const size: Preference = {
  preference: 'closeTo',
  name: 'size',
  points: 10,
  flat: 'area',
  ideal: { fixed: 50 },
  unit: 'm²',
  perUnit: 0.1,
}
const where: Rule = { rule: 'where', name: 'w', predicate: 'w' }
const pointsLaw = 'points are whole, from 0 to what their preference gives, and add up to the fit'

describe('the laws of a policy', () => {
  test('hold for one that is in order', () => {
    expect(brokenBy(policyOf([where], [size]), { w: (_, flat) => flat.rooms > 2 })).toEqual([])
  })

  test('catch a predicate that changes its mind from call to call', () => {
    let calls = 0
    const broken = brokenBy(policyOf([where]), { w: () => calls++ % 2 === 0 })
    expect(broken).toContain('a rule passes, fails or abstains, and says the same twice' satisfies PolicyLaw)
    expect(broken).toContain('a compiled policy says what its rules say one by one' satisfies PolicyLaw)
  })

  test('catch a predicate that throws', () => {
    const bang: Predicates = {
      w: () => {
        throw new Error('bang')
      },
    }
    expect(brokenBy(policyOf([where]), bang)).toEqual([
      'a rule passes, fails or abstains, and says the same twice',
      'a compiled policy says what its rules say one by one',
      'a relaxed limit never allows fewer',
    ] satisfies ReadonlyArray<PolicyLaw>)
  })

  test('catch a limit that is turned round by a negative share', () => {
    const asks = { byPersons: [-5], eachFurther: 0, percent: -100 }
    const turned: Rule = { rule: 'atMost', name: 'a', flat: 'floor', asks, unit: 'floors' }
    expect(brokenBy(policyOf([turned]))).toEqual(['a relaxed limit never allows fewer' satisfies PolicyLaw])
  })

  test.each<[string, Preference]>([
    [
      'halves',
      {
        preference: 'bonus',
        name: 'half',
        points: 0.5,
        when: { ...where, rule: 'noneOf', word: 'flat.district', list: [] },
      },
    ],
    [
      'less than nothing',
      {
        preference: 'bonus',
        name: 'less',
        points: -1,
        when: { ...where, rule: 'noneOf', word: 'flat.district', list: [] },
      },
    ],
    ['more than all', { ...size, perUnit: -1 }],
  ])('catch a preference that gives %s', (_, preference) => {
    expect(brokenBy(policyOf([], [preference]))).toEqual([pointsLaw])
  })
})
