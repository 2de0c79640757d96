import { type HousingEvent, type Problem, poseOn, type Recorded, replay } from 'einzug'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, flat, seeker } from './instances.ts'

const said = (...facts: ReadonlyArray<readonly [HousingEvent['type'], object]>) =>
  replay(
    facts.map(
      ([type, data], k) =>
        ({ type, data, envelope: { version: k + 1, commandId: `c${k}` } }) as unknown as Recorded,
    ),
  )
const policy = {
  name: 'own',
  version: '1',
  rules: [{ rule: 'where', name: 'own', predicate: 'own' }],
  ranking: [],
  preferences: [],
}
const registry = said(
  ['PolicyAdopted', { on: '2016-02-01', policy, digest: '' }],
  ['HouseholdAssigned', { on: '2016-02-01', household: seeker('A', 1).household, regime: 'none' }],
  ['HouseholdAssigned', { on: '2016-04-01', household: seeker('B', 1).household, regime: 'none' }],
  ['FlatListed', { on: '2016-02-01', flat: flat('F', { roomsLet: 2 }) }],
)

describe('poseOn', () => {
  test('asks the registry who seeks and what is on offer, under the policy in force', () => {
    const posed = (on: string) => poseOn(registry, day(on), { own: () => true })
    const sizes = (on: string) =>
      E.map(({ seekers, homes, policy: { name } }: Problem) => [seekers.length, homes.length, name])(
        posed(on),
      )
    expect(sizes('2016-03-01')).toEqual(E.right([1, 2, 'own']))
    expect(sizes('2016-04-01')).toEqual(E.right([2, 2, 'own']))
    expect(posed('2016-01-31')).toEqual(E.left({ _tag: 'NoPolicy', on: '2016-01-31' }))
  })

  test('needs the predicates that the policy names', () => {
    expect(poseOn(registry, day('2016-03-01'))).toMatchObject({ left: { _tag: 'BadPolicy' } })
  })
})
