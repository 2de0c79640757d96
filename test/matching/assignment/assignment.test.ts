import { assign, verifyAssignment } from 'einzug/matching/assignment'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedData, sharedDataIsThere } from '../../support/shared-data.ts'
import { right } from '../instances.ts'

const proved = (total: number) => ({ _tag: 'Right', right: total })

/** The least total over all ways to give each row of the shorter side its own partner. */
const leastByHand = (costs: ReadonlyArray<ReadonlyArray<number>>): number => {
  const columns = costs[0]?.length ?? 0
  const walk = (row: number, taken: ReadonlySet<number>, skips: number): number => {
    if (row === costs.length) return 0
    const choices = (costs[row] ?? []).flatMap((cost, column) =>
      taken.has(column) ? [] : [cost + walk(row + 1, new Set([...taken, column]), skips)],
    )
    if (skips > 0) choices.push(walk(row + 1, taken, skips - 1))
    return Math.min(...choices)
  }
  return walk(0, new Set(), Math.max(0, costs.length - columns))
}

const matrix = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

describe('assign', () => {
  test('is as cheap as the cheapest of all assignments, square or not', () => {
    fc.assert(
      fc.property(matrix, costs => {
        const { total, columnOf } = right(assign(costs, 'minimise'))
        const used = [...columnOf].filter(column => column >= 0)
        expect(total).toBe(leastByHand(costs))
        expect(used.length).toBe(Math.min(costs.length, costs[0]?.length ?? 0))
        expect(new Set(used).size).toBe(used.length)
        expect(total).toBe(costs.reduce((sum, line, row) => sum + (line[columnOf[row] ?? -1] ?? 0), 0))
      }),
    )
  })

  test('its potentials prove it, square or not, least or greatest', () => {
    fc.assert(
      fc.property(matrix, fc.constantFrom('minimise', 'maximise'), (costs, objective) => {
        const { columnOf, total, rowPotentials, columnPotentials } = right(assign(costs, objective))
        const sign = objective === 'minimise' ? 1 : -1
        const used = new Set(columnOf)
        costs.forEach((line, row) => {
          line.forEach((cost, column) => {
            const slack =
              sign * (cost - (rowPotentials[row] ?? Number.NaN) - (columnPotentials[column] ?? Number.NaN))
            if (columnOf[row] === column) expect(Math.abs(slack)).toBe(0)
            else expect(slack).toBeGreaterThanOrEqual(0)
          })
        })
        const rows = costs.length
        const columns = costs[0]?.length ?? 0
        const [longer, hasNone] =
          rows <= columns
            ? [columnPotentials, (column: number) => !used.has(column)]
            : [rowPotentials, (row: number) => columnOf[row] === -1]
        longer.forEach((each, at) => {
          expect(sign * each).toBeLessThanOrEqual(0)
          if (hasNone(at)) expect(each).toBe(0)
        })
        expect([...rowPotentials, ...columnPotentials].reduce((sum, each) => sum + each, 0)).toBe(total)
      }),
      { numRuns: 300 },
    )
  })

  test('is proved where costs are as far apart as can be, and where bids are low', () => {
    const far = fc.constantFrom(-(2 ** 48), 2 ** 48, 0, 1, 2 ** 47 + 1)
    const low = fc.integer({ min: 0, max: 3 }).map(each => (each === 3 ? 2 ** 40 : each))
    const square = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(far, low))
      .chain(([rows, columns, cost]) =>
        fc.array(fc.array(cost, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(square, fc.constantFrom('minimise', 'maximise'), (costs, objective) => {
        const found = right(assign(costs, objective))
        expect(verifyAssignment(costs, objective, found)).toEqual(proved(found.total))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['products', (row: number, column: number) => (row + 1) * (column + 1)],
    ['distances', (row: number, column: number) => Math.abs(row - column)],
    ['a few values', (row: number, column: number) => (row * 7919 + column * 104729) % 11],
    ['all alike', () => 5],
    ['two columns sought by all', (row: number, column: number) => (column < 2 ? row % 3 : 2 ** 40)],
  ])('is proved at 120 × 120, 60 × 120 and 120 × 60: %s', (_, cost) => {
    for (const [rows, columns] of [
      [120, 120],
      [60, 120],
      [120, 60],
    ] as const)
      for (const objective of ['minimise', 'maximise'] as const) {
        const costs = Array.from({ length: rows }, (_, row) =>
          Array.from({ length: columns }, (_, column) => cost(row, column)),
        )
        const found = right(assign(costs, objective))
        expect(verifyAssignment(costs, objective, found)).toEqual(proved(found.total))
      }
  })

  test('takes typed rows, and leaves the costs as they are', () => {
    const costs = [Int16Array.of(4, 1, 3), Int16Array.of(2, 0, 5)]
    const { columnOf, total } = right(assign(costs, 'minimise'))
    expect([total, ...columnOf]).toEqual([3, 1, 0])
    expect(costs).toEqual([Int16Array.of(4, 1, 3), Int16Array.of(2, 0, 5)])
  })

  test('maximising is minimising the negated costs', () => {
    fc.assert(
      fc.property(matrix, costs => {
        const negated = costs.map(line => line.map(cost => -cost))
        expect(right(assign(costs, 'maximise')).total + right(assign(negated, 'minimise')).total).toBe(0)
      }),
    )
  })

  test('refuses what is not a matrix of whole numbers', () => {
    expect(assign([[1, 2], [3]], 'minimise')).toEqual({
      _tag: 'Left',
      left: { _tag: 'Ragged', row: 1, expected: 2, found: 1 },
    })
    expect(
      assign(
        [
          [1, 2],
          [3, 0.5],
        ],
        'minimise',
      ),
    ).toEqual({ _tag: 'Left', left: { _tag: 'NotWholeCost', row: 1, column: 1, found: 0.5 } })
    for (const found of [Number.NaN, Infinity, 2 ** 53])
      expect(assign([[found]], 'minimise')).toEqual({
        _tag: 'Left',
        left: { _tag: 'NotWholeCost', row: 0, column: 0, found },
      })
  })

  test('takes costs up to its bounds, and none beyond', () => {
    const failure = (costs: ReadonlyArray<ReadonlyArray<number>>) => {
      const result = assign(costs, 'maximise')
      return result._tag === 'Left' ? result.left : result.right.total
    }
    expect(failure([[-(2 ** 48), 2 ** 48]])).toBe(2 ** 48)
    expect(failure([[-(2 ** 48), 2 ** 48 + 1]])).toEqual({
      _tag: 'SpanTooLarge',
      found: 2 ** 49 + 1,
      most: 2 ** 49,
    })
    const big = 2 ** 51
    expect(
      failure(
        [
          [big, big - 1],
          [1 - big, big],
        ].map(line => line.map(Math.abs)),
      ),
    ).toBe(2 ** 52)
    expect(failure([[-big], [-big - 1]])).toBe(-big)
    expect(
      failure([
        [-big, -big - 1],
        [-big, -big],
      ]),
    ).toEqual({ _tag: 'TotalTooLarge', found: 2 ** 52 + 2, most: 2 ** 52 })
    expect(
      failure([
        [big + 1, big],
        [big, big],
      ]),
    ).toEqual({ _tag: 'TotalTooLarge', found: 2 ** 52 + 2, most: 2 ** 52 })
    expect(failure([[], { length: 2 ** 24 + 1 } as unknown as []])).toMatchObject({ _tag: 'Ragged' })
    expect(failure([{ length: 2 ** 24 + 1 } as unknown as []])).toMatchObject({
      _tag: 'TooLarge',
      what: 'columns',
    })
    expect(failure(Array(2 ** 14 + 1).fill({ length: 2 ** 14 }) as Array<[]>)).toEqual({
      _tag: 'TooLarge',
      what: 'pairs',
      found: 2 ** 28 + 2 ** 14,
      most: 2 ** 28,
    })
  })

  test('of nothing is nothing', () => {
    expect(right(assign([], 'minimise')).total).toBe(0)
    expect([...right(assign([[], []], 'minimise')).columnOf]).toEqual([-1, -1])
  })

  test.skipIf(!sharedDataIsThere).each([
    ['assign100', 305],
    ['assign200', 475],
    ['assign400', 804],
  ])('finds the known optimum of OR-Library %s: %i', (name, optimum) => {
    const [n = 0, ...numbers] = sharedData(`oracles/${name}.txt`).trim().split(/\s+/).map(Number)
    const costs = Array.from({ length: n }, (_, row) => numbers.slice(row * n, (row + 1) * n))
    expect(right(assign(costs, 'minimise')).total).toBe(optimum)
  })
})
