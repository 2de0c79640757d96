import {
  bindsOn,
  type Flat,
  type IsoDay,
  judge,
  type ResidenceDuty,
  type Rule,
  type Seeker,
  sentence,
} from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, isoOf } from '../../src/domain/day.ts'
import { residenceDuty } from '../../src/testing/arbitrary/place.ts'
import { day, home, household } from './town.ts'

const rule: Rule = { rule: 'residenceDuty', name: 'duty' }
const duty = (rest: Partial<ResidenceDuty> = {}): ResidenceDuty => ({
  scope: 'municipality',
  place: 'Dülmen',
  until: '2019-03-01' as IsoDay,
  basis: '§ 12a (3) AufenthG',
  ...rest,
})
const bound = (...residenceDuties: ReadonlyArray<ResidenceDuty>): Seeker => {
  const seeker = household()
  return { ...seeker, household: { ...seeker.household, residenceDuties } }
}
const says = (seeker: Seeker, flat: Partial<Flat>, on: IsoDay = day) => judge(rule, seeker, home(flat), on)

describe('a duty to reside binds', () => {
  test('until the day it ends, not on it', () => {
    fc.assert(
      fc.property(residenceDuty(), each => {
        const { exemption: _, ...plain } = each
        expect(bindsOn(plain, isoOf(dayOf(each.until) - 1))).toBe(true)
        expect(bindsOn(plain, each.until)).toBe(false)
      }),
    )
  })

  test('until work of 15 hours a week, training or study lifts it, on that day', () => {
    const from = '2018-09-01' as IsoDay
    const before = '2018-08-31' as IsoDay
    for (const ground of ['training', 'study'] as const) {
      expect(bindsOn(duty({ exemption: { ground, from } }), before)).toBe(true)
      expect(bindsOn(duty({ exemption: { ground, from } }), from)).toBe(false)
    }
    const work = (weeklyHours: number, on: IsoDay) =>
      bindsOn(duty({ exemption: { ground: 'work', from, weeklyHours } }), on)
    expect([work(14.9, from), work(15, from), work(15, before)]).toEqual([true, false, true])
  })
})

describe('the rule', () => {
  test.each(['municipality', 'county', 'land'] as const)('holds a duty against the %s of the flat', scope => {
    const seeker = bound(duty({ scope, place: 'A' }))
    expect(says(seeker, { [scope]: 'A' })).toEqual({ _tag: 'Passes' })
    expect(says(seeker, { [scope]: 'B' })).toEqual({ _tag: 'Fails', asked: 'A', found: 'B' })
    expect(says(seeker, {})).toEqual({ _tag: 'Fails', asked: 'A', found: null })
    expect(judge({ ...rule, unstated: 'allow' }, seeker, home(), day)).toEqual({
      _tag: 'Abstains',
      because: 'flat does not say',
    })
  })

  test('asks every duty that binds, and tells a broken one first', () => {
    const seeker = bound(duty(), duty({ scope: 'land', place: 'NRW' }))
    expect(says(seeker, { municipality: 'Dülmen', land: 'NRW' })).toEqual({ _tag: 'Passes' })
    expect(says(seeker, { land: 'Hessen' })).toEqual({ _tag: 'Fails', asked: 'NRW', found: 'Hessen' })
    expect(says(seeker, { municipality: 'Dülmen' })).toEqual({ _tag: 'Fails', asked: 'NRW', found: null })
    expect(says(seeker, { land: 'Hessen' }, '2019-03-01' as IsoDay)).toEqual({ _tag: 'Passes' })
  })

  test('reads', () => {
    const seeker = bound(duty())
    expect(sentence(rule, says(seeker, { municipality: 'Olfen' }))).toBe(
      'must take up residence in Dülmen, but the flat lies in Olfen',
    )
    expect(sentence(rule, says(seeker, {}))).toBe(
      'the flat does not state where it lies, and a duty to reside binds the household',
    )
  })
})

test('a rule for some regimes abstains for others, whatever it asks, and says so', () => {
  const cap: Rule = {
    rule: 'atMost',
    name: 'c',
    flat: 'area',
    asks: { fixed: 1 },
    unit: 'm²',
    for: ['SGB II'],
  }
  expect(judge(cap, household({ regime: 'SGB II' }), home(), day)._tag).toBe('Fails')
  const other = judge(cap, household({ regime: 'AsylbLG' }), home(), day)
  expect(other).toEqual({ _tag: 'Abstains', because: 'other regimes' })
  expect(sentence(cap, other)).toBe('the rule is for households under other regimes')
  expect(judge({ ...cap, for: [] }, household({ regime: 'SGB II' }), home(), day)._tag).toBe('Abstains')
})
