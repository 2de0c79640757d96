import { type Amount, judge, type Rule, type StandardName, type Unit } from 'einzug'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf } from '../../src/rule/amount.ts'
import { unitsFor } from '../../src/rule/quantity.ts'
import { standards } from '../../src/rule/standard.ts'
import * as testing from '../../src/testing/arbitrary/index.ts'
import { day, home } from './town.ts'

const names = Object.keys(standards) as ReadonlyArray<StandardName>

test.each(names)(
  'an amount by %s is what the standard asks; the rule abstains where it does not say',
  name => {
    const { quantity, of } = standards[name]
    const [unit] = unitsFor(quantity) as [Unit]
    const asks: Amount = { standard: name }
    const rule: Rule = { rule: 'atLeast', name, flat: quantity, asks, unit }
    fc.assert(
      fc.property(testing.seeker(), testing.day(), (seeker, on) => {
        const asked = of(seeker.household, on)
        expect(amountOf(asks, unit, seeker, on)).toBe(asked)
        expect(amountOf({ sum: [asks, { fixed: 1 }, asks] }, unit, seeker, on)).toBe(
          asked === undefined ? undefined : 2 * asked + 1,
        )
        const verdict = judge(rule, seeker, home({ rooms: 0.5, area: 0.5, bedrooms: 0.5 }), on)
        if (asked === undefined)
          expect(verdict).toEqual({ _tag: 'Abstains', because: 'household does not say' })
        else expect(verdict._tag).toBe(asked > 0.5 ? 'Fails' : 'Passes')
      }),
    )
  },
)

test.each(names)('%s asks something of a household whose members are known', name => {
  const known = testing.seeker({ known: ['birth'], on: day, maxPersons: 1 })
  fc.assert(
    fc.property(known, ({ household }) => {
      expect(standards[name].of(household, day)).toBeTypeOf('number')
    }),
  )
})
