import { allocate, explain, type FlatId, type HouseholdId, judge } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { posed, questions } from '../instances.ts'

describe('explain a flat', () => {
  test('taken: by whom; empty: nobody may live there, or all who may live as well elsewhere', () => {
    const seen = { FlatTaken: 0, NobodyMay: 0, AllHaveBetter: 0 }
    fc.assert(
      fc.property(questions(7), question => {
        const problem = posed(question)
        const allocation = allocate(problem)
        const reasonOf = explain(problem, allocation).flat
        for (const { id, ...here } of question.flats) {
          const reason = reasonOf(id)
          if (E.isLeft(reason)) throw new Error(reason.left._tag)
          seen[reason.right._tag] += 1
          const tenants = allocation.placements.filter(({ flatId }) => flatId === id)
          const failed = question.seekers.map(each =>
            question.policy.rules.filter(
              rule => judge(rule, each, { ...here, id }, question.on)._tag === 'Fails',
            ),
          )
          const may = failed.filter(rules => rules.length === 0).length
          if (reason.right._tag === 'FlatTaken') {
            expect(reason.right.tenants.map(({ householdId }) => householdId)).toEqual(
              expect.arrayContaining(tenants.map(({ householdId }) => householdId)),
            )
            expect(reason.right.tenants.length).toBe(tenants.length)
            expect(reason.right.may).toBe(may)
            continue
          }
          expect(tenants).toEqual([])
          if (reason.right._tag === 'NobodyMay') {
            expect(may).toBe(0)
            expect(reason.right.rules.map(({ fail, failAlone }) => [fail, failAlone])).toEqual(
              question.policy.rules.map(rule => [
                failed.filter(rules => rules.includes(rule)).length,
                failed.filter(rules => rules.length === 1 && rules[0] === rule).length,
              ]),
            )
            continue
          }
          expect(reason.right.may.length).toBe(may)
          for (const { householdId, fit, fitHere } of reason.right.may) {
            expect(allocation.placements.find(each => each.householdId === householdId)?.fit).toBe(fit)
            expect(fit).toBeGreaterThanOrEqual(fitHere)
          }
        }
      }),
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
  })

  test('taken: who is next gets a home if the tenant withdraws, and without the flat there is less by what is said', () => {
    fc.assert(
      fc.property(questions(7, { rooms: false }), question => {
        const problem = posed(question)
        const allocation = allocate(problem)
        const reasonOf = explain(problem, allocation).flat
        const housed = (seekers = question.seekers, flats = question.flats) => {
          const { placements, totals } = allocate(posed({ ...question, seekers, flats }))
          return { ids: placements.map(({ householdId }) => householdId), fit: totals.fit }
        }
        for (const { id } of question.flats) {
          const reason = reasonOf(id)
          if (E.isLeft(reason) || reason.right._tag !== 'FlatTaken') continue
          const [tenant] = reason.right.tenants
          const gained = (before: ReadonlyArray<HouseholdId>, after: ReadonlyArray<HouseholdId>) =>
            after.filter(each => !before.includes(each))
          const now = housed()
          const withdrawn = housed(question.seekers.filter(each => each.household.id !== tenant?.householdId))
          const without = housed(
            question.seekers,
            question.flats.filter(each => each.id !== id),
          )
          const strict = question.policy.ranking.some(({ by }) => by === 'lottery')
          if (strict) {
            expect(gained(now.ids, withdrawn.ids)).toEqual(reason.right.next)
            expect(gained(without.ids, now.ids)).toEqual(reason.right.costs.lose)
          }
          expect(reason.right.costs.points).toBe(now.fit - without.fit)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('fails for a flat that is not on offer', () => {
    fc.assert(
      fc.property(questions(3), question => {
        const problem = posed(question)
        expect(explain(problem, allocate(problem)).flat('X' as FlatId)).toEqual(
          E.left({ _tag: 'UnknownFlat', flatId: 'X', room: 0 }),
        )
      }),
    )
  })
})
