import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { random } from '../../bench/matching/instances/random.ts'
import { auction } from '../../src/matching/auction.ts'
import type { Bidders, Half } from '../../src/matching/face.ts'
import { tightened } from '../../src/matching/tightened.ts'
import { valuesOf } from '../../src/matching/whole-prices.ts'

/** As many columns as rows, `perRow` of them for each row, values up to 1000 in steps of `unit`; all rows must be matched, or none. */
const biddersOf = (rows: number, perRow: number, unit: number, must: boolean, seed: number): Bidders => {
  const { below } = random(seed)
  const lists = Array.from({ length: rows }, (_, row) => {
    const columns = new Set([row]) // so that all can be matched
    while (columns.size < perRow) columns.add(below(rows))
    return [...columns]
      .map(column => [column, unit * below(1000 / unit + 1)] as const)
      .sort(([, a], [, b]) => b - a)
  })
  return {
    offsets: Int32Array.from({ length: rows + 1 }, (_, row) => row * perRow),
    pairs: Int32Array.from(lists.flat(2)),
    sorted: new Uint8Array(rows).fill(1),
    must: new Uint8Array(rows).fill(must ? 1 : 0),
    mustColumn: new Uint8Array(rows),
  }
}

const auctioned = (bidders: Bidders, calm: boolean) => {
  const half = (length: number): Half => ({
    partnerOf: new Int32Array(length).fill(-1),
    duals: new Float64Array(length),
  })
  const [byRow, byColumn] = [half(bidders.must.length), half(bidders.mustColumn.length)]
  const steps = auction(bidders, byRow, byColumn, calm)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return { byRow, byColumn, isDone: step.value }
}

const biddersArbitrary = fc
  .record({
    rows: fc.integer({ min: 2, max: 40 }),
    unit: fc.constantFrom(1, 5, 100, 250),
    must: fc.boolean(),
    seed: fc.nat(),
  })
  .map(({ rows, unit, must, seed }) => biddersOf(rows, Math.min(rows, 6), unit, must, seed))

describe('auction', () => {
  test('ends with whole prices at which everybody has the best, or one within a unit', () => {
    fc.assert(
      fc.property(biddersArbitrary, fc.boolean(), (bidders, calm) => {
        const { unit } = valuesOf(bidders.pairs) // the greatest there is: few values may have more in common
        const { byRow, byColumn, isDone } = auctioned(bidders, calm)
        if (!isDone) return
        const { offsets, pairs, must } = bidders
        for (const price of byColumn.duals) {
          expect(price).toBeGreaterThanOrEqual(0)
          expect(price % unit).toBe(0)
        }
        for (const [row, column] of byRow.partnerOf.entries()) {
          let best = must[row] === 1 ? -Infinity : 0
          let own = 0
          for (let k = offsets[row] ?? 0; k < (offsets[row + 1] ?? 0); k++) {
            const gain = (pairs[2 * k + 1] ?? 0) - (byColumn.duals[pairs[2 * k] ?? -1] ?? 0)
            best = Math.max(best, gain)
            if (pairs[2 * k] === column) own = gain
          }
          if (column === -1 && must[row] === 1) continue // outbid when the bids ran out
          expect(own).toBeGreaterThanOrEqual(best - unit)
          if (column >= 0) expect(byColumn.partnerOf[column]).toBe(row)
        }
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['calm', true, 1],
    ['long', false, 1],
    ['calm, of few values', true, 100],
    ['long, of few values', false, 100],
  ])('leaves few rows to the shortest paths: %s', (_, calm, unit) => {
    const rows = 2000
    for (const must of [true, false]) {
      const bidders = biddersOf(rows, 12, unit, must, 7)
      const { byRow, byColumn, isDone } = auctioned(bidders, calm)
      expect(isDone).toBe(true)
      tightened(bidders, byRow, byColumn)
      const open = [...byRow.partnerOf].filter(
        (column, row) => column === -1 && (must || byRow.duals[row] !== 0),
      ).length
      expect(open).toBeLessThan(rows / 10)
    }
  })

  test('is called off where a short step leads to a war, and only then', () => {
    const wide = 24
    const war: Bidders = {
      offsets: Int32Array.from({ length: wide + 1 }, (_, row) => row * wide),
      pairs: Int32Array.from(
        Array.from({ length: wide }, () =>
          Array.from({ length: wide }, (_, column) => [
            column,
            [1000, 999][column] ?? (column + 1 < wide ? 999 : 0),
          ]),
        ).flat(2),
      ),
      sorted: new Uint8Array(wide).fill(1),
      must: new Uint8Array(wide).fill(1),
      mustColumn: new Uint8Array(wide),
    }
    expect(auctioned(war, true).isDone).toBe(false)
    const { byRow, isDone } = auctioned(war, false)
    expect(isDone).toBe(true)
    expect([...byRow.partnerOf].sort((a, b) => a - b)).toEqual(Array.from({ length: wide }, (_, k) => k))
    expect(auctioned(biddersOf(wide, 6, 1, false, 7), true).isDone).toBe(true)
  })
})
