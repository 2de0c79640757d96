import {
  allocate,
  exchangeCosts,
  explain,
  type FlatId,
  type HouseholdId,
  type HouseholdReason,
  judge,
  type Problem,
  type Question,
  verify,
  verifyReason,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, flat, posed, questions, seeker } from '../instances.ts'

const reasons = (problem: Problem) => {
  const explained = explain(problem, allocate(problem))
  return (householdId: HouseholdId): HouseholdReason => {
    const reason = explained.household(householdId)
    if (E.isLeft(reason)) throw new Error(JSON.stringify(reason.left))
    return reason.right
  }
}

const forcing = (question: Question, householdId: HouseholdId, flatId: FlatId): Problem =>
  posed({
    ...question,
    policy: {
      ...question.policy,
      rules: [...question.policy.rules, { rule: 'where', name: 'forced', predicate: 'forced' }],
    },
    predicates: { forced: (each, here) => (each.household.id === householdId) === (here.id === flatId) },
  })

describe('explain a household', () => {
  test('no flat fits: exactly when every flat fails a rule, and the counts are those of judging each pair', () => {
    fc.assert(
      fc.property(questions(7), question => {
        const problem = posed(question)
        const reasonOf = reasons(problem)
        for (const each of problem.seekers) {
          const failing = question.flats.map(here => ({
            id: here.id,
            rules: question.policy.rules.filter(
              rule => judge(rule, each, here, question.on)._tag === 'Fails',
            ),
          }))
          const reason = reasonOf(each.household.id)
          expect(reason._tag === 'NoFlatFits').toBe(failing.every(({ rules }) => rules.length > 0))
          if (reason._tag !== 'NoFlatFits') continue
          expect(reason.rules).toEqual(
            question.policy.rules.map(({ name }) => ({
              rule: name,
              fail: failing.filter(({ rules }) => rules.some(rule => rule.name === name)).length,
              failAlone: failing.filter(({ rules }) => rules.length === 1 && rules[0]?.name === name).length,
            })),
          )
          const fewest = Math.min(...failing.map(({ rules }) => rules.length))
          if (failing.length > 0) expect(reason.nearest?.failures.length).toBe(fewest)
          else expect(reason.nearest).toBeNull()
        }
      }),
    )
  })

  test('outranked: as many more flats of a kind it waits for as there are households ahead, and one, house it', () => {
    fc.assert(
      fc.property(questions(8), question => {
        const problem = posed(question)
        const reasonOf = reasons(problem)
        for (const { household } of problem.seekers) {
          const reason = reasonOf(household.id)
          if (reason._tag !== 'Outranked') continue
          expect(reason.hallSet.length).toBeGreaterThan(0)
          for (const wanted of reason.flats) {
            const kind = question.flats.find(({ id }) => id === wanted)
            const row = problem.seekers.findIndex(each => each.household.id === household.id)
            const { offsets, heads } = problem.ranked.graph
            const own = [...heads.subarray(offsets[row], offsets[row + 1])].map(
              column => problem.homes[column]?.flat.id,
            )
            if (kind === undefined || !own.includes(wanted)) continue
            const { roomsLet: _, ...whole } = kind
            const more = Array.from({ length: reason.ahead.length + 1 }, (_, k) => ({
              ...whole,
              id: `new${k}` as FlatId,
            }))
            const { placements } = allocate(posed({ ...question, flats: [...question.flats, ...more] }))
            expect(placements.map(({ householdId }) => householdId)).toContain(household.id)
          }
        }
      }),
    )
  })

  test('outranked: the reason is verified, and no other Hall set is', () => {
    fc.assert(
      fc.property(questions(8), fc.nat(), (question, k) => {
        const problem = posed(question)
        const allocation = allocate(problem)
        const check = verifyReason(problem, allocation)
        for (const { household } of problem.seekers) {
          const reason = reasons(problem)(household.id)
          if (reason._tag !== 'Outranked') continue
          expect(check(household.id, reason)).toEqual(E.right(reason))
          const without = reason.hallSet.filter((_, at) => at !== k % reason.hallSet.length)
          expect(check(household.id, { ...reason, hallSet: without })._tag).toBe('Left')
          for (const { household: other } of problem.seekers) {
            if (reason.hallSet.includes(other.id)) continue
            const more = [...reason.hallSet, other.id].sort()
            expect(check(household.id, { ...reason, hallSet: more })._tag).toBe('Left')
          }
          const stranger = 'X' as HouseholdId
          const unknown = E.left({ _tag: 'UnknownHousehold', householdId: 'X' })
          expect(check(household.id, { ...reason, hallSet: [...reason.hallSet, stranger] })).toEqual(unknown)
          expect(check(stranger, reason)).toEqual(unknown)
        }
      }),
    )
  })

  test('placed: lists every flat that fits better, and giving it one costs what is said', () => {
    fc.assert(
      fc.property(questions(5, { rooms: false }), fc.nat(), (question, k) => {
        const problem = posed(question)
        const best = allocate(problem)
        const chosen = best.placements[k % Math.max(1, best.placements.length)]
        if (chosen === undefined) return
        const reason = reasons(problem)(chosen.householdId)
        if (reason._tag !== 'Placed') throw new Error('is placed')
        expect(reason.flatId).toBe(chosen.flatId)
        expect(reason.fit).toBe(chosen.fit)
        expect(reason.points.reduce((sum, { points }) => sum + points, 0)).toBe(chosen.fit)

        const row = problem.seekers.findIndex(({ household }) => household.id === chosen.householdId)
        const { offsets, heads, fit } = problem.ranked.graph
        const better = [...heads.keys()]
          .filter(
            pair =>
              pair >= (offsets[row] ?? 0) && pair < (offsets[row + 1] ?? 0) && (fit[pair] ?? 0) > chosen.fit,
          )
          .map(pair => problem.homes[heads[pair] ?? -1]?.flat.id)
        expect(reason.better.map(({ flatId }) => flatId).sort()).toEqual(better.sort())
        expect(reason.better.map(each => each.fit)).toEqual(
          reason.better.map(each => each.fit).sort((a, b) => b - a),
        )

        const costsOf = exchangeCosts(problem, best)
        for (const [at, { flatId, heldBy }] of reason.better.entries()) {
          expect(best.placements.find(each => each.flatId === flatId)?.householdId).toBe(heldBy)
          const costs = costsOf(chosen.householdId, flatId)
          if (E.isLeft(costs)) throw new Error(costs.left._tag)
          if (at === 0) expect(reason.costs).toEqual(costs.right)
          // force it: only this household may have that flat, and no other
          const forced = allocate(forcing(question, chosen.householdId, flatId))
          const housed = ({ placements }: typeof best) => placements.map(each => each.householdId)
          const lose = housed(best).filter(id => !housed(forced).includes(id))
          const gain = housed(forced).filter(id => !housed(best).includes(id))
          // under a weak ranking several households may be as good as each other
          const strict = question.policy.ranking.some(({ by }) => by === 'lottery')
          if (strict) expect([costs.right.lose, costs.right.gain]).toEqual([lose, gain])
          expect(costs.right.lose.length - costs.right.gain.length).toBe(lose.length - gain.length)
          expect(costs.right.points).toBe(best.totals.fit - forced.totals.fit)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('exchange costs are refused for a flat that the household may not have', () => {
    const costsOf = exchangeCosts(problem, allocate(problem))
    expect(costsOf('one' as HouseholdId, 'dear' as FlatId)).toEqual(
      E.left({ _tag: 'NotAllowed', householdId: 'one', flatId: 'dear' }),
    )
    expect(costsOf('X' as HouseholdId, 'dear' as FlatId)).toEqual(
      E.left({ _tag: 'UnknownHousehold', householdId: 'X' }),
    )
  })

  const problem = posed({
    on: day('2016-06-01'),
    policy: {
      name: 'P',
      version: '1',
      rules: [
        { rule: 'atLeast', name: 'rooms', flat: 'rooms', asks: { times: 1, of: 'persons' }, unit: 'rooms' },
        { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { fixed: 450 }, unit: 'EUR' },
      ],
      ranking: [{ by: 'persons', first: 'most' }, { by: 'waitingSince' }],
      preferences: [
        {
          preference: 'bonus',
          name: 'Mitte',
          points: 10,
          when: { rule: 'oneOf', name: '', word: 'flat.district', list: ['Mitte'] },
        },
      ],
    },
    seekers: [
      seeker('big', 5),
      seeker('three', 3),
      seeker('two', 2, { waitingSince: day('2015-01-01') }),
      seeker('two-late', 2),
      seeker('one', 1),
    ],
    flats: [
      flat('dear', { rooms: 5, rent: { cold: 46_000 } }),
      flat('dear-and-small', { rooms: 4, rent: { cold: 45_100 } }),
      flat('three-rooms', { rooms: 3, district: 'Nord' }),
      flat('two-rooms', { rooms: 2 }),
    ],
  })

  test('gives a worked example as a caseworker would', () => {
    const reasonOf = (id: string) => reasons(problem)(id as HouseholdId)
    expect(reasonOf('big')).toEqual({
      _tag: 'NoFlatFits',
      rules: [
        { rule: 'rooms', fail: 3, failAlone: 2 },
        { rule: 'cap', fail: 2, failAlone: 1 },
      ],
      nearest: {
        flatId: 'dear',
        failures: [
          {
            rule: problem.policy.rules[1],
            verdict: {
              _tag: 'Fails',
              asked: 45_000,
              found: 46_000,
              shortfall: { amount: 1000, unit: 'cent' },
            },
          },
        ],
      },
      exception: {
        _tag: 'Exception',
        householdId: 'big',
        rule: problem.policy.rules[1],
        by: { amount: 1000, unit: 'cent' },
        flatId: 'dear',
      },
      oneMore: {
        _tag: 'OneMoreFlat',
        flat: { ...flat('dear+', { rooms: 5 }), rent: { cold: 45_000 } },
        like: 'dear',
        failures: [
          {
            rule: problem.policy.rules[1],
            verdict: {
              _tag: 'Fails',
              asked: 45_000,
              found: 46_000,
              shortfall: { amount: 1000, unit: 'cent' },
            },
          },
        ],
      },
    })
    expect(reasonOf('three')).toEqual({
      _tag: 'Placed',
      flatId: 'three-rooms',
      points: [{ name: 'Mitte', points: 0 }],
      fit: 0,
      better: [],
      costs: null,
    })
    expect(reasonOf('two')).toEqual({
      _tag: 'Placed',
      flatId: 'two-rooms',
      points: [{ name: 'Mitte', points: 10 }],
      fit: 10,
      better: [],
      costs: null,
    })
    expect(reasonOf('two-late')).toEqual({
      _tag: 'Outranked',
      hallSet: ['three', 'two'],
      flats: ['three-rooms', 'two-rooms'],
      ahead: [],
      ifOneOf: ['three', 'two'],
      ifOneMoreOf: ['three-rooms', 'two-rooms'],
      exception: {
        _tag: 'Exception',
        householdId: 'two-late',
        rule: problem.policy.rules[1],
        by: { amount: 100, unit: 'cent' },
        flatId: 'dear-and-small',
      },
    })
    expect(reasonOf('one')).toEqual({
      _tag: 'Outranked',
      hallSet: ['three', 'two'],
      flats: ['three-rooms', 'two-rooms'],
      ahead: ['two-late'],
      ifOneOf: [],
      ifOneMoreOf: [],
      exception: {
        _tag: 'Exception',
        householdId: 'one',
        rule: problem.policy.rules[1],
        by: { amount: 100, unit: 'cent' },
        flatId: 'dear-and-small',
      },
    })
  })

  test('says why someone else keeps a better flat: points, or a home', () => {
    const two = (ranking: Problem['policy']['ranking'], wide: number) =>
      posed({
        ...problem,
        policy: { ...problem.policy, ranking },
        seekers: [seeker('A', 1), seeker('B', wide)],
        flats: [flat('old', { rooms: 1, district: 'Nord' }), flat('fine', { rooms: 2 })],
      })
    const home = reasons(two([{ by: 'persons', first: 'most' }], 2))('A' as HouseholdId)
    expect(home).toMatchObject({
      flatId: 'old',
      better: [{ flatId: 'fine', fit: 10, heldBy: 'B' }],
      costs: { lose: ['B'], gain: [], points: 0 },
    })
    const points = reasons(two([], 1))
    const [kept, other] = [points('A' as HouseholdId), points('B' as HouseholdId)]
    const loser = kept._tag === 'Placed' && kept.flatId === 'old' ? kept : other
    expect(loser).toMatchObject({
      better: [{ flatId: 'fine', fit: 10 }],
      costs: { lose: [], gain: [], points: 0 },
    })
  })

  test('fails for strangers, and for an allocation of another problem', () => {
    const allocation = allocate(problem)
    const stranger = 'X' as HouseholdId
    expect(explain(problem, allocation).household(stranger)).toEqual(
      E.left({ _tag: 'UnknownHousehold', householdId: 'X' }),
    )
    const foreign = { ...allocation, unplaced: [stranger] }
    expect(explain(problem, foreign).household('one' as HouseholdId)).toEqual(
      E.left({ _tag: 'UnknownHousehold', householdId: 'X' }),
    )
    expect(verify(problem, foreign)._tag).toBe('Left')
    const { margins, prices } = allocation.proof
    const byRankAlone = { ...allocation, proof: { margins: margins.slice(0, 1), prices: prices.slice(0, 1) } }
    const flaw = { _tag: 'NotProven', flaw: { _tag: 'WrongLength', of: 'margins' } }
    expect(explain(problem, byRankAlone).household('one' as HouseholdId)).toEqual(E.left(flaw))
    const [first] = allocation.placements
    const worse = {
      ...allocation,
      placements: allocation.placements.slice(1),
      unplaced: [...allocation.unplaced],
    }
    if (first !== undefined) worse.unplaced.push(first.householdId)
    expect(explain(problem, worse).household('one' as HouseholdId)).toMatchObject({
      left: { _tag: 'NotProven' },
    })
  })
})
