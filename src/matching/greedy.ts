import type { Duals, Matching } from './matching.ts'
import { type RankedProblem, rowsByRank } from './problem.ts'
import { finish } from './steps.ts'
import { type Columns, columnsOf } from './transpose.ts'

/**
 * *Who first.* Walks down the ranking and places each row if it can be placed together with all those placed
 * before it, moving them to other columns if need be.
 *
 * **Result.** A matching whose rows are, for a strict ranking, the only best set: for every k as many of the
 * first k rows as any matching places. For a weak ranking, as many rows of class 0, then of class 1, … as can be.
 * Fit plays no part. With it come duals of one level that prove it ({@link verify}): the price of a column is the
 * weight of the first row in the ranking that would get a place if there were a second such column, or 0.
 *
 * **Invariant.** `label[j]` is at most the number of moves that free column `j` (0 for a free one), and a row
 * takes the column with the least label, so that who is moved out has the shortest way on. Labels only rise. A
 * column whose label is `far` never comes free again: a row that has only such columns goes without for good. If that
 * hits a row of an earlier class, it takes the place of one of the class that is walking; there is one, or the
 * earlier classes had not been placed together.
 *
 * Time O(moves · pairs in a row + relabellings · pairs); labels are made exact after every `columns / 5` moves.
 * At worst O(rows · pairs); space O(pairs).
 *
 * Sources: Edmonds & Fulkerson, *Transversals and matroid partition*, J. Res. NBS 69B (1965), for the greedy walk;
 * Goldberg & Tarjan, *A new approach to the maximum-flow problem*, JACM 35 (1988), for labels; Cherkassky, Goldberg,
 * Martin, Setubal & Stolfi, *Augment or push*, ACM JEA 3 (1998), for the double push. Deviation from them: classes.
 * Hopcroft–Karp phases per class took four times as long on housing instances with 100,000 rows.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, greedy, rankedProblem } from 'einzug/matching'
 * const graph = graphFromRows(2, [[[0, 0], [1, 0]], [[0, 0]], [[0, 0], [1, 0]]])
 * const posed = F.pipe(graph, E.chainW(each => rankedProblem(each, [0, 1, 2])))
 * F.pipe(posed, E.map(problem => [...greedy(problem).columnOf])) // => E.right([1, 0, -1])
 * ```
 * @category solvers
 */
export const greedy = (problem: RankedProblem): Matching & Duals => {
  const { rows, columns, offsets, heads } = problem.graph
  const matching = finish(placingByRank(problem, columnsOf(rows, columns, offsets, heads)))
  return { ...matching, ...rankDuals(problem, matching) }
}

/** The label of a column that never comes free again. */
const far = 2 ** 30
/** Moves between two looks at the clock. */
const stretch = 20_000

/** The matching of {@link greedy}; gives how many rows have had their turn from time to time. */
export function* placingByRank(
  { graph, rank, weights }: RankedProblem,
  byColumn: Columns,
): Generator<number, Matching> {
  const { rows, columns, offsets, heads } = graph
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const label = new Int32Array(columns)
  const queue = new Int32Array(columns)
  const pace = columns / 5
  let moves = pace // to go until labels are made exact again
  let work = 0

  /** Makes every label the exact number of moves: breadth-first from the free columns. */
  const relabel = (): void => {
    let length = 0
    for (let column = 0; column < columns; column++) {
      label[column] = rowOf[column] === -1 ? 0 : far
      if (rowOf[column] === -1) queue[length++] = column
    }
    for (let at = 0; at < length; at++) {
      const next = queue[at] as number
      for (let k = byColumn.offsets[next] as number; k < (byColumn.offsets[next + 1] as number); k++) {
        const column = columnOf[byColumn.tails[k] as number] as number
        if (column < 0 || label[column] !== far) continue
        label[column] = (label[next] as number) + 1
        queue[length++] = column
      }
    }
    moves = pace
  }

  /** Takes a column for `row`; gives the row that had it, −1 if nobody, −2 if there is no column to be had. */
  const take = (row: number): number => {
    let least = far
    let second = far
    let best = -1
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const column = heads[k] as number
      const steps = label[column] as number
      if (steps >= second) continue
      if (steps < least) {
        second = least
        least = steps
        best = column
      } else second = steps
    }
    if (best < 0) return -2
    const evicted = rowOf[best] as number
    if (evicted >= 0) columnOf[evicted] = -1
    rowOf[best] = row
    columnOf[row] = best
    label[best] = second === far ? far : second + 1
    moves -= 1
    work += 1
    return evicted
  }

  const seen = new Int32Array(columns)
  const reachedFrom = new Int32Array(columns)
  let search = 0

  /** Gives `row`, of an earlier class, the place of a row of class `walking`: there is one within its reach. */
  const restore = (row: number, walking: number): void => {
    search += 1
    let length = 0
    let end = -1
    for (let at = -1; end < 0; at++) {
      const next = at < 0 ? row : (rowOf[queue[at] as number] as number)
      for (let k = offsets[next] as number; k < (offsets[next + 1] as number); k++) {
        const column = heads[k] as number
        if (seen[column] === search) continue
        seen[column] = search
        reachedFrom[column] = next
        queue[length++] = column
        if (rank[rowOf[column] as number] !== walking) continue
        end = column
        break
      }
    }
    columnOf[rowOf[end] as number] = -1
    for (let column = end; column >= 0; ) {
      const mover = reachedFrom[column] as number
      const before = columnOf[mover] as number
      columnOf[mover] = column
      rowOf[column] = mover
      column = before
    }
  }

  const order = rowsByRank({ rank, weights })
  const waiting = new Int32Array(rows)
  for (let from = 0, to = 0; from < rows; from = to) {
    const walking = rank[order[from] as number] as number
    let length = 0
    for (; to < rows && rank[order[to] as number] === walking; to++) waiting[length++] = order[to] as number
    // rounds: whoever was moved out in one takes part in the next
    while (length > 0) {
      let next = 0
      if (moves <= 0) relabel()
      for (let at = 0; at < length; at++) {
        const row = waiting[at] as number
        const evicted = take(row)
        if (evicted >= 0) waiting[next++] = evicted
        else if (evicted === -2 && rank[row] !== walking) restore(row, walking)
      }
      length = next
      if (work < stretch) continue
      work = 0
      yield to
    }
  }
  return { columnOf, rowOf }
}

/**
 * The least prices that prove who is placed: the weight of the first row in the ranking, of those without a column,
 * that reaches the column by an alternating path. Time O(pairs).
 */
export const rankDuals = ({ graph, rank, weights }: RankedProblem, { columnOf, rowOf }: Matching): Duals => {
  const { rows, columns, offsets, heads } = graph
  const margins = new Float64Array(rows)
  const prices = new Float64Array(columns)
  const queue = new Int32Array(rows)
  const reached = new Uint8Array(columns)
  for (const start of rowsByRank({ rank, weights })) {
    if (columnOf[start] !== -1) continue
    const weight = weights[rank[start] as number] as number
    let length = 1
    queue[0] = start
    for (let at = 0; at < length; at++) {
      const row = queue[at] as number
      for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
        const column = heads[k] as number
        if (reached[column] === 1) continue
        reached[column] = 1
        prices[column] = weight
        queue[length++] = rowOf[column] as number
      }
    }
  }
  for (let row = 0; row < rows; row++) {
    const column = columnOf[row] as number
    if (column >= 0) margins[row] = (weights[rank[row] as number] as number) - (prices[column] as number)
  }
  return { margins: [margins], prices: [prices] }
}
