import {
  type AllocationId,
  allocate,
  type Criterion,
  digest,
  type HouseholdId,
  type Policy,
  pose,
  problemDigest,
  propose,
  ranking,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, flat, posed, questions, seeker } from './instances.ts'

const policy: Policy = { name: 'any', version: '1', rules: [], ranking: [], preferences: [] }
const on = day('2016-06-01')

describe('pose', () => {
  test('refuses a household or a flat named twice', () => {
    const twice = [seeker('A', 1), seeker('B', 1), seeker('A', 2)]
    expect(pose({ on, policy, seekers: twice })).toEqual(
      E.left({ _tag: 'RepeatedHousehold', householdId: 'A' }),
    )
    expect(pose({ on, policy, seekers: [], flats: [flat('F'), flat('F')] })).toEqual(
      E.left({ _tag: 'RepeatedFlat', flatId: 'F' }),
    )
    expect(
      pose({ on, policy, seekers: [], flats: [flat('F')], offers: [{ flat: flat('F'), units: 1 }] }),
    ).toEqual(E.left({ _tag: 'RepeatedFlat', flatId: 'F' }))
  })

  test('refuses a policy that cannot be right', () => {
    const rules = [{ rule: 'where', name: 'own', predicate: 'own' }] as const
    expect(pose({ on, policy: { ...policy, rules }, seekers: [] })).toEqual(
      E.left({
        _tag: 'BadPolicy',
        issues: [
          { path: ['rules', 0, 'predicate'], expected: 'no predicate, as none is known', found: 'own' },
        ],
      }),
    )
    expect(
      pose({ on, policy: { ...policy, rules }, seekers: [], predicates: { own: () => true } })._tag,
    ).toBe('Right')
  })

  test('refuses values beyond the exact range', () => {
    const fits: Policy = {
      ...policy,
      ranking: [{ by: 'lottery', seed: 1 }],
      preferences: [
        {
          preference: 'bonus',
          name: 'all',
          points: 1_000_000,
          when: { rule: 'noneOf', name: '', word: 'flat.district', list: [] },
        },
      ],
    }
    const seekers = Array.from({ length: 60_000 }, (_, k) => seeker(`H${k}`, 1)).slice(0, 50)
    expect(pose({ on, policy: fits, seekers, flats: [flat('F')] })._tag).toBe('Right')
  })

  test('the digest tells problems apart, and not the order they came in', () => {
    fc.assert(
      fc.property(questions(4), question => {
        const one = posed(question)
        const other = posed({
          ...question,
          seekers: [...question.seekers].reverse(),
          flats: [...question.flats].reverse(),
        })
        expect(problemDigest(other)).toBe(problemDigest(one))
        expect(problemDigest(posed({ ...question, on: day('2016-06-02') }))).not.toBe(problemDigest(one))
        expect(
          problemDigest(posed({ ...question, seekers: [...question.seekers, seeker('new', 1)] })),
        ).not.toBe(problemDigest(one))
      }),
    )
  })
})

describe('ranking', () => {
  const order = (criteria: ReadonlyArray<Criterion>) =>
    [
      seeker('A', 1, { needs: { tier: 2 } }),
      seeker('B', 3, { waitingSince: day('2015-01-01') }),
      seeker('C', 2, { needs: { tier: 1 }, waitingSince: day('2014-01-01') }),
    ]
      .sort(ranking(criteria, on).compare)
      .map(({ household }) => household.id)
      .join('')

  test('compares criterion by criterion', () => {
    expect(order([{ by: 'tier' }])).toBe('CAB')
    expect(order([{ by: 'persons', first: 'most' }])).toBe('BCA')
    expect(order([{ by: 'persons', first: 'fewest' }])).toBe('ACB')
    expect(order([{ by: 'waitingSince' }])).toBe('CBA')
    expect(ranking([], on).compare(seeker('A', 1), seeker('B', 2))).toBe(0)
  })

  test('a later criterion decides among equals only', () => {
    const ord = ranking([{ by: 'tier' }, { by: 'waitingSince' }], on)
    expect(ord.compare(seeker('A', 1), seeker('B', 1, { waitingSince: day('2015-01-01') }))).toBe(1)
    expect(
      ord.compare(
        seeker('A', 1, { needs: { tier: 1 } }),
        seeker('B', 1, { waitingSince: day('2015-01-01') }),
      ),
    ).toBe(-1)
  })

  test('a lottery is strict, repeatable, depends on the seed, and on nobody else', () => {
    const ids = Array.from({ length: 40 }, (_, k) => `H${k}`)
    const draw = (seed: number, among: ReadonlyArray<string>) =>
      among
        .map(id => seeker(id, 1))
        .sort(ranking([{ by: 'lottery', seed }], on).compare)
        .map(({ household }) => household.id)
    expect(draw(1, ids)).toEqual(draw(1, [...ids].reverse()))
    expect(draw(1, ids)).not.toEqual(draw(2, ids))
    expect(draw(1, ids.slice(0, 20))).toEqual(draw(1, ids).filter(id => ids.indexOf(id) < 20))
  })
})

describe('propose', () => {
  const problem = posed({
    on,
    policy: { ...policy, ranking: [{ by: 'waitingSince' }, { by: 'lottery', seed: 5 }] },
    seekers: [seeker('A', 2), seeker('B', 1, { waitingSince: day('2015-01-01') })],
    flats: [flat('F')],
  })

  test('puts the allocation and each placement on record', () => {
    const allocation = allocate(problem)
    expect(propose(problem, allocation, 'N1' as AllocationId)).toEqual([
      {
        type: 'RecordAllocation',
        id: 'N1',
        data: {
          on,
          allocationId: 'N1',
          policyDigest: digest(problem.policy),
          problemDigest: problemDigest(problem),
          seed: 5,
          totals: allocation.totals,
        },
      },
      {
        type: 'ProposePlacement',
        id: 'N1/1',
        data: { on, placementId: 'N1/1', householdId: 'B' as HouseholdId, flatId: 'F', allocationId: 'N1' },
      },
    ])
  })

  test('has no seed where nothing is drawn', () => {
    const undrawn = posed({ on, policy, seekers: [], flats: [] })
    expect(propose(undrawn, allocate(undrawn), 'N1' as AllocationId)[0].data.seed).toBeNull()
  })
})
