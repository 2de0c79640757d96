import { type Graph, graphFromRows } from 'einzug/matching'
import { type Maximum, maximumMatching, verifyMaximum } from 'einzug/matching/assignment'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchings } from '../brute-force.ts'
import { graphArbitrary, right } from '../instances.ts'

const placed = (columnOf: ArrayLike<number>) => Array.from(columnOf).filter(column => column >= 0).length
const proved = (graph: Graph) => right(verifyMaximum(graph, maximumMatching(graph)))
const graphOf = (columns: number, rows: ReadonlyArray<ReadonlyArray<number>>) =>
  right(
    graphFromRows(
      columns,
      rows.map(row => row.map(column => [column, 0] as const)),
    ),
  )

describe('maximumMatching', () => {
  test('has as many pairs as the largest of all matchings', () => {
    fc.assert(
      fc.property(graphArbitrary(5), graph => {
        let most = 0
        for (const columnOf of matchings(graph)) most = Math.max(most, placed(columnOf))
        expect(placed(maximumMatching(graph).columnOf)).toBe(most)
      }),
      { numRuns: 500 },
    )
  })

  test('has a cover of its own size', () => {
    fc.assert(
      fc.property(graphArbitrary(30), graph => {
        const { columnOf, cover } = maximumMatching(graph)
        expect(cover.rows.length + cover.columns.length).toBe(placed(columnOf))
        expect(proved(graph)).toBe(placed(columnOf))
      }),
      { numRuns: 500 },
    )
  })

  test('of sparse graphs, where paths are long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat({ max: 59 }), { minLength: 1, maxLength: 2 }), {
          minLength: 60,
          maxLength: 60,
        }),
        rows => {
          const graph = graphOf(60, rows)
          expect(proved(graph)).toBe(placed(maximumMatching(graph).columnOf))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('finds a path as long as the graph, without calling itself', () => {
    const n = 100_000
    // whoever comes first takes the lower of two columns; the last row may have only the first column
    const chain = graphOf(n, [...Array.from({ length: n - 1 }, (_, row) => [row, row + 1]), [0]])
    expect(proved(chain)).toBe(n)
    const blocked = graphOf(n - 1, [
      ...Array.from({ length: n - 1 }, (_, row) => (row + 2 === n ? [row] : [row, row + 1])),
      [0],
    ])
    expect(proved(blocked)).toBe(n - 1)
  })

  test('of nothing is nothing', () => {
    expect(proved(graphOf(0, []))).toBe(0)
    expect(proved(graphOf(0, [[], []]))).toBe(0)
    expect(proved(graphOf(3, []))).toBe(0)
    const { columnOf, cover } = maximumMatching(graphOf(3, [[], [2], []]))
    expect([[...columnOf], cover]).toEqual([[-1, 2, -1], { rows: [1], columns: [] }])
  })
})

describe('verifyMaximum', () => {
  const graph = graphOf(3, [[0, 1], [0], [0], [2]])
  const found = maximumMatching(graph)
  const flaw = (change: Partial<Maximum>) => {
    const verdict = verifyMaximum(graph, { ...found, ...change })
    return verdict._tag === 'Left' ? verdict.left : verdict.right
  }

  test('says what is wrong, and where', () => {
    expect([[...found.columnOf], found.cover]).toEqual([[1, 0, -1, 2], { rows: [0, 3], columns: [0] }])
    expect(flaw({})).toBe(3)
    expect(flaw({ columnOf: new Int32Array(3) })).toEqual({ _tag: 'WrongLength', of: 'columnOf' })
    expect(flaw({ rowOf: new Int32Array(2) })).toEqual({ _tag: 'WrongLength', of: 'rowOf' })
    expect(flaw({ columnOf: Int32Array.of(1, 0, 0, 2) })).toEqual({ _tag: 'NotMutual', row: 2, column: 0 })
    expect(flaw({ rowOf: Int32Array.of(2, 0, 3) })).toEqual({ _tag: 'NotMutual', row: 2, column: 0 })
    expect(flaw({ columnOf: Int32Array.of(0, 1, -1, 2), rowOf: Int32Array.of(0, 1, 3) })).toEqual({
      _tag: 'NotAPair',
      row: 1,
      column: 1,
    })
    expect(flaw({ cover: { rows: [3, 0], columns: [0] } })).toEqual({
      _tag: 'NotAscending',
      of: 'rows',
      at: 1,
    })
    for (const columns of [[3], [-1], [0.5], [0, 0]])
      expect(flaw({ cover: { rows: [0, 3], columns } })).toMatchObject({
        _tag: 'NotAscending',
        of: 'columns',
      })
    expect(flaw({ cover: { rows: [0], columns: [0] } })).toEqual({ _tag: 'Uncovered', row: 3, column: 2 })
    expect(flaw({ cover: { rows: [0, 3], columns: [0, 1] } })).toEqual({
      _tag: 'CoverTooLarge',
      cover: 4,
      pairs: 3,
    })
    const fewer = { columnOf: Int32Array.of(1, -1, -1, 2), rowOf: Int32Array.of(-1, 0, 3) }
    expect(flaw(fewer)).toEqual({ _tag: 'CoverTooLarge', cover: 3, pairs: 2 })
  })

  test('rejects every smaller matching, and every cover with a vertex left out or added', () => {
    fc.assert(
      fc.property(graphArbitrary(12), fc.nat(), (each, k) => {
        const whole = maximumMatching(each)
        const { columnOf, rowOf, cover } = whole
        const verdict = (change: Partial<Maximum>) => verifyMaximum(each, { ...whole, ...change })._tag
        for (const side of ['rows', 'columns'] as const) {
          const numbers = cover[side]
          const without = numbers.filter((_, at) => at !== k % numbers.length)
          if (numbers.length > 0) expect(verdict({ cover: { ...cover, [side]: without } })).toBe('Left')
          const more = k % Math.max(1, each[side])
          if (more < each[side] && !numbers.includes(more))
            expect(verdict({ cover: { ...cover, [side]: [...numbers, more].sort((a, b) => a - b) } })).toBe(
              'Left',
            )
        }
        const row = columnOf.findIndex(column => column >= 0)
        if (row < 0) return
        const column = columnOf[row]
        expect(
          verdict({
            columnOf: columnOf.map((held, at) => (at === row ? -1 : held)),
            rowOf: rowOf.map((holder, at) => (at === column ? -1 : holder)),
          }),
        ).toBe('Left')
      }),
      { numRuns: 300 },
    )
  })

  test('never throws, whatever the arrays hold', () => {
    const anything = fc.oneof(
      fc.constantFrom(undefined, null, 7),
      fc.array(fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double(), fc.constantFrom(undefined, '0')), {
        maxLength: 7,
      }),
    )
    fc.assert(
      fc.property(
        graphArbitrary(5),
        fc.record(
          {
            columnOf: anything,
            rowOf: anything,
            cover: fc.oneof(
              fc.record({ rows: anything, columns: anything }),
              fc.constantFrom(null, undefined, 3),
            ),
          },
          { requiredKeys: [] },
        ),
        (each, change) => {
          const whole = maximumMatching(each)
          const verdict = verifyMaximum(each, { ...whole, ...change } as Maximum)
          if (verdict._tag === 'Right') expect(verdict.right).toBe(placed(whole.columnOf))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
