import type { Graph } from '../graph.ts'
import { type ProblemError, type ProblemOptions, type RankedProblem, rankedProblem } from '../problem.ts'
import { left, type Result, right } from '../result.ts'

/**
 * A ranked problem whose columns may hold several rows: a flat let room by room. Column `j` holds up to `units[j]` rows;
 * 0 is none. For the same as a graph, each pair would have to be copied `units[j]` times.
 *
 * @category model
 */
export interface UnitsProblem extends Omit<RankedProblem, 'previous'> {
  readonly units: Int32Array
}

/**
 * Why a problem with units cannot be posed.
 *
 * @category errors
 */
export type UnitsError =
  | ProblemError
  | { readonly _tag: 'WrongCount'; readonly of: 'units'; readonly expected: number; readonly found: number }
  | { readonly _tag: 'BadUnits'; readonly column: number; readonly found: number }

const mostUnits = 2 ** 24
/** Totals of fits stay below this, so that sums of a few potentials are exact in a double. */
const mostTotal = 2 ** 51

/**
 * Poses a problem with units: `rankedProblem`, and how many rows each column may hold.
 *
 * - `ranks[i]`: any whole number from 0 for each row; only their order matters.
 * - `units[j]`: a whole number from 0 to 2²⁴ for each column.
 * - `weights`: see {@link ProblemOptions}. A previous matching plays no part here.
 *
 * Fails as `rankedProblem` does, when `units` are not as said, or when (greatest fit) · (min(rows, Σ units) + 1) exceeds
 * 2⁵¹. Time O(rows · log(classes) + pairs).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { unitsProblem } from 'einzug/matching/units'
 * const graph = graphFromRows(1, [[[0, 7]], [[0, 9]]])
 * F.pipe(graph, E.chainW(each => unitsProblem(each, [0, 0], [2])))._tag // => 'Right'
 * F.pipe(graph, E.chainW(each => unitsProblem(each, [0, 0], [-1]))) // => E.left({ _tag: 'BadUnits', column: 0, found: -1 })
 * ```
 * @category constructors
 */
export const unitsProblem = (
  graph: Graph,
  ranks: ArrayLike<number>,
  units: ArrayLike<number>,
  { weights }: Pick<ProblemOptions, 'weights'> = {},
): Result<UnitsError, UnitsProblem> => {
  const posed = rankedProblem(graph, ranks, weights === undefined ? {} : { weights })
  if (posed._tag === 'Left') return posed
  if (units.length !== graph.columns)
    return left({ _tag: 'WrongCount', of: 'units', expected: graph.columns, found: units.length })
  const given = Array.from(units)
  const bad = given.findIndex(each => !Number.isInteger(each) || each < 0 || each > mostUnits)
  if (bad >= 0) return left({ _tag: 'BadUnits', column: bad, found: given[bad] as number })
  const places = given.reduce((sum, each) => sum + each, 0)
  const greatest = graph.fit.reduce((most, fit) => Math.max(most, fit), 0)
  const found = greatest * (Math.min(graph.rows, places) + 1)
  if (found > mostTotal) return left({ _tag: 'ValuesTooLarge', found, most: mostTotal })
  return right({ ...posed.right, units: Int32Array.from(given) })
}
