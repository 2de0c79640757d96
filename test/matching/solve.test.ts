import {
  type Graph,
  graphFromArrays,
  graphFromRows,
  greedy,
  rankedProblem,
  solve,
  verify,
} from 'einzug/matching'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instanceClasses } from '../../bench/matching/instances/index.ts'
import { bestScore, compareScores, matchings, pairsOf, placedByClass, score } from './brute-force.ts'
import {
  graphArbitrary,
  problemArbitrary,
  right,
  strictProblemArbitrary,
  weightedProblemArbitrary,
} from './instances.ts'

describe('solve', () => {
  test('is as good as the best of all matchings, for weak and strict rankings', () => {
    fc.assert(
      fc.property(problemArbitrary(6), problem => {
        expect(score(problem, solve(problem).columnOf)).toEqual(bestScore(problem))
      }),
      { numRuns: 400 },
    )
  })

  test('is so whatever the classes weigh, and keeps the most of what was, where nothing is lost by it', () => {
    fc.assert(
      fc.property(weightedProblemArbitrary(6), problem => {
        expect(score(problem, solve(problem).columnOf)).toEqual(bestScore(problem))
      }),
      { numRuns: 600 },
    )
  })

  test('places class by class as many as any matching', () => {
    fc.assert(
      fc.property(problemArbitrary(6), problem => {
        const found = placedByClass(problem, solve(problem).columnOf)
        for (const other of matchings(problem.graph))
          expect(compareScores(found, placedByClass(problem, other))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('asked again with its own answer as what was, keeps it whole', () => {
    fc.assert(
      fc.property(problemArbitrary(40, 8), problem => {
        const { columnOf, totals } = solve(problem)
        const again = solve({ ...problem, previous: columnOf })
        expect(again.columnOf).toEqual(columnOf)
        expect(again.totals).toEqual({ ...totals, kept: totals.placed })
      }),
    )
  })

  test('is exact too where an auction leaves the war of a last few to the shortest paths', () => {
    const { graph, ranks } = instanceClasses.structured(4000, 3)
    const problem = right(rankedProblem(right(graphFromArrays(graph)), ranks))
    expect(verify(problem, solve(problem))).toMatchObject({ _tag: 'Right' })
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
      fc.property(weightedProblemArbitrary(8), problem => {
        const { totals, columnOf } = solve(problem)
        const [, fit, kept] = score(problem, columnOf)
        expect(totals.placedByClass).toEqual(placedByClass(problem, columnOf))
        expect([totals.fit, totals.kept]).toEqual([fit, kept])
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
          for (let k = 0; k <= problem.weights.length; k++)
            expect(placed(columnOf, k)).toBeGreaterThanOrEqual(placed(other, k))
        }
      }),
    )
  })

  test('proves itself, on larger instances too', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          problemArbitrary(60, 1000),
          weightedProblemArbitrary(60, 20),
          weightedProblemArbitrary(20, 1e6),
        ),
        problem => {
          const solution = solve(problem)
          expect(verify(problem, solution)).toEqual({ _tag: 'Right', right: solution.totals })
        },
      ),
      { numRuns: 300 },
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

  test('lets a row go although a column is free, where only fit counts and that pays', () => {
    // worth 3 · and worth 9, or 0 where it is free: 9 alone beats 3 + 0
    const graph = right(
      graphFromRows(2, [
        [[0, 3]],
        [
          [1, 0],
          [0, 9],
        ],
      ]),
    )
    const fitOnly = right(rankedProblem(graph, [0, 0], { weights: [0] }))
    expect(solve(fitOnly).totals.fit).toBe(9)
    expect(solve(right(rankedProblem(graph, [0, 0]))).totals).toMatchObject({ placed: 2, fit: 3 })
  })

  test('gives the same answer every time', () => {
    fc.assert(
      fc.property(weightedProblemArbitrary(30), problem => {
        expect(solve(problem)).toEqual(solve(problem))
      }),
    )
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
        const counts = (columnOf: Int32Array) => placedByClass(problem, columnOf)
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
      }),
    )
  })

  test('proves who is placed, by rank alone', () => {
    fc.assert(
      fc.property(fc.oneof(problemArbitrary(40), weightedProblemArbitrary(12)), problem => {
        const proven = verify(problem, greedy(problem))
        expect(proven._tag).toBe('Right')
        const strict = { ...problem, weights: problem.weights.map((_, at) => problem.weights.length - at) }
        expect(right(proven).placedByClass).toEqual(solve(strict).totals.placedByClass)
      }),
    )
  })

  test('prices a column at the weight of the first row that another one of its kind would house', () => {
    fc.assert(
      fc.property(problemArbitrary(7), problem => {
        const { graph, rank, weights } = problem
        const { prices, columnOf } = greedy(problem)
        const weight = (each: ArrayLike<number>) =>
          Array.from(each).reduce(
            (sum, column, row) => (column < 0 ? sum : sum + (weights[rank[row] ?? 0] ?? 0)),
            0,
          )
        for (let column = 0; column < graph.columns; column++) {
          const rows = Array.from({ length: graph.rows }, (_, row) => {
            const pairs = pairsOf(graph, row)
            return pairs.some(([head]) => head === column) ? [...pairs, [graph.columns, 0] as const] : pairs
          })
          const more = greedy(right(rankedProblem(right(graphFromRows(graph.columns + 1, rows)), rank)))
          expect(prices[0]?.[column]).toBe(weight(more.columnOf) - weight(columnOf))
        }
      }),
    )
  })
})
