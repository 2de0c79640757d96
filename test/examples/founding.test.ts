import { census, decentralIntake, flatsLet, fold, type IsoDay, percent, regimeChanges, replay } from 'einzug'
import { describe, expect, test } from 'vitest'
import { published, years } from '../../examples/founding/facts.ts'
import { fixture } from '../../examples/founding/fixture.ts'
import { live } from '../../examples/founding/live.ts'
import policy from '../../examples/policies/waiting-first.json'

const period = { from: '2015-01-01' as IsoDay, until: '2018-01-01' as IsoDay }

describe('the founding case', () => {
  test('the fixture reproduces the published totals exactly', () => {
    const { events, registry } = fixture()
    const figures = fold(census)(events)
    const intake = decentralIntake(period, 'persons')(figures)
    expect([intake.numerator, intake.denominator]).toEqual([published.housedInFlats, published.assignedInAll])
    expect(percent(intake, 1)).toBe('55.7 %')
    expect(flatsLet(period)(figures).count).toBe(published.flats)
    expect(regimeChanges('AsylbLG', 'SGB II', period, 'persons')(figures).count).toBe(
      published.fromAsylbLGToSgbII,
    )
    expect(replay(events)).toEqual(registry)
  })

  test('the town drawn from a seed is assigned whom the state assigned, and every allocation is proven', () => {
    const lived = live(2015, policy as Parameters<typeof live>[1], () => undefined)
    const figures = fold(census)(lived.municipality.events)
    const assigned = years.map(
      year =>
        decentralIntake(
          { from: `${year}-01-01` as IsoDay, until: `${year + 1}-01-01` as IsoDay },
          'persons',
        )(figures).denominator,
    )
    expect(assigned).toEqual([669, 58 + 61, 171 + 61])
    expect(lived.rounds.length).toBe(36)
    expect(lived.rounds.every(({ proof }) => proof === 'verified')).toBe(true)
    expect(replay(lived.municipality.events)).toEqual(lived.municipality.registry)
  })

  test('the same seed lives the same life', () => {
    const once = () => live(7, policy as Parameters<typeof live>[1], () => undefined).municipality.events
    expect(once()).toEqual(once())
  })
})
