import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { type Cents, type Flat, units } from '../../domain/flat.ts'
import type { Seeker } from '../../domain/household.ts'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import type { Solution } from '../../matching/index.ts'
import { type Candidate, live } from '../../matching/live/index.ts'
import type { Problem } from '../problem.ts'
import { added, bundle } from './bundle.ts'
import { type AdviceError, monthlyRent } from './candidates.ts'

/**
 * One more flat to rent, and who is housed in addition to those that the flats before it house: one household, or, let
 * by rooms, as many as it has rooms at most.
 *
 * @category model
 */
export interface AdviceStep {
  readonly flatId: FlatId
  readonly rent: Cents
  readonly houses: ReadonlyArray<HouseholdId>
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
  const unitsOf = flats.map(units)
  return E.right(
    chosen.flatMap((at): ReadonlyArray<AdviceStep> => {
      const { rows } = added(town.right, bundle(candidates, unitsOf, at))
      const flat = flats[at] as Flat
      const households = rows.sort((a, b) => a - b).map(row => (seekers[row] as Seeker).household)
      if (households.length === 0) return []
      const persons = households.reduce((sum, { members }) => sum + members.length, 0)
      return [{ flatId: flat.id, rent: monthlyRent(flat), houses: households.map(({ id }) => id), persons }]
    }),
  )
}
