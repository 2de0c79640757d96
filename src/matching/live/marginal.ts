import type { RankedProblem } from '../problem.ts'
import { left, type Result, right } from '../result.ts'
import type { Solution } from '../solve.ts'
import type { Flaw } from '../verify.ts'
import { isThere, type PairError } from './pair-errors.ts'
import { risesOf, type Worth } from './rises.ts'
import { settle } from './settle.ts'
import { detachAll, fitDual, type LiveSide, type Move, rankDual, sidesOf, takeMoves } from './sides.ts'

/**
 * What one column counts for in the objective (Σ weight, Σ fit): `loss` if it is withdrawn, `gain` if there is a second
 * one with the same pairs.
 *
 * @category model
 */
export interface MarginalValue {
  readonly loss: Worth
  readonly gain: Worth
}

/**
 * What each column counts for at the margin. The loss is the greatest price that any proof gives it, the gain the
 * least; the price in `solution` lies between.
 *
 * - `solution`: proven best by rank and fit; else fails with its flaw. A `previous` matching plays no part.
 *
 * Two searches for all columns: time O(pairs + n · log n) for n rows and columns, space O(pairs).
 *
 * Sources: Shapley & Shubik, *The assignment game I: the core*, Int. J. Game Theory 1 (1971); Gul & Stacchetti,
 * *Walrasian equilibrium with gross substitutes*, J. Econ. Theory 87 (1999).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solve } from 'einzug/matching'
 * import { marginalValues } from 'einzug/matching/live'
 * const graph = graphFromRows(2, [[[0, 7], [1, 4]], [[0, 9]]])
 * const posed = F.pipe(graph, E.chainW(each => rankedProblem(each, [0, 1])))
 * const values = F.pipe(posed, E.chainW(problem => marginalValues(problem, solve(problem))))
 * F.pipe(values, E.map(([first]) => first?.loss)) // => E.right({ rank: 1, fit: 9 })
 * F.pipe(values, E.map(([first]) => first?.gain)) // => E.right({ rank: 0, fit: 3 })
 * ```
 * @category marginal
 */
export const marginalValues = (
  problem: RankedProblem,
  solution: Solution,
): Result<Flaw, ReadonlyArray<MarginalValue>> => {
  const sides = sidesOf(problem, solution)
  if (sides._tag === 'Left') return sides
  const { rows, columns } = sides.right
  const falls = risesOf(rows, columns)
  const rises = risesOf(columns, rows)
  return right(
    columns.partnerOf.map((row, column) => {
      const rank = columns.rankDuals[column] as number
      const fit = columns.fitDuals[column] as number
      return {
        loss: { rank: rank + (rises.rank[column] as number), fit: fit + (rises.fit[column] as number) },
        gain: { rank: rank - (falls.rank[row] ?? 0), fit: fit - (falls.fit[row] ?? 0) },
      }
    }),
  )
}

/**
 * What happens if a column is withdrawn: what the objective loses, which row loses its place (−1: none does), and who
 * moves, the row that loses its place among them.
 *
 * @category model
 */
export interface Withdrawal {
  readonly loss: Worth
  readonly unplaced: number
  readonly moves: ReadonlyArray<Move>
}

/**
 * What happens if one column is withdrawn.
 *
 * - `solution`: proven best by rank and fit; else fails with its flaw. Fails too if there is no such column.
 *
 * Time O(pairs) to take the solution over, then as for one change of a {@link live} matching.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solve } from 'einzug/matching'
 * import { withdrawal } from 'einzug/matching/live'
 * const graph = graphFromRows(2, [[[0, 7], [1, 4]], [[0, 9]]])
 * const posed = F.pipe(graph, E.chainW(each => rankedProblem(each, [0, 1])))
 * const withdrawn = F.pipe(posed, E.chainW(problem => withdrawal(problem, solve(problem), 1)))
 * F.pipe(withdrawn, E.map(({ loss, unplaced }) => [loss, unplaced])) // => E.right([{ rank: 1, fit: 6 }, 1])
 * F.pipe(withdrawn, E.map(({ moves }) => moves)) // => E.right([{ row: 0, from: 1, to: 0 }, { row: 1, from: 0, to: -1 }])
 * ```
 * @category marginal
 */
export const withdrawal = (
  problem: RankedProblem,
  solution: Solution,
  column: number,
): Result<Flaw | PairError, Withdrawal> => {
  const sides = sidesOf(problem, solution)
  if (sides._tag === 'Left') return sides
  const { rows, columns } = sides.right
  if (!isThere(columns, column)) return left({ _tag: 'UnknownColumn', found: column })
  const row = columns.partnerOf[column] as number
  const before = marginOf(rows, row)
  const price = { rank: rankDual(columns, column), fit: fitDual(columns, column) }
  detachAll(columns, rows, column)
  settle(columns, rows, column)
  const moves = takeMoves(sides.right)
  const after = marginOf(rows, row)
  return right({
    // its price, and what the search then takes off the margin of the row that had it
    loss: { rank: price.rank + before.rank - after.rank, fit: price.fit + before.fit - after.fit },
    unplaced: moves.find(({ to }) => to === -1)?.row ?? -1,
    moves,
  })
}

/** The margin of a row; of none, nothing. */
const marginOf = (rows: LiveSide, row: number): Worth =>
  row === -1 ? { rank: 0, fit: 0 } : { rank: rankDual(rows, row), fit: fitDual(rows, row) }
