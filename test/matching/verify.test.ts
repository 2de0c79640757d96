import {
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
import { bestScore, pairsOf, score } from './brute-force.ts'
import { problemArbitrary, right, weightedProblemArbitrary } from './instances.ts'

const solved = (most: number) =>
  fc
    .oneof(problemArbitrary(most), weightedProblemArbitrary(most))
    .map(problem => ({ problem, solution: solve(problem) }))

const nonEmpty = (most: number) =>
  solved(most).filter(({ problem }) => problem.graph.rows > 0 && problem.graph.columns > 0)

const put = <A extends Int32Array | Float64Array>(array: A, at: number, value: number): A => {
  const copy = array.slice() as A
  copy[at] = value
  return copy
}

/** The duals of all levels, with one of one level changed. */
const putAt = (duals: ReadonlyArray<Float64Array>, level: number, at: number, value: number) =>
  duals.map((each, k) => (k === level ? put(each, at, value) : each))

const floats = (...levels: ReadonlyArray<ReadonlyArray<number>>) =>
  levels.map(level => Float64Array.from(level))

const sign = (tuple: ReadonlyArray<number>): number => tuple.find(each => each !== 0) ?? 0

/** The definition: no dual below 0, no pair worth more than its two duals, and those of a placed pair not worth more. */
const isProven = ({ graph, rank, weights, previous }: RankedProblem, stated: Solution): boolean => {
  const marginOf = (row: number) => stated.margins.map(level => level[row] ?? Number.NaN)
  const priceOf = (column: number) => stated.prices.map(level => level[column] ?? Number.NaN)
  return (
    [...stated.columnOf.keys()].every(row => sign(marginOf(row)) >= 0) &&
    [...stated.rowOf.keys()].every(column => sign(priceOf(column)) >= 0) &&
    [...stated.columnOf.keys()].every(row =>
      pairsOf(graph, row).every(([column, fit]) => {
        const worth = [weights[rank[row] ?? -1] ?? Number.NaN, fit, previous?.[row] === column ? 1 : 0]
        const price = priceOf(column)
        const slack = sign(marginOf(row).map((margin, k) => margin + (price[k] ?? 0) - (worth[k] ?? 0)))
        return stated.columnOf[row] === column ? slack === 0 : slack >= 0
      }),
    )
  )
}

describe('verify', () => {
  test('rejects a changed price, and a changed margin', () => {
    fc.assert(
      fc.property(
        nonEmpty(6),
        fc.nat(),
        fc.constantFrom(-1, 1, 0.5, 7, -1000, Number.NaN, Infinity),
        ({ problem, solution }, k, by) => {
          const column = k % problem.graph.columns
          const row = k % problem.graph.rows
          const level = k % solution.prices.length
          const price = (solution.prices[level]?.[column] ?? 0) + by
          const margin = (solution.margins[level]?.[row] ?? 0) + by
          const prices = putAt(solution.prices, level, column, price)
          const margins = putAt(solution.margins, level, row, margin)
          expect(verify(problem, { ...solution, prices })._tag).toBe('Left')
          expect(verify(problem, { ...solution, margins })._tag).toBe('Left')
        },
      ),
    )
  })

  test('rejects a changed placement, unless it is another best matching', () => {
    fc.assert(
      fc.property(nonEmpty(5), fc.nat(), fc.integer({ min: -1, max: 5 }), ({ problem, solution }, k, to) => {
        const row = k % problem.graph.rows
        fc.pre(solution.columnOf[row] !== to && to < problem.graph.columns)
        const columnOf = put(solution.columnOf, row, to)
        const rowOf = solution.rowOf.map(holder => (holder === row ? -1 : holder))
        if (to >= 0) {
          const loser = rowOf[to] ?? -1
          if (loser >= 0) columnOf[loser] = -1
          rowOf[to] = row
        }
        const verdict = verify(problem, { ...solution, columnOf, rowOf })
        const onlyPairs = [...columnOf].every(
          (column, each) => column === -1 || pairsOf(problem.graph, each).some(([head]) => head === column),
        )
        if (verdict._tag === 'Right') {
          expect(onlyPairs).toBe(true)
          expect(score(problem, columnOf)).toEqual(bestScore(problem))
        }
        // one side alone is never a matching
        expect(verify(problem, { ...solution, columnOf })._tag).toBe('Left')
        expect(verify(problem, { ...solution, rowOf })._tag).toBe('Left')
      }),
    )
  })

  test('accepts exactly the duals that the definition does', () => {
    const shift = fc.record({ at: fc.nat(), level: fc.nat(), by: fc.integer({ min: -2, max: 2 }) })
    fc.assert(
      fc.property(nonEmpty(5), fc.array(shift, { maxLength: 3 }), ({ problem, solution }, shifts) => {
        // what a column costs more its row gains less: all that is between them stays as it was
        const [margins, prices] = [solution.margins, solution.prices].map(all =>
          all.map(each => each.slice()),
        )
        for (const { at, level, by } of shifts) {
          const row = at % problem.graph.rows
          const column = solution.columnOf[row] ?? -1
          const [margin, price] = [
            margins?.[level % solution.margins.length],
            prices?.[level % solution.margins.length],
          ]
          if (column < 0 || margin === undefined || price === undefined) continue
          margin[row] = (margin[row] ?? 0) - by
          price[column] = (price[column] ?? 0) + by
        }
        const stated = { ...solution, margins: margins ?? [], prices: prices ?? [] }
        expect(verify(problem, stated)._tag).toBe(isProven(problem, stated) ? 'Right' : 'Left')
      }),
      { numRuns: 2000 },
    )
  })

  test('rejects every other total', () => {
    fc.assert(
      fc.property(nonEmpty(5), ({ problem, solution }) => {
        const { totals } = solution
        const wrong: ReadonlyArray<Solution['totals']> = [
          { ...totals, placed: totals.placed + 1 },
          { ...totals, fit: totals.fit - 1 },
          { ...totals, kept: totals.kept + 1 },
          { ...totals, placedByClass: [...totals.placedByClass, 0] },
          { ...totals, placedByClass: totals.placedByClass.map(count => count + 1) },
        ]
        for (const stated of wrong)
          expect(verify(problem, { ...solution, totals: stated })).toEqual({
            _tag: 'Left',
            left: { _tag: 'WrongTotals', found: totals, stated },
          })
      }),
    )
  })

  const problem = right(
    rankedProblem(
      right(
        graphFromRows(2, [
          [
            [0, 5],
            [1, 4],
          ],
          [[0, 9]],
          [[0, 9]],
        ]),
      ),
      [0, 1, 2],
    ),
  )
  const solution: Solution = {
    ...solve(problem),
    margins: floats([3, 1, 0], [4, 0, 0]),
    prices: floats([1, 0], [9, 0]),
  }
  const flaw = (change: Partial<Solution>) => {
    const verdict = verify(problem, { ...solution, ...change })
    return verdict._tag === 'Left' ? verdict.left : 'verified'
  }

  test('says what is wrong, and where', () => {
    // row 2 is outranked by row 1 on column 0
    expect([...solution.columnOf]).toEqual([1, 0, -1])
    expect(flaw({ columnOf: new Int32Array(2) })).toEqual({ _tag: 'WrongLength', of: 'columnOf' })
    expect(flaw({ rowOf: new Int32Array(3) })).toEqual({ _tag: 'WrongLength', of: 'rowOf' })
    expect(flaw({ margins: floats([1, 2], [1, 2]) })).toEqual({ _tag: 'WrongLength', of: 'margins' })
    expect(flaw({ margins: floats() })).toEqual({ _tag: 'WrongLength', of: 'margins' })
    expect(flaw({ prices: floats([1, 0], []) })).toEqual({ _tag: 'WrongLength', of: 'prices' })
    expect(flaw({ prices: floats([1, 0]) })).toEqual({ _tag: 'WrongLength', of: 'prices' })
    const four = floats([0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0])
    expect(flaw({ margins: four, prices: four })).toEqual({ _tag: 'WrongLength', of: 'margins' })
    expect(flaw({ prices: floats([1, 0], [9, 0.5]) })).toEqual({
      _tag: 'NotWhole',
      of: 'price',
      level: 1,
      at: 1,
    })
    expect(flaw({ margins: floats([3, 1, 0], [2 ** 52 + 2, 0, 0]) })).toEqual({
      _tag: 'NotWhole',
      of: 'margin',
      level: 1,
      at: 0,
    })
    expect(flaw({ margins: floats([3, 1, 0], [-(2 ** 52) - 2, 0, 0]) })).toMatchObject({ _tag: 'NotWhole' })
    expect(flaw({ prices: floats([1, -1], [9, 5]) })).toEqual({ _tag: 'BelowZero', of: 'price', at: 1 })
    expect(flaw({ margins: floats([3, 1, 0], [4, 0, -1]) })).toEqual({
      _tag: 'BelowZero',
      of: 'margin',
      at: 2,
    })
    expect(flaw({ margins: floats([3, 1, 0], [2 ** 52, 0, 0]) })).toEqual({
      _tag: 'NotTight',
      row: 0,
      column: 1,
      level: 1,
      by: 2 ** 52 - 4,
    })
    expect(flaw({ columnOf: Int32Array.of(1, 0, 0) })).toEqual({ _tag: 'NotMutual', row: 2, column: 0 })
    expect(flaw({ columnOf: Int32Array.of(1, 0, 9) })).toEqual({ _tag: 'NotMutual', row: 2, column: 9 })
    expect(flaw({ columnOf: Int32Array.of(-1, 0, -1) })).toEqual({ _tag: 'NotMutual', row: 0, column: 1 })
    expect(flaw({ rowOf: Int32Array.of(1, -1) })).toEqual({ _tag: 'NotMutual', row: 0, column: 1 })
    expect(flaw({ columnOf: Int32Array.of(-1, 0, -1), rowOf: Int32Array.of(1, -1) })).toEqual({
      _tag: 'MarginWithoutColumn',
      row: 0,
    })
    expect(flaw({ columnOf: Int32Array.of(1, -1, -1), rowOf: Int32Array.of(-1, 0) })).toEqual({
      _tag: 'PriceWithoutRow',
      column: 0,
    })
    expect(flaw({ prices: floats([1, 0], [9, 1]), rowOf: Int32Array.of(1, 0) })).toEqual({
      _tag: 'NotTight',
      row: 0,
      column: 1,
      level: 1,
      by: 1,
    })
    expect(flaw({ prices: floats([1, 0], [8, 0]) })).toEqual({
      _tag: 'Undercut',
      row: 1,
      column: 0,
      level: 1,
      by: 1,
    })
    expect(flaw({ prices: floats([0, 0], [9, 0]) })).toEqual({
      _tag: 'Undercut',
      row: 1,
      column: 0,
      level: 0,
      by: 1,
    })
    expect(flaw({})).toBe('verified')
  })

  test('a margin below 0 on a lower level is none where the level above is above 0', () => {
    // row 0 must be placed, and only column 1 is left for it, where it fits worse than not at all would
    const graph = right(graphFromRows(1, [[[0, 3]], [[0, 9]]]))
    const ranked = right(rankedProblem(graph, [0, 1]))
    const proven = solve(ranked)
    expect([proven.margins[0]?.[0], proven.prices[0]?.[0]]).toEqual([1, 1])
    expect(proven.margins[1]?.[0]).toBeLessThan(0)
    expect(verify(ranked, proven)._tag).toBe('Right')
  })

  test('with duals of one level, proves only who is placed', () => {
    const { columnOf, rowOf, margins, prices } = solution
    const byRank = { columnOf, rowOf, margins: margins.slice(0, 1), prices: prices.slice(0, 1) }
    expect(verify(problem, byRank)._tag).toBe('Right')
    const worse = { ...byRank, columnOf: Int32Array.of(0, -1, -1), rowOf: Int32Array.of(0, -1) }
    expect(verify(problem, worse)._tag).toBe('Left')
  })

  test('accepts only pairs of the graph', () => {
    const lonely = right(rankedProblem(right(graphFromRows(1, [[]])), [0]))
    const invented: Solution = {
      columnOf: Int32Array.of(0),
      rowOf: Int32Array.of(0),
      margins: floats([0]),
      prices: floats([0]),
      totals: { placed: 0, placedByClass: [0], fit: 0, kept: 0 },
    }
    expect(verify(lonely, invented)).toEqual({ _tag: 'Left', left: { _tag: 'NotAPair', row: 0, column: 0 } })
  })

  test('takes margin and price up to 2⁵² each', () => {
    const one = right(rankedProblem(right(graphFromRows(1, [[[0, 0]]])), [0]))
    const at = (margin: number, price: number) =>
      verify(one, { ...solve(one), margins: floats([margin]), prices: floats([price]) })
    expect(at(0, 1)._tag).toBe('Right')
    expect(at(2 ** 52, 0)).toEqual({
      _tag: 'Left',
      left: { _tag: 'NotTight', row: 0, column: 0, level: 0, by: 2 ** 52 - 1 },
    })
    expect(at(0, 2 ** 52 + 1)).toEqual({
      _tag: 'Left',
      left: { _tag: 'NotWhole', of: 'price', level: 0, at: 0 },
    })
  })
})

describe('verifyHallSet', () => {
  const outranked = problemArbitrary(8).chain(problem => {
    const solution = solve(problem)
    const rows = [...solution.columnOf.keys()].filter(row => solution.columnOf[row] === -1)
    return rows.length === 0
      ? fc.constant(undefined)
      : fc
          .constantFrom(...rows)
          .map(row => ({ problem, solution, row, set: hallSet(problem.graph, solution, row) }))
  })

  test('accepts the Hall set of every row without a column', () => {
    fc.assert(
      fc.property(outranked, each => {
        if (each === undefined) return
        expect(verifyHallSet(each.problem, each.solution, each.row, each.set)).toEqual({
          _tag: 'Right',
          right: each.set,
        })
      }),
    )
  })

  test('its columns are one fewer than its rows and the row together', () => {
    fc.assert(
      fc.property(outranked, each => {
        if (each === undefined) return
        const columns = new Set(
          [each.row, ...each.set].flatMap(row => pairsOf(each.problem.graph, row).map(([c]) => c)),
        )
        expect(columns.size).toBe(each.set.length)
      }),
    )
  })

  test('rejects it with any member left out, added or exchanged', () => {
    fc.assert(
      fc.property(outranked, fc.nat(), (each, k) => {
        if (each === undefined) return
        const { problem, solution, row, set } = each
        const verdict = (members: ReadonlyArray<number>) =>
          verifyHallSet(problem, solution, row, members)._tag
        if (set.length > 0) expect(verdict(set.filter((_, at) => at !== k % set.length))).toBe('Left')
        const stranger = k % problem.graph.rows
        if (!set.includes(stranger)) {
          expect(verdict([...set, stranger].sort((a, b) => a - b))).toBe('Left')
          if (set.length > 0) expect(verdict([stranger, ...set.slice(1)].sort((a, b) => a - b))).toBe('Left')
        }
      }),
    )
  })

  test('says what is wrong, and where', () => {
    const graph = right(
      graphFromRows(3, [
        [[0, 5]],
        [[0, 9]],
        [[1, 1]],
        [[2, 1]],
        [
          [0, 0],
          [1, 0],
        ],
      ]),
    )
    const problem = right(rankedProblem(graph, [0, 2, 0, 3, 1]))
    const solution = solve(problem)
    const flaw = (row: number, members: ReadonlyArray<number>) => {
      const verdict = verifyHallSet(problem, solution, row, members)
      return verdict._tag === 'Left' ? verdict.left : verdict.right
    }
    expect([...solution.columnOf]).toEqual([0, -1, 1, 2, -1])
    expect(flaw(4, [0, 2])).toEqual([0, 2])
    expect(flaw(1, [0])).toEqual([0])
    expect(flaw(0, [])).toEqual({ _tag: 'RowIsPlaced', row: 0 })
    expect(flaw(9, [])).toEqual({ _tag: 'RowIsPlaced', row: 9 })
    expect(flaw(4, [2, 0])).toEqual({ _tag: 'NotAscending', at: 1 })
    expect(flaw(4, [0, 0, 2])).toEqual({ _tag: 'NotAscending', at: 1 })
    expect(flaw(4, [0, Number.NaN])).toEqual({ _tag: 'NotAscending', at: 1 })
    expect(flaw(4, [0, 1])).toEqual({ _tag: 'MemberNotPlaced', member: 1 })
    expect(flaw(4, [0, 2, 77])).toEqual({ _tag: 'MemberNotPlaced', member: 77 })
    expect(flaw(1, [0, 3])).toEqual({ _tag: 'MemberRanksLater', member: 3 })
    expect(flaw(4, [0])).toEqual({ _tag: 'HeldByAnother', member: 4, column: 1 })
    expect(flaw(1, [0, 2])).toEqual({ _tag: 'MemberNotNeeded', member: 2 })
  })
})
