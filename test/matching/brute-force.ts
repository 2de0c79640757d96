import type { Graph, RankedProblem } from 'einzug/matching'

/** The pairs of a row: `[column, fit]`. */
export const pairsOf = (graph: Graph, row: number): ReadonlyArray<readonly [number, number]> =>
  Array.from({ length: (graph.offsets[row + 1] ?? 0) - (graph.offsets[row] ?? 0) }, (_, k) => {
    const at = (graph.offsets[row] ?? 0) + k
    return [graph.heads[at] ?? -1, graph.fit[at] ?? -1] as const
  })

/** Every matching there is, as `columnOf`. */
export function* matchings(
  graph: Graph,
  row = 0,
  taken = new Set<number>(),
): Generator<ReadonlyArray<number>> {
  if (row === graph.rows) {
    yield []
    return
  }
  for (const rest of matchings(graph, row + 1, taken)) yield [-1, ...rest]
  for (const [column] of pairsOf(graph, row)) {
    if (taken.has(column)) continue
    taken.add(column)
    for (const rest of matchings(graph, row + 1, taken)) yield [column, ...rest]
    taken.delete(column)
  }
}

/** What a matching achieves, best compared entry by entry: rows placed per class, then the fit. */
export const score = (
  { graph, rank, classes }: RankedProblem,
  columnOf: ArrayLike<number>,
): ReadonlyArray<number> => {
  const counts = Array.from({ length: classes + 1 }, () => 0)
  const add = (at: number, amount: number) => {
    counts[at] = (counts[at] ?? 0) + amount
  }
  for (let row = 0; row < graph.rows; row++) {
    const fit = pairsOf(graph, row).find(([column]) => column === columnOf[row])?.[1]
    if (fit === undefined) continue
    add(rank[row] ?? -1, 1)
    add(classes, fit)
  }
  return counts
}

/** Which of two scores is better: positive if the first. */
export const compareScores = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): number => {
  const at = a.findIndex((count, k) => count !== b[k])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** The best score over all matchings. */
export const bestScore = (problem: RankedProblem): ReadonlyArray<number> => {
  let best: ReadonlyArray<number> = []
  for (const columnOf of matchings(problem.graph)) {
    const found = score(problem, columnOf)
    if (best.length === 0 || compareScores(found, best) > 0) best = found
  }
  return best
}
