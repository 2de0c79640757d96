import { type Allocation, allocate, type Problem, verify } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, flat, posed, questions, seeker } from './instances.ts'

const allocated = questions(6).map(question => {
  const problem = posed(question)
  return { problem, allocation: allocate(problem) }
})

/** Replaces one entry of a list. */
const put = <A>(list: ReadonlyArray<A>, at: number, change: (each: A) => A): ReadonlyArray<A> =>
  list.map((each, k) => (k === at ? change(each) : each))

describe('verify', () => {
  test('accepts every allocation', () => {
    fc.assert(
      fc.property(allocated, ({ problem, allocation }) => {
        expect(verify(problem, allocation)).toEqual(E.right(allocation.totals))
      }),
    )
  })

  test('accepts an allocation that was stored as JSON', () => {
    fc.assert(
      fc.property(allocated, ({ problem, allocation }) => {
        expect(verify(problem, JSON.parse(JSON.stringify(allocation)) as Allocation)._tag).toBe('Right')
      }),
    )
  })

  test('rejects it with any price, margin, fit or total changed', () => {
    fc.assert(
      fc.property(allocated, fc.nat(), fc.constantFrom(-1, 1, 0.5, 100), ({ problem, allocation }, k, by) => {
        const { proof, placements, totals } = allocation
        const more = (each: number) => each + by
        const mutilated: ReadonlyArray<Allocation> = [
          ...proof.prices.flatMap((prices, level) =>
            prices.map((_, at) => ({
              ...allocation,
              proof: { ...proof, prices: put(proof.prices, level, each => put(each, at, more)) },
            })),
          ),
          ...proof.margins.flatMap((margins, level) =>
            margins.map((_, at) => ({
              ...allocation,
              proof: { ...proof, margins: put(proof.margins, level, each => put(each, at, more)) },
            })),
          ),
          ...placements.map((_, at) => ({
            ...allocation,
            placements: put(placements, at, each => ({ ...each, fit: each.fit + by })),
          })),
          ...Object.entries<number>({ ...totals }).map(([of, count]) => ({
            ...allocation,
            totals: { ...totals, [of]: more(count) },
          })),
        ]
        const chosen = mutilated[k % mutilated.length]
        if (chosen !== undefined) expect(verify(problem, chosen)._tag).toBe('Left')
      }),
      { numRuns: 300 },
    )
  })

  test('rejects it with any household moved out, even when the totals are put right', () => {
    fc.assert(
      fc.property(allocated, fc.nat(), ({ problem, allocation }, k) => {
        fc.pre(allocation.placements.length > 0)
        const gone = allocation.placements[k % allocation.placements.length]
        if (gone === undefined) return
        const placements = allocation.placements.filter(each => each !== gone)
        const members = problem.seekers.find(({ household }) => household.id === gone.householdId)?.household
          .members
        const moved: Allocation = {
          ...allocation,
          placements,
          unplaced: [...allocation.unplaced, gone.householdId],
          totals: {
            ...allocation.totals,
            placements: placements.length,
            personsHoused: allocation.totals.personsHoused - (members?.length ?? 0),
            fit: allocation.totals.fit - gone.fit,
          },
        }
        expect(verify(problem, moved)).toMatchObject({ left: { _tag: 'NotProven' } })
      }),
    )
  })

  const rules: Problem['policy']['rules'] = [
    { rule: 'atLeast', name: 'area', flat: 'area', asks: { times: 20, of: 'persons' }, unit: 'm²' },
  ]
  const problem = posed({
    on: day('2016-06-01'),
    policy: { name: 'P', version: '1', rules, ranking: [{ by: 'persons', first: 'most' }], preferences: [] },
    seekers: [seeker('A', 1), seeker('B', 2)],
    flats: [flat('F1', { area: 40 }), flat('F2', { area: 30 })],
  })
  const allocation = allocate(problem)
  const flaw = (change: Partial<Allocation>) => {
    const verdict = verify(problem, { ...allocation, ...change })
    return E.isLeft(verdict) ? verdict.left : verdict.right
  }
  const [a, b] = allocation.placements

  test('says what is wrong, and where', () => {
    expect(a).toMatchObject({ householdId: 'A', flatId: 'F2' })
    expect(b).toMatchObject({ householdId: 'B', flatId: 'F1' })
    if (a === undefined || b === undefined) return
    const stranger = 'X' as typeof a.householdId
    expect(flaw({ placements: [a, { ...b, householdId: stranger }] })).toEqual({
      _tag: 'UnknownHousehold',
      householdId: 'X',
    })
    expect(flaw({ unplaced: [stranger] })).toEqual({ _tag: 'UnknownHousehold', householdId: 'X' })
    expect(flaw({ placements: [a, { ...b, room: 1 }] })).toEqual({
      _tag: 'UnknownFlat',
      flatId: 'F1',
      room: 1,
    })
    expect(flaw({ placements: [a, b, a] })).toEqual({ _tag: 'NotOnce', householdId: 'A' })
    expect(flaw({ unplaced: [a.householdId] })).toEqual({ _tag: 'NotOnce', householdId: 'A' })
    expect(flaw({ placements: [a] })).toEqual({ _tag: 'NotOnce', householdId: 'B' })
    expect(
      flaw({
        placements: [
          { ...a, flatId: b.flatId },
          { ...b, flatId: a.flatId },
        ],
      }),
    ).toEqual({
      _tag: 'RuleBroken',
      householdId: 'B',
      flatId: 'F2',
      rule: 'area',
    })
    expect(flaw({ placements: [a, { ...b, fit: 3 }] })).toEqual({
      _tag: 'WrongFit',
      householdId: 'B',
      stated: 3,
      found: 0,
    })
    expect(flaw({ totals: { ...allocation.totals, persons: 4 } })).toEqual({
      _tag: 'WrongCount',
      of: 'persons',
      stated: 4,
      found: 3,
    })
    expect(flaw({ proof: { ...allocation.proof, prices: [[0]] } })).toEqual({
      _tag: 'NotProven',
      flaw: { _tag: 'WrongLength', of: 'prices' },
    })
    const { margins, prices } = allocation.proof
    expect(flaw({ proof: { margins: margins.slice(0, 1), prices: prices.slice(0, 1) } })).toEqual({
      _tag: 'NotProven',
      flaw: { _tag: 'WrongLength', of: 'margins' },
    })
    expect(flaw({ placements: [a, { ...b, flatId: a.flatId }] })).toMatchObject({
      _tag: 'RuleBroken',
      householdId: 'B',
    })
    expect(flaw({ placements: [{ ...a, flatId: b.flatId }, b] })).toMatchObject({
      _tag: 'NotProven',
      flaw: { _tag: 'NotMutual' },
    })
  })
})
