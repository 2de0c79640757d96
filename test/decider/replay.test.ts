import { contents, emptyRegistry, evolve, replay } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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

  test('knows whoever is named, by a home that never was and a placement that came to nothing, too', () => {
    const [householdId, flatId, siteId] = ['H1', 'F1', 'S1']
    const events = told([
      { type: 'StayStarted', data: { on, stayId: 'B1', householdId, siteId } },
      { type: 'StayAnnulled', data: { stayId: 'B1', reason: 'a slip' } },
      { type: 'TenancyStarted', data: { on, tenancyId: 'T1', householdId: 'H2', flatId: 'F2' } },
      { type: 'TenancyAnnulled', data: { tenancyId: 'T1', reason: 'a slip' } },
      { type: 'PlacementProposed', data: { on, placementId: 'V1', householdId: 'H3', flatId } },
      { type: 'PlacementWithdrawn', data: { on, placementId: 'V1', reason: 'let' } },
    ])
    const registry = replay(events)
    expect([...contents(registry.households).keys()].sort()).toEqual(['H1', 'H2', 'H3'])
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
