import type { Graph } from './graph.ts'
import type { Matching } from './matching.ts'

/**
 * The Hall sets of all rows without a column, in what they share. Say that a row leads to whoever holds a column that
 * it may have. Placed rows that lead to each other, directly or by others, are a component: who has one of them in its
 * Hall set has them all. Plain numbers, fit for JSON.
 *
 * @category model
 */
export interface HallSets {
  /** The rows without a column, ascending. */
  readonly rows: ReadonlyArray<number>
  /** Of each of `rows`, the numbers of the components that it leads to at once, ascending. */
  readonly starts: ReadonlyArray<ReadonlyArray<number>>
  /** The members of each component that is reached, ascending. */
  readonly components: ReadonlyArray<ReadonlyArray<number>>
  /** Of each component, the numbers of the others that it leads to at once, ascending: all lower than its own. */
  readonly next: ReadonlyArray<ReadonlyArray<number>>
}

/**
 * The inclusion-minimal Hall sets of all rows that a best matching leaves without a column, at once: what
 * {@link hallSet} finds for one. {@link hallSetOf} reads the set of a row; all written out could be as large as the
 * square of the rows, and this is not larger than the graph.
 *
 * **Method.** The strongly connected components of the rows reached, in one search in depth that does not call itself.
 * A component is complete only after all that it leads to, hence their order. Time O(rows + columns + pairs) and the
 * sorting of members and links, space O(rows + links).
 *
 * Source: Tarjan, *Depth-first search and linear graph algorithms*, SIAM J. Comput. 1 (1972). That components of
 * alternating paths are the grain of all such sets: Dulmage & Mendelsohn, Canad. J. Math. 10 (1958).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, hallSets, rankedProblem, solve } from 'einzug/matching'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]], [[0, 9]], [[1, 1]]])
 * const posed = F.pipe(graph, E.chainW(each => rankedProblem(each, [0, 1, 2, 3])))
 * F.pipe(posed, E.map(problem => hallSets(problem.graph, solve(problem)))) // => E.right({ rows: [2, 3], starts: [[0], [1]], components: [[1], [0]], next: [[], [0]] })
 * ```
 * @category proofs
 */
export const hallSets = ({ rows, offsets, heads }: Graph, { columnOf, rowOf }: Matching): HallSets => {
  const visit = new Int32Array(rows) // when a row was met, from 1
  const lowest = new Int32Array(rows) // of the visits known to be in its component
  const componentOf = new Int32Array(rows).fill(-1)
  const linkedBy = new Int32Array(rows).fill(-1)
  const place = offsets.slice(0, rows)
  const path: Array<number> = []
  const incomplete: Array<number> = []
  const found = { rows: [], starts: [], components: [], next: [] } as {
    readonly [Key in keyof HallSets]: Array<HallSets[Key][number]>
  }
  let visits = 0

  /** The components, other than their own, that these rows lead to; `by` is a number nobody else uses. */
  const linksOf = (members: ReadonlyArray<number>, own: number, by: number): ReadonlyArray<number> => {
    const links: Array<number> = []
    for (const member of members) {
      for (let k = offsets[member] as number; k < (offsets[member + 1] as number); k++) {
        const component = componentOf[rowOf[heads[k] as number] as number] ?? own
        if (component === own || linkedBy[component] === by) continue
        linkedBy[component] = by
        links.push(component)
      }
    }
    return links.sort((a, b) => a - b)
  }

  const complete = (row: number): void => {
    const members = incomplete.splice(incomplete.lastIndexOf(row)).sort((a, b) => a - b)
    if (columnOf[row] === -1) {
      found.rows.push(row)
      found.starts.push(linksOf(members, -1, row))
      return
    }
    const own = found.components.push(members) - 1
    for (const member of members) componentOf[member] = own
    found.next.push(linksOf(members, own, row))
  }

  for (let start = 0; start < rows; start++) {
    if (columnOf[start] !== -1) continue
    path.push(start)
    for (let row = start; path.length > 0; row = path[path.length - 1] as number) {
      if (visit[row] === 0) {
        visit[row] = lowest[row] = ++visits
        incomplete.push(row)
      }
      const k = place[row] as number
      if (k < (offsets[row + 1] as number)) {
        place[row] = k + 1
        const holder = rowOf[heads[k] as number] as number
        if (visit[holder] === 0) path.push(holder)
        else if (componentOf[holder] === -1) lower(row, visit[holder] as number)
        continue
      }
      if (lowest[row] === visit[row]) complete(row)
      path.pop()
      if (path.length > 0) lower(path[path.length - 1] as number, lowest[row] as number)
    }
  }
  return found

  function lower(row: number, to: number): void {
    if (to < (lowest[row] as number)) lowest[row] = to
  }
}

/**
 * The Hall set of a row without a column, ascending, as {@link hallSet} would find it; empty for any other row. Time
 * O(components and links reached + members · log(members)), space likewise.
 *
 * @example
 * ```ts
 * import { hallSetOf } from 'einzug/matching'
 * const sets = { rows: [2, 3], starts: [[0], [1]], components: [[1], [0]], next: [[], [0]] }
 * hallSetOf(sets, 3) // => [0, 1]
 * ```
 * @category proofs
 */
export const hallSetOf = (
  { rows, starts, components, next }: HallSets,
  row: number,
): ReadonlyArray<number> => {
  const reached = new Set(starts[rows.indexOf(row)])
  for (const component of reached) for (const link of next[component] ?? []) reached.add(link)
  return [...reached].flatMap(component => components[component] ?? []).sort((a, b) => a - b)
}
