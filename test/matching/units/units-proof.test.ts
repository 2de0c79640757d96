// Proofs come from files and from other people: what is not a proof is refused, never believed, never a crash.
import { graphFromRows } from 'einzug/matching'
import {
  solveUnits,
  type UnitsFlaw,
  type UnitsProblem,
  type UnitsSolution,
  unitsProblem,
  verifyUnits,
} from 'einzug/matching/units'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { right } from '../instances.ts'
import { achieved, bestByHand, unitsArbitrary } from './units-instances.ts'

const flaw = (problem: UnitsProblem, solution: UnitsSolution): UnitsFlaw | undefined => {
  const verdict = verifyUnits(problem, solution)
  return verdict._tag === 'Left' ? verdict.left : undefined
}

/** Every array of a solution, and the solution with another in its place. */
const arraysOf = (
  solution: UnitsSolution,
): ReadonlyArray<readonly [Int32Array | Float64Array, (other: unknown) => object]> => {
  const { columnOf, rowsOf, margins, prices } = solution
  const swapped = (list: ReadonlyArray<unknown>, at: number, other: unknown) =>
    list.map((each, k) => (k === at ? other : each))
  return [
    [columnOf, columnOf => ({ columnOf })],
    [rowsOf.offsets, offsets => ({ rowsOf: { ...rowsOf, offsets } })],
    [rowsOf.rows, rows => ({ rowsOf: { ...rowsOf, rows } })],
    ...margins.map(
      (level, at) => [level, (other: unknown) => ({ margins: swapped(margins, at, other) })] as const,
    ),
    ...prices.map(
      (level, at) => [level, (other: unknown) => ({ prices: swapped(prices, at, other) })] as const,
    ),
  ]
}

describe('verifyUnits', () => {
  test('refuses a solution with any one number changed', () => {
    fc.assert(
      fc.property(
        unitsArbitrary(6),
        fc.constantFrom(-100, -2, -1, 1, 2, 100, 0.5, Number.NaN, Infinity),
        (given, change) => {
          // a column that may hold nobody may have any price that is high enough
          const problem = { ...given, units: given.units.map(each => Math.max(1, each)) }
          const solution = solveUnits(problem)
          for (const [array, changed] of arraysOf(solution)) {
            for (const at of array.keys()) {
              const other = Array.from(array, (each, k) => (k === at ? each + change : each))
              expect(verifyUnits(problem, { ...solution, ...changed(other) })._tag).toBe('Left')
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('refuses totals with any one number changed', () => {
    const problem = right(unitsProblem(right(graphFromRows(1, [[[0, 7]], [[0, 9]]])), [0, 1], [2]))
    const solution = solveUnits(problem)
    const { totals } = solution
    for (const stated of [
      { ...totals, placed: 1 },
      { ...totals, fit: 15 },
      { ...totals, kept: 1 },
      { ...totals, placedByClass: [2, 0] },
      { ...totals, placedByClass: [1, 1, 0] },
      { ...totals, placedByClass: undefined as unknown as ReadonlyArray<number> },
    ])
      expect(flaw(problem, { ...solution, totals: stated })).toEqual({
        _tag: 'WrongTotals',
        found: totals,
        stated,
      })
    const { totals: _, ...without } = solution
    expect(verifyUnits(problem, without)).toEqual({ _tag: 'Right', right: totals })
  })

  test('accepts only what is best, whatever stands in the arrays, and never throws', () => {
    const anyArray = fc.oneof(
      fc.constantFrom(undefined, null, 7, 'rows', {}),
      fc.array(fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double(), fc.constantFrom(undefined, '0')), {
        maxLength: 6,
      }),
      fc.sparseArray(fc.integer({ min: -1, max: 6 }), { maxLength: 6 }),
    )
    const levels = fc.oneof(anyArray, fc.array(anyArray, { maxLength: 3 }))
    const lists = fc.oneof(anyArray, fc.record({ offsets: anyArray, rows: anyArray }, { requiredKeys: [] }))
    const change = fc.record(
      {
        columnOf: anyArray,
        rowsOf: lists,
        margins: levels,
        prices: levels,
        totals: fc.oneof(
          fc.constant(null),
          fc.record({ placed: fc.anything(), placedByClass: fc.anything() }),
        ),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(unitsArbitrary(4), change, (problem, each) => {
        const stated = { ...solveUnits(problem), ...each } as UnitsSolution
        const verdict = verifyUnits(problem, stated)
        if (verdict._tag === 'Right') expect(achieved(problem, verdict.right)).toEqual(bestByHand(problem))
      }),
      { numRuns: 1000 },
    )
  })

  test('refuses what is best under other weights or units', () => {
    fc.assert(
      fc.property(unitsArbitrary(4), unitsArbitrary(4), (problem, another) => {
        const changed = { ...problem, units: problem.units.map((each, at) => another.units[at] ?? each) }
        const verdict = verifyUnits(problem, solveUnits(changed))
        if (verdict._tag === 'Right') expect(achieved(problem, verdict.right)).toEqual(bestByHand(problem))
      }),
      { numRuns: 300 },
    )
  })
})

describe('verifyUnits names the flaw', () => {
  // column 0 holds two of rows 0 to 2, column 1 has a place left
  const graph = right(
    graphFromRows(2, [
      [[0, 5]],
      [
        [0, 7],
        [1, 1],
      ],
      [[0, 9]],
    ]),
  )
  const problem = right(unitsProblem(graph, [0, 0, 0], [2, 2]))
  const solution = solveUnits(problem)
  const { columnOf, rowsOf, margins, prices } = solution

  test('of this solution there is none', () => {
    expect([...columnOf, ...rowsOf.offsets, ...rowsOf.rows]).toEqual([0, 1, 0, 0, 2, 3, 0, 2, 1])
    expect(flaw(problem, solution)).toBeUndefined()
  })

  test.each<readonly [UnitsFlaw['_tag'], object]>([
    ['WrongLength', { columnOf: [0, 1] }],
    ['WrongLength', { rowsOf: undefined }],
    ['WrongLength', { rowsOf: { ...rowsOf, rows: [0, 2] } }],
    ['WrongLength', { rowsOf: { offsets: [0, 2, undefined], rows: null } }], // as long as nothing says
    ['WrongLength', { rowsOf: { offsets: [0, 2, 2], rows: [0, 2] } }], // row 1 is in no list
    ['WrongLength', { margins: [margins[0]] }],
    ['WrongLength', { prices: [...prices, prices[0]] }],
    ['BadOffset', { rowsOf: { ...rowsOf, offsets: [1, 2, 3] } }],
    ['BadOffset', { rowsOf: { ...rowsOf, offsets: [0, 4, 3] } }],
    ['NotAscending', { rowsOf: { ...rowsOf, rows: [2, 0, 1] } }],
    ['NotAscending', { rowsOf: { ...rowsOf, rows: [0, 0, 1] } }],
    ['NotMutual', { rowsOf: { ...rowsOf, rows: [0, 1, 2] } }],
    ['NotAPair', { columnOf: [1, 1, 0], rowsOf: { offsets: [0, 1, 3], rows: [2, 0, 1] }, margins: [[1, 1, 1], [9, 7, 9]], prices: [[0, 0], [0, 0]] }], // biome-ignore format: one case a line
    ['Overfull', { columnOf: [0, 0, 0], rowsOf: { offsets: [0, 3, 3], rows: [0, 1, 2] } }],
    ['PriceNotFull', { prices: [[0, 1], prices[1]] }],
    ['MarginWithoutColumn', { columnOf: [-1, 1, 0], rowsOf: { offsets: [0, 1, 2], rows: [2, 1] }, prices: [[0, 0], [0, 0]] }], // biome-ignore format: one case a line
    ['NotWhole', { margins: [margins[0], [0.5, 0, 0]] }],
    ['NotWhole', { prices: [[2 ** 53, 0], prices[1]] }],
    ['BelowZero', { margins: [[-1, 1, 1], margins[1]] }],
    ['Undercut', { margins: [margins[0], [-1, 1, 2]] }],
    ['NotTight', { margins: [[2, 1, 1], margins[1]] }],
    ['WrongTotals', { totals: null }],
  ])('%s', (tag, change) => {
    expect(flaw(problem, { ...solution, ...change })?._tag).toBe(tag)
  })

  test('in the problem too', () => {
    const of = (change: object) => flaw({ ...problem, ...change }, solution)
    expect(of({ rank: Int32Array.of(0, 0) })).toEqual({ _tag: 'WrongLength', of: 'rank' })
    expect(of({ rank: Int32Array.of(0, 1, 0) })).toEqual({ _tag: 'BadRank', row: 1 })
    expect(of({ weights: Int32Array.of(-1) })).toEqual({ _tag: 'BadWeight', at: 0 })
    expect(of({ weights: Int32Array.of(1, 2) })).toEqual({ _tag: 'BadWeight', at: 1 })
    expect(of({ graph: { ...graph, heads: Int32Array.of(0, 0, 7, 0) } })).toMatchObject({
      _tag: 'Undercut',
      row: 1,
      column: 7,
    })
    expect(of({ units: Int32Array.of(2) })).toEqual({ _tag: 'WrongLength', of: 'units' })
    expect(of({ units: Int32Array.of(2, -1) })).toEqual({ _tag: 'BadUnits', column: 1 })
  })
})
