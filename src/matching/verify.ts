import type { Matching } from './matching.ts'
import type { RankedProblem } from './problem.ts'
import { left, type Result, right } from './result.ts'
import type { Totals } from './solve.ts'

/**
 * What is wrong with a solution, and where. `level`: 0 rank, 1 fit, 2 kept.
 *
 * @category errors
 */
export type Flaw =
  | { readonly _tag: 'WrongLength'; readonly of: 'rank' | 'columnOf' | 'rowOf' | 'margins' | 'prices' }
  | { readonly _tag: 'BadRank'; readonly row: number }
  | { readonly _tag: 'BadWeight'; readonly at: number }
  | {
      readonly _tag: 'NotWhole'
      readonly of: 'margin' | 'price'
      readonly level: number
      readonly at: number
    }
  | { readonly _tag: 'BelowZero'; readonly of: 'margin' | 'price'; readonly at: number }
  | { readonly _tag: 'NotMutual'; readonly row: number; readonly column: number }
  | { readonly _tag: 'NotAPair'; readonly row: number; readonly column: number }
  | { readonly _tag: 'MarginWithoutColumn'; readonly row: number }
  | { readonly _tag: 'PriceWithoutRow'; readonly column: number }
  | {
      readonly _tag: 'Undercut' | 'NotTight'
      readonly row: number
      readonly column: number
      readonly level: number
      readonly by: number
    }
  | { readonly _tag: 'WrongTotals'; readonly found: Totals; readonly stated: Totals }

/**
 * Duals as a solver gives them, or as plain lists, such as a file has.
 *
 * @category model
 */
export interface StatedDuals {
  readonly margins: ReadonlyArray<ArrayLike<number>>
  readonly prices: ReadonlyArray<ArrayLike<number>>
}

/**
 * Checks a solution against its problem, in whole numbers, without any of the solver's code: that it is a
 * matching of allowed pairs, and that its margins and prices prove it best (weak duality: Σ margins + Σ prices
 * bounds the value of every matching, and this one reaches it). Margins, prices and values are tuples over the levels,
 * added entry by entry and compared from the left.
 *
 * - `problem`: its graph (as the builders make it), its weights and its previous matching say what is asked for.
 * - `solution`: with duals of one level it is proven best by rank, of two by rank and fit, of three also in what it
 *   keeps. Totals, where it states them, must be right. Arrays of any length, missing ones, holes, fractions and NaN
 *   are flaws like others: it never throws.
 * - Gives the totals, or the first {@link Flaw}. Exact: no dual beyond 2⁵² is accepted.
 *
 * Time O(pairs · levels), space O(classes).
 *
 * Source: complementary slackness; Kuhn, *The Hungarian method*, NRLQ 2 (1955). Certifying algorithms: McConnell,
 * Mehlhorn, Näher & Schweitzer, Computer Science Review 5 (2011).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solve, verify } from 'einzug/matching'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => rankedProblem(graph, [0, 0])))
 * F.pipe(posed, E.chainW(problem => verify(problem, solve(problem)))) // => E.right({ placed: 1, placedByClass: [1], fit: 9, kept: 0 })
 * ```
 * @category proofs
 */
export const verify = (
  { graph, rank, weights, previous }: RankedProblem,
  solution: Matching & StatedDuals & { readonly totals?: Totals },
): Result<Flaw, Totals> => {
  const { columnOf, rowOf, margins, prices } = solution
  const torn =
    wrongLength([
      ['rank', rank, graph.rows],
      ['columnOf', columnOf, graph.rows],
      ['rowOf', rowOf, graph.columns],
    ]) ?? wrongLevels(graph, solution)
  if (torn !== undefined) return left({ _tag: 'WrongLength', of: torn })
  const levels = margins.length

  const badRank = rank.findIndex(each => !isAmount(each) || each < 0 || each >= weights.length)
  if (badRank >= 0) return left({ _tag: 'BadRank', row: badRank })
  const badWeight = weights.findIndex(
    (each, at) => each < 0 || (at > 0 && each > (weights[at - 1] as number)),
  )
  if (badWeight >= 0) return left({ _tag: 'BadWeight', at: badWeight })

  const broken = firstBroken('price', prices, graph.columns) ?? firstBroken('margin', margins, graph.rows)
  if (broken !== undefined) return left(broken)
  for (let column = 0; column < graph.columns; column++) {
    const row = rowOf[column] as number
    if (row === -1 && signOf(prices, column) !== 0) return left({ _tag: 'PriceWithoutRow', column })
    if (row !== -1 && columnOf[row] !== column) return left({ _tag: 'NotMutual', row, column })
  }

  const { offsets, heads, fit } = graph
  const [side, stand] = [sideBySide(margins), sideBySide(prices)]
  const placedByClass = Array.from(weights, () => 0)
  let [placed, total, kept] = [0, 0, 0]
  for (let row = 0; row < graph.rows; row++) {
    const column = columnOf[row] as number
    const rankClass = rank[row] as number
    const weight = weights[rankClass] as number
    if (column === -1 && signOf(margins, row) !== 0) return left({ _tag: 'MarginWithoutColumn', row })
    if (column !== -1 && rowOf[column] !== row) return left({ _tag: 'NotMutual', row, column })
    const own = levels * row
    const spare = (side[own] as number) - weight
    // no price is below 0: up to this fit the row's margin alone is enough, whatever the column costs
    let enough = spare * Infinity
    if (spare === 0) enough = levels === 1 ? Infinity : (side[own + 1] as number) - (levels - 2)
    let fitHere = -1
    const end = offsets[row + 1] as number
    for (let k = offsets[row] as number; k < end; k++) {
      const head = heads[k] as number
      if (head !== column && (fit[k] as number) <= enough) continue
      const theirs = levels * head
      let level = 0
      let slack = spare + (stand[theirs] as number)
      if (slack === 0 && levels > 1) {
        level = 1
        slack = (side[own + 1] as number) + (stand[theirs + 1] as number) - (fit[k] as number)
        if (slack === 0 && levels > 2) {
          level = 2
          slack =
            (side[own + 2] as number) + (stand[theirs + 2] as number) - (previous?.[row] === head ? 1 : 0)
        }
      }
      // asked this way round, a head without a price (NaN) is a flaw too
      if (!(slack >= 0)) return left({ _tag: 'Undercut', row, column: head, level, by: -slack })
      if (head !== column) continue
      if (slack > 0) return left({ _tag: 'NotTight', row, column, level, by: slack })
      fitHere = fit[k] as number
    }
    if (column === -1) continue
    if (fitHere < 0) return left({ _tag: 'NotAPair', row, column })
    placedByClass[rankClass] = (placedByClass[rankClass] as number) + 1
    placed += 1
    total += fitHere
    if (previous?.[row] === column) kept += 1
  }

  const found: Totals = { placed, placedByClass, fit: total, kept }
  const stated = solution.totals
  return stated === undefined || sameTotals(found, stated)
    ? right(found)
    : left({ _tag: 'WrongTotals', found, stated })
}

/** Margins and prices must have the same levels, one to three, each as long as there are rows and columns. */
const wrongLevels = (
  { rows, columns }: { readonly rows: number; readonly columns: number },
  { margins, prices }: StatedDuals,
): 'margins' | 'prices' | undefined => {
  const isTorn = (duals: unknown, length: number): boolean =>
    !Array.isArray(duals) ||
    duals.length === 0 ||
    duals.length > 3 ||
    duals.some((level: ArrayLike<number> | null | undefined) => level?.length !== length)
  if (isTorn(margins, rows)) return 'margins'
  return isTorn(prices, columns) || prices.length !== margins.length ? 'prices' : undefined
}

/** The first dual that is not whole on some level, or is below zero as a tuple. */
const firstBroken = (
  of: 'margin' | 'price',
  duals: StatedDuals['prices'],
  count: number,
): Flaw | undefined => {
  for (let at = 0; at < count; at++) {
    for (let level = 0; level < duals.length; level++)
      if (!isAmount((duals[level] as ArrayLike<number>)[at] as number))
        return { _tag: 'NotWhole', of, level, at }
    if (signOf(duals, at) < 0) return { _tag: 'BelowZero', of, at }
  }
  return undefined
}

/** Below, equal to or above 0, as the first level that is not 0 says. */
const signOf = (duals: StatedDuals['prices'], at: number): number => {
  for (const level of duals) if (level[at] !== 0) return level[at] as number
  return 0
}

/** A whole number that can be added to another one and stay exact. */
const isAmount = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= 2 ** 52

/** The first array that is not there or not as long as it must be. */
export const wrongLength = <Name extends string>(
  arrays: ReadonlyArray<readonly [Name, ArrayLike<number> | null | undefined, number]>,
): Name | undefined => arrays.find(([, array, length]) => array?.length !== length)?.[0]

/** `stated` may come from a file, with anything in it. */
const sameTotals = (found: Totals, stated: Partial<Totals> | null): boolean =>
  found.placed === stated?.placed &&
  found.fit === stated.fit &&
  found.kept === stated.kept &&
  wrongLength([['placedByClass', stated.placedByClass, found.placedByClass.length]]) === undefined &&
  found.placedByClass.every((count, at) => count === stated.placedByClass?.[at])

/** The levels of each dual next to one another, so that one look at memory finds them all. */
const sideBySide = (duals: StatedDuals['prices']): Float64Array => {
  const count = duals[0]?.length ?? 0
  const all = new Float64Array(duals.length * count)
  for (const [level, each] of duals.entries())
    for (let at = 0; at < count; at++) all[at * duals.length + level] = each[at] as number
  return all
}
