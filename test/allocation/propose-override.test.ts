import {
  type AllocationId,
  allocate,
  allocateByPolicy,
  type Command,
  compare,
  contents,
  decide,
  type FlatId,
  found,
  type HouseholdId,
  type Municipality,
  type MunicipalityId,
  overrideOf,
  type PlacementOverride,
  propose,
  proposeOverride,
  type Question,
  tell,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, flat, posed, questions, seeker } from './instances.ts'

const right = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

const told = (commands: ReadonlyArray<Command>, town: Municipality): Municipality =>
  right(tell(commands, { recordedAt: '2016-06-01T12:00:00.000Z' })(town))

/** A town that knows of all households and flats of a question. */
const townOf = ({ on, seekers, flats = [] }: Question): Municipality =>
  told(
    [
      ...seekers.map(({ household, regime }, k): unknown => ({
        type: 'AssignHousehold',
        id: `h${k}`,
        data: { on, household, regime },
      })),
      ...flats.map((each, k): unknown => ({ type: 'ListFlat', id: `f${k}`, data: { on, flat: each } })),
    ] as ReadonlyArray<Command>,
    found('Dülmen' as MunicipalityId),
  )

const id = 'A1' as AllocationId
const reason = 'close to the dialysis centre'

const overridden = fc
  .tuple(questions(6), fc.nat(), fc.nat(), fc.boolean())
  .filter(([{ seekers }]) => seekers.length > 0)
  .map(([question, h, f, inTurn]) => ({
    question: inTurn
      ? { ...question, policy: { ...question.policy, procedure: 'in turn' as const } }
      : question,
    override: {
      householdId: question.seekers[h % question.seekers.length]?.household.id as HouseholdId,
      flatId: question.flats[f % (question.flats.length + 1)]?.id ?? null,
      reason,
    } satisfies PlacementOverride,
  }))

describe('proposeOverride', () => {
  test('after the allocation it is admitted; what is open then is the override, and the rest of the allocation', () => {
    let departed = 0
    fc.assert(
      fc.property(overridden, ({ question, override }) => {
        const problem = posed(question)
        const allocation = allocateByPolicy(problem)
        const town = told(propose(problem, allocation, id), townOf(question))
        const orders = right(proposeOverride(problem, allocation, override, id))
        const after = told(orders, town)
        for (const order of orders)
          expect(decide(order, after.registry)).toEqual(
            E.left({ _tag: 'AlreadyHandled', commandId: order.id }),
          )

        const gave =
          allocation.placements.find(each => each.householdId === override.householdId)?.flatId ?? null
        expect(orders.length === 0).toBe(gave === override.flatId)
        const open = [...contents(after.registry.placements).values()].filter(
          ({ state }) => state === 'proposed',
        )
        const own = open.filter(({ householdId }) => householdId === override.householdId)
        expect(own.map(({ flatId }) => flatId)).toEqual(override.flatId === null ? [] : [override.flatId])
        const against = own[0]?.against
        if (gave !== override.flatId && against !== undefined) {
          departed += 1
          expect(against).toEqual({ allocationId: id, gave, reason })
          // what is on record says what compare is asked
          expect(compare(problem, allocation, overrideOf(own[0] as never) as PlacementOverride)).toEqual(
            compare(problem, allocation, override),
          )
        } else expect(own.every(each => overrideOf(each) === null)).toBe(true)
        // all others as they were, but for one at most that made room
        const others = open.filter(({ householdId }) => householdId !== override.householdId)
        const before = allocation.placements.filter(({ householdId }) => householdId !== override.householdId)
        expect(before).toEqual(
          expect.arrayContaining(
            others.map(
              ({ householdId, flatId }) => expect.objectContaining({ householdId, flatId }) as unknown,
            ),
          ),
        )
        const units = question.flats.find(each => each.id === override.flatId)?.roomsLet ?? 1
        const full = before.filter(({ flatId }) => flatId === override.flatId).length === units
        expect(others.length).toBe(before.length - (full && gave !== override.flatId ? 1 : 0))
      }),
    )
    expect(departed).toBeGreaterThan(20)
  })

  test('is refused without a reason, for strangers, and for an allocation of another problem', () => {
    const policy = { name: 'P', version: '1', rules: [], ranking: [], preferences: [] }
    const problem = posed({ on: day('2016-06-01'), policy, seekers: [seeker('H', 1)], flats: [flat('F')] })
    const override = { householdId: 'H' as HouseholdId, flatId: 'F' as FlatId, reason }
    const refused = (change: object, allocation = allocate(problem)) =>
      proposeOverride(problem, allocation, { ...override, ...change }, id)
    expect(refused({})).toEqual(E.right([]))
    expect(refused({ reason: ' ' })).toEqual(E.left({ _tag: 'NoReason', householdId: 'H' }))
    expect(refused({ householdId: 'X' })).toEqual(E.left({ _tag: 'UnknownHousehold', householdId: 'X' }))
    expect(refused({ flatId: 'X' })).toEqual(E.left({ _tag: 'UnknownFlat', flatId: 'X', room: 0 }))
    expect(refused({}, { ...allocate(problem), placements: [] })).toEqual(
      E.left({ _tag: 'NotOnce', householdId: 'H' }),
    )
  })
})
