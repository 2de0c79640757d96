import { type IsoDay, judge } from 'einzug'
import { flat, rule, seeker } from 'einzug/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amended } from '../../../src/allocation/explain/amended.ts'

const on = '2016-06-01' as IsoDay
const predicates = { near: () => false }

describe('amended', () => {
  test('a flat that is changed to meet a rule meets it, and keeps its id', () => {
    const seen = { met: 0, hopeless: 0 }
    fc.assert(
      fc.property(rule(), seeker(), flat(), (each, household, here) => {
        const verdict = judge(each, household, here, on, predicates)
        if (verdict._tag !== 'Fails') return
        const changed = amended(here, household, [{ rule: each, verdict }], on)
        if (changed === null) {
          seen.hopeless += 1
          // where no number, word or property of a flat would do
          expect(each.rule).not.toBe('implies')
          return
        }
        seen.met += 1
        expect(changed.id).toBe(here.id)
        expect(judge(each, household, changed, on, predicates)._tag).toBe('Passes')
      }),
      { numRuns: 3000 },
    )
    expect(seen.met).toBeGreaterThan(100)
    expect(seen.hopeless).toBeGreaterThan(10)
  })
})
