import { type Graph, type RankedProblem, rankedProblem, type Solution } from 'einzug/matching'
import fc from 'fast-check'
import { graphArbitrary, right } from '../instances.ts'

/**
 * Problems with rankings from one class for all to one for each, and weights that may be equal from class to class,
 * or 0.
 */
export const rankedArbitrary = (most: number, greatestFit?: number): fc.Arbitrary<RankedProblem> =>
  graphArbitrary(most, greatestFit).chain(graph =>
    fc
      .record({
        greatest: fc.nat({ max: graph.rows }),
        ranks: fc.array(fc.nat({ max: 99 }), { minLength: graph.rows, maxLength: graph.rows }),
        falls: fc.option(fc.array(fc.nat({ max: 2 }), { minLength: graph.rows, maxLength: graph.rows }), {
          nil: undefined,
        }),
      })
      .map(({ greatest, ranks, falls }) => {
        const few = ranks.map(rank => rank % (greatest + 1))
        if (falls === undefined) return right(rankedProblem(graph, few))
        const classes = new Set(few).size
        const weights = falls
          .slice(0, classes)
          .map((_, at) => falls.slice(at, classes).reduce((sum, fall) => sum + fall, 0))
        return right(rankedProblem(graph, few, { weights }))
      }),
  )

/**
 * What a solution achieves: its totals where weights fall from class to class, else only the weight that is placed, since
 * then several counts are best.
 */
export const worthOf = ({ weights }: RankedProblem, { totals }: Pick<Solution, 'totals'>) => {
  const { placed, placedByClass, fit } = totals
  const isStrict = weights.every((weight, at) => weight > (weights[at + 1] ?? 0))
  const rank = placedByClass.reduce((sum, count, at) => sum + count * (weights[at] ?? 0), 0)
  return { rank, fit, ...(isStrict ? { placed, placedByClass } : {}) }
}

/** The pairs of a row: `[column, fit]`. */
export const pairsOf = (
  { offsets, heads, fit }: Graph,
  row: number,
): ReadonlyArray<readonly [number, number]> =>
  Array.from(heads.subarray(offsets[row], offsets[row + 1]), (column, k) => [
    column,
    fit[(offsets[row] ?? 0) + k] ?? -1,
  ])
