import { type Graph, graphFromRows, greedy, rankedProblem, solve, verify } from 'einzug/matching'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestScore, compareScores, matchings, pairsOf, score } from './brute-force.ts'
import { graphArbitrary, problemArbitrary, right, strictProblemArbitrary } from './instances.ts'

describe('solve', () => {
  test('is as good as the best of all matchings, for weak and strict rankings', () => {
    fc.assert(
      fc.property(problemArbitrary(6), problem => {
        expect(score(problem, solve(problem).columnOf)).toEqual(bestScore(problem))
      }),
      { numRuns: 400 },
    )
  })

  test('is as good as the best of all matchings at 7 × 7', () => {
    fc.assert(
      fc.property(problemArbitrary(7), problem => {
        expect(score(problem, solve(problem).columnOf)).toEqual(bestScore(problem))
      }),
      { numRuns: 30 },
    )
  })

  test('states the totals of its matching', () => {
    fc.assert(
      fc.property(problemArbitrary(8), problem => {
        const { totals, columnOf } = solve(problem)
        const counts = score(problem, columnOf)
        expect(totals.placedByClass).toEqual(counts.slice(0, -1))
        expect(totals.fit).toBe(counts.at(-1))
        expect(totals.placed).toBe(columnOf.filter(column => column >= 0).length)
      }),
    )
  })

  test('houses as many of the first k as any matching, for every k at once', () => {
    fc.assert(
      fc.property(strictProblemArbitrary(5), problem => {
        const placed = (columnOf: ArrayLike<number>, k: number) =>
          Array.from(columnOf).filter((column, row) => column >= 0 && (problem.rank[row] ?? 0) < k).length
        const { columnOf } = solve(problem)
        for (const other of matchings(problem.graph)) {
          for (let k = 0; k <= problem.classes; k++)
            expect(placed(columnOf, k)).toBeGreaterThanOrEqual(placed(other, k))
        }
      }),
    )
  })

  test('proves itself, on larger instances too', () => {
    fc.assert(
      fc.property(problemArbitrary(60, 1000), problem => {
        const solution = solve(problem)
        expect(verify(problem, solution)).toEqual({ _tag: 'Right', right: solution.totals })
      }),
    )
  })

  test('reaches the same totals however rows and columns are numbered', () => {
    const shuffled = graphArbitrary(12).chain(graph =>
      fc.record({
        graph: fc.constant(graph),
        rowAt: fc.shuffledSubarray([...Array(graph.rows).keys()], { minLength: graph.rows }),
        columnAt: fc.shuffledSubarray([...Array(graph.columns).keys()], { minLength: graph.columns }),
        ranks: fc.array(fc.nat({ max: 3 }), { minLength: graph.rows, maxLength: graph.rows }),
      }),
    )
    const renumber = (graph: Graph, rowAt: ReadonlyArray<number>, columnAt: ReadonlyArray<number>): Graph =>
      right(
        graphFromRows(
          graph.columns,
          rowAt.map(row =>
            [...graph.heads.subarray(graph.offsets[row], graph.offsets[row + 1])].map(
              (head, k) => [columnAt.indexOf(head), graph.fit[(graph.offsets[row] ?? 0) + k] ?? -1] as const,
            ),
          ),
        ),
      )
    fc.assert(
      fc.property(shuffled, ({ graph, rowAt, columnAt, ranks }) => {
        const there = solve(right(rankedProblem(graph, ranks))).totals
        const again = renumber(graph, rowAt, columnAt)
        const back = solve(
          right(
            rankedProblem(
              again,
              rowAt.map(row => ranks[row] ?? 0),
            ),
          ),
        ).totals
        expect(back).toEqual(there)
      }),
    )
  })

  test('is the maximum-weight matching of any weights, also where leaving a row out pays', () => {
    fc.assert(
      fc.property(problemArbitrary(5, 30), fc.integer({ min: 1, max: 4 }), (problem, base) => {
        const value = (columnOf: ArrayLike<number>) =>
          Array.from(columnOf).reduce((sum, column, row) => {
            const fit = pairsOf(problem.graph, row).find(([head]) => head === column)?.[1]
            return fit === undefined ? sum : sum + (problem.classes - (problem.rank[row] ?? 0)) * base + fit
          }, 0)
        const { columnOf, margins, prices } = solve({ ...problem, base })
        let best = 0
        for (const other of matchings(problem.graph)) best = Math.max(best, value(other))
        expect(value(columnOf)).toBe(best)
        expect([...margins, ...prices].reduce((sum, each) => sum + each, 0)).toBe(best)
      }),
      { numRuns: 500 },
    )
  })

  test('lets a row go although a column is free, where that pays', () => {
    // worth 4 · and worth 10, or 1 where it is free: 10 alone beats 4 + 1
    const graph = right(
      graphFromRows(2, [
        [[0, 3]],
        [
          [1, 0],
          [0, 9],
        ],
      ]),
    )
    const { columnOf, rowOf } = solve({ graph, rank: new Int32Array(2), classes: 1, base: 1 })
    expect([[...columnOf], [...rowOf]]).toEqual([
      [-1, 0],
      [1, -1],
    ])
  })

  test('lets whoever came first stay, where rows are alike', () => {
    const alike = right(rankedProblem(right(graphFromRows(1, [[[0, 3]], [[0, 3]], [[0, 3]]])), [0, 0, 0]))
    expect([...solve(alike).columnOf]).toEqual([0, -1, -1])
    expect([...greedy(alike).columnOf]).toEqual([0, -1, -1])
  })

  test('takes the lower number where nothing else decides', () => {
    const rows = [
      [
        [0, 1],
        [1, 1],
      ],
      [
        [0, 1],
        [1, 1],
      ],
    ] as const
    expect([...solve(right(rankedProblem(right(graphFromRows(2, rows)), [0, 0]))).columnOf]).toEqual([0, 1])
  })
})

describe('greedy', () => {
  test('houses exactly the set that solve houses, when the ranking is strict', () => {
    fc.assert(
      fc.property(strictProblemArbitrary(20), problem => {
        const housed = (columnOf: Int32Array) => [...columnOf].map(column => column >= 0)
        expect(housed(greedy(problem).columnOf)).toEqual(housed(solve(problem).columnOf))
      }),
    )
  })

  test('houses as many per class as solve does, when it is weak', () => {
    fc.assert(
      fc.property(problemArbitrary(20), problem => {
        const counts = (columnOf: Int32Array) => score(problem, columnOf).slice(0, -1)
        expect(counts(greedy(problem).columnOf)).toEqual(counts(solve(problem).columnOf))
      }),
    )
  })

  test('is a matching', () => {
    fc.assert(
      fc.property(problemArbitrary(20), problem => {
        const { columnOf, rowOf } = greedy(problem)
        columnOf.forEach((column, row) => {
          if (column >= 0) expect(rowOf[column]).toBe(row)
        })
        rowOf.forEach((row, column) => {
          if (row >= 0) expect(columnOf[row]).toBe(column)
        })
        expect(
          compareScores(score(problem, columnOf).slice(0, -1), score(problem, []).slice(0, -1)),
        ).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
