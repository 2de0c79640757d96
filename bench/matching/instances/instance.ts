import type { Graph } from 'einzug/matching'
import type { Random } from './random.ts'

/** What every engine is asked: who may have what, how well it fits, and who comes first (rank class 0). */
export interface Instance {
  readonly graph: Graph
  readonly ranks: Int32Array
  readonly classes: number
  /** Only for the class `dense`: the matrix that is minimised, of which `graph` is the mirror image. */
  readonly costs?: ReadonlyArray<ReadonlyArray<number>>
}

export const greatestFit = 1000
export const tiers = 3

/** A tenth of the households is urgent (0), three tenths come next, the others last. */
export const tierOf = ({ below }: Random): number => {
  const drawn = below(10)
  return drawn === 0 ? 0 : drawn < 4 ? 1 : 2
}

/** What one row class is worth against the next: more than all fits together. */
const baseOf = ({ graph }: Instance): number => 1 + greatestFit * Math.min(graph.rows, graph.columns)

/**
 * One number per pair, for engines that know no ranking: `(classes − class) · base + fit`. The greatest sum places as
 * many of class 0 as can be, then of class 1, and so on, and then has the greatest fit. Exact in a double.
 */
export const valuesOf = (instance: Instance): Float64Array => {
  const { graph, ranks, classes } = instance
  const base = baseOf(instance)
  const values = new Float64Array(graph.heads.length)
  for (let row = 0; row < graph.rows; row++) {
    const weight = (classes - (ranks[row] as number)) * base
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++)
      values[k] = weight + (graph.fit[k] as number)
  }
  return values
}

/** What a matching achieves. `objective` is Σ of {@link valuesOf}, or for `dense` the total cost. */
export interface Score {
  readonly placed: number
  readonly fit: number
  readonly objective: number
}

/** Scores what an engine answered, from the graph alone; `undefined` when it is no matching of allowed pairs. */
export const scoreOf = (instance: Instance, columnOf: ArrayLike<number>): Score | undefined => {
  const { graph, ranks, classes, costs } = instance
  const base = baseOf(instance)
  const taken = new Uint8Array(graph.columns)
  let placed = 0
  let fit = 0
  let value = 0
  let cost = 0
  for (let row = 0; row < graph.rows; row++) {
    const column = columnOf[row] as number
    if (column < 0) continue
    const start = graph.offsets[row] as number
    const at = graph.heads.subarray(start, graph.offsets[row + 1]).indexOf(column)
    if (at < 0 || taken[column] === 1) return undefined
    taken[column] = 1
    placed += 1
    fit += graph.fit[start + at] as number
    value += (classes - (ranks[row] as number)) * base
    cost += costs?.[row]?.[column] ?? 0
  }
  if (costs === undefined) return { placed, fit, objective: value + fit }
  return placed === graph.rows ? { placed, fit, objective: cost } : undefined
}
