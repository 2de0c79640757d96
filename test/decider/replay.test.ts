import { contents, emptyRegistry, evolve, type HousingEvent, type Recorded, replay } from 'einzug'
import { log } from 'einzug/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Events of a log in any order, some of them twice and some left out, and of a few commands. */
const anyLog = fc
  .tuple(log({ maxLength: 60 }), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 })), { maxLength: 80 }))
  .map(([events, drawn]) =>
    drawn.flatMap(([at, command], k): ReadonlyArray<Recorded> => {
      const event = events[at % events.length]
      if (event === undefined) return []
      return [
        { ...event, envelope: { ...event.envelope, version: k + 1, commandId: `c${command}` } } as Recorded,
      ]
    }),
  )

const told = (all: ReadonlyArray<object>): ReadonlyArray<Recorded> =>
  all.map((event, k) => ({
    ...(event as HousingEvent),
    envelope: {
      stream: 'town',
      version: k + 1,
      recordedAt: '2016-01-04T08:00:00.000Z',
      schema: 1,
      commandId: `c${k}`,
    },
  })) as unknown as ReadonlyArray<Recorded>

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
