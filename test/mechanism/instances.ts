import { type Graph, graphFromRows } from 'einzug/matching'
import fc from 'fast-check'
import { pairsOf } from '../matching/brute-force.ts'
import { right } from '../matching/instances.ts'

/** All that any mechanism asks for. Each takes what it needs. */
export interface Instance {
  readonly graph: Graph
  readonly order: ReadonlyArray<number>
  readonly endowment: ReadonlyArray<number>
  /** Per pair, ties among them. */
  readonly priorities: ReadonlyArray<number>
  readonly sizes: ReadonlyArray<number>
}

/** How rows feel about the columns that they accept: no two alike, all alike, or anything. */
export type Wishes = 'any' | 'strict' | 'binary'

const fitsOf = (wishes: Wishes): ((fits: ReadonlyArray<number>) => ReadonlyArray<number>) => {
  if (wishes === 'binary') return fits => fits.map(() => fits[0] ?? 0)
  // no two alike, in the order of the drawn ones
  if (wishes === 'strict')
    return fits =>
      fits.map((fit, at) => fits.filter((other, k) => other < fit || (other === fit && k < at)).length)
  return fits => fits
}

const graphs = (most: number, wishes: Wishes): fc.Arbitrary<Graph> =>
  fc.integer({ min: 1, max: most }).chain(columns =>
    fc
      .array(
        fc.uniqueArray(fc.tuple(fc.nat({ max: columns - 1 }), fc.nat({ max: 3 })), {
          selector: ([column]) => column,
          maxLength: Math.min(columns, 5),
        }),
        { maxLength: most },
      )
      .map(rows =>
        right(
          graphFromRows(
            columns,
            rows.map(pairs => {
              const fits = fitsOf(wishes)(pairs.map(([, fit]) => fit))
              return pairs.map(([column], at) => [column, fits[at] ?? 0] as const)
            }),
          ),
        ),
      ),
  )

/** Each row in turn picks one of its columns not taken, or none. */
const endowmentFrom = (graph: Graph, picks: ReadonlyArray<number>): ReadonlyArray<number> => {
  const taken = new Set([-1])
  return picks.map((pick, row) => {
    const column = pairsOf(graph, row)[pick]?.[0] ?? -1
    if (taken.has(column)) return -1
    taken.add(column)
    return column
  })
}

export const instances = (most: number, wishes: Wishes = 'any'): fc.Arbitrary<Instance> =>
  graphs(most, wishes).chain(graph => {
    const perRow = (each: fc.Arbitrary<number>) =>
      fc.array(each, { minLength: graph.rows, maxLength: graph.rows })
    const pairs = graph.heads.length
    return fc.record({
      graph: fc.constant(graph),
      order: fc.shuffledSubarray([...Array(graph.rows).keys()], { minLength: graph.rows }),
      endowment: perRow(fc.nat({ max: most })).map(picks => endowmentFrom(graph, picks)),
      priorities: fc.array(fc.nat({ max: most }), { minLength: pairs, maxLength: pairs }),
      sizes: perRow(fc.integer({ min: 1, max: 4 })),
    })
  })

/** A graph with as many columns as its pairs name. */
export const graphOf = (rows: ReadonlyArray<ReadonlyArray<readonly [column: number, fit: number]>>): Graph =>
  right(graphFromRows(Math.max(0, ...rows.flat().map(([column]) => column + 1)), rows))
