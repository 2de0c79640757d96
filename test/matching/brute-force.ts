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

/** What a matching achieves, best compared entry by entry: the weight of the rows placed, the fit, what it keeps. */
export const score = (
  { graph, rank, weights, previous }: RankedProblem,
  columnOf: ArrayLike<number>,
): ReadonlyArray<number> => {
  let [weight, total, kept] = [0, 0, 0]
  for (let row = 0; row < graph.rows; row++) {
    const fit = pairsOf(graph, row).find(([column]) => column === columnOf[row])?.[1]
    if (fit === undefined) continue
    weight += weights[rank[row] ?? -1] ?? Number.NaN
    total += fit
    if (previous?.[row] === columnOf[row]) kept += 1
  }
  return [weight, total, kept]
}

/** How many rows of each class a matching places. */
export const placedByClass = (
  { rank, weights }: RankedProblem,
  columnOf: ArrayLike<number>,
): ReadonlyArray<number> =>
  Array.from(
    weights,
    (_, at) => Array.from(columnOf).filter((column, row) => column >= 0 && rank[row] === at).length,
  )

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
