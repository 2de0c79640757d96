// What mechanisms and audits must say, computed the slow way: from all matchings, or step by step as in the papers.
import type { Graph } from 'einzug/matching'
import { matchings, pairsOf } from '../matching/brute-force.ts'
import type { Instance } from './instances.ts'

type Columns = ReadonlyArray<number>

export const fitOf = (graph: Graph, row: number, column: number | undefined): number =>
  pairsOf(graph, row).find(([each]) => each === column)?.[1] ?? -1

/** The columns of a row, best first; of equal fits the lower one. */
export const wishesOf = (graph: Graph, row: number): Columns =>
  [...pairsOf(graph, row)].sort(([a, x], [b, y]) => y - x || a - b).map(([column]) => column)

/** How far down its list a row ends, 0 for the best; the length of the list without a column. */
export const regret = (graph: Graph, columnOf: ArrayLike<number>, row: number): number => {
  const wishes = wishesOf(graph, row)
  const at = wishes.indexOf(columnOf[row] ?? -1)
  return at < 0 ? wishes.length : at
}

/** The matching that is best for the first of the order, then for the second, and so on. */
export const bestInOrder = ({ graph, order }: Pick<Instance, 'graph' | 'order'>): Columns => {
  const regrets = (columnOf: Columns) => order.map(row => regret(graph, columnOf, row))
  return [...matchings(graph)].reduce((best, each) => {
    const [a, b] = [regrets(each), regrets(best)]
    const at = a.findIndex((one, k) => one !== b[k])
    return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0) ? each : best
  })
}

/**
 * Top trading cycles as in the paper: each row left points to its best column left, each column to its owner, or to the
 * first row left if the owner is gone or there is none. One cycle is traded after the other.
 */
export const cyclesByHand = ({ graph, order, endowment }: Instance): Columns => {
  const columnOf = order.map(() => -1)
  const left = [...order]
  const free = new Set(Array(graph.columns).keys())
  while (left.length > 0) {
    const wish = (row: number) => wishesOf(graph, row).find(column => free.has(column))
    const bare = left.find(row => wish(row) === undefined)
    if (bare !== undefined) {
      left.splice(left.indexOf(bare), 1)
      continue
    }
    const next = (row: number): number => {
      const owner = endowment.indexOf(wish(row) ?? -1)
      return left.includes(owner) ? owner : (left[0] ?? -1)
    }
    let row = left[0] ?? -1
    for (const seen = new Set<number>(); !seen.has(row); row = next(row)) seen.add(row)
    const cycle = [row]
    for (let other = next(row); other !== row; other = next(other)) cycle.push(other)
    const taken = cycle.map(wish)
    for (const [at, mover] of cycle.entries()) {
      columnOf[mover] = taken[at] ?? -1
      free.delete(taken[at] ?? -1)
      left.splice(left.indexOf(mover), 1)
    }
  }
  return columnOf
}

/** Whether a row prefers a column and the column, free or not, strictly prefers the row. */
export const blocks = (
  { graph, priorities }: Pick<Instance, 'graph' | 'priorities'>,
  columnOf: ArrayLike<number>,
  row: number,
  column: number,
): boolean => {
  if (fitOf(graph, row, column) <= fitOf(graph, row, columnOf[row])) return false
  const rankOf = (other: number): number => {
    const start = graph.offsets[other] ?? 0
    return priorities[start + pairsOf(graph, other).findIndex(([each]) => each === column)] ?? -1
  }
  const holder = Array.from(columnOf).indexOf(column)
  return holder < 0 || rankOf(holder) > rankOf(row)
}

/** All stable matchings when ties are broken by the lower number on both sides. */
export const stableMatchings = ({
  graph,
  priorities,
}: Pick<Instance, 'graph' | 'priorities'>): ReadonlyArray<Columns> => {
  const places = [...graph.heads.keys()]
  const rowAt = (pair: number) => [...graph.offsets].findLastIndex(offset => offset <= pair)
  const strict = places.map(
    pair =>
      places.filter(
        other =>
          graph.heads[other] === graph.heads[pair] &&
          ((priorities[other] ?? 0) < (priorities[pair] ?? 0) ||
            (priorities[other] === priorities[pair] && rowAt(other) < rowAt(pair))),
      ).length,
  )
  const fit = Int32Array.from(places, pair => {
    const wishes = wishesOf(graph, rowAt(pair))
    return wishes.length - wishes.indexOf(graph.heads[pair] ?? -1)
  })
  const broken = { graph: { ...graph, fit }, priorities: strict }
  return [...matchings(graph)].filter(
    columnOf =>
      !columnOf.some((_, row) =>
        pairsOf(graph, row).some(([column]) => blocks(broken, columnOf, row, column)),
      ),
  )
}

/** Whether the first outcome hurts no row and helps one, against the second. */
export const dominates = (graph: Graph, better: ArrayLike<number>, worse: ArrayLike<number>): boolean => {
  const gains = Array.from(
    { length: graph.rows },
    (_, row) => fitOf(graph, row, better[row]) - fitOf(graph, row, worse[row]),
  )
  return gains.every(gain => gain >= 0) && gains.some(gain => gain > 0)
}

/** Whether some tenants could all do no worse by swaps of their own, and one of them better. */
export const isBlockedByTenants = (
  graph: Graph,
  endowment: ReadonlyArray<number>,
  columnOf: ArrayLike<number>,
): boolean => {
  const tenants = [...endowment.keys()].filter(row => endowment[row] !== -1)
  const among = [...matchings(graph)].map(swap => {
    const movers = tenants.filter(row => swap[row] !== -1)
    return { swap, movers, homes: new Set(movers.map(row => endowment[row] ?? -1)) }
  })
  return among.some(({ swap, movers, homes }) => {
    if (!movers.every(row => homes.has(swap[row] ?? -1))) return false
    const changes = movers.map(row => regret(graph, columnOf, row) - regret(graph, swap, row))
    return changes.every(change => change >= 0) && changes.some(change => change > 0)
  })
}

/** What comes out when these rows move. */
export const moved = (
  columnOf: ArrayLike<number>,
  { rows, columns }: { readonly rows: Columns; readonly columns: Columns },
): Columns => Array.from(columnOf, (column, row) => columns[rows.indexOf(row)] ?? column)

/** Any matching of the graph: each row in turn takes one of its columns not taken, or none. */
export const anyMatching = (graph: Graph, picks: ReadonlyArray<number>): Columns => {
  const taken = new Set<number>()
  return Array.from({ length: graph.rows }, (_, row) => {
    const free = pairsOf(graph, row)
      .map(([column]) => column)
      .filter(column => !taken.has(column))
    const column = free[(picks[row] ?? 0) % (free.length + 1)] ?? -1
    taken.add(column)
    return column
  })
}
