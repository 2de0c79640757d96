import { allocate, type Flat, type FlatId, type Kind, templates, usualKinds } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, flat, posed, questions, seeker } from '../instances.ts'

const kinds: ReadonlyArray<Kind> = [30, 45, 60, 80].flatMap(area =>
  [30_000, 45_000, 60_000].map(rent => ({ rooms: 2, bedrooms: 1, area, rent, stepFree: false })),
)

const flatOf = ({ rent: cold, ...rest }: Kind, id: string): Flat => ({
  id: id as FlatId,
  district: 'Mitte',
  rent: { cold },
  ...rest,
})

describe('templates', () => {
  test('one more of a kind, and k more, house the persons that they say; no kind is left out that would house more', () => {
    fc.assert(
      fc.property(questions(7), fc.integer({ min: 1, max: 3 }), (question, k) => {
        const missing = templates(posed(question), { k, kinds, district: 'Mitte' })
        if (E.isLeft(missing)) throw new Error(missing.left._tag)
        const housedWith = (kind: Kind, n: number) => {
          const more = Array.from({ length: n }, (_, at) => flatOf(kind, `new ${at}`))
          return allocate(posed({ ...question, flats: [...question.flats, ...more] })).totals
        }
        const before = allocate(posed(question)).totals
        // under a ranking that leaves ties, households of one rank may differ in size
        const strict = question.policy.ranking.some(({ by }) => by === 'lottery')
        for (const { kind, persons, ofMany } of missing.right) {
          expect(housedWith(kind, k).placements - before.placements).toBe(ofMany.households)
          if (!strict) continue
          expect(housedWith(kind, 1).personsHoused - before.personsHoused).toBe(persons)
          expect(housedWith(kind, k).personsHoused - before.personsHoused).toBe(ofMany.persons)
        }
        const order = missing.right.map(({ persons, ofMany }) => persons * 1000 + ofMany.persons)
        expect(order).toEqual([...order].sort((a, b) => b - a))
        if (!strict) return
        const most = Math.max(
          0,
          ...kinds.map(kind => housedWith(kind, 1).personsHoused - before.personsHoused),
        )
        expect(missing.right[0]?.persons ?? 0).toBe(most)
      }),
      { numRuns: 50 },
    )
  })

  test('of kinds that the same households may have, the one that asks least of the market is named', () => {
    const problem = posed({
      on: day('2016-06-01'),
      policy: {
        name: 'P',
        version: '1',
        rules: [
          { rule: 'atLeast', name: 'rooms', flat: 'rooms', asks: { times: 1, of: 'persons' }, unit: 'rooms' },
          {
            rule: 'atMost',
            name: 'cap',
            flat: 'coldRent',
            asks: { byPersons: [400, 600, 800] },
            unit: 'EUR',
          },
          { rule: 'implies', name: 'access', household: 'needsStepFree', flat: 'stepFree' },
        ],
        ranking: [{ by: 'persons', first: 'most' }],
        preferences: [],
      },
      seekers: [seeker('three', 3, { needs: { stepFree: true } }), seeker('one', 1), seeker('also-one', 1)],
      flats: [flat('F', { rooms: 1 })],
    })
    const missing = templates(problem, { k: 3 })
    if (E.isLeft(missing)) throw new Error(missing.left._tag)
    expect(missing.right).toEqual([
      // whoever has F is moved out of nothing: one of the two has it already
      {
        kind: { rooms: 3, bedrooms: 2, area: 30, rent: 40_000, stepFree: true },
        persons: 3,
        ofMany: { households: 2, persons: 4 },
      },
      {
        kind: { rooms: 3, bedrooms: 2, area: 30, rent: 80_000, stepFree: true },
        persons: 3,
        ofMany: { households: 1, persons: 3 },
      },
      {
        kind: { rooms: 1, bedrooms: 1, area: 30, rent: 40_000, stepFree: false },
        persons: 1,
        ofMany: { households: 1, persons: 1 },
      },
    ])
  })

  test('the usual kinds differ from each other', () => {
    expect(usualKinds.length).toBe(6 * 11 * 10 * 2)
    expect(new Set(usualKinds.map(kind => JSON.stringify(kind))).size).toBe(usualKinds.length)
  })

  test('k is a whole number from 1', () => {
    const problem = posed({
      on: day('2016-06-01'),
      policy: { name: 'P', version: '1', rules: [], ranking: [], preferences: [] },
      seekers: [],
    })
    expect(templates(problem, { k: 0 })).toEqual(E.left({ _tag: 'BadCount', found: 0 }))
    expect(templates(problem, { k: 1.5 })).toEqual(E.left({ _tag: 'BadCount', found: 1.5 }))
    expect(templates(problem, { k: 1 })).toEqual(E.right([]))
  })
})
