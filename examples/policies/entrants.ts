import {
  allocate,
  allocateInTurn,
  byLottery,
  firstComeFirst,
  mostPersons,
  needsFirst,
  type Outcome,
  type Policy,
  type PolicyFrame,
  type PoseError,
  type Problem,
  pose,
  type Question,
} from 'einzug'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'

/** A way to give flats away. The list is open: whatever gives an outcome for a question can be compared. */
export interface Entrant {
  readonly name: string
  readonly place: (question: Question) => E.Either<PoseError, Outcome>
}

/** Under a named policy with the rules and preferences of the one given. */
const under = (
  name: string,
  policyOf: (frame: PolicyFrame) => Policy,
  place: (problem: Problem) => Outcome = allocate,
): Entrant => ({
  name,
  place: question =>
    pipe(
      pose({ ...question, policy: policyOf({ ...question.policy, seed: seedOf(question.policy) }) }),
      E.map(place),
    ),
})

const seedOf = ({ ranking }: Policy): number =>
  ranking.flatMap(criterion => (criterion.by === 'lottery' ? [criterion.seed] : []))[0] ?? 1

/** The policy as it is comes first: the others are measured against it. */
export const entrants: ReadonlyArray<Entrant> = [
  { name: 'the policy', place: question => pipe(pose(question), E.map(allocate)) },
  under('most persons', mostPersons),
  under('needs first', needsFirst),
  under('first come, first', firstComeFirst),
  under('lottery', byLottery),
  under('by hand, as they come', firstComeFirst, allocateInTurn),
]
