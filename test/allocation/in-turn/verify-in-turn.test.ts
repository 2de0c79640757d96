import type { HouseholdId, Outcome, Problem } from 'einzug'
import {
  type AllocationId,
  allocate,
  allocateByPolicy,
  allocateInTurn,
  digest,
  explain,
  propose,
  verify,
  verifyInTurn,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../../src/allocation/outcome.ts'
import { day, flat, posed, questions, seeker } from '../instances.ts'
import { inTurn } from './in-turn.ts'

/** Every way to place households where the rules allow it. */
const outcomes = (problem: Problem): ReadonlyArray<Outcome> => {
  const { graph } = problem.ranked
  const columnsOf = (row: number) => [...graph.heads.subarray(graph.offsets[row], graph.offsets[row + 1]), -1]
  const all = problem.seekers.reduce<ReadonlyArray<ReadonlyArray<number>>>(
    (sofar, _, row) =>
      sofar.flatMap(placed =>
        columnsOf(row)
          .filter(column => column < 0 || !placed.includes(column))
          .map(column => [...placed, column]),
      ),
    [[]],
  )
  return all.map(columnOf => outcomeOf(problem, Int32Array.from(columnOf)))
}

describe('verifyInTurn', () => {
  test('of all outcomes there are, it accepts the one that walking down the list gives', () => {
    fc.assert(
      fc.property(inTurn(4).map(posed), problem => {
        const walked = allocateInTurn(problem)
        for (const outcome of outcomes(problem)) {
          const verdict = verifyInTurn(problem, outcome)
          if (JSON.stringify(outcome) === JSON.stringify(walked))
            expect(verdict).toEqual(E.right(walked.totals))
          else expect(verdict).toMatchObject({ left: { _tag: 'PassedOver' } })
        }
      }),
    )
  })

  const problem = posed({
    on: day('2016-06-01'),
    policy: {
      name: 'P',
      version: '1',
      procedure: 'in turn',
      rules: [
        { rule: 'atLeast', name: 'area', flat: 'area', asks: { times: 20, of: 'persons' }, unit: 'm²' },
      ],
      ranking: [{ by: 'persons', first: 'fewest' }],
      preferences: [],
    },
    seekers: [seeker('A', 1), seeker('B', 2)],
    flats: [flat('F1', { area: 40 }), flat('F2', { area: 30 })],
  })
  const walked = allocateInTurn(problem)
  const [a] = walked.placements

  test('says what is wrong, and where', () => {
    if (a === undefined) throw new Error('A comes first')
    expect(a).toMatchObject({ householdId: 'A', flatId: 'F1' })
    const b = { ...a, householdId: 'B' as HouseholdId }
    const said = (change: Partial<Outcome>) => verifyInTurn(problem, { ...walked, ...change })
    expect(said({ placements: [] })).toEqual(E.left({ _tag: 'NotOnce', householdId: 'A' }))
    expect(said({ totals: { ...walked.totals, fit: 1 } })).toMatchObject({ left: { _tag: 'WrongCount' } })
    const twice = { ...walked.totals, placements: 2, personsHoused: 3 }
    expect(said({ placements: [a, b], unplaced: [], totals: twice })).toEqual(
      E.left({ _tag: 'HomeTwice', flatId: 'F1', room: 0 }),
    )
    expect(
      said({ placements: [{ ...b, flatId: 'F2' as typeof b.flatId }], unplaced: [a.householdId] }),
    ).toMatchObject({
      left: { _tag: 'RuleBroken' },
    })
    // best, and so a better outcome for all, is not what the list gives
    expect(verifyInTurn(problem, allocate(problem))).toEqual(
      E.left({ _tag: 'PassedOver', householdId: 'A', flatId: 'F1', room: 0 }),
    )
  })
})

describe('the procedure in the policy', () => {
  test('says how it is allocated, whether there is a proof, and what is verified', () => {
    fc.assert(
      fc.property(questions(5), question => {
        const policy = { ...question.policy, procedure: 'in turn' } as const
        const [best, turns] = [posed(question), posed({ ...question, policy })]
        expect(allocateByPolicy(best)).toEqual(allocate(best))
        expect(allocateByPolicy(turns)).toEqual(allocateInTurn(turns))
        expect(allocateByPolicy(turns).proof).toBeUndefined()
        for (const problem of [best, turns]) {
          const outcome = allocateByPolicy(problem)
          expect(verify(problem, outcome)).toEqual(E.right(outcome.totals))
        }
      }),
    )
  })

  test('an outcome without a proof is neither verified nor explained where there should be one', () => {
    const policy = { name: 'P', version: '1', rules: [], ranking: [], preferences: [] }
    const problem = posed({ on: day('2016-06-01'), policy, seekers: [seeker('A', 1)], flats: [flat('F')] })
    const outcome = allocateInTurn(problem)
    expect(verify(problem, outcome)).toEqual(E.left({ _tag: 'NoProof' }))
    expect(explain(problem, outcome).household('A' as HouseholdId)).toEqual(E.left({ _tag: 'NoProof' }))
  })

  test('is part of the digest on record', () => {
    const policy = { name: 'P', version: '1', rules: [], ranking: [], preferences: [] } as const
    const question = { on: day('2016-06-01'), seekers: [seeker('A', 1)], flats: [flat('F')] }
    const recorded = (adopted: typeof policy & { readonly procedure?: 'in turn' }) => {
      const problem = posed({ ...question, policy: adopted })
      const [{ data }, proposal] = propose(problem, allocateByPolicy(problem), 'A1' as AllocationId)
      expect(proposal?.data).toMatchObject({ householdId: 'A', flatId: 'F', allocationId: 'A1' })
      return data
    }
    const [best, turns] = [recorded(policy), recorded({ ...policy, procedure: 'in turn' })]
    expect(turns.policyDigest).toBe(digest({ ...policy, procedure: 'in turn' }))
    expect(turns.policyDigest).not.toBe(best.policyDigest)
    expect(turns.problemDigest).not.toBe(best.problemDigest)
  })
})
