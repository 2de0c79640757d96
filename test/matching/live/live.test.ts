import {
  graphFromArrays,
  graphFromRows,
  type RankedProblem,
  rankedProblem,
  solve,
  verify,
} from 'einzug/matching'
import { additions, type LiveMatching, live } from 'einzug/matching/live'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { liveBy } from '../../../src/matching/live/live.ts'
import { wrongSize } from '../../../src/matching/live/pair-errors.ts'
import { right } from '../instances.ts'
import { pairsOf, rankedArbitrary, worthOf } from './live-instances.ts'

type Pairs = ReadonlyArray<readonly [number, number]>

/** A change, its numbers still to be brought into range by what there is. */
type Change =
  | { readonly _tag: 'insertRow' | 'insertColumn'; readonly at: number; readonly pairs: Pairs }
  | { readonly _tag: 'removeRow' | 'removeColumn'; readonly at: number }
  | {
      readonly _tag: 'changeFit' | 'removePair' | 'changeRank'
      readonly at: number
      readonly other: number
      readonly fit: number
    }

const changes = fc.array(
  fc.oneof(
    fc.record({
      _tag: fc.constantFrom('insertRow' as const, 'insertColumn' as const),
      at: fc.nat({ max: 99 }),
      pairs: fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 5 })), { maxLength: 5 }),
    }),
    fc.record({
      _tag: fc.constantFrom('removeRow' as const, 'removeColumn' as const),
      at: fc.nat({ max: 99 }),
    }),
    fc.record({
      _tag: fc.constantFrom('changeFit' as const, 'removePair' as const, 'changeRank' as const),
      at: fc.nat({ max: 99 }),
      other: fc.nat({ max: 99 }),
      fit: fc.nat({ max: 5 }),
    }),
  ),
  { minLength: 1, maxLength: 12 },
)

/** At once looking backwards, soon, and as it is used: on what is small, not at all. */
const headStarts = fc.constantFrom(0, 3, undefined)

/** The problem as data of its own, changed by hand: what the live one should be. */
interface Model {
  readonly pairs: Array<Map<number, number>>
  readonly rank: Array<number>
  readonly classes: number
  columns: number
  readonly rowsThere: Array<number>
  columnsThere: Array<number>
}

const modelOf = ({ graph, rank, weights }: RankedProblem): Model => ({
  pairs: Array.from({ length: graph.rows }, (_, row) => new Map(pairsOf(graph, row))),
  rank: [...rank],
  classes: weights.length,
  columns: graph.columns,
  rowsThere: [...Array(graph.rows).keys()],
  columnsThere: [...Array(graph.columns).keys()],
})

const pick = (from: ReadonlyArray<number>, at: number): number => from[at % from.length] ?? -1

/** The pairs with those that there are, each once. */
const within = (there: ReadonlyArray<number>, pairs: Pairs): Pairs =>
  there.length === 0 ? [] : [...new Map(pairs.map(([at, fit]) => [pick(there, at), fit]))]

/** Makes a change in both; `undefined` if there is nothing to change. */
const step = (matching: LiveMatching, model: Model, change: Change) => {
  const { pairs, rank, rowsThere, columnsThere } = model
  const row = pick(rowsThere, change.at)
  switch (change._tag) {
    case 'insertRow': {
      if (model.classes === 0) return undefined
      const mine = within(columnsThere, change.pairs)
      const inserted = right(matching.insertRow(change.at % model.classes, mine))
      expect(inserted.row).toBe(pairs.length)
      rowsThere.push(pairs.length)
      rank.push(change.at % model.classes)
      pairs.push(new Map(mine))
      return inserted.moves
    }
    case 'insertColumn': {
      const mine = within(rowsThere, change.pairs)
      const inserted = right(matching.insertColumn(mine))
      expect(inserted.column).toBe(model.columns)
      columnsThere.push(model.columns++)
      for (const [each, fit] of mine) pairs[each]?.set(inserted.column, fit)
      return inserted.moves
    }
    case 'removeRow':
      if (row < 0) return undefined
      rowsThere.splice(rowsThere.indexOf(row), 1)
      pairs[row]?.clear()
      return right(matching.removeRow(row))
    case 'removeColumn': {
      const column = pick(columnsThere, change.at)
      if (column < 0) return undefined
      columnsThere.splice(columnsThere.indexOf(column), 1)
      for (const each of pairs) each.delete(column)
      return right(matching.removeColumn(column))
    }
    case 'changeFit': {
      const column = pick(columnsThere, change.other)
      if (row < 0 || column < 0) return undefined
      pairs[row]?.set(column, change.fit)
      return right(matching.changeFit(row, column, change.fit))
    }
    case 'removePair': {
      const column = pick([...(pairs[row]?.keys() ?? [])], change.other)
      if (column < 0) return undefined
      pairs[row]?.delete(column)
      return right(matching.removePair(row, column))
    }
    case 'changeRank':
      if (row < 0) return undefined
      rank[row] = change.other % model.classes
      return right(matching.changeRank(row, change.other % model.classes))
  }
}

describe('a live matching', () => {
  test('is, after any changes, what solving afresh finds, with a proof', () => {
    fc.assert(
      fc.property(rankedArbitrary(7), changes, headStarts, (problem, all, headStart) => {
        const matching = right(liveBy(problem, solve(problem), headStart))
        const model = modelOf(problem)
        for (const change of all) {
          step(matching, model, change)
          const now = matching.snapshot()
          const rows = model.pairs.map(pairs => [...pairs])
          expect(now.problem.graph).toEqual(right(graphFromRows(model.columns, rows)))
          expect([...now.problem.rank]).toEqual(model.rank)
          expect(now.problem.weights).toEqual(problem.weights)
          expect(verify(now.problem, now.solution)).toEqual({ _tag: 'Right', right: now.solution.totals })
          expect(worthOf(now.problem, now.solution)).toEqual(worthOf(now.problem, solve(now.problem)))
        }
      }),
      { numRuns: 400 },
    )
  })

  test('is that on larger instances too', () => {
    fc.assert(
      fc.property(rankedArbitrary(40, 1000), changes, headStarts, (problem, all, headStart) => {
        const matching = right(liveBy(problem, solve(problem), headStart))
        const model = modelOf(problem)
        for (const change of all) step(matching, model, change)
        const now = matching.snapshot()
        expect(verify(now.problem, now.solution)).toEqual({ _tag: 'Right', right: now.solution.totals })
        expect(worthOf(now.problem, now.solution)).toEqual(worthOf(now.problem, solve(now.problem)))
      }),
    )
  })

  test('is that in markets where hardly anything is vacant, looked at from both ends', () => {
    const fit = fc.nat({ max: 3 })
    const tight = fc.integer({ min: 8, max: 24 }).chain(n => {
      const column = fc.nat({ max: n - 1 })
      const own = fc.uniqueArray(fc.tuple(column, fit), { selector: ([c]) => c, minLength: 3, maxLength: 5 })
      return fc.record({
        rows: fc.array(own, { minLength: n, maxLength: n + 2 }),
        ranks: fc.array(fc.nat({ max: 2 }), { minLength: n + 2, maxLength: n + 2 }),
        comings: fc.array(fc.tuple(fc.nat(), own), { minLength: 10, maxLength: 10 }),
        n: fc.constant(n),
      })
    })
    fc.assert(
      fc.property(tight, ({ rows, ranks, comings, n }) => {
        const problem = right(rankedProblem(right(graphFromRows(n, rows)), ranks.slice(0, rows.length)))
        const matching = right(liveBy(problem, solve(problem), 0))
        for (const [leaver, pairs] of comings) {
          matching.removeRow(leaver % rows.length)
          right(matching.insertRow(leaver % problem.weights.length, pairs))
          const now = matching.snapshot()
          expect(verify(now.problem, now.solution)).toEqual({ _tag: 'Right', right: now.solution.totals })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is that with values of any size, when prices have moved far', () => {
    const many = fc.array(changes, { minLength: 4, maxLength: 4 }).map(each => each.flat())
    const problems = rankedArbitrary(8, 2 ** 31 - 1)
    fc.assert(
      fc.property(problems, many, (problem, all) => {
        const matching = right(liveBy(problem, solve(problem), 0))
        const model = modelOf(problem)
        for (const change of all) {
          step(matching, model, 'fit' in change ? { ...change, fit: change.fit * 400_000_000 } : change)
          const now = matching.snapshot()
          expect(verify(now.problem, now.solution)).toEqual({ _tag: 'Right', right: now.solution.totals })
        }
      }),
    )
  })

  test('is that in a large market where everything is close to everything, as it is used', () => {
    const n = 1500
    const graph = right(
      graphFromRows(
        n,
        Array.from({ length: n }, (_, row) =>
          Array.from(
            { length: 12 },
            (_, k) => [(row * 31 + k * k * 97 + k) % n, ((row + k) % 3) * 100] as const,
          ).filter(([column], at, all) => all.findIndex(([other]) => other === column) === at),
        ),
      ),
    )
    const matching = right(live(right(rankedProblem(graph, new Int32Array(n)))))
    for (let k = 0; k < 30; k++) {
      right(matching.removeRow((k * 37) % n))
      right(
        matching.insertRow(0, [
          [(k * 101) % n, 100],
          [(k * 53 + 1) % n, 200],
        ]),
      )
      const now = matching.snapshot()
      expect(verify(now.problem, now.solution)).toEqual({ _tag: 'Right', right: now.solution.totals })
    }
    const now = matching.snapshot()
    expect(worthOf(now.problem, now.solution)).toEqual(worthOf(now.problem, solve(now.problem)))
  })

  test('says who has moved, and nobody else has', () => {
    fc.assert(
      fc.property(rankedArbitrary(7), changes, (problem, all) => {
        const matching = right(live(problem))
        const model = modelOf(problem)
        const columnOf = [...matching.snapshot().solution.columnOf]
        for (const change of all) {
          const moves = step(matching, model, change) ?? []
          for (const { row, from, to } of moves) {
            expect(columnOf[row] ?? -1).toBe(from)
            expect(to).not.toBe(from)
            columnOf[row] = to
          }
          expect(moves.map(({ row }) => row)).toEqual(
            [...new Set(moves.map(({ row }) => row))].sort((a, b) => a - b),
          )
          while (columnOf.length < model.pairs.length) columnOf.push(-1)
          expect([...matching.snapshot().solution.columnOf]).toEqual(columnOf)
        }
      }),
    )
  })

  test('goes on from any proven solution, also one that has kept pairs', () => {
    fc.assert(
      fc.property(rankedArbitrary(6), changes, (problem, all) => {
        const previous = solve(problem).columnOf.map(
          column => (column + 1) % Math.max(1, problem.graph.columns),
        )
        const before = problem.graph.columns === 0 ? problem : { ...problem, previous }
        const matching = right(live(before, solve(before)))
        const model = modelOf(problem)
        for (const change of all) step(matching, model, change)
        const now = matching.snapshot()
        expect(verify(now.problem, now.solution)).toEqual({ _tag: 'Right', right: now.solution.totals })
        expect(worthOf(now.problem, now.solution)).toEqual(worthOf(now.problem, solve(now.problem)))
        expect(right(live(now.problem, now.solution)).snapshot()).toEqual(now)
      }),
    )
  })

  test('moves nobody for what makes no difference', () => {
    const graph = right(graphFromRows(2, [[[0, 5]], [[1, 5]]]))
    const matching = right(live(right(rankedProblem(graph, [0, 0]))))
    expect(right(matching.insertRow(0, [[0, 5]])).moves).toEqual([])
    expect(right(matching.changeFit(0, 0, 9))).toEqual([])
    expect(right(matching.insertColumn([[1, 5]])).moves).toEqual([])
    expect(right(matching.changeFit(1, 0, 1))).toEqual([])
  })
})

describe('a live matching refuses', () => {
  const garbage = fc.oneof(
    fc.double(),
    fc.integer({ min: -3, max: 9 }),
    fc.constantFrom(2 ** 31, 2 ** 53, -1, 0.5, Number.NaN, Infinity),
    fc.constantFrom(...(['0', null, undefined, {}, [0]] as Array<unknown> as Array<number>)),
  )
  const pairs = fc.array(fc.tuple(garbage, garbage), { maxLength: 4 })

  test('what is not a number in range, and then nothing has changed', () => {
    fc.assert(
      fc.property(rankedArbitrary(4), garbage, garbage, garbage, pairs, (problem, a, b, c, list) => {
        const matching = right(live(problem))
        for (const change of [
          () => matching.insertRow(a, list),
          () => matching.insertColumn(list),
          () => matching.changeFit(a, b, c),
          () => matching.changeRank(a, b),
          () => matching.removePair(a, b),
          () => matching.removeRow(a),
          () => matching.removeColumn(b),
        ]) {
          const before = matching.snapshot()
          const changed = change()
          const now = matching.snapshot()
          if (changed._tag === 'Left') expect(now).toEqual(before)
          expect(verify(now.problem, now.solution)).toEqual({ _tag: 'Right', right: now.solution.totals })
          expect(right(graphFromArrays(now.problem.graph))).toBe(now.problem.graph)
        }
      }),
      { numRuns: 300 },
    )
  })

  const graph = right(
    graphFromRows(2, [
      [[0, 5]],
      [
        [0, 1],
        [1, 5],
      ],
    ]),
  )
  const problem = right(rankedProblem(graph, [0, 1]))
  const start = () => right(live(problem))
  const cases: ReadonlyArray<readonly [string, (matching: LiveMatching) => unknown, object]> = [
    ['an unknown class', m => m.insertRow(2, []), { _tag: 'UnknownClass', found: 2 }],
    ['an unknown class of a known row', m => m.changeRank(0, -1), { _tag: 'UnknownClass', found: -1 }],
    ['a rank of nobody', m => m.changeRank(2, 0), { _tag: 'UnknownRow', found: 2 }],
    ['a pair with no column', m => m.insertRow(0, [[2, 1]]), { _tag: 'UnknownColumn', found: 2 }],
    ['a pair with no row', m => m.insertColumn([[0.5, 1]]), { _tag: 'UnknownRow', found: 0.5 }],
    ['a fit below 0', m => m.insertRow(0, [[1, -1]]), { _tag: 'BadFit', row: 2, column: 1, found: -1 }],
    [
      'a fit beyond 31 bits',
      m => m.changeFit(0, 1, 2 ** 31),
      { _tag: 'BadFit', row: 0, column: 1, found: 2 ** 31 },
    ],
    [
      'a pair twice',
      m =>
        m.insertColumn([
          [1, 1],
          [1, 2],
        ]),
      { _tag: 'RepeatedPair', row: 1, column: 2 },
    ],
    [
      'a column twice',
      m =>
        m.insertRow(0, [
          [1, 1],
          [1, 1],
        ]),
      { _tag: 'RepeatedPair', row: 2, column: 1 },
    ],
    ['a fit for nobody', m => m.changeFit(2, 0, 1), { _tag: 'UnknownRow', found: 2 }],
    ['a fit for no column', m => m.changeFit(1, 2, 1), { _tag: 'UnknownColumn', found: 2 }],
    ['to remove a pair that is none', m => m.removePair(0, 1), { _tag: 'NotAPair', row: 0, column: 1 }],
    ['to remove a pair of nobody', m => m.removePair(2, 1), { _tag: 'UnknownRow', found: 2 }],
    ['to remove a pair with no column', m => m.removePair(0, 2), { _tag: 'UnknownColumn', found: 2 }],
    ['to remove a row twice', m => [m.removeRow(1), m.removeRow(1)][1], { _tag: 'UnknownRow', found: 1 }],
    [
      'to remove a column twice',
      m => [m.removeColumn(0), m.removeColumn(0)][1],
      { _tag: 'UnknownColumn', found: 0 },
    ],
    [
      'a pair with a removed row',
      m => [m.removeRow(1), m.insertColumn([[1, 1]])][1],
      { _tag: 'UnknownRow', found: 1 },
    ],
  ]
  test.each(cases)('%s', (_, change, error) => {
    expect(change(start())).toEqual({ _tag: 'Left', left: error })
  })

  test('fits too large for so many rows and columns', () => {
    const size = 2 ** 20
    const graph = right(
      graphFromRows(
        size,
        Array.from({ length: size }, () => []),
      ),
    )
    const none = () => new Int32Array(size).fill(-1)
    const zeros = [new Float64Array(size), new Float64Array(size)]
    const totals = { placed: 0, placedByClass: [0], fit: 0, kept: 0 }
    const empty = { columnOf: none(), rowOf: none(), margins: zeros, prices: zeros, totals }
    const problem = right(rankedProblem(graph, new Int32Array(size)))
    const large = right(live(problem, empty))
    const most = 2 ** 31 - 1
    const tooLarge = {
      _tag: 'Left',
      left: { _tag: 'ValuesTooLarge', found: most * (size + 1), most: 2 ** 51 },
    }
    expect(large.changeFit(0, 0, most)).toEqual(tooLarge)
    expect(additions(problem, empty, [[[0, most]]])).toEqual(tooLarge)
    expect(large.changeFit(0, 0, 2 ** 31 - 2 ** 12)._tag).toBe('Right')
  })

  test('a solution that proves nothing, or only who is placed', () => {
    const solution = solve(problem)
    expect(live(problem, { ...solution, columnOf: Int32Array.of(-1, 0) })).toMatchObject({ _tag: 'Left' })
    const byRank = {
      ...solution,
      margins: solution.margins.slice(0, 1),
      prices: solution.prices.slice(0, 1),
    }
    expect(verify(problem, byRank)._tag).toBe('Right')
    expect(live(problem, byRank)).toEqual({ _tag: 'Left', left: { _tag: 'WrongLength', of: 'margins' } })
  })
})

test('there may be no more of anything than in a problem posed at once', () => {
  const size = { rows: 2 ** 24, columns: 2 ** 24, pairs: 2 ** 28, greatest: 0 }
  const tooLarge = (what: string, most: number) => ({ _tag: 'TooLarge', what, found: most + 1, most })
  expect(wrongSize(size)).toBeUndefined()
  expect(wrongSize({ ...size, rows: 2 ** 24 + 1 })).toEqual(tooLarge('rows', 2 ** 24))
  expect(wrongSize({ ...size, columns: 2 ** 24 + 1 })).toEqual(tooLarge('columns', 2 ** 24))
  expect(wrongSize({ ...size, pairs: 2 ** 28 + 1 })).toEqual(tooLarge('pairs', 2 ** 28))
})
