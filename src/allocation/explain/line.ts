import { type Graph, hallSets, type Matching } from '../../matching/index.ts'

/**
 * Who waits for what in a best matching. `hallSet`: of a row without a column, ascending. `ahead`: the other rows
 * without a column, of no later rank, that wait for something it waits for. `ifWithdrawn`: the members of its Hall
 * set whose withdrawal alone would surely place it. `next`: who would be placed if a placed row withdrew; several
 * of one class, if fit decides among them.
 */
export interface Line {
  readonly hallSet: (row: number) => ReadonlyArray<number>
  readonly ahead: (row: number) => ReadonlyArray<number>
  readonly ifWithdrawn: (row: number) => ReadonlyArray<number>
  readonly next: (row: number) => ReadonlyArray<number>
}

/**
 * All Hall sets at once, and who comes first for each part of them.
 *
 * **Why.** A row without a column and its Hall set are a circuit of the matroid of rows that can be placed at once: if a
 * member withdraws, the rows that can take its place are those with the member in their Hall set, and the first of them
 * by rank does. One more column with the pairs of the member's column is the same as if the member withdrew.
 *
 * Time O(pairs) once, then O(components and links reached) for each question, and for the Hall set once for all rows
 * that wait for the same; `hallSet` gives these the same list.
 */
export const lineOf = (graph: Graph, rank: Int32Array, matching: Matching): Line => {
  const { rows, starts, components, next } = hallSets(graph, matching)
  const startsOf = new Map(rows.map((row, at) => [row, starts[at] ?? []]))
  const componentOf = new Map(components.flatMap((members, at) => members.map(row => [row, at] as const)))
  const before = components.map((): Array<number> => [])
  for (const [at, links] of next.entries()) for (const link of links) before[link]?.push(at)
  const waiting = components.map((): Array<number> => [])
  for (const [row, firsts] of startsOf) for (const at of firsts) waiting[at]?.push(row)

  const below = (row: number): ReadonlyArray<number> => reached(startsOf.get(row) ?? [], at => next[at])
  // whole towns may wait for the same: their lists are one
  const shared = new Map<string, ReadonlyArray<number>>()
  const once = (of: string, row: number, find: () => ReadonlyArray<number>): ReadonlyArray<number> => {
    const key = `${of} ${(startsOf.get(row) ?? []).join()}`
    const found = shared.get(key) ?? find()
    shared.set(key, found)
    return found
  }
  const waitingFor = (parts: ReadonlyArray<number>): ReadonlyArray<number> =>
    sorted(new Set(reached(parts, at => before[at]).flatMap(at => waiting[at] ?? [])))
  const first = firstOfEach(next, waiting, rank)

  return {
    hallSet: row => once('hall', row, () => sorted(below(row).flatMap(at => components[at] ?? []))),
    ahead: row =>
      once('waiting', row, () => waitingFor(below(row))).filter(
        other => other !== row && (rank[other] as number) <= (rank[row] as number),
      ),
    ifWithdrawn: row => sorted(below(row).flatMap(at => (first[at] === row ? (components[at] ?? []) : []))),
    next: row => {
      const at = componentOf.get(row)
      const line = at === undefined ? [] : waitingFor([at])
      const best = Math.min(...line.map(each => rank[each] as number))
      return line.filter(each => rank[each] === best)
    },
  }
}

/** The row that alone comes first of all that wait for a component, −1 where several of one class do. */
const firstOfEach = (
  next: ReadonlyArray<ReadonlyArray<number>>,
  waiting: ReadonlyArray<ReadonlyArray<number>>,
  rank: Int32Array,
): ReadonlyArray<number> => {
  const first = next.map(() => -1)
  const best = next.map(() => Infinity)
  const meet = (at: number, row: number, rankClass: number): void => {
    if (rankClass > (best[at] as number)) return
    first[at] = rankClass < (best[at] as number) || first[at] === row ? row : -1
    best[at] = rankClass
  }
  // whoever leads to a component has a higher number
  for (let at = next.length - 1; at >= 0; at--) {
    for (const row of waiting[at] ?? []) meet(at, row, rank[row] as number)
    for (const link of next[at] ?? []) meet(link, first[at] as number, best[at] as number)
  }
  return first
}

const reached = (
  from: ReadonlyArray<number>,
  links: (at: number) => ReadonlyArray<number> | undefined,
): ReadonlyArray<number> => {
  const all = new Set(from)
  for (const at of all) for (const link of links(at) ?? []) all.add(link)
  return [...all]
}

const sorted = (rows: Iterable<number>): ReadonlyArray<number> => [...rows].sort((a, b) => a - b)
