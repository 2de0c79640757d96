import {
  allocate,
  type Criterion,
  fitOf,
  type HouseholdId,
  type Placement,
  type Policy,
  type PoseError,
  type Problem,
  pose,
  type Question,
  ranking,
} from 'einzug'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'

/** A way to give flats away. The list is open: whatever names placements for a question can be compared. */
export interface Entrant {
  readonly name: string
  readonly place: (question: Question) => E.Either<PoseError, ReadonlyArray<Placement>>
}

/** Allocates under the policy given, with another ranking. */
const ranked = (name: string, ...first: ReadonlyArray<Criterion>): Entrant => ({
  name,
  place: question =>
    pipe(
      pose({ ...question, policy: { ...question.policy, ranking: [...first, lotteryOf(question.policy)] } }),
      E.map(problem => allocate(problem).placements),
    ),
})

const lotteryOf = ({ ranking: criteria }: Policy): Criterion =>
  criteria.find(({ by }) => by === 'lottery') ?? { by: 'lottery', seed: 1 }

/** What is done by hand: in the order of waiting, everybody takes what fits best of what is left; nobody moves. */
const byHand: Entrant = {
  name: 'by hand, as they come',
  place: question => pipe(pose(question), E.map(firstComeFirstServed)),
}

const firstComeFirstServed = (problem: Problem): ReadonlyArray<Placement> => {
  const { seekers, homes, policy, on, predicates, ranked: posed } = problem
  const order = ranking([{ by: 'waitingSince' }, lotteryOf(policy)], on)
  const taken = new Set<number>()
  const placements = new Map<HouseholdId, Placement>()
  for (const seeker of [...seekers].sort((a, b) => order.compare(a, b))) {
    const row = seekers.indexOf(seeker)
    const { offsets, heads } = posed.graph
    const [best] = [...heads.subarray(offsets[row], offsets[row + 1])]
      .filter(column => !taken.has(column))
      .flatMap(column => {
        const home = homes[column]
        if (home === undefined) return []
        const { total } = fitOf(policy.preferences, seeker, home.flat, on, predicates)
        return [{ column, home, fit: total }]
      })
      .sort((a, b) => b.fit - a.fit)
    if (best === undefined) continue
    taken.add(best.column)
    const { flat, room } = best.home
    const { id } = seeker.household
    placements.set(id, { householdId: id, flatId: flat.id, room, fit: best.fit })
  }
  return [...placements.values()]
}

/** The policy as it is comes first: the others are measured against it. */
export const entrants: ReadonlyArray<Entrant> = [
  {
    name: 'the policy',
    place: question =>
      pipe(
        pose(question),
        E.map(problem => allocate(problem).placements),
      ),
  },
  ranked('largest first', { by: 'persons', first: 'most' }),
  ranked('smallest first', { by: 'persons', first: 'fewest' }),
  ranked('longest waiting first', { by: 'waitingSince' }),
  ranked('by draw'),
  byHand,
]
