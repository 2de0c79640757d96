import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Cents, Flat } from '../../domain/flat.ts'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import type { Solution } from '../../matching/index.ts'
import { type Candidate, live } from '../../matching/live/index.ts'
import type { Problem } from '../problem.ts'
import { type AdviceError, monthlyRent } from './candidates.ts'

/**
 * One more flat to rent, and who is housed in addition to those that the flats before it house.
 *
 * @category model
 */
export interface AdviceStep {
  readonly flatId: FlatId
  readonly rent: Cents
  readonly houses: HouseholdId
  readonly persons: number
}

/** Who is housed as the chosen flats are added, one after the other. */
export const stepsOf = (
  { ranked, seekers }: Problem,
  solution: Solution,
  flats: ReadonlyArray<Flat>,
  candidates: ReadonlyArray<Candidate>,
  chosen: ReadonlyArray<number>,
): Either<AdviceError, ReadonlyArray<AdviceStep>> => {
  const town = live(ranked, solution)
  if (town._tag === 'Left') return town
  const steps: Array<AdviceStep> = []
  for (const at of chosen) {
    const added = town.right.insertColumn(candidates[at] as Candidate)
    if (added._tag === 'Left') return added
    const placed = added.right.moves.find(({ from }) => from === -1)
    const household = seekers[placed?.row ?? -1]?.household
    const flat = flats[at] as Flat
    if (household !== undefined)
      steps.push({
        flatId: flat.id,
        rent: monthlyRent(flat),
        houses: household.id,
        persons: household.members.length,
      })
  }
  return E.right(steps)
}
