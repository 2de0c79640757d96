// Proofs come from files and from other people: what is not a proof is refused, never believed, never a crash.
import {
  type Graph,
  graphFromRows,
  hallSet,
  type RankedProblem,
  rankedProblem,
  type Solution,
  solve,
  verify,
  verifyHallSet,
} from 'einzug/matching'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestScore, score } from './brute-force.ts'
import { problemArbitrary, right, weightedProblemArbitrary } from './instances.ts'

const pose = (
  columns: number,
  rows: Parameters<typeof graphFromRows>[1],
  ranks: ReadonlyArray<number>,
): RankedProblem => right(rankedProblem(right(graphFromRows(columns, rows)), ranks))

const left = <E>(result: { readonly _tag: string; readonly left?: E }): E | undefined => result.left

describe('verify takes the problem as it is asked', () => {
  // one column: row 0 comes first with fit 0, row 1 second with fit 9
  const problem = pose(1, [[[0, 0]], [[0, 9]]], [0, 1])

  test('refuses the best matching of another objective', () => {
    const another = { ...problem, weights: Int32Array.of(1, 1) }
    const solution = solve(another)
    expect([...solution.columnOf]).toEqual([-1, 0]) // fit decides among equals
    expect(verify(another, solution)._tag).toBe('Right')
    expect(left(verify(problem, solution))).toEqual({
      _tag: 'Undercut',
      row: 0,
      column: 0,
      level: 0,
      by: 1,
    })
  })

  test('whatever weights a solution is for, it accepts only the best of the problem', () => {
    fc.assert(
      fc.property(weightedProblemArbitrary(5), fc.array(fc.nat({ max: 3 })), (each, weights) => {
        const other = {
          ...each,
          weights: each.weights
            .map((weight, at) => weights[at] ?? weight)
            .sort()
            .reverse(),
        }
        const solution = solve(other)
        if (verify(each, solution)._tag === 'Right')
          expect(score(each, solution.columnOf)).toEqual(bestScore(each))
      }),
      { numRuns: 300 },
    )
  })

  test('refuses ranks that are missing, negative, or without a weight', () => {
    const solution = solve(problem)
    const withRanks = (...ranks: ReadonlyArray<number>) =>
      left(verify({ ...problem, rank: Int32Array.from(ranks) }, solution))
    expect(withRanks(0)).toEqual({ _tag: 'WrongLength', of: 'rank' })
    expect(withRanks(0, -1)).toEqual({ _tag: 'BadRank', row: 1 })
    expect(withRanks(2, 0)).toEqual({ _tag: 'BadRank', row: 0 })
  })

  test('refuses weights below 0, or that climb', () => {
    const solution = solve(problem)
    const withWeights = (...weights: ReadonlyArray<number>) =>
      left(verify({ ...problem, weights: Int32Array.from(weights) }, solution))
    expect(withWeights(1, -1)).toEqual({ _tag: 'BadWeight', at: 1 })
    expect(withWeights(1, 2)).toEqual({ _tag: 'BadWeight', at: 1 })
    expect(withWeights(-1, -1)).toEqual({ _tag: 'BadWeight', at: 0 })
  })

  test('refuses a pair with a column that is not there', () => {
    const { graph } = problem
    const torn: Graph = { ...graph, heads: Int32Array.of(0, 7) }
    expect(left(verify({ ...problem, graph: torn }, solve(problem)))).toMatchObject({
      _tag: 'Undercut',
      row: 1,
      column: 7,
    })
  })

  test('counts a row once, even where a torn graph names its column twice', () => {
    const { graph } = pose(
      2,
      [
        [
          [0, 3],
          [1, 3],
        ],
      ],
      [0],
    )
    const torn = {
      graph: { ...graph, heads: Int32Array.of(0, 0) },
      rank: Int32Array.of(0),
      weights: Int32Array.of(1),
    }
    const stated = {
      columnOf: Int32Array.of(0),
      rowOf: Int32Array.of(0, -1),
      margins: [Float64Array.of(1), Float64Array.of(3)],
      prices: [new Float64Array(2), new Float64Array(2)],
    }
    expect(verify(torn, stated)).toEqual({
      _tag: 'Right',
      right: { placed: 1, placedByClass: [1], fit: 3, kept: 0 },
    })
  })
})

/** Whatever a file may hold where an array of numbers should be. */
const anyArray = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.array(fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double(), fc.constant(undefined), fc.constant('0')), {
    maxLength: 7,
  }),
  fc.sparseArray(fc.integer({ min: -1, max: 6 }), { maxLength: 7 }),
)

/** Whatever it may hold where duals, level by level, should be. */
const anyLevels = fc.oneof(anyArray, fc.array(anyArray, { maxLength: 4 }))

const anyTotals = fc.oneof(
  fc.constant(null),
  fc.constant({}),
  fc.record(
    { placed: fc.anything(), fit: fc.anything(), placedByClass: fc.anything(), kept: fc.anything() },
    { requiredKeys: [] },
  ),
)

describe('garbage', () => {
  test('in any part of a solution is refused or harmless, and never throws', () => {
    fc.assert(
      fc.property(
        problemArbitrary(5),
        fc.record(
          { columnOf: anyArray, rowOf: anyArray, margins: anyLevels, prices: anyLevels, totals: anyTotals },
          { requiredKeys: [] },
        ),
        (problem, change) => {
          const stated = { ...solve(problem), ...change } as Solution
          const verdict = verify(problem, stated)
          if (verdict._tag === 'Right' && stated.margins.length > 1)
            expect(score(problem, stated.columnOf)).toEqual(bestScore(problem))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('in totals is named', () => {
    const problem = pose(1, [[[0, 2]]], [0])
    const solution = solve(problem)
    for (const stated of [
      {},
      { placed: 1, fit: 2 },
      { placed: 1, fit: 2, placedByClass: null },
      { placed: 1, fit: 2, placedByClass: 1 },
    ])
      expect(left(verify(problem, { ...solution, totals: stated as unknown as Solution['totals'] }))).toEqual(
        {
          _tag: 'WrongTotals',
          found: solution.totals,
          stated,
        },
      )
  })

  test('missing arrays have the wrong length', () => {
    const problem = pose(1, [[[0, 2]]], [0])
    for (const of of ['columnOf', 'rowOf', 'margins', 'prices'] as const)
      expect(left(verify(problem, { ...solve(problem), [of]: undefined }))).toEqual({
        _tag: 'WrongLength',
        of,
      })
  })

  test('in a Hall set or its matching is refused, and never throws', () => {
    fc.assert(
      fc.property(
        problemArbitrary(5),
        anyArray,
        fc.record({ columnOf: anyArray, rowOf: anyArray }, { requiredKeys: [] }),
        fc.oneof(fc.integer({ min: -2, max: 7 }), fc.double()),
        (problem, members, change, row) => {
          const solution = { ...solve(problem), ...change } as Solution
          const verdict = verifyHallSet(problem, solution, row, members as ReadonlyArray<number>)
          if (verdict._tag === 'Left') return
          const { graph } = problem
          const columns = [row, ...verdict.right].flatMap(each => [
            ...graph.heads.subarray(graph.offsets[each], graph.offsets[each + 1]),
          ])
          expect(new Set(columns).size).toBe(verdict.right.length)
          expect(row >= 0 && row < graph.rows && !verdict.right.includes(row)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('verifyHallSet believes no matching', () => {
  const problem = pose(
    2,
    [
      [
        [0, 0],
        [1, 0],
      ],
      [
        [0, 9],
        [1, 5],
      ],
    ],
    [0, 0],
  )

  test('refuses a member that is said to hold two columns', () => {
    const twice = { columnOf: Int32Array.of(-1, 0), rowOf: Int32Array.of(1, 1) }
    expect(left(verifyHallSet(problem, twice, 0, [1]))).toEqual({
      _tag: 'HeldByAnother',
      member: 0,
      column: 1,
    })
  })

  test('refuses members that only look like rows', () => {
    const crowded = pose(1, [[[0, 5]], [[0, 1]]], [0, 1])
    for (const member of ['0', 0.5, -1, undefined])
      expect(left(verifyHallSet(crowded, solve(crowded), 1, [member as number]))).toEqual({
        _tag: 'MemberNotPlaced',
        member,
      })
  })

  test('refuses a row beyond the graph', () => {
    const longer = { columnOf: Int32Array.of(0, 1, -1), rowOf: Int32Array.of(0, 1) }
    expect(left(verifyHallSet(problem, longer, 2, []))).toEqual({ _tag: 'WrongLength', of: 'columnOf' })
    const wider = { columnOf: Int32Array.of(0, -1), rowOf: Int32Array.of(0, -1, -1) }
    expect(left(verifyHallSet(problem, wider, 1, []))).toEqual({ _tag: 'WrongLength', of: 'rowOf' })
  })

  test('refuses what hallSet finds where the matching could grow', () => {
    const poor = { columnOf: Int32Array.of(-1, 0), rowOf: Int32Array.of(1, -1) }
    expect(hallSet(problem.graph, poor, 0)).toEqual([1])
    expect(left(verifyHallSet(problem, poor, 0, [1]))).toEqual({
      _tag: 'HeldByAnother',
      member: 0,
      column: 1,
    })
  })
})
