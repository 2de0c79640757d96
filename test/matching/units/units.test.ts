import { graphFromRows, rankedProblem, solve } from 'einzug/matching'
import { solveUnits, unitsProblem, verifyUnits } from 'einzug/matching/units'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortByGain } from '../../../src/matching/units/sort-by-gain.ts'
import { pairsOf } from '../brute-force.ts'
import { problemArbitrary, right } from '../instances.ts'
import { achieved, bestByHand, expanded, unitsArbitrary } from './units-instances.ts'

describe('solveUnits', () => {
  test('is as good as the best of all ways to fill the columns', () => {
    fc.assert(
      fc.property(unitsArbitrary(5), problem => {
        expect(achieved(problem, solveUnits(problem).totals)).toEqual(bestByHand(problem))
      }),
      { numRuns: 500 },
    )
  })

  test('proves itself, and states its totals', () => {
    fc.assert(
      fc.property(unitsArbitrary(12, 20), problem => {
        const solution = solveUnits(problem)
        expect(verifyUnits(problem, solution)).toEqual({ _tag: 'Right', right: solution.totals })
      }),
      { numRuns: 500 },
    )
  })

  test('with one unit each does what solve does', () => {
    fc.assert(
      fc.property(problemArbitrary(10, 9), ranked => {
        const problem = { ...ranked, units: new Int32Array(ranked.graph.columns).fill(1) }
        const solution = solveUnits(problem)
        expect(solution.totals).toEqual(solve(ranked).totals)
        for (const [row, column] of solution.columnOf.entries())
          if (column >= 0) expect(solution.rowsOf.rows[solution.rowsOf.offsets[column] ?? -1]).toBe(row)
      }),
      { numRuns: 300 },
    )
  })

  test('does what solve does with each column copied', () => {
    fc.assert(
      fc.property(unitsArbitrary(8, 9), problem => {
        const { rank, weights, units } = problem
        const copied = { graph: expanded(problem.graph, units), rank, weights }
        expect(solveUnits(problem).totals.fit).toBe(solve(copied).totals.fit)
        expect(achieved(problem, solveUnits(problem).totals)).toEqual(achieved(problem, solve(copied).totals))
      }),
      { numRuns: 300 },
    )
  })

  test('does so where everybody wants the same columns, for few and many different fits', () => {
    const instance = fc.record({
      greatest: fc.constantFrom(9, 1_000_000),
      worth: fc.array(fc.nat({ max: 9 }), { minLength: 24, maxLength: 24 }),
      units: fc.array(fc.integer({ min: 3, max: 6 }), { minLength: 24, maxLength: 24 }),
      noise: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 997, maxLength: 997 }),
      classes: fc.constantFrom(1, 3, 120),
    })
    fc.assert(
      fc.property(instance, ({ greatest, worth, units, noise, classes }) => {
        const rows = Array.from({ length: 120 }, (_, row) =>
          worth.flatMap((each, column) =>
            (row * 7 + column * 5) % 3 === 0
              ? []
              : [
                  [
                    column,
                    Math.floor(greatest * (each + (noise[(row * 24 + column) % 997] ?? 0)) * 0.1),
                  ] as const,
                ],
          ),
        )
        const graph = right(graphFromRows(24, rows))
        const ranks = rows.map((_, row) => row % classes)
        const problem = right(unitsProblem(graph, ranks, units))
        const solution = solveUnits(problem)
        expect(verifyUnits(problem, solution)).toEqual({ _tag: 'Right', right: solution.totals })
        const copied = right(rankedProblem(expanded(graph, units), ranks))
        expect(solution.totals).toEqual(solve(copied).totals)
      }),
      { numRuns: 20 },
    )
  })

  test('fills a column with whom it fits best, and counts what it is worth once', () => {
    const graph = right(graphFromRows(1, [[[0, 5]], [[0, 7]], [[0, 9]]]))
    const { columnOf, rowsOf, totals, margins, prices } = solveUnits(
      right(unitsProblem(graph, [0, 0, 0], [2])),
    )
    expect([...columnOf]).toEqual([-1, 0, 0])
    expect([...rowsOf.offsets]).toEqual([0, 2])
    expect([...rowsOf.rows]).toEqual([1, 2])
    expect(totals).toEqual({ placed: 2, placedByClass: [2], fit: 16, kept: 0 })
    expect(prices.map(level => [...level])).toEqual([[1], [5]])
    expect(margins.map(level => [...level])).toEqual([
      [0, 0, 0],
      [0, 2, 4],
    ])
  })

  test('starts each search afresh, whatever the one before did not come to', () => {
    // row 2 looks at column 1, which would cost it a row, but column 2 is free; row 4 must not look there
    const rows = [
      [[1, 0]],
      [[1, 0]],
      [
        [1, 9],
        [2, 0],
      ],
      [[0, 3]],
      [[0, 4]],
    ] as const
    const ranks = [0, 1, 2, 3, 4]
    const problem = right(
      unitsProblem(right(graphFromRows(3, rows)), ranks, [1, 1, 1], { weights: [1, 1, 1, 1, 1] }),
    )
    const solution = solveUnits(problem)
    expect(achieved(problem, solution.totals)).toEqual(bestByHand(problem))
    expect(verifyUnits(problem, solution)._tag).toBe('Right')
  })

  test('leaves a column without units empty, whatever it is worth', () => {
    const graph = right(
      graphFromRows(2, [
        [
          [0, 9],
          [1, 1],
        ],
        [[0, 4]],
      ]),
    )
    const problem = right(unitsProblem(graph, [0, 0], [0, 2 ** 24]))
    expect([...solveUnits(problem).columnOf]).toEqual([1, -1])
    expect(verifyUnits(problem, solveUnits(problem))._tag).toBe('Right')
  })

  test('needs no room for units that nobody could take', () => {
    const rows = [Array.from({ length: 200 }, (_, column) => [column, column] as const)]
    const problem = right(
      unitsProblem(right(graphFromRows(200, rows)), [0], new Array<number>(200).fill(2 ** 24)),
    )
    expect([...solveUnits(problem).columnOf]).toEqual([199])
  })

  test('of nothing is nothing', () => {
    const nothing = right(unitsProblem(right(graphFromRows(0, [])), [], []))
    expect(solveUnits(nothing).totals).toEqual({ placed: 0, placedByClass: [], fit: 0, kept: 0 })
    const unpaired = right(unitsProblem(right(graphFromRows(1, [[]])), [4], [3]))
    expect([...solveUnits(unpaired).columnOf]).toEqual([-1])
  })
})

describe('unitsProblem', () => {
  const graph = right(
    graphFromRows(2, [
      [[0, 5]],
      [
        [0, 7],
        [1, 2 ** 31 - 1],
      ],
    ]),
  )
  const left = (units: ReadonlyArray<number>, ranks: ReadonlyArray<number> = [0, 0]) => {
    const result = unitsProblem(graph, ranks, units)
    return result._tag === 'Left' ? result.left : undefined
  }

  test('refuses units that are not whole numbers from 0 to 2²⁴', () => {
    expect(left([0, 2 ** 24])).toBeUndefined()
    for (const found of [-1, 0.5, Number.NaN, Infinity, 2 ** 24 + 1])
      expect(left([1, found])).toEqual({ _tag: 'BadUnits', column: 1, found })
    expect(left([1])).toEqual({ _tag: 'WrongCount', of: 'units', expected: 2, found: 1 })
  })

  test('refuses what rankedProblem refuses', () => {
    expect(left([1, 1], [0, -1])).toEqual({ _tag: 'BadRank', row: 1, found: -1 })
    expect(unitsProblem(graph, [0, 1], [1, 1], { weights: [1, 2] })._tag).toBe('Left')
  })

  test('refuses fits whose total might not be exact', () => {
    const rows = Array.from({ length: 2 ** 20 }, () => [[0, 2 ** 31 - 1]] as const)
    const large = right(graphFromRows(1, rows))
    const most = 2 ** 51
    expect(unitsProblem(large, new Int32Array(2 ** 20), [2 ** 20 - 1])._tag).toBe('Right')
    expect(unitsProblem(large, new Int32Array(2 ** 20), [2 ** 20])).toEqual({
      _tag: 'Left',
      left: { _tag: 'ValuesTooLarge', found: (2 ** 31 - 1) * (2 ** 20 + 1), most },
    })
  })
})

test('pairs are sorted by what they leave a row, in long lists too', () => {
  const list = fc.nat({ max: 200 }).chain(length =>
    fc.record({
      fits: fc.array(fc.nat({ max: 9 }), { minLength: length, maxLength: length }),
      weight: fc.array(fc.nat({ max: 1 }), { minLength: length, maxLength: length }),
      fit: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: length, maxLength: length }),
    }),
  )
  fc.assert(
    fc.property(list, ({ fits, weight, fit }) => {
      const graph = right(
        graphFromRows(fits.length, [[], fits.map((each, column) => [column, each] as const)]),
      )
      const pairs = Int32Array.from(fits.flatMap((each, column) => [column, each]))
      sortByGain(graph.offsets, pairs, Float64Array.from(weight), Float64Array.from(fit))
      const lossAt = (at: number) => {
        const column = pairs[2 * at] ?? -1
        return 1000 * (weight[column] ?? 0) + (fit[column] ?? 0) - (pairs[2 * at + 1] ?? 0)
      }
      for (let at = 1; at < fits.length; at++) expect(lossAt(at)).toBeGreaterThanOrEqual(lossAt(at - 1))
      const there = Array.from(fits, (_, at) => [pairs[2 * at] ?? -1, pairs[2 * at + 1] ?? -1] as const)
      expect(there.sort((a, b) => a[0] - b[0])).toEqual(pairsOf(graph, 1))
    }),
  )
})
