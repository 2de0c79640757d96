import { graphFromRows, type RankedProblem, rankedProblem, solve } from 'einzug/matching'
import {
  additions,
  bestAdditions,
  type Candidate,
  greatestMargins,
  type Move,
  marginalValues,
  type Worth,
  withdrawal,
} from 'einzug/matching/live'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { right } from '../instances.ts'
import { pairsOf, rankedArbitrary, worthOf } from './live-instances.ts'

/** What the best matching achieves. */
const best = (problem: RankedProblem): Worth => {
  const { rank, fit } = worthOf(problem, solve(problem))
  return { rank, fit }
}

const minus = (a: Worth, b: Worth): Worth => ({ rank: a.rank - b.rank, fit: a.fit - b.fit })

const plus = (a: Worth, b: Worth): Worth => ({ rank: a.rank + b.rank, fit: a.fit + b.fit })

const isMore = (a: Worth, b: Worth): boolean => a.rank > b.rank || (a.rank === b.rank && a.fit > b.fit)

const withoutColumn = (problem: RankedProblem, column: number): RankedProblem => {
  const rows = problem.rank.length
  const pairs = Array.from({ length: rows }, (_, row) =>
    pairsOf(problem.graph, row).filter(([head]) => head !== column),
  )
  return { ...problem, graph: right(graphFromRows(problem.graph.columns, pairs)) }
}

/** With some of the candidates: the others have their numbers, and no pairs. */
const withColumns = (
  problem: RankedProblem,
  candidates: ReadonlyArray<Candidate>,
  chosen: ReadonlyArray<number>,
): RankedProblem => {
  const { graph, rank } = problem
  const pairs = Array.from(rank, (_, row) => [...pairsOf(graph, row)])
  for (const at of chosen)
    for (const [row, fit] of candidates[at] ?? []) pairs[row]?.push([graph.columns + at, fit])
  return { ...problem, graph: right(graphFromRows(graph.columns + candidates.length, pairs)) }
}

const pairsOfColumn = (problem: RankedProblem, column: number): Candidate =>
  Array.from(problem.rank, (_, row) =>
    pairsOf(problem.graph, row).filter(([head]) => head === column),
  ).flatMap((pairs, row) => pairs.map(([, fit]) => [row, fit] as const))

/** What the matching is worth after these moves, and that it is one. */
const moved = (problem: RankedProblem, columnOf: Int32Array, moves: ReadonlyArray<Move>): Worth => {
  const after = [...columnOf]
  for (const { row, from, to } of moves) {
    expect(columnOf[row]).toBe(from)
    after[row] = to
  }
  const taken = after.filter(column => column >= 0)
  expect(new Set(taken).size).toBe(taken.length)
  return after.reduce<Worth>(
    (sum, column, row) => {
      if (column < 0) return sum
      const fit = pairsOf(problem.graph, row).find(([head]) => head === column)?.[1] ?? Number.NaN
      return plus(sum, { rank: problem.weights[problem.rank[row] ?? -1] ?? Number.NaN, fit })
    },
    { rank: 0, fit: 0 },
  )
}

const candidatesFor = (problem: RankedProblem, most: number): fc.Arbitrary<ReadonlyArray<Candidate>> =>
  fc.array(
    fc.uniqueArray(fc.tuple(fc.nat({ max: Math.max(0, problem.rank.length - 1) }), fc.nat({ max: 5 })), {
      selector: ([row]) => row,
      maxLength: problem.rank.length,
    }),
    { maxLength: most },
  )

const withCandidates = (size: number, most: number) =>
  rankedArbitrary(size).chain(problem => fc.tuple(fc.constant(problem), candidatesFor(problem, most)))

describe('greatestMargins', () => {
  test('is what the best matching loses with each row', () => {
    fc.assert(
      fc.property(rankedArbitrary(7), problem => {
        const margins = right(greatestMargins(problem, solve(problem)))
        for (const [row, margin] of margins.entries()) {
          const pairs = Array.from(problem.rank, (_, each) =>
            each === row ? [] : pairsOf(problem.graph, each),
          )
          const graph = right(graphFromRows(problem.graph.columns, pairs))
          expect(margin).toEqual(minus(best(problem), best({ ...problem, graph })))
        }
      }),
    )
  })

  test('refuses what is not best', () => {
    const problem = right(rankedProblem(right(graphFromRows(1, [[[0, 7]]])), [0]))
    const margins = [Float64Array.of(0), Float64Array.of(0)]
    expect(greatestMargins(problem, { ...solve(problem), margins })._tag).toBe('Left')
  })
})

describe('marginal values', () => {
  test('are what is lost without the column, and gained by a second one', () => {
    fc.assert(
      fc.property(rankedArbitrary(7), problem => {
        const all = best(problem)
        const values = right(marginalValues(problem, solve(problem)))
        expect(values.length).toBe(problem.graph.columns)
        for (const [column, { loss, gain }] of values.entries()) {
          expect(loss).toEqual(minus(all, best(withoutColumn(problem, column))))
          expect(gain).toEqual(minus(best(withColumns(problem, [pairsOfColumn(problem, column)], [0])), all))
        }
      }),
      { numRuns: 400 },
    )
  })

  test('have the price between them', () => {
    fc.assert(
      fc.property(rankedArbitrary(30, 100), problem => {
        const solution = solve(problem)
        for (const [column, { loss, gain }] of right(marginalValues(problem, solution)).entries()) {
          const price = { rank: solution.prices[0]?.[column] ?? -1, fit: solution.prices[1]?.[column] ?? -1 }
          expect(isMore(price, loss)).toBe(false)
          expect(isMore(gain, price)).toBe(false)
        }
      }),
    )
  })
})

describe('a withdrawal', () => {
  test('loses the marginal value, and leads to a best matching without the column', () => {
    fc.assert(
      fc.property(rankedArbitrary(7), problem => {
        const solution = solve(problem)
        const values = right(marginalValues(problem, solution))
        for (let column = 0; column < problem.graph.columns; column++) {
          const { loss, unplaced, moves } = right(withdrawal(problem, solution, column))
          expect(loss).toEqual(values[column]?.loss)
          expect(moved(problem, solution.columnOf, moves)).toEqual(minus(best(problem), loss))
          expect(moves.every(({ to }) => to !== column)).toBe(true)
          expect(moves.filter(({ to }) => to === -1).map(({ row }) => row)).toEqual(
            unplaced < 0 ? [] : [unplaced],
          )
          if (solution.rowOf[column] === -1) expect(moves).toEqual([])
          else expect(moves.some(({ from }) => from === column)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test.each([-1, 2, 0.5, Number.NaN, '0' as unknown as number])('is refused for column %s', column => {
    const problem = withTwo([[[0, 7]], [[1, 9]]])
    expect(withdrawal(problem, solve(problem), column)).toEqual({
      _tag: 'Left',
      left: { _tag: 'UnknownColumn', found: column },
    })
  })
})

describe('additions', () => {
  test('gain what solving with the candidate gains, by the moves they name', () => {
    fc.assert(
      fc.property(withCandidates(7, 4), ([problem, candidates]) => {
        const solution = solve(problem)
        const all = best(problem)
        const found = right(additions(problem, solution, candidates))
        expect(found.length).toBe(candidates.length)
        for (const [at, { gain, placed, moves }] of found.entries()) {
          const wider = withColumns(problem, candidates, [at])
          expect(plus(all, gain)).toEqual(best(wider))
          expect(moved(wider, solution.columnOf, moves)).toEqual(best(wider))
          const newly = moves.filter(({ from }) => from === -1).map(({ row }) => row)
          expect(newly).toEqual(placed < 0 ? [] : [placed])
          if (moves.length > 0) expect(moves[0]?.to).toBe(problem.graph.columns + at)
          else expect(gain).toEqual({ rank: 0, fit: 0 })
          for (const [k, { to }] of moves.slice(1).entries()) expect(to).toBe(moves[k]?.from)
        }
      }),
      { numRuns: 400 },
    )
  })
})

const subsets = (count: number, k: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: 2 ** count }, (_, set) =>
    [...Array(count).keys()].filter(at => (set >> at) % 2 === 1),
  ).filter(set => set.length <= k)

describe('the best additions', () => {
  test('gain as much as any so many candidates, by the moves they name', () => {
    fc.assert(
      fc.property(withCandidates(6, 6), fc.nat({ max: 6 }), ([problem, candidates], k) => {
        const solution = solve(problem)
        const { chosen, placed, moves } = right(bestAdditions(problem, solution, candidates, k))
        const achieved = chosen.reduce((sum, { gain }) => plus(sum, gain), best(problem))
        const picked = chosen.map(({ candidate }) => candidate)
        expect(new Set(picked).size).toBe(picked.length)
        expect(picked.length).toBeLessThanOrEqual(k)
        for (const set of subsets(candidates.length, k))
          expect(isMore(best(withColumns(problem, candidates, set)), achieved)).toBe(false)
        const wider = withColumns(problem, candidates, picked)
        expect(best(wider)).toEqual(achieved)
        expect(moved(wider, solution.columnOf, moves)).toEqual(achieved)
        expect(placed).toEqual(moves.filter(({ from }) => from === -1).map(({ row }) => row))
        for (const [at, { gain }] of chosen.entries()) {
          expect(isMore(gain, chosen[at - 1]?.gain ?? gain)).toBe(false)
          expect(isMore(gain, { rank: 0, fit: 0 })).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('are as many as help, if k allows more', () => {
    const problem = withTwo([[[0, 7]], [[0, 9]]])
    const candidates: ReadonlyArray<Candidate> = [[[0, 3]], [[0, 4]], []]
    const { chosen } = right(bestAdditions(problem, solve(problem), candidates, 3))
    expect(chosen).toEqual([{ candidate: 1, gain: { rank: 1, fit: 4 } }])
  })

  test.each([-1, 0.5, Number.NaN, Infinity, null as unknown as number])('are refused for k = %s', k => {
    const problem = withTwo([[[0, 7]], [[1, 9]]])
    expect(bestAdditions(problem, solve(problem), [], k)).toEqual({
      _tag: 'Left',
      left: { _tag: 'BadCount', found: k },
    })
  })
})

const withTwo = (rows: ReadonlyArray<Candidate>): RankedProblem => ({
  graph: right(graphFromRows(2, rows)),
  rank: new Int32Array(rows.length),
  weights: Int32Array.of(1),
})

describe('wrong candidates and solutions are refused', () => {
  const problem = withTwo([[[0, 7]], [[1, 9]]])
  const solution = solve(problem)
  const cases: ReadonlyArray<readonly [string, ReadonlyArray<Candidate>, object]> = [
    ['an unknown row', [[], [[2, 1]]], { _tag: 'UnknownRow', found: 2 }],
    ['a fraction of a row', [[[0.5, 1]]], { _tag: 'UnknownRow', found: 0.5 }],
    ['a fit below 0', [[], [[1, -1]]], { _tag: 'BadFit', row: 1, column: 3, found: -1 }],
    [
      'a fit that is no number',
      [[[1, Number.NaN]]],
      { _tag: 'BadFit', row: 1, column: 2, found: Number.NaN },
    ],
    ['a fit beyond 31 bits', [[[1, 2 ** 31]]], { _tag: 'BadFit', row: 1, column: 2, found: 2 ** 31 }],
    [
      'a row twice',
      [
        [
          [1, 1],
          [1, 2],
        ],
      ],
      { _tag: 'RepeatedPair', row: 1, column: 2 },
    ],
  ]
  test.each(cases)('%s', (_, candidates, error) => {
    expect(additions(problem, solution, candidates)).toEqual({ _tag: 'Left', left: error })
    expect(bestAdditions(problem, solution, candidates, 1)).toEqual({ _tag: 'Left', left: error })
  })

  test('a solution that proves nothing, or only who is placed', () => {
    const wrong = { ...solution, columnOf: Int32Array.of(-1, 1) }
    const flaw = { _tag: 'Left', left: { _tag: 'NotMutual', row: 0, column: 0 } }
    const byRank = { ...solution, margins: solution.margins.slice(0, 1), prices: solution.prices.slice(0, 1) }
    const torn = { _tag: 'Left', left: { _tag: 'WrongLength', of: 'margins' } }
    for (const [given, error] of [
      [wrong, flaw],
      [byRank, torn],
    ] as const) {
      expect(marginalValues(problem, given)).toEqual(error)
      expect(withdrawal(problem, given, 0)).toEqual(error)
      expect(additions(problem, given, [])).toEqual(error)
      expect(bestAdditions(problem, given, [], 1)).toEqual(error)
    }
  })
})
