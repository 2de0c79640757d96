import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placingBest } from '../../src/matching/best.ts'
import type { Bidders } from '../../src/matching/face.ts'
import { partsOf } from '../../src/matching/parts.ts'
import { finish } from '../../src/matching/steps.ts'

type Pair = readonly [column: number, value: number]

const biddersOf = (
  rows: ReadonlyArray<ReadonlyArray<Pair>>,
  must: ReadonlyArray<number>,
  mustColumn: ReadonlyArray<number>,
): Bidders => {
  const sorted = rows.map(row => [...row].sort(([, a], [, b]) => b - a))
  return {
    offsets: Int32Array.from([0, ...sorted.map((_, row) => sorted.slice(0, row + 1).flat().length)]),
    pairs: Int32Array.from(sorted.flat(2)),
    sorted: Uint8Array.from(rows, () => 1),
    must: Uint8Array.from(must),
    mustColumn: Uint8Array.from(mustColumn),
  }
}

/** All must have a column; all but one of these are worth much to all of them, the last is worth nothing: a long war. */
const wide = 24
const war: ReadonlyArray<ReadonlyArray<Pair>> = Array.from({ length: wide }, () =>
  Array.from({ length: wide }, (_, column) => [column, column + 1 < wide ? 1000 : 0] as const),
)
const all = war.map(() => 1)
const none = war.map(() => 0)

const beside = (
  rows: ReadonlyArray<ReadonlyArray<Pair>>,
  columns: number,
): ReadonlyArray<ReadonlyArray<Pair>> =>
  rows.map(row => row.map(([column, value]) => [column + columns, value] as const))

const valueArbitrary = fc.oneof(fc.constantFrom(0, 1, 999, 1000), fc.nat({ max: 1000 }))

/**
 * A problem of up to 12 × 12 beside a war. Those in some matching may be among those who must be matched, so that all of
 * them can be.
 */
const biddersArbitrary = fc
  .record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 12 }) })
  .chain(({ rows, columns }) =>
    fc
      .record({
        lists: fc.array(
          fc.uniqueArray(fc.tuple(fc.nat({ max: columns - 1 }), valueArbitrary), {
            selector: ([column]) => column,
          }),
          { minLength: rows, maxLength: rows },
        ),
        held: fc.array(fc.constantFrom(0, 1), { minLength: rows, maxLength: rows }),
        heldColumns: fc.array(fc.constantFrom(0, 1), { minLength: columns, maxLength: columns }),
        scarce: fc.boolean(),
      })
      .map(({ lists, held, heldColumns, scarce }) => {
        const taken = new Set<number>()
        const partner = lists.map(row => {
          const free = row.find(([column]) => !taken.has(column))?.[0]
          if (free !== undefined) taken.add(free)
          return free
        })
        return biddersOf(
          [...war, ...beside(lists, wide)],
          [...all, ...partner.map((column, row) => (column === undefined ? 0 : (held[row] ?? 0)))],
          // as after the ranks, where all columns of a row are alike; or as after what was kept, where they are not
          [...none, ...heldColumns.map((each, column) => (taken.has(column) ? (scarce ? 1 : each) : 0))],
        )
      }),
  )

/** That a placing is best, by its duals: see `placingBest`. */
const expectBest = (bidders: Bidders): void => {
  const { offsets, pairs, must, mustColumn } = bidders
  const { columnOf, rowOf, margins, prices } = finish(placingBest(bidders))
  const pairOf = new Map<string, number>()
  for (let row = 0; row < must.length; row++) {
    for (let k = offsets[row] ?? 0; k < (offsets[row + 1] ?? 0); k++) {
      const [column = -1, value = 0] = [pairs[2 * k], pairs[2 * k + 1]]
      pairOf.set(`${row}-${column}`, value)
      expect((margins[row] ?? Number.NaN) + (prices[column] ?? Number.NaN)).toBeGreaterThanOrEqual(value)
    }
  }
  const sides = [
    { partners: columnOf, duals: margins, held: must },
    { partners: rowOf, duals: prices, held: mustColumn },
  ]
  for (const { partners, duals, held } of sides) {
    for (const [each, partner] of partners.entries()) {
      if (held[each] === 1) expect(partner).toBeGreaterThanOrEqual(0)
      else expect(duals[each]).toBeGreaterThanOrEqual(0)
      if (partner < 0) expect(duals[each]).toBe(0)
    }
  }
  for (const [row, column] of columnOf.entries()) {
    if (column < 0) continue
    expect(rowOf[column]).toBe(row)
    expect((margins[row] ?? 0) + (prices[column] ?? 0)).toBe(pairOf.get(`${row}-${column}`))
  }
  expect([...rowOf].filter(row => row >= 0).length).toBe([...columnOf].filter(column => column >= 0).length)
}

describe('placingBest', () => {
  test('is best beside a war, whoever bids', () => {
    fc.assert(fc.property(biddersArbitrary, expectBest), { numRuns: 300 })
  })

  test('is best where columns are scarce and their rows at war', () => {
    const rows = [...war, ...war.slice(0, 2)]
    expectBest(biddersOf(rows, [...all, 0, 0], all))
    expectBest(biddersOf([...rows, ...beside(war, wide)], [...all, 0, 0, ...all], [...all, ...none]))
  })
})

describe('partsOf', () => {
  const rows: ReadonlyArray<ReadonlyArray<Pair>> = [
    [
      [0, 8],
      [1, 5],
    ],
    [[1, 7]],
    [[0, 9]],
  ]
  const both = biddersOf([...rows, ...beside(rows, 2)], [1, 0, 1, 1, 1, 0], [1, 1, 0, 0])

  test('parts the pairs with columns that must be matched from the others', () => {
    expect(partsOf(both)).toEqual({
      byRow: biddersOf([[], [], [], ...beside(rows, 2)], [0, 0, 0, 1, 1, 0], [0, 0, 0, 0]),
      byColumn: {
        offsets: Int32Array.from([0, 2, 4, 4, 4]),
        pairs: Int32Array.from([2, 9, 0, 8, 1, 7, 0, 5]),
        sorted: Uint8Array.from([1, 1, 1, 1]),
        must: Uint8Array.from([1, 1, 0, 0]),
        mustColumn: Uint8Array.from([1, 0, 1, 0, 0, 0]),
      },
      scarceAt: { row: Uint8Array.from([1, 1, 1, 0, 0, 0]), column: Uint8Array.from([1, 1, 0, 0]) },
    })
  })

  test('does not part where a row has columns of both kinds', () => {
    expect(partsOf({ ...both, mustColumn: Uint8Array.from([1, 0, 0, 0]) })).toBe(undefined)
  })
})
