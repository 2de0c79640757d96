import type { HouseholdId } from '../domain/id.ts'
import type { Home } from './home.ts'
import type { Placement } from './placement.ts'
import type { Problem } from './problem.ts'
import { type AllocationTotals, totalsOf } from './totals.ts'

/**
 * Why the allocation is best, on two levels, rank and then fit: a margin for each household and a price for each
 * home, in the order of the problem, as whole numbers (see `Duals` of `einzug/matching`).
 *
 * @category model
 */
export interface Proof {
  readonly margins: ReadonlyArray<ReadonlyArray<number>>
  readonly prices: ReadonlyArray<ReadonlyArray<number>>
}

/**
 * Who moves where, who does not, and the counts, however it came about. Plain JSON; households in the order of their ids.
 *
 * @category model
 */
export interface Outcome {
  readonly placements: ReadonlyArray<Placement>
  readonly unplaced: ReadonlyArray<HouseholdId>
  readonly totals: AllocationTotals
  /** That no other is better; what was allocated in turn has none. */
  readonly proof?: Proof
}

/** The outcome of a matching of rows and columns. */
export const outcomeOf = (problem: Problem, columnOf: Int32Array): Outcome => {
  const placements: Array<Placement> = []
  const unplaced: Array<HouseholdId> = []
  problem.seekers.forEach(({ household: { id: householdId } }, row) => {
    const column = columnOf[row] as number
    if (column < 0) unplaced.push(householdId)
    else {
      const { flat, room } = problem.homes[column] as Home
      placements.push({ householdId, flatId: flat.id, room, fit: fitOfPair(problem, row, column) })
    }
  })
  return { placements, unplaced, totals: totalsOf(problem, placements) }
}

const fitOfPair = ({ ranked: { graph } }: Problem, row: number, column: number): number =>
  graph.fit[graph.heads.indexOf(column, graph.offsets[row])] as number
