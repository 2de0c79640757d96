import { type Graph, graphFromRows, type Totals } from 'einzug/matching'
import { type UnitsProblem, unitsProblem } from 'einzug/matching/units'
import fc from 'fast-check'
import { pairsOf } from '../brute-force.ts'
import { graphArbitrary, right } from '../instances.ts'

/** Problems with units from 0 to 3, weak and strict rankings, default and other weights. */
export const unitsArbitrary = (most: number, greatestFit?: number): fc.Arbitrary<UnitsProblem> =>
  graphArbitrary(most, greatestFit).chain(graph =>
    fc
      .record({
        ranks: fc
          .nat({ max: graph.rows })
          .chain(greatest =>
            fc.array(fc.nat({ max: greatest }), { minLength: graph.rows, maxLength: graph.rows }),
          ),
        units: fc.array(fc.nat({ max: 3 }), { minLength: graph.columns, maxLength: graph.columns }),
        weights: fc.option(fc.array(fc.nat({ max: 3 }), { minLength: graph.rows, maxLength: graph.rows })),
      })
      .map(({ ranks, units, weights }) => {
        const classes = new Set(ranks).size
        const falling = weights?.sort((a, b) => b - a).slice(0, classes)
        return right(unitsProblem(graph, ranks, units, falling === undefined ? {} : { weights: falling }))
      }),
  )

/** The graph with each column copied as often as it has units. */
export const expanded = (graph: Graph, units: ArrayLike<number>): Graph => {
  const firsts = [0]
  for (const each of Array.from(units)) firsts.push((firsts.at(-1) ?? 0) + each)
  const rows = Array.from({ length: graph.rows }, (_, row) =>
    pairsOf(graph, row).flatMap(([column, fit]) =>
      Array.from({ length: units[column] ?? 0 }, (_, copy) => [(firsts[column] ?? 0) + copy, fit] as const),
    ),
  )
  return right(graphFromRows(firsts.at(-1) ?? 0, rows))
}

/** The greatest (Σ weight, Σ fit) of all ways to fill the columns. */
export const bestByHand = ({
  graph,
  rank,
  weights,
  units,
}: UnitsProblem): readonly [weight: number, fit: number] => {
  const walk = (row: number, free: ReadonlyArray<number>): readonly [number, number] => {
    if (row === graph.rows) return [0, 0]
    let best = walk(row + 1, free)
    for (const [column, fit] of pairsOf(graph, row)) {
      if ((free[column] ?? 0) === 0) continue
      const [weight, rest] = walk(
        row + 1,
        free.map((each, at) => (at === column ? each - 1 : each)),
      )
      const found = [weight + (weights[rank[row] ?? -1] ?? 0), rest + fit] as const
      if (found[0] > best[0] || (found[0] === best[0] && found[1] > best[1])) best = found
    }
    return best
  }
  return walk(0, [...units])
}

/** The two numbers of {@link bestByHand}, from totals. */
export const achieved = (
  { weights }: UnitsProblem,
  { placedByClass, fit }: Totals,
): readonly [number, number] => [
  placedByClass.reduce((sum, count, at) => sum + count * (weights[at] ?? 0), 0),
  fit,
]
