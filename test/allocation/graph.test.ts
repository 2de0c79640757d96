import {
  type Flat,
  fitOf,
  judge,
  type Offer,
  type Predicates,
  pose,
  type Question,
  type Seeker,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { expect, test } from 'vitest'
import * as testing from '../../src/testing/arbitrary/index.ts'
import { day, flat, posed, seeker } from './instances.ts'

const on = day('2016-06-01')

/** A predicate that counts how often it is asked. */
const counting = () => {
  const asked = { times: 0 }
  const predicates: Predicates = {
    roomy: ({ household }, { rooms }) => {
      asked.times += 1
      return rooms >= household.members.length
    },
  }
  return { asked, predicates }
}

const offers: fc.Arbitrary<ReadonlyArray<Offer>> = fc
  .array(fc.record({ flat: testing.flat(), units: fc.nat(3) }), { maxLength: 30, size: 'max' })
  .map(all => all.map((offer, k) => ({ ...offer, flat: { ...offer.flat, id: `F${k}` as Flat['id'] } })))

const seekers: fc.Arbitrary<ReadonlyArray<Seeker>> = fc.array(testing.seeker(), { maxLength: 6 }).map(all =>
  all.map((each, k) => ({
    ...each,
    household: { ...each.household, id: `H${k}` as Seeker['household']['id'] },
  })),
)

test('holds the pairs that every rule allows, home by home, with their fit', () => {
  fc.assert(
    fc.property(testing.policy({ predicates: ['roomy'] }), seekers, offers, (policy, seekers, offers) => {
      const { predicates } = counting()
      const { ranked, homes, ...problem } = posed({ on, policy, seekers, offers, predicates })
      const pairs = problem.seekers.flatMap((seeker, row) =>
        homes.flatMap(({ flat }, column) => {
          const fails = policy.rules.some(rule => judge(rule, seeker, flat, on, predicates)._tag === 'Fails')
          const { total } = fitOf(policy.preferences, seeker, flat, on, predicates)
          return fails ? [] : [{ row, column, total }]
        }),
      )
      expect([...ranked.graph.heads]).toEqual(pairs.map(({ column }) => column))
      expect([...ranked.graph.fit]).toEqual(pairs.map(({ total }) => total))
      expect([...ranked.graph.offsets]).toEqual(
        [...problem.seekers.keys(), problem.seekers.length].map(
          h => pairs.filter(({ row }) => row < h).length,
        ),
      )
      expect(homes).toHaveLength(offers.reduce((sum, { units }) => sum + units, 0))
    }),
  )
})

const open: Question['policy'] = { name: 'open', version: '1', rules: [], ranking: [], preferences: [] }

test('asks a predicate once about a flat, however many homes it has', () => {
  const { asked, predicates } = counting()
  const rules = [{ rule: 'where', name: 'roomy', predicate: 'roomy' }] as const
  const flats = [flat('F', { roomsLet: 3 }), flat('G', { roomsLet: 2 })]
  const problem = posed({ on, policy: { ...open, rules }, seekers: [seeker('H', 1)], flats, predicates })
  expect([...problem.ranked.graph.heads]).toEqual([0, 1, 2, 3, 4])
  expect(asked.times).toBe(2)
})

test('is refused before it is built where it has more pairs than a graph may have', () => {
  const most = 2 ** 28
  const seekers = Array.from({ length: 2 ** 11 + 1 }, (_, k) => seeker(`H${k}`, 1))
  const question = { on, policy: open, seekers, flats: [flat('F', { roomsLet: 2 ** 17 })] }
  expect(pose(question)).toEqual(E.left({ _tag: 'TooLarge', what: 'pairs', found: most + 2 ** 17, most }))
})
