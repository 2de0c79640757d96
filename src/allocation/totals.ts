import type { Placement } from './placement.ts'
import type { Problem } from './problem.ts'

/**
 * What was asked and what came of it, in counts; `fit` in points.
 *
 * @category model
 */
export interface AllocationTotals {
  readonly households: number
  readonly persons: number
  readonly flats: number
  readonly compatiblePairs: number
  readonly placements: number
  readonly personsHoused: number
  readonly fit: number
}

/** Counts a problem and a list of placements. */
export const totalsOf = (problem: Problem, placements: ReadonlyArray<Placement>): AllocationTotals => {
  const sizes = new Map(problem.seekers.map(({ household }) => [household.id, household.members.length]))
  const firstRoom = Uint8Array.from(problem.homes.map(({ room }) => Number(room === 0)))
  let compatiblePairs = 0
  for (const column of problem.ranked.graph.heads) compatiblePairs += firstRoom[column] as number
  return {
    households: problem.seekers.length,
    persons: sum(sizes.values()),
    flats: new Set(problem.homes.map(({ flat }) => flat.id)).size,
    compatiblePairs,
    placements: placements.length,
    personsHoused: sum(placements.map(({ householdId }) => sizes.get(householdId) ?? 0)),
    fit: sum(placements.map(({ fit }) => fit)),
  }
}

const sum = (numbers: Iterable<number>): number => {
  let total = 0
  for (const each of numbers) total += each
  return total
}
