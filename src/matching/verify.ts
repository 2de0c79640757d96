import type { RankedProblem } from './problem.ts'
import { left, type Result, right } from './result.ts'
import type { Solution, Totals } from './solve.ts'

/**
 * What is wrong with a solution, and where.
 *
 * @category errors
 */
export type Flaw =
  | { readonly _tag: 'WrongLength'; readonly of: 'columnOf' | 'rowOf' | 'margins' | 'prices' }
  | { readonly _tag: 'NotWhole'; readonly of: 'margin' | 'price'; readonly at: number }
  | { readonly _tag: 'NotMutual'; readonly row: number; readonly column: number }
  | { readonly _tag: 'NotAPair'; readonly row: number; readonly column: number }
  | { readonly _tag: 'MarginWithoutColumn'; readonly row: number }
  | { readonly _tag: 'PriceWithoutRow'; readonly column: number }
  | { readonly _tag: 'Undercut'; readonly row: number; readonly column: number; readonly by: number }
  | { readonly _tag: 'NotTight'; readonly row: number; readonly column: number; readonly by: number }
  | { readonly _tag: 'WrongTotals'; readonly found: Totals; readonly stated: Totals }

/**
 * Checks a solution against its problem, in whole numbers, without any of the solver's code: that it is a
 * matching of allowed pairs, and that its margins and prices prove it best (weak duality: Σ margins + Σ prices
 * bounds the value of every matching, and this one reaches it).
 *
 * Totals, where the solution states them, must be right. Never throws, whatever numbers stand in it. Time O(pairs), space O(classes).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solve, verify } from 'einzug/matching'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => rankedProblem(graph, [0, 0])))
 * F.pipe(posed, E.chainW(problem => verify(problem, solve(problem)))) // => E.right({ placed: 1, placedByClass: [1], fit: 9 })
 * ```
 * @category proofs
 */
export const verify = (
  problem: RankedProblem,
  solution: Omit<Solution, 'totals'> & Partial<Pick<Solution, 'totals'>>,
): Result<Flaw, Totals> => {
  const { graph, rank, classes, base } = problem
  const { columnOf, rowOf, margins, prices } = solution
  if (columnOf.length !== graph.rows) return left({ _tag: 'WrongLength', of: 'columnOf' })
  if (rowOf.length !== graph.columns) return left({ _tag: 'WrongLength', of: 'rowOf' })
  if (margins.length !== graph.rows) return left({ _tag: 'WrongLength', of: 'margins' })
  if (prices.length !== graph.columns) return left({ _tag: 'WrongLength', of: 'prices' })

  for (let column = 0; column < graph.columns; column++) {
    const price = prices[column] as number
    const row = rowOf[column] as number
    if (!isAmount(price)) return left({ _tag: 'NotWhole', of: 'price', at: column })
    if (row === -1 && price !== 0) return left({ _tag: 'PriceWithoutRow', column })
    if (row !== -1 && columnOf[row] !== column) return left({ _tag: 'NotMutual', row, column })
  }

  const placedByClass = Array.from({ length: classes }, () => 0)
  let placed = 0
  let total = 0
  for (let row = 0; row < graph.rows; row++) {
    const margin = margins[row] as number
    const column = columnOf[row] as number
    const rankClass = rank[row] as number
    if (!isAmount(margin)) return left({ _tag: 'NotWhole', of: 'margin', at: row })
    if (column === -1 && margin !== 0) return left({ _tag: 'MarginWithoutColumn', row })
    if (column !== -1 && rowOf[column] !== row) return left({ _tag: 'NotMutual', row, column })
    let isPair = column === -1
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++) {
      const head = graph.heads[k] as number
      const fit = graph.fit[k] as number
      const excess = margin + (prices[head] as number) - ((classes - rankClass) * base + fit)
      if (excess < 0) return left({ _tag: 'Undercut', row, column: head, by: -excess })
      if (head !== column) continue
      if (excess > 0) return left({ _tag: 'NotTight', row, column, by: excess })
      isPair = true
      placedByClass[rankClass] = (placedByClass[rankClass] as number) + 1
      placed += 1
      total += fit
    }
    if (!isPair) return left({ _tag: 'NotAPair', row, column })
  }

  const found: Totals = { placed, placedByClass, fit: total }
  const { totals = found } = solution
  return sameTotals(found, totals) ? right(found) : left({ _tag: 'WrongTotals', found, stated: totals })
}

/** A whole number from 0 that can be added to another one and stay exact. */
const isAmount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 2 ** 52

const sameTotals = (a: Totals, b: Totals): boolean =>
  a.placed === b.placed &&
  a.fit === b.fit &&
  a.placedByClass.length === b.placedByClass.length &&
  a.placedByClass.every((count, at) => count === b.placedByClass[at])

/**
 * What is wrong with a Hall set, and where.
 *
 * @category errors
 */
export type HallFlaw =
  | { readonly _tag: 'RowIsPlaced'; readonly row: number }
  | { readonly _tag: 'NotAscending'; readonly at: number }
  | { readonly _tag: 'MemberNotPlaced'; readonly member: number }
  | { readonly _tag: 'MemberRanksLater'; readonly member: number }
  | { readonly _tag: 'HeldByAnother'; readonly member: number; readonly column: number }
  | { readonly _tag: 'MemberNotNeeded'; readonly member: number }

/**
 * Checks that a set of rows is why a row has no column: its members ascend, all are placed and rank no later
 * than it, they hold every column that it or any of them may have, and none could be left out.
 *
 * Never throws. Time O(pairs of the members + members · log(members)).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, hallSet, rankedProblem, solve, verifyHallSet } from 'einzug/matching'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => rankedProblem(graph, [0, 1])))
 * F.pipe(posed, E.chainW(problem => verifyHallSet(problem, solve(problem), 1, [0]))) // => E.right([0])
 * ```
 * @category proofs
 */
export const verifyHallSet = (
  { graph, rank }: RankedProblem,
  { columnOf, rowOf }: Pick<Solution, 'columnOf' | 'rowOf'>,
  row: number,
  members: ReadonlyArray<number>,
): Result<HallFlaw, ReadonlyArray<number>> => {
  if (columnOf[row] !== -1) return left({ _tag: 'RowIsPlaced', row })
  for (const [at, member] of members.entries()) {
    if (at > 0 && !(member > (members[at - 1] as number))) return left({ _tag: 'NotAscending', at })
    if (!((columnOf[member] ?? -1) >= 0)) return left({ _tag: 'MemberNotPlaced', member })
    if ((rank[member] as number) > (rank[row] as number)) return left({ _tag: 'MemberRanksLater', member })
  }

  const set = new Set(members)
  const needed = new Set([row])
  for (const member of needed) {
    for (let k = graph.offsets[member] as number; k < (graph.offsets[member + 1] as number); k++) {
      const column = graph.heads[k] as number
      const holder = rowOf[column] as number
      if (!set.has(holder)) return left({ _tag: 'HeldByAnother', member, column })
      needed.add(holder)
    }
  }
  const spare = members.find(member => !needed.has(member))
  return spare === undefined ? right(members) : left({ _tag: 'MemberNotNeeded', member: spare })
}
