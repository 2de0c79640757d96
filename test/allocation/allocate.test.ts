import { allocate, fitOf, judge, type Problem, ranking, type Seeker, units, verify } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import policy from '../../examples/policies/nrw-2016-level-2.json'
import { sharedDataIsThere, sharedRows } from '../support/shared-data.ts'
import { day, flat, posed, questions, seeker } from './instances.ts'

/** The best score of all allocations, by trying them all: households housed rank by rank, then the fit. */
const bestByHand = ({ policy, seekers, homes, on }: Problem): ReadonlyArray<number> => {
  const ord = ranking(policy.ranking, on)
  const sorted = [...seekers].sort(ord.compare)
  const rankOf = sorted.map(each => sorted.findIndex(other => ord.compare(each, other) === 0))
  const fitIn = (each: Seeker, home: number): number | undefined => {
    const here = homes[home]?.flat
    if (here === undefined || policy.rules.some(rule => judge(rule, each, here, on)._tag === 'Fails'))
      return undefined
    return fitOf(policy.preferences, each, here, on).total
  }
  const fits = sorted.map(each => homes.map((_, home) => fitIn(each, home)))
  const better = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean => {
    const at = a.findIndex((count, k) => count !== b[k])
    return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
  }
  const walk = (at: number, taken: ReadonlySet<number>): ReadonlyArray<number> => {
    if (at === sorted.length) return Array.from({ length: sorted.length + 1 }, () => 0)
    let best = walk(at + 1, taken)
    fits[at]?.forEach((points, home) => {
      if (points === undefined || taken.has(home)) return
      const rest = walk(at + 1, new Set([...taken, home]))
      const score = rest.map(
        (count, k) => count + (k === rankOf[at] ? 1 : 0) + (k === sorted.length ? points : 0),
      )
      if (better(score, best)) best = score
    })
    return best
  }
  return walk(0, new Set())
}

const scoreOf = (
  { policy, seekers, on }: Problem,
  { placements, totals }: ReturnType<typeof allocate>,
): ReadonlyArray<number> => {
  const ord = ranking(policy.ranking, on)
  const sorted = [...seekers].sort(ord.compare)
  const counts = sorted.map(() => 0)
  for (const { householdId } of placements) {
    const who = sorted.find(({ household }) => household.id === householdId)
    const at = sorted.findIndex(other => who !== undefined && ord.compare(who, other) === 0)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return [...counts, totals.fit]
}

describe('allocate', () => {
  test('is as good as the best of all allocations', () => {
    fc.assert(
      fc.property(questions(5), question => {
        const problem = posed(question)
        expect(scoreOf(problem, allocate(problem))).toEqual(bestByHand(problem))
      }),
      { numRuns: 300 },
    )
  })

  test('is as good as the best of all allocations at 7 × 7', () => {
    fc.assert(
      fc.property(questions(7, { rooms: false }), question => {
        const problem = posed(question)
        expect(scoreOf(problem, allocate(problem))).toEqual(bestByHand(problem))
      }),
      { numRuns: 25 },
    )
  })

  test('accounts for every household once, in the order of their ids', () => {
    fc.assert(
      fc.property(questions(12), question => {
        const { placements, unplaced } = allocate(posed(question))
        const housed = placements.map(({ householdId }) => householdId)
        expect([...housed, ...unplaced].sort()).toEqual(
          question.seekers.map(({ household }) => household.id).sort(),
        )
        expect(housed).toEqual([...housed].sort())
        expect(unplaced).toEqual([...unplaced].sort())
      }),
    )
  })

  test('does not depend on the order of the input', () => {
    const shuffled = questions(10).chain(question =>
      fc.record({
        question: fc.constant(question),
        seekers: fc.shuffledSubarray([...question.seekers], { minLength: question.seekers.length }),
        flats: fc.shuffledSubarray([...question.flats], { minLength: question.flats.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ question, seekers, flats }) => {
        expect(allocate(posed({ ...question, seekers, flats }))).toEqual(allocate(posed(question)))
      }),
    )
  })

  test('gives each room of a flat let room by room to another household', () => {
    const shared = flat('F1', { roomsLet: 2 })
    const seekers = [seeker('A', 1), seeker('B', 1), seeker('C', 1)]
    const problem = posed({
      on: day('2016-06-01'),
      policy: { ...policy0, ranking: [{ by: 'waitingSince' }] },
      seekers,
      flats: [shared],
    })
    const { placements, unplaced, totals } = allocate(problem)
    expect(placements).toEqual([
      { householdId: 'A', flatId: 'F1', room: 0, fit: 0 },
      { householdId: 'B', flatId: 'F1', room: 1, fit: 0 },
    ])
    expect(unplaced).toEqual(['C'])
    expect(totals).toEqual({
      households: 3,
      persons: 3,
      flats: 1,
      compatiblePairs: 3,
      placements: 2,
      personsHoused: 2,
      fit: 0,
    })
    expect(units(shared)).toBe(2)
  })

  test('offers only the units that are left', () => {
    const problem = posed({
      on: day('2016-06-01'),
      policy: policy0,
      seekers: [seeker('A', 1), seeker('B', 1)],
      offers: [{ flat: flat('F1', { roomsLet: 3 }), units: 1 }],
    })
    expect(allocate(problem).totals.placements).toBe(1)
  })

  test.skipIf(!sharedDataIsThere)('reproduces the reference result on real cases and real flats', () => {
    const seekers = sharedRows('households/hias_fy17_cases_329.csv').map(row =>
      seeker(
        row['case'] ?? '',
        Number(row['number of children']) +
          Number(row['number of adults']) +
          Number(row['number of seniors']),
      ),
    )
    const flats = sharedRows('flats/nrw_flats_230.csv').map((row, k) =>
      flat(`F${k}`, {
        area: Number(row['livingSpace']),
        rent: { cold: Math.round(Number(row['rent']) * 100) },
      }),
    )
    const problem = posed({ on: day('2016-12-31'), policy: policy as typeof policy0, seekers, flats })
    const allocation = allocate(problem)
    expect(allocation.totals).toMatchObject({
      households: 329,
      persons: 839,
      flats: 230,
      compatiblePairs: 27_737,
      placements: 200,
      personsHoused: 710,
    })
    expect(verify(problem, allocation)).toEqual({ _tag: 'Right', right: allocation.totals })
  })
})

const policy0: Problem['policy'] = { name: 'any', version: '1', rules: [], ranking: [], preferences: [] }
