import { type Graph, graphFromRows, type RankedProblem, type Result, rankedProblem } from 'einzug/matching'
import fc from 'fast-check'

export const right = <E, A>(result: Result<E, A>): A => {
  if (result._tag === 'Left') throw new Error(JSON.stringify(result.left))
  return result.right
}

/** Rows of `[column, fit]`, at most `most` × `most`; few distinct fits, so that ties are common. */
export const rowsArbitrary = (most: number, greatestFit = 5) =>
  fc.nat({ max: most }).chain(columns =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.array(
        fc.uniqueArray(fc.tuple(fc.nat({ max: Math.max(0, columns - 1) }), fc.nat({ max: greatestFit })), {
          selector: ([column]) => column,
          maxLength: columns,
        }),
        { maxLength: most },
      ),
    }),
  )

export const graphArbitrary = (most: number, greatestFit?: number): fc.Arbitrary<Graph> =>
  rowsArbitrary(most, greatestFit).map(({ columns, rows }) => right(graphFromRows(columns, rows)))

/** Problems with rankings from one class for all to one for each. */
export const problemArbitrary = (most: number, greatestFit?: number): fc.Arbitrary<RankedProblem> =>
  graphArbitrary(most, greatestFit).chain(graph =>
    fc
      .nat({ max: graph.rows })
      .chain(greatest =>
        fc.array(fc.nat({ max: greatest }), { minLength: graph.rows, maxLength: graph.rows }),
      )
      .map(ranks => right(rankedProblem(graph, ranks))),
  )

/** Problems with any weights, ties and 0 among them, and with a matching from before. */
export const weightedProblemArbitrary = (most: number, greatestFit?: number): fc.Arbitrary<RankedProblem> =>
  problemArbitrary(most, greatestFit).chain(problem => {
    const { weights, graph, rank } = problem
    const column = fc.integer({ min: -1, max: graph.columns - 1 })
    return fc
      .record({
        weights: fc
          .array(fc.nat({ max: 3 }), { minLength: weights.length, maxLength: weights.length })
          .map(each => each.sort((a, b) => b - a)),
        previous: fc.array(column, { minLength: graph.rows, maxLength: graph.rows }),
      })
      .map(options => right(rankedProblem(graph, rank, options)))
  })

export const strictProblemArbitrary = (most: number): fc.Arbitrary<RankedProblem> =>
  graphArbitrary(most).chain(graph =>
    fc
      .shuffledSubarray([...Array(graph.rows).keys()], { minLength: graph.rows })
      .map(ranks => right(rankedProblem(graph, ranks))),
  )
