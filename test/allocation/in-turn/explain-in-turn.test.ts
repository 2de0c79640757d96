import {
  allocateInTurn,
  applyChange,
  explain,
  type FlatId,
  type HouseholdId,
  judge,
  type Problem,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, flat, posed, seeker } from '../instances.ts'
import { inTurn } from './in-turn.ts'

const right = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

const housedIn = (problem: Problem): ReadonlyArray<HouseholdId> =>
  allocateInTurn(problem).placements.map(({ householdId }) => householdId)

const explained = (problem: Problem) => {
  const outcome = allocateInTurn(problem)
  const { household, flat: flatReason } = explain(problem, outcome)
  return {
    outcome,
    reasons: problem.seekers.map(each => ({
      id: each.household.id,
      reason: right(household(each.household.id)),
    })),
    flatReasons: [...new Set(problem.homes.map(each => each.flat.id))].map(id => right(flatReason(id))),
  }
}

describe('reasons in turn', () => {
  test('placed: its flat, and every better one, with who had taken it before', () => {
    fc.assert(
      fc.property(inTurn(7).map(posed), problem => {
        const { outcome, reasons } = explained(problem)
        const turns = new Map(
          reasons.flatMap(({ id, reason }) => ('turn' in reason ? [[id, reason.turn] as const] : [])),
        )
        for (const { householdId, flatId, fit } of outcome.placements) {
          const reason = reasons.find(({ id }) => id === householdId)?.reason
          if (reason?._tag !== 'PlacedInTurn') throw new Error('it is placed')
          expect(reason).toMatchObject({ flatId, fit })
          expect(reason.points.reduce((sum, { points }) => sum + points, 0)).toBe(fit)
          for (const { heldBy, fit: fitThere } of reason.better) {
            expect(fitThere).toBeGreaterThan(fit)
            expect(turns.get(heldBy)).toBeLessThan(reason.turn)
          }
        }
        expect(outcome.unplaced).toEqual(
          reasons.filter(({ reason }) => reason._tag !== 'PlacedInTurn').map(({ id }) => id),
        )
      }),
    )
  })

  test('none left: exactly where some flat passes the rules; they are all named, with who has them', () => {
    fc.assert(
      fc.property(inTurn(7), question => {
        const problem = posed(question)
        const { outcome, reasons } = explained(problem)
        for (const { id, reason } of reasons) {
          if (reason._tag === 'PlacedInTurn') continue
          const self = problem.seekers.find(({ household }) => household.id === id)
          if (self === undefined) throw new Error('it seeks')
          const may = question.flats
            .filter(each =>
              question.policy.rules.every(rule => judge(rule, self, each, question.on)._tag !== 'Fails'),
            )
            .map(each => each.id)
          expect(reason._tag).toBe(may.length === 0 ? 'NoFlatFits' : 'AllTaken')
          if (reason._tag !== 'AllTaken') continue
          expect(reason.flats).toEqual([...may].sort())
          const holders = outcome.placements.filter(({ flatId }) => may.includes(flatId))
          expect([...reason.heldBy].sort()).toEqual(holders.map(({ householdId }) => householdId).sort())
        }
      }),
    )
  })

  test('whoever is named makes room by withdrawing, and nobody else does', () => {
    let found = 0
    fc.assert(
      fc.property(inTurn(7), question => {
        for (const { id, reason } of explained(posed(question)).reasons) {
          if (reason._tag !== 'AllTaken') continue
          found += reason.ifOneOf.length
          for (const { household } of question.seekers) {
            if (household.id === id) continue
            const seekers = question.seekers.filter(each => each.household !== household)
            const houses = housedIn(posed({ ...question, seekers })).includes(id)
            expect(houses).toBe(reason.ifOneOf.includes(household.id))
          }
        }
      }),
    )
    expect(found).toBeGreaterThan(20)
  })

  test('the changes named house the household when they are made; no smaller exception does', () => {
    let [exceptions, flats] = [0, 0]
    fc.assert(
      fc.property(inTurn(7), question => {
        const problem = posed(question)
        for (const { id, reason } of explained(problem).reasons) {
          if (!('exception' in reason) || reason._tag === 'Outranked') continue
          const { exception, oneMore } = reason
          for (const change of [exception, oneMore]) {
            if (change === null) continue
            if (change === exception) exceptions += 1
            else flats += 1
            expect(housedIn(right(applyChange(problem, change)))).toContain(id)
          }
          for (const rule of question.policy.rules) {
            const of = { _tag: 'Exception', householdId: id, rule, flatId: '' as FlatId } as const
            if (exception === null)
              expect(housedIn(right(applyChange(problem, { ...of, by: null })))).not.toContain(id)
            else if (rule === exception.rule && exception.by !== null) {
              const by = { ...exception.by, amount: exception.by.amount - 0.5 }
              expect(housedIn(right(applyChange(problem, { ...of, by })))).not.toContain(id)
            }
          }
        }
      }),
    )
    expect(Math.min(exceptions, flats)).toBeGreaterThan(20)
  })

  test('a flat: who has it, who would be housed if its tenant withdrew, and what a walk without it gives', () => {
    let next = 0
    fc.assert(
      fc.property(inTurn(7, { rooms: false }), question => {
        const problem = posed(question)
        const { outcome, flatReasons } = explained(problem)
        const before = new Set(outcome.placements.map(({ householdId }) => householdId))
        for (const reason of flatReasons) {
          const tenant = outcome.placements.find(({ flatId }) => flatId === reason.flatId)
          expect(reason._tag === 'FlatTaken').toBe(tenant !== undefined)
          if (reason._tag === 'AllHaveBetter')
            for (const { fit, fitHere } of reason.may) expect(fit).toBeGreaterThanOrEqual(fitHere)
          if (reason._tag !== 'FlatTaken' || tenant === undefined) continue
          expect(reason.tenants).toEqual([{ householdId: tenant.householdId, fit: tenant.fit }])
          const seekers = question.seekers.filter(({ household }) => household.id !== tenant.householdId)
          const heirs = housedIn(posed({ ...question, seekers })).filter(id => !before.has(id))
          expect(reason.next).toEqual(heirs)
          next += heirs.length
          const flats = question.flats.filter(({ id }) => id !== reason.flatId)
          const without = allocateInTurn(posed({ ...question, flats }))
          const { lose, gain, points } = reason.costs
          expect([...lose, ...outcome.unplaced].sort()).toEqual([...without.unplaced].sort())
          expect(gain).toEqual([])
          expect(points).toBe(outcome.totals.fit - without.totals.fit)
        }
      }),
    )
    expect(next).toBeGreaterThan(20)
  })

  test('a worked example: the first takes the better flat, though the second may have no other', () => {
    const since = (k: number) => day(`2016-01-0${k}`)
    const problem = posed({
      on: day('2016-06-01'),
      policy: {
        name: 'P',
        version: '1',
        procedure: 'in turn',
        rules: [{ rule: 'oneOf', name: 'wanted', word: 'flat.district', list: 'household.districts' }],
        ranking: [{ by: 'waitingSince' }],
        preferences: [],
      },
      seekers: [
        seeker('both', 1, { waitingSince: since(1), wishes: { districts: ['Mitte', 'Nord'] } }),
        seeker('Mitte', 1, { waitingSince: since(2), wishes: { districts: ['Mitte'] } }),
      ],
      flats: [flat('FM'), flat('FN', { district: 'Nord' })],
    })
    const { reasons, flatReasons } = explained(problem)
    expect(reasons).toMatchObject([
      {
        id: 'Mitte',
        reason: {
          _tag: 'AllTaken',
          turn: 2,
          flats: ['FM'],
          heldBy: ['both'],
          ifOneOf: ['both'],
          exception: { rule: { name: 'wanted' }, flatId: 'FN' },
          oneMore: { like: 'FM', flat: { id: 'FM+' }, failures: [] },
        },
      },
      { id: 'both', reason: { _tag: 'PlacedInTurn', turn: 1, flatId: 'FM', better: [] } },
    ])
    expect(flatReasons).toMatchObject([
      { _tag: 'FlatTaken', flatId: 'FM', may: 2, next: ['Mitte'], costs: { lose: [], gain: [], points: 0 } },
      { _tag: 'AllHaveBetter', flatId: 'FN', may: [{ householdId: 'both' }] },
    ])
  })

  test('an outcome that the walk does not give is not explained', () => {
    const policy = {
      name: 'P',
      version: '1',
      procedure: 'in turn',
      rules: [],
      ranking: [],
      preferences: [],
    } as const
    const problem = posed({ on: day('2016-06-01'), policy, seekers: [seeker('A', 1)], flats: [flat('F')] })
    const { totals } = allocateInTurn(problem)
    const left = {
      placements: [],
      unplaced: ['A' as HouseholdId],
      totals: { ...totals, placements: 0, personsHoused: 0 },
    }
    expect(explain(problem, left).flat('F' as FlatId)).toEqual(
      E.left({ _tag: 'PassedOver', householdId: 'A', flatId: 'F', room: 0 }),
    )
  })
})
