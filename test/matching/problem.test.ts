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
    const { rank, classes, base } = right(rankedProblem(graph, [50, 2 ** 40, 0]))
    expect([[...rank], classes, base]).toEqual([[1, 2, 0], 3, 22])
  })

  test('refuses ranks that are not one whole number from 0 per row', () => {
    expect(rankedProblem(graph, [0, 1])).toEqual(rejected({ _tag: 'RankLength', expected: 3, found: 2 }))
    for (const found of [-1, 0.5, Number.NaN, 2 ** 53])
      expect(rankedProblem(graph, [0, found, 0])).toEqual(rejected({ _tag: 'BadRank', row: 1, found }))
  })

  test('refuses values beyond 2⁵¹, and is exact up to there', () => {
    // 3 columns and 3 rows of the greatest fit f: (K + 1)(1 + 3 f) ≤ 2⁵¹
    const at = (fit: number, copies: number) => {
      const rows = Array.from(
        { length: copies },
        () =>
          [
            [0, fit],
            [1, fit - 1],
          ] as const,
      )
      return rankedProblem(
        right(graphFromRows(2 ** 19, rows)),
        Array.from({ length: copies }, (_, k) => k),
      )
    }
    const copies = 1023 // classes: (1024)(1 + 1023 f) ≤ 2⁵¹  ⇔  f ≤ (2⁴¹ − 1) / 1023
    const most = Math.floor((2 ** 41 - 1) / 1023)
    expect(most).toBeGreaterThan(2 ** 31 - 1) // so the fit alone cannot get there …
    const greatest = 2 ** 31 - 1
    const inside = at(greatest, copies)
    expect(verify(right(inside), solve(right(inside)))._tag).toBe('Right')
    // … more rows can: (K + 1)(1 + K f) with f = 2³¹ − 1 passes 2⁵¹ between 1023 and 1024 classes
    expect(1024 * (1 + 1023 * greatest)).toBeLessThanOrEqual(2 ** 51)
    expect(at(greatest, 1024)).toEqual(
      rejected({ _tag: 'ValuesTooLarge', found: 1025 * (1 + 1024 * greatest), most: 2 ** 51 }),
    )
  })

  test('takes (K + 1) · base = 2⁵¹, and not one point of fit more', () => {
    const n = 13_367
    const fit = 164_511_353
    expect((1023 + 1) * (1 + n * fit)).toBe(2 ** 51)
    const pose = (greatest: number) =>
      rankedProblem(
        right(
          graphFromRows(
            n,
            Array.from({ length: n }, (_, row) => [[row, row === 0 ? greatest : 0]] as const),
          ),
        ),
        Array.from({ length: n }, (_, row) => row % 1023),
      )
    const edge = right(pose(fit))
    expect([edge.classes, edge.base]).toEqual([1023, 2 ** 41])
    const solution = solve(edge)
    expect(solution.totals.fit).toBe(fit)
    expect(verify(edge, solution)).toEqual({ _tag: 'Right', right: solution.totals })
    expect(pose(fit + 1)).toEqual(
      rejected({ _tag: 'ValuesTooLarge', found: 2 ** 51 + 1024 * n, most: 2 ** 51 }),
    )
  })

  test('of no rows has no classes', () => {
    const empty = right(rankedProblem(right(graphFromRows(0, [])), []))
    expect(empty.classes).toBe(0)
    expect(solve(empty).totals).toEqual({ placed: 0, placedByClass: [], fit: 0 })
  })
})
