import { type Assignment, assign, verifyAssignment } from 'einzug/matching/assignment'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { right } from '../instances.ts'

const posed = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 6 }),
    objective: fc.constantFrom('minimise' as const, 'maximise' as const),
  })
  .chain(({ rows, columns, objective }) =>
    fc
      .array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map(costs => ({ costs, objective, found: right(assign(costs, objective)) })),
  )

const put = <A extends Int32Array | Float64Array>(array: A, at: number, value: number): A => {
  const copy = array.slice() as A
  copy[at] = value
  return copy
}

describe('verifyAssignment', () => {
  test('accepts what assign finds, and gives the total', () => {
    fc.assert(
      fc.property(posed, ({ costs, objective, found }) => {
        expect(verifyAssignment(costs, objective, found)).toEqual({ _tag: 'Right', right: found.total })
      }),
    )
  })

  test('rejects every changed potential of the shorter side, and every changed total', () => {
    fc.assert(
      fc.property(
        posed,
        fc.nat(),
        fc.constantFrom(-1, 1, 0.5, -1000, 2 ** 53, Number.NaN, Infinity),
        ({ costs, objective, found }, k, by) => {
          const { rowPotentials: u, columnPotentials: v } = found
          const change = (array: Float64Array) =>
            put(array, k % array.length, (array[k % array.length] ?? 0) + by)
          // everyone on the shorter side has a partner, where the sum must be the cost
          const changed =
            u.length <= v.length
              ? { ...found, rowPotentials: change(u) }
              : { ...found, columnPotentials: change(v) }
          expect(verifyAssignment(costs, objective, changed)._tag).toBe('Left')
          const longer =
            u.length <= v.length
              ? { ...found, columnPotentials: change(v) }
              : { ...found, rowPotentials: change(u) }
          expect(verifyAssignment(costs, objective, longer)._tag).toBe('Left')
          expect(verifyAssignment(costs, objective, { ...found, total: found.total + by })._tag).toBe('Left')
        },
      ),
      { numRuns: 300 },
    )
  })

  test('accepts another placement only if it is as good', () => {
    fc.assert(
      fc.property(posed, fc.nat(), fc.nat(), ({ costs, objective, found }, a, b) => {
        const columnOf = found.columnOf.slice()
        const [i, j] = [a % columnOf.length, b % columnOf.length]
        columnOf[i] = found.columnOf[j] ?? -1
        columnOf[j] = found.columnOf[i] ?? -1
        const total = costs.reduce((sum, line, row) => sum + (line[columnOf[row] ?? -1] ?? 0), 0)
        const verdict = verifyAssignment(costs, objective, { ...found, columnOf, total })
        expect(verdict._tag).toBe(total === found.total ? 'Right' : 'Left')
      }),
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
        posed,
        fc.record(
          { columnOf: anything, rowPotentials: anything, columnPotentials: anything, total: fc.anything() },
          { requiredKeys: [] },
        ),
        ({ costs, objective, found }, change) => {
          const verdict = verifyAssignment(costs, objective, { ...found, ...change } as Assignment)
          if (verdict._tag === 'Right') expect(verdict.right).toBe(found.total)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('says what is wrong, and where', () => {
    const costs = [
      [4, 1, 3],
      [2, 0, 5],
    ]
    const found = right(assign(costs, 'minimise'))
    expect([[...found.columnOf], [...found.rowPotentials], [...found.columnPotentials]]).toEqual([
      [1, 0],
      [3, 2],
      [0, -2, 0],
    ])
    const flaw = (change: Partial<Assignment>, of: ReadonlyArray<ArrayLike<number>> = costs) => {
      const verdict = verifyAssignment(of, 'minimise', { ...found, ...change })
      return verdict._tag === 'Left' ? verdict.left : verdict.right
    }
    expect(flaw({})).toBe(3)
    expect(flaw({}, [[4, 1, 3], [2]])).toEqual({ _tag: 'WrongLength', of: 'costs' })
    expect(flaw({ columnOf: new Int32Array(3) })).toEqual({ _tag: 'WrongLength', of: 'columnOf' })
    expect(flaw({ rowPotentials: new Float64Array(3) })).toEqual({ _tag: 'WrongLength', of: 'rowPotentials' })
    expect(flaw({ columnPotentials: new Float64Array(2) })).toEqual({
      _tag: 'WrongLength',
      of: 'columnPotentials',
    })
    expect(flaw({}, [costs[0] ?? [], [2, 0.5, 5]])).toEqual({ _tag: 'NotWholeCost', row: 1, column: 1 })
    expect(flaw({ columnOf: Int32Array.of(1, 3) })).toEqual({ _tag: 'BadColumn', row: 1, column: 3 })
    expect(flaw({ columnOf: Int32Array.of(1, 1) })).toEqual({ _tag: 'TakenTwice', row: 1, column: 1 })
    expect(flaw({ columnOf: Int32Array.of(1, -1) })).toEqual({ _tag: 'Unassigned', of: 'row', at: 1 })
    expect(flaw({ columnOf: Int32Array.of(2, 0) })).toEqual({ _tag: 'BadSign', of: 'column', at: 1 })
    expect(flaw({ columnOf: Int32Array.of(0, 1) })).toEqual({ _tag: 'NotTight', row: 0, column: 0, by: 1 })
    expect(flaw({ rowPotentials: Float64Array.of(3, 3) })).toEqual({
      _tag: 'Undercut',
      row: 1,
      column: 0,
      by: 1,
    })
    expect(flaw({ rowPotentials: Float64Array.of(2.5, 2) })).toEqual({ _tag: 'NotWhole', of: 'row', at: 0 })
    expect(flaw({ columnPotentials: Float64Array.of(0, 2 ** 53, 0) })).toEqual({
      _tag: 'NotWhole',
      of: 'column',
      at: 1,
    })
    expect(flaw({ columnPotentials: Float64Array.of(0, -2, -1) })).toEqual({
      _tag: 'BadSign',
      of: 'column',
      at: 2,
    })
    expect(flaw({ total: 4 })).toEqual({ _tag: 'WrongTotal', found: 3, stated: 4 })
    // a constant moved from rows to columns keeps every sum, but proves nothing where a column is left over
    expect(
      flaw({ rowPotentials: Float64Array.of(2, 1), columnPotentials: Float64Array.of(1, -1, 1) }),
    ).toEqual({ _tag: 'BadSign', of: 'column', at: 0 })
    const tall = { columnOf: Int32Array.of(-1, -1), rowPotentials: new Float64Array(2) }
    expect(flaw({ ...tall, columnPotentials: Float64Array.of(0) }, [[0], [0]])).toEqual({
      _tag: 'Unassigned',
      of: 'column',
      at: 0,
    })
    expect(
      flaw(
        {
          columnOf: Int32Array.of(0, -1),
          rowPotentials: Float64Array.of(1, -1),
          columnPotentials: Float64Array.of(0),
        },
        [[1], [0]],
      ),
    ).toEqual({ _tag: 'BadSign', of: 'row', at: 0 })
  })
})
