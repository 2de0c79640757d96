import {
  type AllocationId,
  allocate,
  type Command,
  found,
  type MunicipalityId,
  poseOn,
  propose,
  type Recorded,
  replayDecision,
  tell,
} from 'einzug'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'

const at = { recordedAt: '2016-03-02T12:00:00.000Z' }
const right = <A>(outcome: E.Either<unknown, A>): A =>
  E.getOrElse<unknown, A>(left => {
    throw new Error(JSON.stringify(left))
  })(outcome)

const policy = {
  name: 'largest first',
  version: '1',
  preferences: [],
  rules: [{ rule: 'atLeast', name: 'area', flat: 'area', asks: { times: 9, of: 'persons' }, unit: 'm²' }],
  ranking: [
    { by: 'persons', first: 'most' },
    { by: 'lottery', seed: 7 },
  ],
}

/** A town that has allocated its flats, with households of these sizes and flats of these areas. */
const townOf = (sizes: ReadonlyArray<number>, areas: ReadonlyArray<number>): ReadonlyArray<Recorded> => {
  const commands = [
    { id: 'p', type: 'AdoptPolicy', data: { on: '2016-03-01', policy } },
    ...areas.map((area, k) => ({
      id: `f${k}`,
      type: 'ListFlat',
      data: {
        on: '2016-03-01',
        flat: { id: `F${k}`, district: 'Mitte', area, rooms: 3, rent: { cold: 38000 } },
      },
    })),
    ...sizes.map((size, k) => ({
      id: `h${k}`,
      type: 'AssignHousehold',
      data: {
        on: '2016-03-02',
        regime: 'AsylbLG',
        household: {
          id: `H${k}`,
          members: Array.from({ length: size }, (_, m) => ({
            id: `H${k}/${m}`,
            age: { known: 'birth', born: '1984-05-01' },
          })),
        },
      },
    })),
  ] as unknown as ReadonlyArray<Command>
  const town = right(tell(commands, at)(found('town' as MunicipalityId)))
  const problem = right(poseOn(town.registry, '2016-03-31' as never))
  return right(tell(propose(problem, allocate(problem), 'A1' as AllocationId), at)(town)).events
}

const towns = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 7 }),
    fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 1, maxLength: 5 }),
  )
  .map(([sizes, areas]) => townOf(sizes, areas))

describe('a decision made once more', () => {
  test('is the one on record, whatever was recorded later', () => {
    fc.assert(
      fc.property(towns, log => {
        const later = {
          type: 'HouseholdLeft',
          data: { on: '2016-05-01', householdId: 'H0', reason: 'other' },
        }
        const all = [...log, { ...later, envelope: { ...log.at(-1)?.envelope } } as unknown as Recorded]
        expect(right(replayDecision(all, 'A1' as AllocationId)).allocation.placements.length).toBe(
          log.filter(({ type }) => type === 'PlacementProposed').length,
        )
      }),
    )
  })

  test('differs by type where the record was changed', () => {
    const log = townOf([3, 2, 5], [30, 50])
    const changed = (type: string, by: (data: never) => object) =>
      replayDecision(
        log.map(event =>
          event.type === type ? ({ ...event, data: by(event.data as never) } as Recorded) : event,
        ),
        'A1' as AllocationId,
      )
    const differs = (part: string) => ({ left: { _tag: 'OtherDecision', part } })
    const digest = '0'.repeat(64)
    expect(changed('AllocationMade', (data: object) => ({ ...data, policyDigest: digest }))).toMatchObject(
      differs('policyDigest'),
    )
    expect(changed('AllocationMade', (data: object) => ({ ...data, seed: 8 }))).toMatchObject(differs('seed'))
    expect(changed('AllocationMade', (data: object) => ({ ...data, totals: {} }))).toMatchObject(
      differs('totals'),
    )
    expect(
      changed('FlatListed', (data: { flat: object }) => ({ ...data, flat: { ...data.flat, floor: 1 } })),
    ).toMatchObject(differs('problemDigest'))
    expect(changed('PlacementProposed', (data: object) => ({ ...data, householdId: 'H9' }))).toMatchObject({
      left: { _tag: 'OtherPlacements', recorded: ['H9 → F1', 'H9 → F0'].reverse().sort() },
    })
    const unposed = log.filter(({ type }) => type !== 'PolicyAdopted')
    expect(replayDecision(unposed, 'A1' as AllocationId)).toMatchObject({ left: { _tag: 'NotPosed' } })
  })
})
