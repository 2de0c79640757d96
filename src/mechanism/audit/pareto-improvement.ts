import type { Graph } from '../../matching/graph.ts'
import { type Result, right } from '../../matching/result.ts'
import type { InputError } from '../input-error.ts'
import type { Moves } from './augmenting-path.ts'
import { componentsOf, type Digraph } from './components.ts'
import { type Holding, holding, type Outcome, standing } from './holding.ts'

/**
 * Audit of **Pareto efficiency** for the rows: moves after which the first row mentioned is better off and nobody is worse
 * off. None: there are no such moves. Without a column a row fares worse than with any that it may have.
 *
 * **Method.** A row points to the holders of the columns that fit it no less than its own; free columns belong to a node
 * of their own, which points to every row, since nobody minds if one moves out. Moves that hurt nobody are cycles of this
 * graph; one of them has a gain if and only if an arc with a gain stays within a strongly connected component. Then the
 * shortest way back closes the cycle.
 *
 * Fails if the outcome is no matching of the graph. Time and space O(pairs).
 *
 * Sources: Abraham, Cechlárová, Manlove & Mehlhorn, *Pareto optimality in house allocation problems*, ISAAC 2004, LNCS
 * 3341, for strict wishes; deviation: wishes with ties, hence components instead of any cycle.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { paretoImprovement } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 1], [1, 2]], [[0, 2], [1, 1]]])
 * F.pipe(graph, E.chainW(each => paretoImprovement(each, { columnOf: [0, 1] }))) // => E.right({ rows: [0, 1], columns: [1, 0] })
 * F.pipe(graph, E.chainW(each => paretoImprovement(each, { columnOf: [1, 0] }))) // => E.right(undefined)
 * ```
 * @category audits
 */
export const paretoImprovement = (graph: Graph, outcome: Outcome): Result<InputError, Moves | undefined> => {
  const held = holding(graph, outcome)
  if (held._tag === 'Left') return held
  const market = harmlessMoves(graph, held.right)
  const component = componentsOf(market)
  for (let row = 0; row < graph.rows; row++) {
    const has = standing(graph, held.right, row)
    for (let arc = market.offsets[row] as number; arc < (market.offsets[row + 1] as number); arc++) {
      if ((graph.fit[market.pairs[arc] as number] as number) === has) continue
      if (component[market.heads[arc] as number] !== component[row]) continue
      const arcs = [arc, ...wayBack(market, market.heads[arc] as number, row)]
      const pairs = arcs.map(each => market.pairs[each] as number).filter(pair => pair >= 0)
      return right({
        rows: [row, ...arcs.slice(0, -1).map(each => market.heads[each] as number)].filter(
          node => node < graph.rows,
        ),
        columns: pairs.map(pair => graph.heads[pair] as number),
      })
    }
  }
  return right(undefined)
}

/** The moves that leave a row no worse off, as arcs; of each arc the pair that it uses, −1 for moving out. */
interface HarmlessMoves extends Digraph {
  readonly pairs: Int32Array
}

/** The nodes are the rows, and one more that owns the free columns. */
const harmlessMoves = (graph: Graph, held: Holding): HarmlessMoves => {
  const { rows, heads, fit } = graph
  const offsets = new Int32Array(rows + 2)
  const ends = new Int32Array(heads.length + rows)
  const pairs = new Int32Array(heads.length + rows).fill(-1)
  let arcs = 0
  for (let row = 0; row < rows; row++) {
    const has = standing(graph, held, row)
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++) {
      const holder = held.rowOf[heads[k] as number] as number
      if ((fit[k] as number) < has || holder === row) continue
      pairs[arcs] = k
      ends[arcs++] = holder < 0 ? rows : holder
    }
    offsets[row + 1] = arcs
  }
  for (let row = 0; row < rows; row++) ends[arcs++] = row
  offsets[rows + 1] = arcs
  return { offsets, heads: ends.subarray(0, arcs), pairs }
}

/** The arcs of a shortest path from one node to another, which can be reached. */
const wayBack = ({ offsets, heads }: Digraph, from: number, to: number): ReadonlyArray<number> => {
  const arcTo = new Int32Array(offsets.length - 1).fill(-1)
  const nodeBefore = new Int32Array(offsets.length - 1)
  const queue = [from]
  for (const node of queue) {
    if (node === to) break
    for (let arc = offsets[node] as number; arc < (offsets[node + 1] as number); arc++) {
      const head = heads[arc] as number
      if (arcTo[head] !== -1 || head === from) continue
      arcTo[head] = arc
      nodeBefore[head] = node
      queue.push(head)
    }
  }
  const arcs: Array<number> = []
  for (let node = to; node !== from; node = nodeBefore[node] as number) arcs.push(arcTo[node] as number)
  return arcs.reverse()
}
