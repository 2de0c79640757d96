import { left, type Result, right } from '../result.ts'
import type { Totals } from '../solve.ts'
import { wrongLength } from '../verify.ts'
import type { UnitsSolution } from './solve-units.ts'
import type { UnitsProblem } from './units.ts'

/**
 * What is wrong with a solution with units, and where. `level`: 0 rank, 1 fit; `Overfull` holds `found` rows.
 *
 * @category errors
 */
export type UnitsFlaw =
  | {
      readonly _tag: 'WrongLength'
      readonly of: 'rank' | 'units' | 'columnOf' | 'offsets' | 'rows' | 'margins' | 'prices'
    }
  | { readonly _tag: 'BadRank' | 'MarginWithoutColumn'; readonly row: number }
  | { readonly _tag: 'BadWeight'; readonly at: number }
  | { readonly _tag: 'BadUnits' | 'BadOffset' | 'NotAscending' | 'PriceNotFull'; readonly column: number }
  | { readonly _tag: 'Overfull'; readonly column: number; readonly found: number }
  | {
      readonly _tag: 'NotWhole'
      readonly of: 'margin' | 'price'
      readonly level: number
      readonly at: number
    }
  | { readonly _tag: 'BelowZero'; readonly of: 'margin' | 'price'; readonly at: number }
  | { readonly _tag: 'NotMutual' | 'NotAPair'; readonly row: number; readonly column: number }
  | {
      readonly _tag: 'Undercut' | 'NotTight'
      readonly row: number
      readonly column: number
      readonly level: number
      readonly by: number
    }
  | { readonly _tag: 'WrongTotals'; readonly found: Totals; readonly stated: Totals }

/**
 * Checks a solution with units against its problem, in whole numbers, without any of the solver's code: that each row
 * has one column at most and no column more rows than it may hold, all by allowed pairs, and that margins and prices
 * prove it best (weak duality: Σ margins + Σ units · price bounds the value of whatever is allowed, and this reaches it).
 *
 * - `problem`: its graph (as the builders make it), weights and units say what is asked for.
 * - `solution`: duals of two levels, rank and fit, compared from the left. Totals, where it states them, must be right.
 *   Arrays of any length, missing ones, holes, fractions and NaN are flaws like others: it never throws.
 * - Gives the totals, or the first {@link UnitsFlaw}. Exact: no dual beyond 2⁵² is accepted.
 *
 * Time O(pairs · levels + rows + columns), space O(classes).
 *
 * Source: complementary slackness of the transportation problem; Dantzig, *Application of the simplex method to a
 * transportation problem* (1951). Certifying algorithms: McConnell, Mehlhorn, Näher & Schweitzer (2011).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { solveUnits, unitsProblem, verifyUnits } from 'einzug/matching/units'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => unitsProblem(graph, [0, 0], [2])))
 * F.pipe(posed, E.chainW(problem => verifyUnits(problem, solveUnits(problem)))) // => E.right({ placed: 2, placedByClass: [2], fit: 16, kept: 0 })
 * ```
 * @category proofs
 */
export const verifyUnits = (
  { graph, rank, weights, units }: UnitsProblem,
  solution: Omit<UnitsSolution, 'totals'> & { readonly totals?: Totals },
): Result<UnitsFlaw, Totals> => {
  const { columnOf } = solution
  const { offsets, rows } = listsOf(solution.rowsOf)
  const margins = twoLevels(solution.margins)
  const prices = twoLevels(solution.prices)
  const torn = wrongLength([
    ['rank', rank, graph.rows],
    ['units', units, graph.columns],
    ['columnOf', columnOf, graph.rows],
    ['offsets', offsets, graph.columns + 1],
    ['rows', rows, offsets?.[graph.columns] ?? -1],
    ...margins.map(level => ['margins', level, graph.rows] as const),
    ...prices.map(level => ['prices', level, graph.columns] as const),
  ])
  if (torn !== undefined || offsets === undefined || rows === undefined)
    return left({ _tag: 'WrongLength', of: torn ?? 'rows' })

  const badRank = rank.findIndex(each => !isAmount(each) || each < 0 || each >= weights.length)
  if (badRank >= 0) return left({ _tag: 'BadRank', row: badRank })
  const badWeight = weights.findIndex(
    (each, at) => each < 0 || (at > 0 && each > (weights[at - 1] as number)),
  )
  if (badWeight >= 0) return left({ _tag: 'BadWeight', at: badWeight })
  const badUnits = units.findIndex(each => !isAmount(each) || each < 0)
  if (badUnits >= 0) return left({ _tag: 'BadUnits', column: badUnits })
  const broken = firstBroken('price', prices, graph.columns) ?? firstBroken('margin', margins, graph.rows)
  if (broken !== undefined) return left(broken)

  let end = 0
  for (let column = 0; column < graph.columns; column++) {
    const start = end
    end = offsets[column + 1] as number
    if (offsets[column] !== start || !(end >= start && end <= rows.length))
      return left({ _tag: 'BadOffset', column })
    const [most, found] = [units[column] as number, end - start]
    if (found > most) return left({ _tag: 'Overfull', column, found })
    if (found < most && signOf(prices, column) !== 0) return left({ _tag: 'PriceNotFull', column })
    for (let at = start; at < end; at++) {
      const row = rows[at] as number
      if (at > start && !(row > (rows[at - 1] as number))) return left({ _tag: 'NotAscending', column })
      if (columnOf[row] !== column) return left({ _tag: 'NotMutual', row, column })
    }
  }

  const placedByClass = Array.from(weights, () => 0)
  let [placed, fit] = [0, 0]
  for (let row = 0; row < graph.rows; row++) {
    const column = columnOf[row] as number
    if (column === -1 && signOf(margins, row) !== 0) return left({ _tag: 'MarginWithoutColumn', row })
    const rankClass = rank[row] as number
    let fitHere = -1
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++) {
      const head = graph.heads[k] as number
      const value = [weights[rankClass] as number, graph.fit[k] as number] as const
      for (const level of [0, 1] as const) {
        const slack = (margins[level][row] as number) + (prices[level][head] as number) - value[level]
        // asked this way round, a head without a price (NaN) is a flaw too
        if (!(slack >= 0)) return left({ _tag: 'Undercut', row, column: head, level, by: -slack })
        if (slack === 0) continue
        if (head === column) return left({ _tag: 'NotTight', row, column, level, by: slack })
        break
      }
      if (head === column) fitHere = value[1]
    }
    if (column === -1) continue
    if (fitHere < 0) return left({ _tag: 'NotAPair', row, column })
    placedByClass[rankClass] = (placedByClass[rankClass] as number) + 1
    placed += 1
    fit += fitHere
  }
  // each row listed has the column it is listed under, so the lists name different rows: all, if they are as many
  if (placed !== rows.length) return left({ _tag: 'WrongLength', of: 'rows' })

  const found: Totals = { placed, placedByClass, fit, kept: 0 }
  const stated = solution.totals
  return stated === undefined || sameTotals(found, stated)
    ? right(found)
    : left({ _tag: 'WrongTotals', found, stated })
}

/** From a file, they may be missing. */
const listsOf = (lists: UnitsSolution['rowsOf'] | null | undefined): Partial<UnitsSolution['rowsOf']> =>
  lists ?? {}

type Levels = readonly [ArrayLike<number>, ArrayLike<number>]

/** The two levels of duals; if there are not two, levels that are as long as nothing is. */
const twoLevels = (duals: unknown): Levels => {
  const none = { length: -1 }
  if (!Array.isArray(duals) || duals.length !== 2) return [none, none]
  const [first, second] = duals as ReadonlyArray<ArrayLike<number> | null | undefined>
  return [first ?? none, second ?? none]
}

/** The first dual that is not whole on some level, or is below zero as a pair of levels. */
const firstBroken = (of: 'margin' | 'price', duals: Levels, count: number): UnitsFlaw | undefined => {
  for (let at = 0; at < count; at++) {
    for (const level of [0, 1] as const)
      if (!isAmount(duals[level][at] as number)) return { _tag: 'NotWhole', of, level, at }
    if (signOf(duals, at) < 0) return { _tag: 'BelowZero', of, at }
  }
  return undefined
}

/** Below, equal to or above 0, as the first level that is not 0 says. */
const signOf = ([first, second]: Levels, at: number): number =>
  (first[at] as number) || (second[at] as number)

/** A whole number that can be added to another one and stay exact. */
const isAmount = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= 2 ** 52

/** `stated` may come from a file, with anything in it. */
const sameTotals = (found: Totals, stated: Partial<Totals> | null): boolean =>
  found.placed === stated?.placed &&
  found.fit === stated.fit &&
  found.kept === stated.kept &&
  wrongLength([['placedByClass', stated.placedByClass, found.placedByClass.length]]) === undefined &&
  found.placedByClass.every((count, at) => count === stated.placedByClass?.[at])
