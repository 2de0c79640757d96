import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { type Graph, type Solution, verify } from '../../matching/index.ts'
import type { AllocationFlaw } from '../flaw.ts'
import { matchingOf } from '../matching-of.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem.ts'

/** An allocation as the solution of its ranked problem, if its proof holds. Time O(pairs). */
export const solutionOf = (
  problem: Problem,
  { proof, ...outcome }: Outcome,
): Either<AllocationFlaw, Solution> =>
  pipe(
    matchingOf(problem, outcome),
    E.chain(matching =>
      proof === undefined
        ? E.left<AllocationFlaw>({ _tag: 'NoProof' })
        : E.right({
            ...matching,
            margins: proof.margins.map(level => Float64Array.from(level)),
            prices: proof.prices.map(level => Float64Array.from(level)),
          }),
    ),
    E.chain(stated =>
      pipe(
        // of one level it would prove who, but not where
        stated.margins.length < 2
          ? E.left({ _tag: 'WrongLength', of: 'margins' } as const)
          : verify(problem.ranked, stated),
        E.bimap(
          (flaw): AllocationFlaw => ({ _tag: 'NotProven', flaw }),
          totals => ({ ...stated, totals }),
        ),
      ),
    ),
  )

/** A pair of a row, as a column and its fit. */
export interface PairOfRow {
  readonly column: number
  readonly fit: number
}

/** The pairs of a row. */
export const pairsOf = (graph: Graph, row: number): ReadonlyArray<PairOfRow> => {
  const from = graph.offsets[row] as number
  return Array.from(graph.heads.subarray(from, graph.offsets[row + 1]), (column, k) => ({
    column,
    fit: graph.fit[from + k] as number,
  }))
}

/** The rows that may have each column, with their fit. */
export const pairsByColumn = (
  graph: Graph,
): ReadonlyArray<ReadonlyArray<readonly [row: number, fit: number]>> => {
  const byColumn = Array.from({ length: graph.columns }, (): Array<readonly [number, number]> => [])
  for (let row = 0; row < graph.rows; row++)
    for (const { column, fit } of pairsOf(graph, row)) byColumn[column]?.push([row, fit])
  return byColumn
}
