import type { Flat } from '../../domain/flat.ts'
import type { FlatId } from '../../domain/id.ts'
import type { Solution } from '../../matching/index.ts'
import { additions, type Candidate } from '../../matching/live/index.ts'
import { graphOf } from '../graph.ts'
import type { Home } from '../home.ts'
import type { Problem } from '../problem.ts'
import { amended } from './amended.ts'
import type { OneMoreFlat } from './change.ts'
import { type Miss, missOf, relativeShortfall } from './miss.ts'
import { exceeds } from './smallest-exception.ts'
import { pairsByColumn } from './solution-of.ts'

/** A flat that might be had in addition, and who may live in it, with fit. */
export interface MoreFlat {
  readonly flat: Flat
  readonly pairs: Candidate
}

/**
 * The flat nearest to those on offer, one of which more would surely house a household: fewest rules to meet, then least
 * change by what is asked. `null` if no such flat would, as others are in line for it.
 *
 * All flats are tried, each made to meet the rules that the household fails by. `houses` says which of them would house
 * it. Time O(households × flats × rules), and what `houses` takes.
 */
export const oneMoreFlat = (
  problem: Problem,
  misses: ReadonlyArray<Miss>,
  houses: (flats: ReadonlyArray<MoreFlat>) => (flat: MoreFlat, at: number) => boolean,
): OneMoreFlat | null => {
  const { policy, seekers, on, predicates } = problem
  const newId = newIds(problem)
  const candidates = [...misses]
    .sort((a, b) => a.failures.length - b.failures.length || distance(a) - distance(b))
    .flatMap(({ seeker, flat: { roomsLet: _, ...whole }, failures }): ReadonlyArray<OneMoreFlat> => {
      const flat = amended({ ...whole, id: newId(whole.id) }, seeker, failures, on)
      return flat === null || missOf(problem, seeker, flat).failures.length > 0
        ? []
        : [{ _tag: 'OneMoreFlat', flat, like: whole.id, failures }]
    })
  const homes = candidates.map(({ flat }): Home => ({ flat, room: 0 }))
  const graph = graphOf(policy, seekers, homes, on, predicates)
  if (graph._tag === 'Left') return null
  const flats = pairsByColumn(graph.right).map(
    (pairs, at): MoreFlat => ({
      flat: (candidates[at] as OneMoreFlat).flat,
      pairs,
    }),
  )
  return candidates[flats.findIndex(houses(flats))] ?? null
}

const distance = ({ failures }: Miss): number =>
  failures.reduce((sum, failure) => sum + Math.min(relativeShortfall(failure), 1), 0)

/**
 * Which of some flats would surely house a household without one, in the best allocation. One search finds what each
 * would gain, and one more what each would gain if the household did not take part: where the first is greater.
 */
export const housedBestWith =
  (problem: Problem, solution: Solution, row: number) =>
  (flats: ReadonlyArray<MoreFlat>): ((flat: MoreFlat, at: number) => boolean) => {
    const gains = gainsOf(
      problem,
      solution,
      flats.map(({ pairs }) => pairs),
    )
    const without = gainsOf(
      problem,
      solution,
      flats.map(({ pairs }) => pairs.filter(([other]) => other !== row)),
    )
    return (_, at) => {
      const [gain, other] = [gains[at], without[at]]
      return gain !== undefined && other !== undefined && exceeds(gain, other)
    }
  }

const gainsOf = ({ ranked }: Problem, solution: Solution, candidates: ReadonlyArray<Candidate>) => {
  const found = additions(ranked, solution, candidates)
  return found._tag === 'Left' ? [] : found.right.map(({ gain }) => gain)
}

/** Makes ids that no flat of the problem has. */
export const newIds = ({ homes }: Problem): ((like: FlatId) => FlatId) => {
  const taken = new Set(homes.map(({ flat }) => flat.id))
  return like => {
    let id = like
    while (taken.has(id)) id = `${id}+` as FlatId
    return id
  }
}
