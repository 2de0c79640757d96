import type { RankedProblem } from './problem.ts'
import { left, type Result, right } from './result.ts'
import type { Solution, Totals } from './solve.ts'

/**
 * What is wrong with a solution, and where.
 *
 * @category errors
 */
export type Flaw =
  | { readonly _tag: 'WrongLength'; readonly of: 'rank' | 'columnOf' | 'rowOf' | 'margins' | 'prices' }
  | { readonly _tag: 'BadRank'; readonly row: number }
  | { readonly _tag: 'ValuesTooLarge'; readonly found: number; readonly most: number }
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
 * - `problem`: its graph (as the builders make it) and its rank classes are taken as given; the number of classes,
 *   the base and all values are worked out here, whatever the problem states.
 * - `solution`: totals, where it states them, must be right. Arrays of any length, missing ones, holes, fractions
 *   and NaN are flaws like others: it never throws.
 * - Gives the totals, or the first {@link Flaw}. Exact while `(K + 1) · base < 2⁵³` (see {@link RankedProblem}).
 *
 * Time O(pairs + rows + columns), space O(classes).
 *
 * Source: complementary slackness; Kuhn, *The Hungarian method*, NRLQ 2 (1955). Certifying algorithms: McConnell,
 * Mehlhorn, Näher & Schweitzer, Computer Science Review 5 (2011).
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
  { graph, rank }: Pick<RankedProblem, 'graph' | 'rank'>,
  solution: Omit<Solution, 'totals'> & Partial<Pick<Solution, 'totals'>>,
): Result<Flaw, Totals> => {
  const { columnOf, rowOf, margins, prices } = solution
  const torn = wrongLength([
    ['rank', rank, graph.rows],
    ['columnOf', columnOf, graph.rows],
    ['rowOf', rowOf, graph.columns],
    ['margins', margins, graph.rows],
    ['prices', prices, graph.columns],
  ])
  if (torn !== undefined) return left({ _tag: 'WrongLength', of: torn })

  const badRank = rank.findIndex(each => !isAmount(each) || each >= graph.rows)
  if (badRank >= 0) return left({ _tag: 'BadRank', row: badRank })
  const classes = rank.reduce((most, each) => Math.max(most, each + 1), 0)
  const greatest = graph.fit.reduce((most, fit) => Math.max(most, fit), 0)
  const base = 1 + greatest * Math.min(graph.rows, graph.columns)
  const most = Number.MAX_SAFE_INTEGER
  if ((classes + 1) * base > most) return left({ _tag: 'ValuesTooLarge', found: (classes + 1) * base, most })

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
    let fitHere = -1
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++) {
      const head = graph.heads[k] as number
      const fit = graph.fit[k] as number
      const excess = margin + (prices[head] as number) - ((classes - rankClass) * base + fit)
      // asked this way round, a head without a price (NaN) is a flaw too
      if (!(excess >= 0)) return left({ _tag: 'Undercut', row, column: head, by: -excess })
      if (head !== column) continue
      if (excess > 0) return left({ _tag: 'NotTight', row, column, by: excess })
      fitHere = fit
    }
    if (column === -1) continue
    if (fitHere < 0) return left({ _tag: 'NotAPair', row, column })
    placedByClass[rankClass] = (placedByClass[rankClass] as number) + 1
    placed += 1
    total += fitHere
  }

  const found: Totals = { placed, placedByClass, fit: total }
  const stated = solution.totals
  return stated === undefined || sameTotals(found, stated)
    ? right(found)
    : left({ _tag: 'WrongTotals', found, stated })
}

/** A whole number from 0 that can be added to another one and stay exact. */
const isAmount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 2 ** 52

/** The first array that is not there or not as long as it must be. */
export const wrongLength = <Name extends string>(
  arrays: ReadonlyArray<readonly [Name, ArrayLike<number> | null | undefined, number]>,
): Name | undefined => arrays.find(([, array, length]) => array?.length !== length)?.[0]

/** `stated` may come from a file, with anything in it. */
const sameTotals = (found: Totals, stated: Partial<Totals> | null): boolean =>
  found.placed === stated?.placed &&
  found.fit === stated.fit &&
  wrongLength([['placedByClass', stated.placedByClass, found.placedByClass.length]]) === undefined &&
  found.placedByClass.every((count, at) => count === stated.placedByClass?.[at])
