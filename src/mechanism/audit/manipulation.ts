import type { Graph } from '../../matching/graph.ts'
import { left, type Result, right } from '../../matching/result.ts'
import type { InputError } from '../input-error.ts'
import { rowLists } from '../preference-lists.ts'
import { holding, type Outcome, standing } from './holding.ts'

/**
 * A row that gains by a false list: with `report` (its columns, best first) it gets `gained`, with its true wishes
 * `truthful`, −1 for none.
 *
 * @category model
 */
export interface Manipulation {
  readonly row: number
  readonly report: ReadonlyArray<number>
  readonly truthful: number
  readonly gained: number
}

/**
 * Why a manipulation cannot be looked for: a row has more pairs than can be tried in every order.
 *
 * @category errors
 */
export interface TooManyReports {
  readonly _tag: 'TooManyReports'
  readonly row: number
  readonly found: number
  readonly most: number
}

/** With seven pairs a row has 13,700 lists. */
const mostPairs = 7

/**
 * Audit of **strategy-proofness** for the rows on one small problem: the first row that could do better with a false
 * list, all others telling the truth. Tried are all reorderings of its list, and all ways to cut them short. None: on
 * this problem nobody can. (That nobody ever can is a theorem on the mechanism.)
 *
 * - `mechanism`: any function from a graph to an outcome; `pairs[k]` is the number that pair `k` of this graph has in the
 *   true one, for whatever the mechanism knows by pair. The fits of a false list are those of the row's true wishes, dealt
 *   out again in the order of the list, the best first. So a row that accepts several columns equally can only accept fewer.
 * - A list that the mechanism refuses is no way to gain: a tenant must list its home.
 * - Fails with what the mechanism says of the true wishes, if its outcome is no matching of the graph, or if a row has
 *   more than seven pairs.
 *
 * Time O(rows · n! · (mechanism + pairs)) for n pairs in a row.
 *
 * Source: Dubins & Freedman, *Machiavelli and the Gale-Shapley algorithm*, Amer. Math. Monthly 88 (1981).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { deferredAcceptance, manipulation } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 2], [1, 1]], [[0, 1], [1, 2]]])
 * const columnsPropose = (each, pairs) =>
 *   deferredAcceptance(each, { ofPairs: pairs.map(pair => [1, 0, 0, 1][pair]) }, { proposing: 'columns' })
 * F.pipe(graph, E.chainW(each => manipulation(each, columnsPropose))) // => E.right({ row: 0, report: [0], truthful: 1, gained: 0 })
 * ```
 * @category audits
 */
export const manipulation = <E>(
  graph: Graph,
  mechanism: (graph: Graph, pairs: Int32Array) => Result<E, Outcome>,
): Result<E | InputError | TooManyReports, Manipulation | undefined> => {
  const { rows, offsets, heads, fit } = graph
  for (let row = 0; row < rows; row++) {
    const found = (offsets[row + 1] as number) - (offsets[row] as number)
    if (found > mostPairs) return left({ _tag: 'TooManyReports', row, found, most: mostPairs })
  }
  const truthful = mechanism(
    graph,
    heads.map((_, k) => k),
  )
  if (truthful._tag === 'Left') return truthful
  const held = holding(graph, truthful.right)
  if (held._tag === 'Left') return held

  const { pairs } = rowLists(graph)
  for (let row = 0; row < rows; row++) {
    const wishes = pairs.slice(offsets[row], offsets[row + 1])
    const has = standing(graph, held.right, row)
    for (const report of sublists([...wishes])) {
      const told = mechanism(...withReport(graph, row, report))
      const gained = told._tag === 'Left' ? -1 : (told.right.columnOf[row] as number)
      const pair = report.find(each => heads[each] === gained)
      if (pair === undefined || (fit[pair] as number) <= has) continue
      const columns = report.map(each => heads[each] as number)
      return right({ row, report: columns, truthful: truthful.right.columnOf[row] as number, gained })
    }
  }
  return right(undefined)
}

/** Every list of some of the wishes in some order, short ones first. */
function* sublists(wishes: ReadonlyArray<number>): Generator<ReadonlyArray<number>> {
  for (let length = 0; length <= wishes.length; length++) yield* listsOf(wishes, length)
}

function* listsOf(wishes: ReadonlyArray<number>, length: number): Generator<ReadonlyArray<number>> {
  if (length === 0) {
    yield []
    return
  }
  for (const first of wishes)
    for (const rest of listsOf(
      wishes.filter(each => each !== first),
      length - 1,
    ))
      yield [first, ...rest]
}

/** The graph with only these pairs of a row, its best fits dealt out to them in their order; and which pairs are left. */
const withReport = (
  graph: Graph,
  row: number,
  report: ReadonlyArray<number>,
): readonly [Graph, Int32Array] => {
  const start = graph.offsets[row] as number
  const end = graph.offsets[row + 1] as number
  const removed = end - start - report.length
  const pairs = new Int32Array(graph.heads.length - removed).map((_, k) => (k < start ? k : k + removed))
  pairs.set(
    [...report].sort((a, b) => a - b),
    start,
  )
  const offsets = graph.offsets.map((offset, at) => (at > row ? offset - removed : offset))
  const fit = pairs.map(pair => graph.fit[pair] as number)
  const best = graph.fit.slice(start, end).sort().reverse()
  for (let k = start; k < end - removed; k++) fit[k] = best[report.indexOf(pairs[k] as number)] as number
  return [{ ...graph, offsets, heads: pairs.map(pair => graph.heads[pair] as number), fit }, pairs]
}
