import type { HallSets } from './hall-sets.ts'
import type { Matching } from './matching.ts'
import type { RankedProblem } from './problem.ts'
import { left, type Result, right } from './result.ts'
import { wrongLength } from './verify.ts'

/**
 * What is wrong with Hall sets, and where. `NotAscending` names the list (of `components`, `next` or `starts`) that
 * holds something other than ascending numbers in range; `LinkNotNeeded` the list that has a component too many.
 *
 * @category errors
 */
export type HallSetsFlaw =
  | {
      readonly _tag: 'WrongLength'
      readonly of: 'rank' | 'columnOf' | 'rowOf' | Exclude<keyof HallSets, 'rows'>
    }
  | { readonly _tag: 'NotAscending'; readonly of: keyof HallSets; readonly at: number }
  | { readonly _tag: 'RowIsPlaced' | 'RowNotListed'; readonly row: number }
  | { readonly _tag: 'MemberNotPlaced' | 'MemberTwice'; readonly member: number }
  | { readonly _tag: 'HeldByAnother'; readonly row: number; readonly column: number }
  | { readonly _tag: 'LinkNotNeeded'; readonly of: 'starts' | 'next'; readonly at: number }
  | { readonly _tag: 'NotConnected'; readonly member: number }
  | { readonly _tag: 'MemberRanksLater'; readonly row: number }

/**
 * Checks the Hall sets of all rows without a column at once: `rows` are those rows; whoever holds a column that a row
 * may have is in a component that its list names, and for a member in its own or one that `next` names (so the sets are
 * closed); each name is needed, and members of a component lead to each other (so nobody could be left out); and nobody
 * in the set of a row ranks later than it. The matching is not taken on trust: each of those columns is its holder's.
 *
 * `problem`: its graph is taken as the builders make it. Gives the sets, or the first {@link HallSetsFlaw}; never
 * throws, whatever stands in the arrays. Time and space O(pairs + rows + columns + links).
 *
 * Source: P. Hall, *On representatives of subsets*, J. London Math. Soc. 10 (1935).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, hallSets, rankedProblem, solve, verifyHallSets } from 'einzug/matching'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => rankedProblem(graph, [0, 1])))
 * const verdict = F.pipe(posed, E.chainW(each => verifyHallSets(each, solve(each), hallSets(each.graph, solve(each)))))
 * F.pipe(verdict, E.map(({ rows, components }) => [rows, components])) // => E.right([[1], [[0]]])
 * ```
 * @category proofs
 */
export const verifyHallSets = (
  { graph, rank }: Pick<RankedProblem, 'graph' | 'rank'>,
  { columnOf, rowOf }: Matching,
  sets: HallSets,
): Result<HallSetsFlaw, HallSets> => {
  const torn = wrongLength([
    ['rank', rank, graph.rows],
    ['columnOf', columnOf, graph.rows],
    ['rowOf', rowOf, graph.columns],
  ])
  if (torn !== undefined) return left({ _tag: 'WrongLength', of: torn })
  const { rows, starts, components, next } = Object(sets) as HallSets // which may be null
  if (!isAscending(rows, graph.rows)) return left({ _tag: 'NotAscending', of: 'rows', at: 0 })
  if (!isArray(components) || components.length > graph.rows)
    return left({ _tag: 'WrongLength', of: 'components' })
  const short = wrongLength([
    ['starts', starts as unknown as ReadonlyArray<number>, rows.length],
    ['next', next as unknown as ReadonlyArray<number>, components.length],
  ])
  if (short !== undefined) return left({ _tag: 'WrongLength', of: short })

  const listed = new Uint8Array(graph.rows)
  for (const row of rows) {
    if (columnOf[row] !== -1) return left({ _tag: 'RowIsPlaced', row })
    listed[row] = 1
  }
  const componentOf = new Int32Array(graph.rows).fill(-1)
  for (let own = 0; own < components.length; own++) {
    const members = components[own] as ReadonlyArray<number>
    if (!isAscending(members, graph.rows) || members.length === 0)
      return left({ _tag: 'NotAscending', of: 'components', at: own })
    for (const member of members) {
      if (componentOf[member] !== -1) return left({ _tag: 'MemberTwice', member })
      componentOf[member] = own
    }
  }
  for (let row = 0; row < graph.rows; row++) {
    if (columnOf[row] !== -1) continue
    if (listed[row] !== 1) return left({ _tag: 'RowNotListed', row })
    if (componentOf[row] !== -1) return left({ _tag: 'MemberNotPlaced', member: row })
  }

  const latest = new Float64Array(components.length) // rank among the members and all that they lead to
  const mark = new Int32Array(components.length).fill(-1)
  const from: Array<number> = []
  const to: Array<number> = []
  for (const [own, members] of components.entries()) {
    const flaw = linksFlaw('next', own, members, own, 2 * own)
    if (flaw !== undefined) return left(flaw)
    latest[own] = Math.max(
      latestOf(next[own]),
      members.reduce((late, each) => Math.max(late, rank[each] as number), 0),
    )
  }
  for (const [at, row] of rows.entries()) {
    const flaw = linksFlaw('starts', at, [row], components.length, 2 * (components.length + at))
    if (flaw !== undefined) return left(flaw)
    if (!(latestOf(starts[at]) <= (rank[row] as number))) return left({ _tag: 'MemberRanksLater', row })
  }
  const apart = firstApart(from, to) ?? firstApart(to, from)
  return apart === undefined ? right(sets) : left({ _tag: 'NotConnected', member: apart })

  /** Whether rows lead to their own component and to those listed, all lower than `below`, and to each of these. */
  function linksFlaw(
    of: 'starts' | 'next',
    at: number,
    members: ReadonlyArray<number>,
    below: number,
    open: number,
  ): HallSetsFlaw | undefined {
    const links = sets[of][at] as ReadonlyArray<number>
    if (!isAscending(links, below)) return { _tag: 'NotAscending', of, at }
    for (const link of links) mark[link] = open
    let needed = 0
    for (const row of members) {
      for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++) {
        const column = graph.heads[k] as number
        const holder = rowOf[column] as number
        const component = columnOf[holder] === column ? (componentOf[holder] ?? -1) : -1
        if (of === 'next' && component === at) {
          from.push(row)
          to.push(holder)
        } else if (component >= 0 && mark[component] === open) {
          mark[component] = open + 1
          needed += 1
        } else if (component < 0 || mark[component] !== open + 1)
          return { _tag: 'HeldByAnother', row, column }
      }
    }
    return needed === links.length ? undefined : { _tag: 'LinkNotNeeded', of, at }
  }

  function latestOf(links: ReadonlyArray<number> | undefined): number {
    return (links ?? []).reduce((late, link) => Math.max(late, latest[link] as number), 0)
  }

  /** A member that the first of its component does not reach, if there is one. */
  function firstApart(tails: ReadonlyArray<number>, ends: ReadonlyArray<number>): number | undefined {
    const offsets = new Int32Array(graph.rows + 1)
    for (const tail of tails) offsets[tail + 1] = (offsets[tail + 1] as number) + 1
    for (let row = 0; row < graph.rows; row++)
      offsets[row + 1] = (offsets[row + 1] as number) + (offsets[row] as number)
    const place = offsets.slice()
    const heads = new Int32Array(tails.length)
    for (const [k, tail] of tails.entries()) {
      const at = place[tail] as number
      place[tail] = at + 1
      heads[at] = ends[k] as number
    }
    const reached = new Set(components.map(members => members[0] as number))
    for (const row of reached)
      for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++)
        reached.add(heads[k] as number)
    const apart = componentOf.findIndex((component, row) => component >= 0 && !reached.has(row))
    return apart < 0 ? undefined : apart
  }
}

/** As a plain test, since `Array.isArray` would turn what it narrows into `any[]`. */
const isArray = (value: unknown): boolean => Array.isArray(value)

/** Whether these are whole numbers from 0, below a bound, each above the one before it; holes are none. */
const isAscending = (numbers: ReadonlyArray<number> | undefined, below: number): boolean => {
  if (numbers === undefined || !isArray(numbers)) return false
  let previous = -1
  for (const number of numbers) {
    if (!(Number.isInteger(number) && number > previous && number < below)) return false
    previous = number
  }
  return true
}
