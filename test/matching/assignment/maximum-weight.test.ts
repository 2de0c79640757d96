import { graphFromRows, solve, verify } from 'einzug/matching'
import { maximumWeight } from 'einzug/matching/assignment'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchings, pairsOf } from '../brute-force.ts'
import { graphArbitrary, problemArbitrary, right } from '../instances.ts'

describe('maximumWeight', () => {
  test('weighs as much as the heaviest of all matchings', () => {
    fc.assert(
      fc.property(graphArbitrary(6, 9), graph => {
        let most = 0
        for (const columnOf of matchings(graph)) {
          const weights = columnOf.map(
            (column, row) => pairsOf(graph, row).find(([each]) => each === column)?.[1] ?? 0,
          )
          most = Math.max(
            most,
            weights.reduce((sum, weight) => sum + weight, 0),
          )
        }
        expect(right(maximumWeight(graph)).solution.totals.fit).toBe(most)
      }),
      { numRuns: 200 },
    )
  })

  test('is proven by duals of the fit alone, none below 0, whose sum it is', () => {
    fc.assert(
      fc.property(graphArbitrary(12, 30), graph => {
        const { problem, solution } = right(maximumWeight(graph))
        const { margins, prices, totals } = solution
        expect(verify(problem, solution)).toEqual({ _tag: 'Right', right: totals })
        for (const each of [...(margins[0] ?? []), ...(prices[0] ?? [])]) expect(Math.abs(each)).toBe(0)
        const duals = [...(margins[1] ?? []), ...(prices[1] ?? [])]
        for (const each of duals) expect(each).toBeGreaterThanOrEqual(0)
        expect(duals.reduce((sum, each) => sum + each, 0)).toBe(totals.fit)
      }),
      { numRuns: 200 },
    )
  })

  test('weighs no less than the best of any ranking', () => {
    fc.assert(
      fc.property(problemArbitrary(10, 30), problem => {
        const { totals } = right(maximumWeight(problem.graph)).solution
        expect(totals.fit).toBeGreaterThanOrEqual(solve(problem).totals.fit)
      }),
    )
  })

  test('leaves a row unmatched where that weighs more', () => {
    const graph = right(
      graphFromRows(2, [
        [
          [0, 5],
          [1, 9],
        ],
        [[1, 3]],
      ]),
    )
    expect([...right(maximumWeight(graph)).solution.columnOf]).toEqual([1, -1])
  })

  test('of nothing is nothing, and what might not be exact is refused', () => {
    expect(right(maximumWeight(right(graphFromRows(3, [])))).solution.totals.fit).toBe(0)
    const large = {
      rows: 2 ** 21,
      columns: 2 ** 21,
      offsets: new Int32Array(2 ** 21 + 1).fill(1).fill(0, 0, 1),
    }
    const graph = { ...large, heads: Int32Array.of(0), fit: Int32Array.of(2 ** 31 - 1) }
    expect(maximumWeight(graph)).toMatchObject({ _tag: 'Left', left: { _tag: 'ValuesTooLarge' } })
  })
})
