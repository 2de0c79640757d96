import {
  allocate,
  allocateByPolicy,
  compare,
  exchangeCosts,
  type FlatId,
  fitOf,
  type HouseholdId,
  judge,
  type PlacementOverride,
  type Problem,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, flat, posed, questions, seeker } from './instances.ts'

const compared = (problem: Problem, override: PlacementOverride) => {
  const result = compare(problem, allocate(problem), override)
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

const reason = 'close to the dialysis centre'

/** A question and an override of any of its households, to any flat or to none, allowed or not. */
const overridden = fc
  .tuple(questions(7), fc.nat(), fc.nat())
  .filter(([{ seekers }]) => seekers.length > 0)
  .map(([question, h, f]) => ({
    question,
    override: {
      householdId: question.seekers[h % question.seekers.length]?.household.id as HouseholdId,
      flatId: question.flats[f % (question.flats.length + 1)]?.id ?? null,
      reason,
    },
  }))

describe('compare', () => {
  test('the completion is what allocating without the household and the flat gives, and it', () => {
    fc.assert(
      fc.property(overridden, ({ question, override }) => {
        const { placements, unplaced, after, waived } = compared(posed(question), override)
        const own = placements.find(({ householdId }) => householdId === override.householdId)
        const kept = question.flats.find(({ id }) => id === override.flatId)
        const self = question.seekers.find(({ household }) => household.id === override.householdId)
        if (self === undefined) throw new Error('it seeks')
        const offers = question.flats.flatMap(each => {
          const left = (each.roomsLet ?? 1) - (each.id === override.flatId ? 1 : 0)
          return left === 0 ? [] : [{ flat: each, units: left }]
        })
        const others = question.seekers.filter(each => each !== self)
        const rest = allocate(posed({ ...question, flats: [], offers, seekers: others }))
        expect(own?.flatId ?? null).toBe(override.flatId)
        expect(unplaced.length + placements.length).toBe(question.seekers.length)
        expect(after.placements).toBe(rest.totals.placements + (kept === undefined ? 0 : 1))
        const fit = kept && fitOf(question.policy.preferences, self, kept, question.on).total
        expect(after.fit).toBe(rest.totals.fit + (fit ?? 0))
        if (question.policy.ranking.some(({ by }) => by === 'lottery'))
          expect(unplaced.filter(id => id !== override.householdId)).toEqual(rest.unplaced)
        expect(waived.map(({ rule }) => rule)).toEqual(
          kept === undefined
            ? []
            : question.policy.rules.filter(rule => judge(rule, self, kept, question.on)._tag === 'Fails'),
        )
      }),
    )
  })

  test('in turn: the completion is what walking the list without the household and the flat gives, and it', () => {
    fc.assert(
      fc.property(overridden, ({ question: { policy, ...asked }, override }) => {
        const question = { ...asked, policy: { ...policy, procedure: 'in turn' } } as const
        const problem = posed(question)
        const result = compare(problem, allocateByPolicy(problem), override)
        if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
        const { placements, before } = result.right
        const offers = question.flats.flatMap(each => {
          const left = (each.roomsLet ?? 1) - (each.id === override.flatId ? 1 : 0)
          return left === 0 ? [] : [{ flat: each, units: left }]
        })
        const seekers = question.seekers.filter(({ household }) => household.id !== override.householdId)
        const rest = allocateByPolicy(posed({ ...question, flats: [], offers, seekers }))
        const homes = (of: typeof placements) => of.map(each => [each.householdId, each.flatId, each.fit])
        expect(homes(placements.filter(each => each.householdId !== override.householdId))).toEqual(
          homes(rest.placements),
        )
        expect(before).toEqual(allocateByPolicy(problem).totals)
      }),
    )
  })

  test('everybody who loses, gains or moves is named, with the change of fit; nobody else', () => {
    fc.assert(
      fc.property(overridden, ({ question, override }) => {
        const problem = posed(question)
        const before = allocate(problem)
        const { affected, placements, before: totals, after } = compared(problem, override)
        const homes = (of: typeof placements) => new Map(of.map(each => [each.householdId, each]))
        const [had, has] = [homes(before.placements), homes(placements)]
        const named = new Map(affected.map(each => [each.householdId, each]))
        for (const { household } of problem.seekers) {
          const [from, to] = [had.get(household.id), has.get(household.id)]
          if (from?.flatId === to?.flatId) expect(named.has(household.id)).toBe(false)
          else
            expect(named.get(household.id)).toEqual({
              householdId: household.id,
              change: to === undefined ? 'loses' : from === undefined ? 'gains' : 'moves',
              from: from?.flatId ?? null,
              to: to?.flatId ?? null,
              fit: (to?.fit ?? 0) - (from?.fit ?? 0),
            })
        }
        expect(affected.reduce((sum, { fit }) => sum + fit, 0)).toBe(after.fit - totals.fit)
        expect(totals).toEqual(before.totals)
      }),
    )
  })

  test('to the flat that it has anyway: nobody is affected', () => {
    fc.assert(
      fc.property(questions(7, { rooms: false }), question => {
        const problem = posed(question)
        for (const { householdId, flatId } of allocate(problem).placements)
          expect(compared(problem, { householdId, flatId, reason }).affected).toEqual([])
      }),
    )
  })

  test('costs what an exchange costs', () => {
    fc.assert(
      fc.property(questions(6, { rooms: false }), question => {
        const problem = posed(question)
        const costsOf = exchangeCosts(problem, allocate(problem))
        for (const { household } of question.seekers)
          for (const { id } of question.flats) {
            const costs = costsOf(household.id, id)
            if (E.isLeft(costs)) continue
            const { before, after } = compared(problem, { householdId: household.id, flatId: id, reason })
            expect(costs.right.points).toBe(before.fit - after.fit)
            expect(costs.right.lose.length - costs.right.gain.length).toBe(
              before.placements - after.placements,
            )
          }
      }),
    )
  })

  test('a worked example: a flat against the cap, for who ranks last', () => {
    const problem = posed({
      on: day('2016-06-01'),
      policy: {
        name: 'P',
        version: '1',
        rules: [{ rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { fixed: 400 }, unit: 'EUR' }],
        ranking: [{ by: 'persons', first: 'most' }],
        preferences: [],
      },
      seekers: [seeker('one', 1), seeker('two', 2)],
      flats: [flat('dear', { rent: { cold: 50_000 } }), flat('fine')],
    })
    const dear = compared(problem, { householdId: 'one' as HouseholdId, flatId: 'dear' as FlatId, reason })
    expect(dear.waived).toMatchObject([{ rule: { name: 'cap' }, verdict: { shortfall: { amount: 10_000 } } }])
    expect(dear.affected).toEqual([{ householdId: 'one', change: 'gains', from: null, to: 'dear', fit: 0 }])
    const fine = compared(problem, { householdId: 'one' as HouseholdId, flatId: 'fine' as FlatId, reason })
    expect(fine.affected.map(({ householdId, change }) => [householdId, change])).toEqual([
      ['one', 'gains'],
      ['two', 'loses'],
    ])
    const none = compared(problem, { householdId: 'two' as HouseholdId, flatId: null, reason })
    expect(none.affected.map(({ householdId, change }) => [householdId, change])).toEqual([
      ['one', 'gains'],
      ['two', 'loses'],
    ])
  })

  test('is refused without a reason, for strangers, and for an allocation of another problem', () => {
    const problem = posed({
      on: day('2016-06-01'),
      policy: { name: 'P', version: '1', rules: [], ranking: [], preferences: [] },
      seekers: [seeker('H', 1)],
      flats: [flat('F')],
    })
    const refused = (override: object, allocation = allocate(problem)) =>
      compare(problem, allocation, {
        householdId: 'H' as HouseholdId,
        flatId: 'F' as FlatId,
        reason,
        ...override,
      })
    expect(refused({ reason: ' ' })).toEqual(E.left({ _tag: 'NoReason', householdId: 'H' }))
    expect(refused({ householdId: 'X' })).toEqual(E.left({ _tag: 'UnknownHousehold', householdId: 'X' }))
    expect(refused({ flatId: 'X' })).toEqual(E.left({ _tag: 'UnknownFlat', flatId: 'X', room: 0 }))
    const foreign = { ...allocate(problem), placements: [] }
    expect(refused({}, foreign)).toEqual(E.left({ _tag: 'NotOnce', householdId: 'H' }))
  })
})
