import {
  graphFromRows,
  type HallSets,
  hallSet,
  hallSetOf,
  hallSets,
  type RankedProblem,
  rankedProblem,
  type Solution,
  solve,
  verifyHallSet,
  verifyHallSets,
} from 'einzug/matching'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemArbitrary, right } from './instances.ts'

/** More rows than columns, so that many have none; few pairs each, so that there are many components. */
const crowded = fc.integer({ min: 1, max: 9 }).chain(columns =>
  fc.array(fc.uniqueArray(fc.nat({ max: columns - 1 }), { maxLength: 3 }), { maxLength: 24 }).chain(rows =>
    fc.array(fc.nat({ max: 4 }), { minLength: rows.length, maxLength: rows.length }).map(ranks => {
      const graph = graphFromRows(
        columns,
        rows.map(row => row.map(column => [column, column] as const)),
      )
      return right(rankedProblem(right(graph), ranks))
    }),
  ),
)

const posed = fc
  .oneof(crowded, problemArbitrary(12))
  .map(problem => ({ problem, solution: solve(problem) }))
  .map(each => ({ ...each, sets: hallSets(each.problem.graph, each.solution) }))

const unplaced = ({ columnOf }: Solution) => [...columnOf.keys()].filter(row => columnOf[row] === -1)

describe('hallSets', () => {
  test('is hallSet for every row without a column', () => {
    fc.assert(
      fc.property(posed, ({ problem, solution, sets }) => {
        expect(sets.rows).toEqual(unplaced(solution))
        for (let row = 0; row < problem.graph.rows; row++)
          expect(hallSetOf(sets, row)).toEqual(
            solution.columnOf[row] === -1 ? hallSet(problem.graph, solution, row) : [],
          )
      }),
      { numRuns: 500 },
    )
  })

  test('is verified, also after a journey as JSON', () => {
    fc.assert(
      fc.property(posed, ({ problem, solution, sets }) => {
        const back = JSON.parse(JSON.stringify(sets)) as HallSets
        expect(verifyHallSets(problem, solution, back)).toEqual({ _tag: 'Right', right: sets })
      }),
      { numRuns: 500 },
    )
  })

  test('does not call itself: a component, and a chain of components, as long as the graph', () => {
    const n = 100_000
    const chain = Array.from({ length: n }, (_, row) => (row === 0 ? [0] : [row - 1, row]))
    for (const [rows, components] of [
      [[...chain, [n - 1]], n],
      [[[0, n - 1], ...chain.slice(1), [0]], 1],
    ] as const) {
      const graph = right(
        graphFromRows(
          n,
          rows.map(row => row.map(column => [column, 0] as const)),
        ),
      )
      const columnOf = Int32Array.from(rows.keys(), row => (row < n ? row : -1))
      const rowOf = Int32Array.from({ length: n }, (_, column) => column)
      const sets = hallSets(graph, { columnOf, rowOf })
      expect(sets.components.length).toBe(components)
      expect(hallSetOf(sets, n).length).toBe(n)
      const verdict = verifyHallSets({ graph, rank: new Int32Array(n + 1) }, { columnOf, rowOf }, sets)
      expect(verdict._tag).toBe('Right')
    }
  })
})

describe('verifyHallSets', () => {
  // columns 0 and 1 are shared by rows 0 and 1; column 2 is row 2's, who might have 1; column 3 is row 3's alone
  const pairs = [[0, 1], [0, 1], [1, 2], [3], [2], [0], []]
  const graph = right(
    graphFromRows(
      4,
      pairs.map(row => row.map(column => [column, 0] as const)),
    ),
  )
  const problem: RankedProblem = right(rankedProblem(graph, [0, 0, 1, 0, 2, 3, 0]))
  const matching = { columnOf: Int32Array.of(0, 1, 2, 3, -1, -1, -1), rowOf: Int32Array.of(0, 1, 2, 3) }
  const sets = hallSets(graph, matching)
  const flaw = (change: object, rank = problem.rank, held: Partial<typeof matching> = {}) => {
    const verdict = verifyHallSets({ graph, rank }, { ...matching, ...held }, { ...sets, ...change })
    return verdict._tag === 'Left' ? verdict.left : 'verified'
  }

  test('says what is wrong, and where', () => {
    expect(sets).toEqual({
      rows: [4, 5, 6],
      starts: [[1], [0], []],
      components: [[0, 1], [2]],
      next: [[], [0]],
    })
    expect(flaw({})).toBe('verified')
    expect(flaw({}, new Int32Array(2))).toEqual({ _tag: 'WrongLength', of: 'rank' })
    expect(flaw({}, problem.rank, { columnOf: new Int32Array(2) })).toEqual({
      _tag: 'WrongLength',
      of: 'columnOf',
    })
    expect(flaw({}, problem.rank, { rowOf: new Int32Array(2) })).toEqual({ _tag: 'WrongLength', of: 'rowOf' })
    expect(flaw({ rows: [5, 4, 6] })).toEqual({ _tag: 'NotAscending', of: 'rows', at: 0 })
    expect(flaw({ rows: [4, 5], starts: [[1], [0]] })).toEqual({ _tag: 'RowNotListed', row: 6 })
    expect(flaw({ rows: [3, 4, 5, 6], starts: [[], [1], [0], []] })).toEqual({ _tag: 'RowIsPlaced', row: 3 })
    expect(flaw({ starts: [[1], [0]] })).toEqual({ _tag: 'WrongLength', of: 'starts' })
    expect(flaw({ next: [[]] })).toEqual({ _tag: 'WrongLength', of: 'next' })
    expect(flaw({ components: 7 })).toEqual({ _tag: 'WrongLength', of: 'components' })
    expect(flaw({ components: [[1, 0], [2]] })).toEqual({ _tag: 'NotAscending', of: 'components', at: 0 })
    expect(flaw({ components: [[0, 1], []] })).toEqual({ _tag: 'NotAscending', of: 'components', at: 1 })
    expect(
      flaw({
        components: [
          [0, 1],
          [1, 2],
        ],
      }),
    ).toEqual({ _tag: 'MemberTwice', member: 1 })
    expect(
      flaw({
        components: [
          [0, 1],
          [2, 5],
        ],
      }),
    ).toEqual({ _tag: 'MemberNotPlaced', member: 5 })
    expect(flaw({ next: [[], []] })).toEqual({ _tag: 'HeldByAnother', row: 2, column: 1 })
    expect(flaw({ starts: [[0], [0], []] })).toEqual({ _tag: 'HeldByAnother', row: 4, column: 2 })
    expect(flaw({ starts: [[1], [0, 1], []] })).toEqual({ _tag: 'LinkNotNeeded', of: 'starts', at: 1 })
    expect(flaw({ components: [[0, 1], [2], [3]], next: [[], [0], [0]] })).toEqual({
      _tag: 'LinkNotNeeded',
      of: 'next',
      at: 2,
    })
    for (const link of [1, 0.5, -1, '0'])
      expect(flaw({ next: [[], [link]] })).toEqual({ _tag: 'NotAscending', of: 'next', at: 1 })
    expect(
      flaw({
        components: [
          [0, 1],
          [2, 3],
        ],
      }),
    ).toEqual({ _tag: 'NotConnected', member: 3 })
    // all that 4 leads to, in one: row 2 leads to the others, but not they to it
    expect(flaw({ components: [[0, 1, 2]], next: [[]], starts: [[0], [0], []] })).toEqual({
      _tag: 'NotConnected',
      member: 2,
    })
    // 4 ranks before 2, whom it leads to; then before 0, whom only 2 leads to
    expect(flaw({}, Int32Array.of(0, 0, 3, 0, 2, 3, 0))).toEqual({ _tag: 'MemberRanksLater', row: 4 })
    expect(flaw({}, Int32Array.of(3, 0, 1, 0, 2, 3, 0))).toEqual({ _tag: 'MemberRanksLater', row: 4 })
    // the matching is not believed
    expect(flaw({}, problem.rank, { rowOf: Int32Array.of(0, 1, 1, 3) })).toEqual({
      _tag: 'HeldByAnother',
      row: 2,
      column: 2,
    })
    expect(flaw({}, problem.rank, { rowOf: Int32Array.of(0, 1, -1, 3) })).toMatchObject({
      _tag: 'HeldByAnother',
      column: 2,
    })
  })

  test('refuses members that the first one leads to, but that do not lead back', () => {
    const oneWay = right(
      graphFromRows(2, [
        [
          [0, 0],
          [1, 0],
        ],
        [[1, 0]],
        [[1, 0]],
      ]),
    )
    const found = { columnOf: Int32Array.of(0, 1, -1), rowOf: Int32Array.of(0, 1) }
    const joined = { rows: [2], starts: [[0]], components: [[0, 1]], next: [[]] }
    expect(hallSetOf(hallSets(oneWay, found), 2)).toEqual([1])
    expect(verifyHallSets({ graph: oneWay, rank: new Int32Array(3) }, found, joined)).toEqual({
      _tag: 'Left',
      left: { _tag: 'NotConnected', member: 1 },
    })
  })

  test('refuses a component torn in two', () => {
    expect(flaw({ components: [[0], [1], [2]], next: [[], [0], [1]], starts: [[2], [0], []] })).toEqual({
      _tag: 'HeldByAnother',
      row: 0,
      column: 1,
    })
  })

  test('believes no list with anything left out, added or exchanged', () => {
    fc.assert(
      fc.property(
        posed,
        fc.constantFrom('rows', 'starts', 'components', 'next'),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: -1, max: 24 }),
        (each, of, a, b, value) => {
          const lists = each.sets[of]
          fc.pre(lists.length > 0)
          const changed = lists.map((list, at) => {
            if (at !== a % lists.length) return list
            if (typeof list === 'number') return value
            const without = list.filter((_, place) => place !== b % list.length)
            return value < 0 ? without : [...new Set([...without, value])].sort((c, d) => c - d)
          })
          fc.pre(JSON.stringify(changed) !== JSON.stringify(lists))
          const verdict = verifyHallSets(each.problem, each.solution, { ...each.sets, [of]: changed })
          // a component that nobody leads to does no harm: then the sets themselves are the same
          if (verdict._tag === 'Right')
            for (const row of unplaced(each.solution))
              expect(hallSetOf(verdict.right, row)).toEqual(hallSetOf(each.sets, row))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('never throws, and what it accepts are Hall sets', () => {
    const anything = fc.oneof(
      fc.constantFrom(undefined, null, 7, 'ab'),
      fc.array(fc.oneof(fc.nat({ max: 9 }), fc.constantFrom(undefined, '0', -1, Number.NaN)), {
        maxLength: 7,
      }),
      fc.array(
        fc.oneof(fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 3 }), fc.constantFrom(undefined, null)),
        { maxLength: 5 },
      ),
    )
    const change = fc.record(
      { rows: anything, starts: anything, components: anything, next: anything },
      { requiredKeys: [] },
    )
    const torn = fc.record({ columnOf: anything, rowOf: anything }, { requiredKeys: [] })
    fc.assert(
      fc.property(posed, fc.oneof(change, fc.constant(null)), torn, (each, stated, matched) => {
        const { problem, solution, sets: whole } = each
        const said = stated === null ? stated : { ...whole, ...stated }
        const held = { ...solution, ...matched } as Solution
        const verdict = verifyHallSets(problem, held, said as unknown as HallSets)
        if (verdict._tag === 'Left') return
        for (const row of verdict.right.rows) {
          const set = hallSetOf(verdict.right, row)
          expect(verifyHallSet(problem, held, row, set)).toEqual({ _tag: 'Right', right: set })
        }
      }),
      { numRuns: 1000 },
    )
  })
})
