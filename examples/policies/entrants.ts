import {
  allocateByPolicy,
  firstComeFirstServed,
  lottery,
  mostPersons,
  needsFirst,
  type Outcome,
  type Policy,
  type PolicyFrame,
  type PoseError,
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

const place = (question: Question): E.Either<PoseError, Outcome> =>
  pipe(pose(question), E.map(allocateByPolicy))

/** Under a named policy with the rules and preferences of the one given. The document says how flats are given away. */
const under = (policyOf: (frame: PolicyFrame) => Policy): Entrant => ({
  name: policyOf({ version: '1', rules: [], preferences: [], seed: 1 }).name,
  place: question =>
    place({ ...question, policy: policyOf({ ...question.policy, seed: seedOf(question.policy) }) }),
})

const seedOf = ({ ranking }: Policy): number =>
  ranking.flatMap(criterion => (criterion.by === 'lottery' ? [criterion.seed] : []))[0] ?? 1

/** The same order, but whoever has a flat already may be moved so that a later one finds a home. */
const firstComeWithMoves = (frame: PolicyFrame): Policy => {
  const { procedure: _, ...document } = firstComeFirstServed(frame)
  return { ...document, name: 'first come, with moves' }
}

/** The policy as it is comes first: the others are measured against it. */
export const entrants: ReadonlyArray<Entrant> = [
  { name: 'the policy', place },
  ...[mostPersons, needsFirst, firstComeWithMoves, firstComeFirstServed, lottery].map(under),
]
