import { type Graph, graphFromArrays, graphFromRows, rankedProblem, solve, verify } from 'einzug/matching'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairsOf } from './brute-force.ts'
import { right, rowsArbitrary } from './instances.ts'

const rejected = (failure: unknown) => ({ _tag: 'Left', left: failure })

describe('graphFromRows', () => {
  test('keeps every pair, columns ascending', () => {
    fc.assert(
      fc.property(rowsArbitrary(9, 2 ** 31 - 1), ({ columns, rows }) => {
        const graph = right(graphFromRows(columns, rows))
        expect([graph.rows, graph.columns]).toEqual([rows.length, columns])
        rows.forEach((row, at) => {
          expect(pairsOf(graph, at)).toEqual([...row].sort((a, b) => a[0] - b[0]))
        })
      }),
    )
  })

  test('refuses what is not a column, naming the row', () => {
    for (const found of [-1, 2, 0.5, Number.NaN, Infinity])
      expect(graphFromRows(2, [[], [[found, 1]]])).toEqual(rejected({ _tag: 'BadColumn', row: 1, found }))
  })

  test('refuses fits that are negative, fractional, or beyond 2³¹ − 1', () => {
    for (const found of [-1, 0.5, Number.NaN, Infinity, 2 ** 31])
      expect(graphFromRows(2, [[], [[1, found]]])).toEqual(
        rejected({ _tag: 'BadFit', row: 1, column: 1, found }),
      )
    expect(graphFromRows(2, [[[1, 2 ** 31 - 1]]])._tag).toBe('Right')
  })

  test('refuses a column named twice in a row', () => {
    expect(
      graphFromRows(2, [
        [
          [1, 3],
          [0, 1],
          [1, 4],
        ],
      ]),
    ).toEqual(rejected({ _tag: 'RepeatedColumn', row: 0, column: 1 }))
  })

  test('refuses more than 2²⁴ rows or columns, and more than 2²⁸ pairs, before it builds anything', () => {
    expect(graphFromRows(2 ** 24, [])._tag).toBe('Right')
    expect(graphFromRows(2 ** 24 + 1, [])).toEqual(
      rejected({ _tag: 'TooLarge', what: 'columns', found: 2 ** 24 + 1, most: 2 ** 24 }),
    )
    expect(graphFromRows(-1, [])).toEqual(
      rejected({ _tag: 'TooLarge', what: 'columns', found: -1, most: 2 ** 24 }),
    )
    const long = { length: 2 ** 24 + 1 } as unknown as []
    expect(graphFromRows(1, long)).toEqual(
      rejected({ _tag: 'TooLarge', what: 'rows', found: 2 ** 24 + 1, most: 2 ** 24 }),
    )
    const wide = { length: 2 ** 28 + 1 } as unknown as []
    expect(graphFromRows(1, [wide])).toEqual(
      rejected({ _tag: 'TooLarge', what: 'pairs', found: 2 ** 28 + 1, most: 2 ** 28 }),
    )
  })
})

describe('graphFromArrays', () => {
  test('takes the arrays of every graph, as they are', () => {
    fc.assert(
      fc.property(rowsArbitrary(9, 2 ** 31 - 1), ({ columns, rows }) => {
        const graph = right(graphFromRows(columns, rows))
        expect(right(graphFromArrays(graph))).toBe(graph)
      }),
    )
  })

  // row 0: columns 0 and 2; row 1: none; row 2: column 1
  const graph: Graph = {
    rows: 3,
    columns: 3,
    offsets: Int32Array.of(0, 2, 2, 3),
    heads: Int32Array.of(0, 2, 1),
    fit: Int32Array.of(5, 0, 7),
  }

  test.each<[Partial<Graph>, unknown]>([
    [{ columns: 2 ** 24 + 1 }, { _tag: 'TooLarge', what: 'columns', found: 2 ** 24 + 1, most: 2 ** 24 }],
    [{ columns: 0.5 }, { _tag: 'TooLarge', what: 'columns', found: 0.5, most: 2 ** 24 }],
    [{ rows: 2 ** 24 + 1 }, { _tag: 'TooLarge', what: 'rows', found: 2 ** 24 + 1, most: 2 ** 24 }],
    [{ rows: -1 }, { _tag: 'TooLarge', what: 'rows', found: -1, most: 2 ** 24 }],
    [
      { heads: { length: 2 ** 28 + 1 } as Int32Array },
      { _tag: 'TooLarge', what: 'pairs', found: 2 ** 28 + 1, most: 2 ** 28 },
    ],
    [{ rows: 2 }, { _tag: 'WrongLength', of: 'offsets', expected: 3, found: 4 }],
    [{ fit: new Int32Array(4) }, { _tag: 'WrongLength', of: 'fit', expected: 3, found: 4 }],
    [{ offsets: Int32Array.of(1, 2, 2, 3) }, { _tag: 'BadOffset', at: 0, found: 1 }],
    [{ offsets: Int32Array.of(0, 2, 2, 2) }, { _tag: 'BadOffset', at: 3, found: 2 }],
    [{ offsets: Int32Array.of(0, 2, 2, 4) }, { _tag: 'BadOffset', at: 3, found: 4 }],
    [{ offsets: Int32Array.of(0, 2, 1, 3) }, { _tag: 'BadOffset', at: 2, found: 1 }],
    [{ offsets: Int32Array.of(0, 4, 2, 3) }, { _tag: 'BadOffset', at: 1, found: 4 }],
    [{ heads: Int32Array.of(0, 3, 1) }, { _tag: 'BadColumn', row: 0, found: 3 }],
    [{ heads: Int32Array.of(0, 2, -1) }, { _tag: 'BadColumn', row: 2, found: -1 }],
    [{ heads: Int32Array.of(2, 2, 1) }, { _tag: 'RepeatedColumn', row: 0, column: 2 }],
    [{ heads: Int32Array.of(2, 1, 1) }, { _tag: 'NotAscending', row: 0, column: 1 }],
    [{ fit: Int32Array.of(5, 0, -7) }, { _tag: 'BadFit', row: 2, column: 1, found: -7 }],
  ])('refuses %o', (change, failure) => {
    expect(graphFromArrays({ ...graph, ...change })).toEqual(rejected(failure))
  })

  test('begins each row afresh', () => {
    // a row may begin with a column before, or the same as, the last one of the row above
    expect(graphFromArrays({ ...graph, heads: Int32Array.of(0, 2, 2) })._tag).toBe('Right')
    expect(graphFromArrays(graph)._tag).toBe('Right')
    expect(graphFromArrays({ ...graph, fit: Int32Array.of(5, 2 ** 31 - 1, 0) })._tag).toBe('Right')
  })
})

describe('rankedProblem', () => {
  const graph = right(graphFromRows(3, [[[0, 4]], [[1, 7]], []]))

  test('makes the classes dense and keeps their order', () => {
    const { rank, weights, previous } = right(rankedProblem(graph, [50, 2 ** 40, 0]))
    expect([[...rank], [...weights], previous]).toEqual([[1, 2, 0], [3, 2, 1], undefined])
  })

  test('takes weights, and what was', () => {
    const options = { weights: [4, 0], previous: [-1, 2, 0] }
    const { weights, previous } = right(rankedProblem(graph, [0, 1, 0], options))
    expect([[...weights], [...(previous ?? [])]]).toEqual([
      [4, 0],
      [-1, 2, 0],
    ])
    expect(right(rankedProblem(graph, [0, 1, 0], { weights: [2 ** 31 - 1, 1] })).weights[0]).toBe(2 ** 31 - 1)
  })

  test('refuses ranks that are not one whole number from 0 per row', () => {
    expect(rankedProblem(graph, [0, 1])).toEqual(
      rejected({ _tag: 'WrongCount', of: 'ranks', expected: 3, found: 2 }),
    )
    for (const found of [-1, 0.5, Number.NaN, 2 ** 53])
      expect(rankedProblem(graph, [0, found, 0])).toEqual(rejected({ _tag: 'BadRank', row: 1, found }))
  })

  test.each([
    [{ weights: [1] }, { _tag: 'WrongCount', of: 'weights', expected: 2, found: 1 }],
    [{ weights: [1, 2] }, { _tag: 'BadWeight', at: 1, found: 2 }],
    [{ weights: [1, -1] }, { _tag: 'BadWeight', at: 1, found: -1 }],
    [{ weights: [1.5, 1] }, { _tag: 'BadWeight', at: 0, found: 1.5 }],
    [{ weights: [2 ** 31, 1] }, { _tag: 'BadWeight', at: 0, found: 2 ** 31 }],
    [{ previous: [0, 1] }, { _tag: 'WrongCount', of: 'previous', expected: 3, found: 2 }],
    [{ previous: [0, 3, -1] }, { _tag: 'BadPrevious', row: 1, found: 3 }],
    [{ previous: [0, -2, -1] }, { _tag: 'BadPrevious', row: 1, found: -2 }],
    [{ previous: [0, -1, 0.5] }, { _tag: 'BadPrevious', row: 2, found: 0.5 }],
  ])('refuses %o', (options, failure) => {
    expect(rankedProblem(graph, [0, 1, 0], options)).toEqual(rejected(failure))
  })

  test('takes (greatest fit) · (min(rows, columns) + 1) up to 2⁵¹, and not one point more', () => {
    const n = 2 ** 20 - 1
    const pose = (greatest: number) => {
      const heads = Int32Array.from({ length: n }, (_, k) => k)
      const fit = new Int32Array(n).fill(greatest, 0, 1)
      const offsets = Int32Array.from({ length: n + 1 }, (_, k) => k)
      return rankedProblem({ rows: n, columns: n, offsets, heads, fit }, new Int32Array(n))
    }
    expect(2 ** 31 * 2 ** 20).toBe(2 ** 51)
    const edge = right(pose(2 ** 31 - 1))
    const solution = solve(edge)
    expect(solution.totals).toMatchObject({ placed: n, fit: 2 ** 31 - 1 })
    expect(verify(edge, solution)).toEqual({ _tag: 'Right', right: solution.totals })
    const graph = { ...edge.graph, rows: 2 ** 24, columns: 2 ** 24 }
    expect(rankedProblem({ ...graph, rows: n }, new Int32Array(n))._tag).toBe('Right')
    const wide = { rows: 2 ** 20, columns: 2 ** 20, heads: Int32Array.of(0), fit: Int32Array.of(2 ** 31 - 1) }
    const offsets = new Int32Array(2 ** 20 + 1).fill(1, 1)
    expect(rankedProblem({ ...wide, offsets }, new Int32Array(2 ** 20))).toEqual(
      rejected({ _tag: 'ValuesTooLarge', found: (2 ** 31 - 1) * (2 ** 20 + 1), most: 2 ** 51 }),
    )
  })

  test('of no rows has no classes', () => {
    const empty = right(rankedProblem(right(graphFromRows(0, [])), []))
    expect(empty.weights.length).toBe(0)
    expect(solve(empty).totals).toEqual({ placed: 0, placedByClass: [], fit: 0, kept: 0 })
  })
})
