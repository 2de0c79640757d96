import type { RankedProblem } from '../problem.ts'
import { left, type Result, right } from '../result.ts'
import { type Solution, solve } from '../solve.ts'
import type { Flaw } from '../verify.ts'
import {
  greatestOf,
  isThere,
  isWhole,
  type PairError,
  type Size,
  wrongPairs,
  wrongSize,
} from './pair-errors.ts'
import { settle } from './settle.ts'
import {
  attach,
  detach,
  detachAll,
  fitOf,
  join,
  type LiveSide,
  type Move,
  type Sides,
  sidesOf,
  takeMoves,
} from './sides.ts'
import { snapshotOf } from './snapshot.ts'

/**
 * Why a change of a live matching is refused. `UnknownClass`: not a place in the weights it was started with.
 *
 * @category errors
 */
export type LiveError =
  | PairError
  | { readonly _tag: 'UnknownClass'; readonly found: number }
  | { readonly _tag: 'NotAPair'; readonly row: number; readonly column: number }

/**
 * What a change of a live matching gives: who has moved because of it, in the order of rows, or why it is refused.
 *
 * @category model
 */
export type Moved = Result<LiveError, ReadonlyArray<Move>>

/**
 * A best matching that stays best while rows, columns and pairs come and go. It has state: each method changes it at
 * once and says who has moved, in the order of rows; what is refused changes nothing.
 *
 * Rows and columns keep their numbers for ever; new ones get the next number. Classes are places in the weights of the
 * problem it was started with; a class may become empty.
 *
 * @category model
 */
export interface LiveMatching {
  /** A new row of a class, with its pairs `[column, fit]` in any order. */
  readonly insertRow: (
    rankClass: number,
    pairs: ReadonlyArray<readonly [column: number, fit: number]>,
  ) => Result<LiveError, { readonly row: number; readonly moves: ReadonlyArray<Move> }>
  /** A new column, with its pairs `[row, fit]` in any order. */
  readonly insertColumn: (
    pairs: ReadonlyArray<readonly [row: number, fit: number]>,
  ) => Result<LiveError, { readonly column: number; readonly moves: ReadonlyArray<Move> }>
  /** Afterwards nobody knows the row any more. */
  readonly removeRow: (row: number) => Moved
  /** Afterwards nobody knows the column any more. */
  readonly removeColumn: (column: number) => Moved
  /** Sets the fit of a pair, which becomes one if it was none. */
  readonly changeFit: (row: number, column: number, fit: number) => Moved
  /** From now on the row may not have the column. */
  readonly removePair: (row: number, column: number) => Moved
  /** Puts a row into another class. */
  readonly changeRank: (row: number, rankClass: number) => Moved
  /** The problem as it stands, removed rows and columns without pairs, and its solution. Time and space O(pairs). */
  readonly snapshot: () => { readonly problem: RankedProblem; readonly solution: Solution }
}

/**
 * A live matching, from a problem and its solution.
 *
 * - `solution`: by default that of {@link solve}. Fails with its flaw if it does not prove itself best by rank and fit.
 * - What a `previous` matching kept plays no part from here on: the objective is rank, then fit.
 *
 * **Law.** After any changes, `snapshot` gives what `verify` accepts, with the totals that `solve` reaches.
 *
 * **Method.** Every change is one of a row or a column, and `settle` repairs matching and duals: at most two
 * shortest paths, from the duals there are. Most end in the neighbourhood; a search that has met many without an end looks
 * from the ends, too, and meets itself. Where districts are small and hardly anything is vacant in any, it may still have to
 * look at thousands.
 *
 * Starting takes time and space O(pairs). Then O(pairs + n · log n) for each change, over the n rows and columns
 * its searches meet, and their pairs.
 *
 * Sources: Toroslu & Üçoluk, *Incremental assignment problem*, Information Sciences 177 (2007); Jonker & Volgenant,
 * Computing 38 (1987), for the search. Deviations: both sides may go without a partner, and values are tuples.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem } from 'einzug/matching'
 * import { live } from 'einzug/matching/live'
 * const graph = graphFromRows(1, [[[0, 7]], [[0, 9]]])
 * const started = F.pipe(graph, E.chainW(each => rankedProblem(each, [0, 1])), E.chainW(problem => live(problem)))
 * const inserted = F.pipe(started, E.chainW(matching => matching.insertColumn([[0, 3], [1, 1]])))
 * inserted // => E.right({ column: 1, moves: [{ row: 0, from: 0, to: 1 }, { row: 1, from: -1, to: 0 }] })
 * F.pipe(started, E.chainW(matching => matching.removeRow(0))) // => E.right([{ row: 0, from: 1, to: -1 }])
 * F.pipe(started, E.chainW(matching => matching.removeRow(0))) // => E.left({ _tag: 'UnknownRow', found: 0 })
 * ```
 * @category solvers
 */
export const live = (problem: RankedProblem, solution = solve(problem)): Result<Flaw, LiveMatching> =>
  liveBy(problem, solution)

/** The same, with searches that look backwards sooner or later. */
export const liveBy = (
  problem: RankedProblem,
  solution: Solution,
  headStart?: number,
): Result<Flaw, LiveMatching> => {
  const sides = sidesOf(problem, solution, headStart)
  return sides._tag === 'Left' ? sides : right(liveOf(problem, sides.right))
}

const liveOf = ({ graph, rank: ranks, weights }: RankedProblem, sides: Sides): LiveMatching => {
  const { rows, columns } = sides
  const rank = Array.from(ranks)
  let size: Size = {
    rows: graph.rows,
    columns: graph.columns,
    pairs: graph.heads.length,
    greatest: graph.fit.reduce((greatest, fit) => Math.max(greatest, fit), 0),
  }

  const unknownClass = (rankClass: number): LiveError | undefined =>
    isWhole(rankClass, weights.length - 1) ? undefined : { _tag: 'UnknownClass', found: rankClass }
  const unknown = (row: number, column?: number): LiveError | undefined => {
    if (!isThere(rows, row)) return { _tag: 'UnknownRow', found: row }
    return column === undefined || isThere(columns, column)
      ? undefined
      : { _tag: 'UnknownColumn', found: column }
  }

  /** What there will be with more rows, columns and pairs. */
  const sizeWith = (
    moreRows: number,
    moreColumns: number,
    pairs: ReadonlyArray<readonly [number, number]>,
  ): Size => ({
    rows: size.rows + moreRows,
    columns: size.columns + moreColumns,
    pairs: size.pairs + pairs.length,
    greatest: Math.max(size.greatest, greatestOf(pairs)),
  })

  const settled = (here: LiveSide, there: LiveSide, each: number): ReadonlyArray<Move> => {
    settle(here, there, each)
    return takeMoves(sides)
  }

  const remove = (here: LiveSide, there: LiveSide, each: number): Moved => {
    size = { ...size, pairs: size.pairs - (here.pairsOf[each] as Array<number>).length / 2 }
    detachAll(here, there, each)
    here.removed.add(each)
    here.free.delete(each)
    return right(settled(here, there, each))
  }

  return {
    insertRow: (rankClass, pairs) => {
      const next = sizeWith(1, 0, pairs)
      const error = unknownClass(rankClass) ?? wrongPairs(sides, 'row', size.rows, pairs) ?? wrongSize(next)
      if (error !== undefined) return left(error)
      size = next
      rank.push(rankClass)
      const row = join(rows, weights[rankClass])
      for (const [column, fit] of pairs) attach(rows, columns, row, column, fit)
      return right({ row, moves: settled(rows, columns, row) })
    },
    insertColumn: pairs => {
      const next = sizeWith(0, 1, pairs)
      const error = wrongPairs(sides, 'column', size.columns, pairs) ?? wrongSize(next)
      if (error !== undefined) return left(error)
      size = next
      const column = join(columns)
      for (const [row, fit] of pairs) attach(rows, columns, row, column, fit)
      return right({ column, moves: settled(columns, rows, column) })
    },
    removeRow: row => {
      const error = unknown(row)
      return error === undefined ? remove(rows, columns, row) : left(error)
    },
    removeColumn: column =>
      isThere(columns, column)
        ? remove(columns, rows, column)
        : left({ _tag: 'UnknownColumn', found: column }),
    changeFit: (row, column, fit) => {
      const isNew = unknown(row) === undefined && fitOf(rows, row, column) === undefined
      const next = { ...sizeWith(0, 0, [[column, fit]]), pairs: size.pairs + (isNew ? 1 : 0) }
      const error = unknown(row) ?? wrongPairs(sides, 'row', row, [[column, fit]]) ?? wrongSize(next)
      if (error !== undefined) return left(error)
      size = next
      detach(rows, columns, row, column)
      attach(rows, columns, row, column, fit)
      return right(settled(rows, columns, row))
    },
    removePair: (row, column) => {
      const error = unknown(row, column)
      if (error !== undefined) return left(error)
      if (fitOf(rows, row, column) === undefined) return left({ _tag: 'NotAPair', row, column })
      size = { ...size, pairs: size.pairs - 1 }
      detach(rows, columns, row, column)
      return right(settled(rows, columns, row))
    },
    changeRank: (row, rankClass) => {
      const error = unknown(row) ?? unknownClass(rankClass)
      if (error !== undefined) return left(error)
      rank[row] = rankClass
      rows.weightOf[row] = weights[rankClass] as number
      return right(settled(rows, columns, row))
    },
    snapshot: () => snapshotOf(sides, rank, weights),
  }
}
