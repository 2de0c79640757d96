import { contents, emptyRegistry, evolve, replay } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { get } from '../../src/table/index.ts'
import { anyLog, told } from './logs.ts'

const on = '2016-01-04'
const member = (id: string) => ({ id, sex: 'female', age: { known: 'age', years: 30, on } })
const assigned = (id: string, ...members: ReadonlyArray<string>) => ({
  type: 'HouseholdAssigned',
  data: { on, household: { id, members: members.map(member), needs: {} }, regime: 'SGB II' },
})

describe('a replay', () => {
  test('of any events whatever, of commands that come again, is what evolve makes event by event', () => {
    fc.assert(
      fc.property(anyLog, events => {
        expect(replay(events)).toEqual(events.reduce(evolve, emptyRegistry))
      }),
    )
  })

  test('goes on from whatever is known', () => {
    fc.assert(
      fc.property(anyLog, fc.nat({ max: 80 }), (events, k) => {
        const early = replay(events.slice(0, k))
        const copy = structuredClone(early)
        expect(replay(events.slice(k), early)).toEqual(replay(events))
        expect(structuredClone(early)).toEqual(copy)
      }),
    )
  })

  test('has a household know of its stay that was told before it, once that ends', () => {
    const stay = { stayId: 'B1', householdId: 'H1', siteId: 'S1' }
    const events = told([
      { type: 'SiteOpened', data: { on, site: { id: 'S1', kind: 'municipal', places: 80 } } },
      { type: 'StayStarted', data: { on, ...stay } },
      assigned('H1', 'P1'),
      { type: 'StayEnded', data: { on: '2016-02-01', stayId: 'B1' } },
    ])
    const registry = replay(events)
    expect(get(registry.households, 'H1')?.residences).toEqual([get(registry.residences, 'B1')])
    expect(registry).toEqual(events.reduce(evolve, emptyRegistry))
  })

  test('takes any iterable, of more events than are replayed at once', () => {
    const events = told(Array.from({ length: 1_000 }, (_, k) => assigned(`H${k}`, `P${k}`)))
    const registry = replay(new Set(events))
    expect(registry.version).toBe(1_000)
    expect(registry).toEqual(events.reduce(evolve, emptyRegistry))
  })

  test('knows of a person all households that ever counted it, in order and each once', () => {
    const events = told([
      assigned('H2', 'P1', 'P2'),
      assigned('H1', 'P1'),
      assigned('H2', 'P1', 'P3'),
      assigned('H3', 'P1', 'P1'),
    ])
    for (const registry of [replay(events), events.reduce(evolve, emptyRegistry)])
      expect([...contents(registry.persons)].sort()).toEqual([
        ['P1', ['H1', 'H2', 'H3']],
        ['P2', ['H2']],
        ['P3', ['H2']],
      ])
  })
})
