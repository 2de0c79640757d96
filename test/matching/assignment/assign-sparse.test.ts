import { type Assignment, assign, assignSparse } from 'einzug/matching/assignment'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedData, sharedDataIsThere } from '../../support/shared-data.ts'
import { right, rowsArbitrary } from '../instances.ts'

type Rows = ReadonlyArray<ReadonlyArray<readonly [column: number, cost: number]>>
type Objective = 'minimise' | 'maximise'

/** The best total over all ways to assign the whole shorter side; `undefined` if there is none. */
const bestByHand = (columns: number, rows: Rows, objective: Objective): number | undefined => {
  const totals: Array<number> = []
  const walk = (row: number, taken: ReadonlySet<number>, total: number): void => {
    if (row === rows.length) {
      if (taken.size === Math.min(rows.length, columns)) totals.push(total)
      return
    }
    if (rows.length > columns) walk(row + 1, taken, total)
    for (const [column, cost] of rows[row] ?? [])
      if (!taken.has(column)) walk(row + 1, new Set([...taken, column]), total + cost)
  }
  walk(0, new Set(), 0)
  if (totals.length === 0) return undefined
  return objective === 'minimise' ? Math.min(...totals) : Math.max(...totals)
}

/** The contract of an assignment, from its words alone. */
const expectProven = (columns: number, rows: Rows, objective: Objective, found: Assignment): void => {
  const { columnOf, total, rowPotentials, columnPotentials } = found
  const sign = objective === 'minimise' ? 1 : -1
  const used = [...columnOf].filter(column => column >= 0)
  expect(columnOf.length).toBe(rows.length)
  expect(used.length).toBe(Math.min(rows.length, columns))
  expect(new Set(used).size).toBe(used.length)
  let sum = 0
  for (const [row, pairs] of rows.entries()) {
    const chosen = pairs.find(([column]) => column === columnOf[row])
    if (columnOf[row] !== -1) sum += chosen?.[1] ?? Number.NaN
    for (const pair of pairs) {
      const [column, cost] = pair
      const slack =
        sign * (cost - (rowPotentials[row] ?? Number.NaN) - (columnPotentials[column] ?? Number.NaN))
      expect(slack).toBeGreaterThanOrEqual(0)
      if (pair === chosen) expect(Math.abs(slack)).toBe(0)
    }
  }
  expect(total).toBe(sum)
  const onLonger = rows.length <= columns ? columnPotentials : rowPotentials
  for (const [at, potential] of onLonger.entries()) {
    expect(sign * potential).toBeLessThanOrEqual(0)
    if (rows.length <= columns ? !used.includes(at) : columnOf[at] === -1) expect(potential).toBe(0)
  }
  expect(rowPotentials.length).toBe(rows.length)
  expect(columnPotentials.length).toBe(columns)
  expect([...rowPotentials, ...columnPotentials].reduce((all, each) => all + each, 0)).toBe(total)
}

/** Rows of a graph with costs of both signs. */
const sparseArbitrary = (most: number, spread = 9) =>
  rowsArbitrary(most, 2 * spread).map(({ columns, rows }) => ({
    columns,
    rows: rows.map(pairs => pairs.map(([column, cost]) => [column, cost - spread] as const)),
  }))

const objectives = fc.constantFrom<Objective>('minimise', 'maximise')

describe('assignSparse', () => {
  test('is as good as the best of all assignments, or says there is none', () => {
    fc.assert(
      fc.property(sparseArbitrary(5), objectives, ({ columns, rows }, objective) => {
        const result = assignSparse(columns, rows, objective)
        expect(result._tag === 'Right' ? result.right.total : undefined).toBe(
          bestByHand(columns, rows, objective),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('names a set with too few partners, none of which could be left out', () => {
    fc.assert(
      fc.property(sparseArbitrary(6), objectives, ({ columns, rows }, objective) => {
        const result = assignSparse(columns, rows, objective)
        if (result._tag === 'Right') return
        const failure = result.left as {
          readonly rows?: ReadonlyArray<number>
          readonly columns?: ReadonlyArray<number>
        }
        const pairs = rows.flatMap((each, row) => each.map(([column]) => [row, column] as const))
        const [members, from, to] =
          rows.length <= columns
            ? ([failure.rows ?? [], 0, 1] as const)
            : ([failure.columns ?? [], 1, 0] as const)
        const partners = (of: ReadonlyArray<number>) =>
          new Set(pairs.filter(pair => of.includes(pair[from])).map(pair => pair[to])).size
        expect(members).toEqual([...new Set(members)].sort((a, b) => a - b))
        expect(partners(members)).toBe(members.length - 1)
        for (const member of members) {
          const others = members.filter(each => each !== member)
          expect(partners(others)).toBeGreaterThanOrEqual(others.length)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('its potentials prove it, with more rows or more columns, least or greatest', () => {
    // a pair for each member of the shorter side on the diagonal, so that all can be assigned
    const feasible = sparseArbitrary(12, 30).map(({ columns, rows }) => ({
      columns,
      rows: rows.map((pairs, row) =>
        row >= columns || pairs.some(([column]) => column === row)
          ? pairs
          : [...pairs, [row, row - 5] as const],
      ),
    }))
    fc.assert(
      fc.property(feasible, objectives, ({ columns, rows }, objective) => {
        expectProven(columns, rows, objective, right(assignSparse(columns, rows, objective)))
      }),
      { numRuns: 500 },
    )
  })

  test('of a full matrix is what assign says', () => {
    const matrix = fc
      .record({ rows: fc.integer({ min: 1, max: 7 }), columns: fc.integer({ min: 1, max: 7 }) })
      .chain(({ rows, columns }) =>
        fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(matrix, objectives, (costs, objective) => {
        const rows = costs.map(line => line.map((cost, column) => [column, cost] as const))
        const found = right(assignSparse(costs[0]?.length ?? 0, rows, objective))
        expect(found.total).toBe(right(assign(costs, objective)).total)
      }),
    )
  })

  test('refuses what is not a graph with whole costs', () => {
    const left = (columns: number, rows: Rows) => {
      const result = assignSparse(columns, rows, 'minimise')
      return result._tag === 'Left' ? result.left : undefined
    }
    for (const found of [0.5, Number.NaN, Infinity, 2 ** 53])
      expect(left(2, [[], [[1, found]]])).toEqual({ _tag: 'NotWholeCost', row: 1, column: 1, found })
    expect(left(1, [[[1, 3]]])).toEqual({ _tag: 'BadColumn', row: 0, found: 1 })
    expect(
      left(2, [
        [
          [1, 3],
          [1, 4],
        ],
      ]),
    ).toEqual({ _tag: 'RepeatedColumn', row: 0, column: 1 })
    expect(left(2 ** 24 + 1, [])).toMatchObject({ _tag: 'TooLarge', what: 'columns' })
  })

  test('takes costs up to its bounds, and none beyond', () => {
    const of = (...costs: ReadonlyArray<number>) => {
      const result = assignSparse(
        costs.length,
        costs.map((cost, at) => [[at, cost]]),
        'minimise',
      )
      return result._tag === 'Left' ? result.left : result.right.total
    }
    expect(of(-(2 ** 30), 2 ** 30 - 1)).toBe(-1)
    expect(of(-(2 ** 30), 2 ** 30)).toEqual({ _tag: 'SpanTooLarge', found: 2 ** 31, most: 2 ** 31 - 1 })
    const half = 2 ** 49
    expect(of(half, half)).toBe(2 * half)
    expect(of(-half, -half)).toBe(-2 * half)
    for (const [a, b] of [
      [half, half + 1],
      [-half, -half - 1],
    ] as const)
      expect(of(a, b)).toEqual({ _tag: 'TotalTooLarge', found: 2 ** 50 + 2, most: 2 ** 50 })
  })

  test('of nothing is nothing; nobody can be assigned without a pair', () => {
    expect(right(assignSparse(0, [], 'minimise')).total).toBe(0)
    expect([...right(assignSparse(0, [[], []], 'maximise')).columnOf]).toEqual([-1, -1])
    expect([...right(assignSparse(2, [], 'maximise')).columnPotentials]).toEqual([0, 0])
    expect(assignSparse(2, [[[0, 1]], []], 'minimise')).toEqual({
      _tag: 'Left',
      left: { _tag: 'Infeasible', rows: [1] },
    })
    expect(assignSparse(1, [[], []], 'minimise')).toEqual({
      _tag: 'Left',
      left: { _tag: 'Infeasible', columns: [0] },
    })
  })

  test.skipIf(!sharedDataIsThere).each([
    ['assign100', 305],
    ['assign200', 475],
    ['assign400', 804],
  ])('finds the known optimum of OR-Library %s: %i', (name, optimum) => {
    const [n = 0, ...numbers] = sharedData(`oracles/${name}.txt`).trim().split(/\s+/).map(Number)
    const rows = Array.from({ length: n }, (_, row) =>
      Array.from({ length: n }, (_, column) => [column, numbers[row * n + column] ?? Number.NaN] as const),
    )
    const { total } = right(assignSparse(n, rows, 'minimise'))
    expect(total).toBe(optimum)
  })
})
