import type { Graph, Matching } from '../../matching/index.ts'
import type { Candidate } from '../../matching/live/index.ts'
import { pairsByColumn } from '../explain/solution-of.ts'
import type { Problem } from '../problem.ts'
import { turnsOf } from './turns.ts'

/** One more home: its fit for whoever may have it, and where it would stand among the columns (between two of them). */
export interface MoreHome {
  readonly fitFor: (row: number) => number | undefined
  readonly place: number
}

/** Who would have another home, `to`, than the one they have; −1 for none. */
export interface Switch {
  readonly row: number
  readonly to: number
}

/** A walk down the list, and how it would have gone otherwise. */
export interface Walk {
  /** When it was whose turn, from 0. */
  readonly turnOf: Int32Array
  /** Whether nobody had the home yet when it was the row's turn. */
  readonly wasFree: (column: number, row: number) => boolean
  /** Who would have a home in addition if whoever has this one had not taken part; −1 if nobody would. */
  readonly heirOf: (column: number) => number
  /** Who would have a home in addition if there were this one more; −1 if nobody would. */
  readonly gains: (home: MoreHome) => number
  /** Who would have another home, or none, if there were not this one; the last of them may have lost it. */
  readonly without: (column: number) => ReadonlyArray<Switch>
}

/**
 * What a change in a walk leads to.
 *
 * **Why.** What is free at a turn of the walk that was, and of one with a home more, differs in one home at most: whoever
 * likes that one better takes it and leaves the own one instead, until somebody without a home takes it. With a home
 * less it is the other way round. So each change is a single chain down the list.
 *
 * `heirOf` takes O(pairs) once for all; `gains` asks households in their turns until one takes the home; `without` O(pairs of those in the chain).
 */
export const walkOf = (problem: Problem, { columnOf, rowOf }: Matching): Walk => {
  const { graph } = problem.ranked
  const order = turnsOf(problem)
  const turnOf = new Int32Array(order.length)
  for (const [turn, row] of order.entries()) turnOf[row] = turn
  const fitOfOwn = columnOf.map((column, row) => (column < 0 ? -1 : fitAt(graph, row, column)))
  const likes = (row: number, place: number, fit: number): boolean => {
    const own = fitOfOwn[row] as number
    return fit > own || (fit === own && place < (columnOf[row] as number))
  }
  const wasFree = (column: number, row: number): boolean => {
    const holder = rowOf[column] as number
    return holder < 0 || (turnOf[holder] as number) > (turnOf[row] as number)
  }
  /** The first after a turn to like a home better than the own one. */
  const firstOf = (pairs: Candidate, column: number, after: number): number => {
    let first = -1
    for (const [row, fit] of pairs) {
      const turn = turnOf[row] as number
      if (turn > after && (first < 0 || turn < (turnOf[first] as number)) && likes(row, column, fit))
        first = row
    }
    return first
  }

  let heirs: Int32Array | undefined
  const findHeirs = (): Int32Array => {
    const found = new Int32Array(graph.columns).fill(-1)
    const pairs = pairsByColumn(graph)
    // whoever leads to a home has an earlier turn
    for (const row of [...order].reverse()) {
      const column = columnOf[row] as number
      if (column < 0) continue
      found[column] = endOf(found, firstOf(pairs[column] ?? [], column, turnOf[row] as number))
    }
    return found
  }
  /** Who ends up with a home when somebody leaves the own one for another. */
  const endOf = (of: Int32Array, taker: number): number => {
    const left = taker < 0 ? -1 : (columnOf[taker] as number)
    return left < 0 ? taker : (of[left] as number)
  }
  const allHeirs = (): Int32Array => {
    heirs ??= findHeirs()
    return heirs
  }

  const without = (column: number): ReadonlyArray<Switch> => {
    const switches: Array<Switch> = []
    for (let row = rowOf[column] as number; row >= 0; ) {
      const to = bestOf(graph, row, each => wasFree(each, row))
      switches.push({ row, to })
      row = to < 0 ? -1 : (rowOf[to] as number)
    }
    return switches
  }

  return {
    turnOf,
    wasFree,
    heirOf: column => allHeirs()[column] as number,
    gains: ({ fitFor, place }) => {
      const taker = order.find(row => {
        const fit = fitFor(row)
        return fit !== undefined && likes(row, place, fit)
      })
      return endOf(allHeirs(), taker ?? -1)
    },
    without,
  }
}

const fitAt = ({ offsets, heads, fit }: Graph, row: number, column: number): number =>
  fit[heads.indexOf(column, offsets[row])] as number

/** The best of a row's columns that may be taken, of equal ones the lowest; −1 for none. */
const bestOf = (
  { offsets, heads, fit }: Graph,
  row: number,
  mayTake: (column: number) => boolean,
): number => {
  let [best, most] = [-1, -1]
  for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
    const column = heads[k] as number
    if ((fit[k] as number) > most && mayTake(column)) [best, most] = [column, fit[k] as number]
  }
  return best
}
