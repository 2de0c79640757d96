import type { RankedProblem } from './problem.ts'
import { left, type Result, right } from './result.ts'
import type { Solution } from './solve.ts'
import { wrongLength } from './verify.ts'

/**
 * What is wrong with a Hall set, and where.
 *
 * @category errors
 */
export type HallFlaw =
  | { readonly _tag: 'WrongLength'; readonly of: 'columnOf' | 'rowOf' | 'members' }
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
 * With it goes that the columns are as many as the members, so that one of those rows and `row` must go without
 * (Hall's condition fails). The matching is not taken on trust: each of those columns must be its holder's.
 *
 * Gives the members, or the first {@link HallFlaw}; never throws, whatever stands in the arrays. Time O(pairs of
 * the members), space O(members).
 *
 * Source: P. Hall, *On representatives of subsets*, J. London Math. Soc. 10 (1935).
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
  const torn = wrongLength([
    ['columnOf', columnOf, graph.rows],
    ['rowOf', rowOf, graph.columns],
  ])
  if (torn !== undefined) return left({ _tag: 'WrongLength', of: torn })
  if (!isArray(members)) return left({ _tag: 'WrongLength', of: 'members' })
  if (columnOf[row] !== -1) return left({ _tag: 'RowIsPlaced', row })
  for (const [at, member] of members.entries()) {
    if (at > 0 && !(member > (members[at - 1] as number))) return left({ _tag: 'NotAscending', at })
    if (!Number.isInteger(member) || !((columnOf[member] ?? -1) >= 0))
      return left({ _tag: 'MemberNotPlaced', member })
    if ((rank[member] as number) > (rank[row] as number)) return left({ _tag: 'MemberRanksLater', member })
  }

  const set = new Set(members)
  const needed = new Set([row])
  for (const member of needed) {
    for (let k = graph.offsets[member] as number; k < (graph.offsets[member + 1] as number); k++) {
      const column = graph.heads[k] as number
      const holder = rowOf[column] as number
      if (!set.has(holder) || columnOf[holder] !== column)
        return left({ _tag: 'HeldByAnother', member, column })
      needed.add(holder)
    }
  }
  const spare = members.find(member => !needed.has(member))
  return spare === undefined ? right(members) : left({ _tag: 'MemberNotNeeded', member: spare })
}

/** As a plain test, since `Array.isArray` would turn what it narrows into `any[]`. */
const isArray = (value: unknown): boolean => Array.isArray(value)
