import type { Census, HousingEvent, Recorded } from 'einzug'
import { census, fold } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact, inStream } from './facts.ts'
import { type Chain, chains, harmonious, interleaved, logs } from './logs.ts'
import { answers } from './questions.ts'

const states = logs.map(fold(census))

/** The chains of several municipalities, each event in its envelope. */
const municipalities: fc.Arbitrary<ReadonlyArray<Chain<Recorded>>> = fc
  .array(logs, { maxLength: 3 })
  .map(all => all.map((log, at) => inStream(`M${String(at)}`, log)))

describe('the census is a monoid', () => {
  test('the empty census changes nothing', () => {
    fc.assert(
      fc.property(states, state => {
        expect(census.concat(state, census.empty)).toEqual(state)
        expect(census.concat(census.empty, state)).toEqual(state)
      }),
      { numRuns: 30 },
    )
  })

  test('the grouping does not matter, nor does the order of disjoint parts', () => {
    fc.assert(
      fc.property(logs, logs, logs, (...three) => {
        const [a, b, c] = three.map((log, at) => fold(census)(inStream(`M${String(at)}`, log))) as [
          Census,
          Census,
          Census,
        ]
        const left = census.concat(census.concat(a, b), c)
        expect(census.concat(a, census.concat(b, c))).toEqual(left)
        expect(census.concat(c, census.concat(b, a))).toEqual(left)
      }),
      { numRuns: 30 },
    )
  })

  test('municipalities folded one by one and joined answer as all their events in any order that keeps each log', () => {
    const both = municipalities.chain(each => fc.record({ each: fc.constant(each), all: interleaved(each) }))
    fc.assert(
      fc.property(both, ({ each, all }) => {
        const joined = each.map(fold(census)).reduce(census.concat, census.empty)
        expect(answers(joined)).toEqual(answers(fold(census)(all)))
        expect(joined).toEqual(fold(census)(all))
      }),
      { numRuns: 50 },
    )
  })

  test('so does one municipality dealt out by household, flat, site, tenancy and stay', () => {
    const dealt = chains.chain(all =>
      fc.record({
        all: fc.constant(all),
        first: fc.subarray(all.map((_, at) => at)),
      }),
    )
    fc.assert(
      fc.property(dealt, ({ all, first }) => {
        const here = all.filter((_, at) => first.includes(at)).flat()
        const there = all.filter((_, at) => !first.includes(at)).flat()
        expect(census.concat(fold(census)(here), fold(census)(there))).toEqual(fold(census)(all.flat()))
      }),
      { numRuns: 50 },
    )
  })
})

describe('folding', () => {
  test('at once is event by event', () => {
    fc.assert(
      fc.property(logs, logs, (early, late) => {
        const { empty, apply, concat } = census
        const state = fold({ empty, apply, concat })(early)
        expect(fold(census)(early)).toEqual(state)
        expect(census.applyAll?.(state, late)).toEqual(late.reduce<Census>(census.apply, state))
      }),
      { numRuns: 50 },
    )
  })

  test('never changes a census that it was given', () => {
    fc.assert(
      fc.property(logs, logs, (early, late) => {
        const state = fold(census)(early)
        const before = structuredClone(state)
        late.reduce<Census>(census.apply, state)
        census.applyAll?.(state, late)
        census.concat(state, fold(census)(late))
        expect(structuredClone(state)).toEqual(before)
        expect(fold(census)([])).toEqual(census.empty)
      }),
      { numRuns: 30 },
    )
  })

  test('shares what an event does not touch', () => {
    const log = [fact.assigned(0, 'H1', ['P1']), fact.listed(0, 'F1'), fact.tenancy(1, 'T1', 'H1', 'F1')]
    const state = fold(census)(log)
    const next = census.apply(state, fact.tenancyEnded(4, 'T1'))
    expect(next.tenancies).not.toBe(state.tenancies)
    expect(next.households).toBe(state.households)
    expect(next.tenancies.base).toBe(state.tenancies.base)
    const shared = next.tenancies.changes.filter((block, at) => block === state.tenancies.changes[at])
    expect(shared.length).toBe(state.tenancies.changes.length - 1)
  })

  test('passes over what figures do not ask for', () => {
    const state = fold(census)([fact.assigned(0, 'H1', ['P1'])])
    const on = fact.left(3, 'H1').data.on
    const others = [
      { type: 'PolicyAdopted', data: { on } },
      { type: 'AllocationMade', data: { on } },
      { type: 'PlacementProposed', data: { on, householdId: 'H1', flatId: 'F1' } },
      { type: 'PlacementDeclined', data: { on } },
      { type: 'PlacementWithdrawn', data: { on } },
      { type: 'PlacementAgreed', data: { on } },
    ] as unknown as ReadonlyArray<HousingEvent>
    for (const event of others) expect(census.apply(state, event)).toBe(state)
  })

  test('passes over the end, correction or annulment of what never started', () => {
    const state = fold(census)([fact.tenancy(0, 'T1', 'H1', 'F1'), fact.stay(0, 'A1', 'H1', 'S1')])
    const strays = [
      fact.tenancyEnded(3, 'A1'),
      fact.tenancyCorrected(3, 'A1', null),
      fact.tenancyAnnulled(3, 'A1'),
      fact.stayEnded(3, 'T1'),
      fact.stayCorrected(3, 'T1', 5),
      fact.stayAnnulled(3, 'T1'),
    ]
    for (const event of strays) expect(census.apply(state, event)).toBe(state)
  })
})

test('facts that do not contradict each other leave the same census in any order of recording', () => {
  const twice = harmonious.chain(facts => fc.tuple(interleaved(facts), interleaved(facts)))
  fc.assert(
    fc.property(twice, ([one, other]) => {
      expect(fold(census)(one)).toEqual(fold(census)(other))
    }),
  )
})
