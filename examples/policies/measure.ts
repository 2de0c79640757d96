import type { Placement, Problem } from 'einzug'

/**
 * What an entrant achieves. `regret`: households that the policy's own ranking would house and this leaves without a
 * flat; `meanFit`: points for each household that is housed.
 */
export interface Measure {
  readonly households: number
  readonly persons: number
  readonly regret: number
  readonly meanFit: number
}

export const measure = (
  { seekers }: Problem,
  placements: ReadonlyArray<Placement>,
  reference: ReadonlyArray<Placement>,
): Measure => {
  const housed = new Set(placements.map(({ householdId }) => householdId))
  const sizes = new Map(seekers.map(({ household }) => [household.id, household.members.length]))
  const total = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, each) => sum + each, 0)
  return {
    households: placements.length,
    persons: total(placements.map(({ householdId }) => sizes.get(householdId) ?? 0)),
    regret: reference.filter(({ householdId }) => !housed.has(householdId)).length,
    meanFit: placements.length === 0 ? 0 : total(placements.map(({ fit }) => fit)) / placements.length,
  }
}
