import type { Outcome } from 'einzug'

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

export const measure = ({ placements, totals }: Outcome, reference: Outcome): Measure => {
  const housed = new Set(placements.map(({ householdId }) => householdId))
  return {
    households: totals.placements,
    persons: totals.personsHoused,
    regret: reference.placements.filter(({ householdId }) => !housed.has(householdId)).length,
    meanFit: totals.placements === 0 ? 0 : totals.fit / totals.placements,
  }
}
