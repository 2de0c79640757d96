import type { Flat } from '../../domain/flat.ts'
import type { Problem } from '../problem.ts'
import { amended } from './amended.ts'
import type { OneMoreFlat } from './change.ts'
import { missOf } from './miss.ts'
import type { Asking } from './missed.ts'

/**
 * The flat nearest to those on offer, one of which more would surely house a household: fewest rules to meet, then least
 * change by what is asked. `null` if no such flat would, as others are in line for it.
 *
 * Flats are tried in that order, each made to meet the rules that the household fails by. `houses` says whether one of
 * them, known by its place among the flats, would house it; it asks for the flat if it must see it.
 */
export const oneMoreFlat = (
  problem: Problem,
  asking: Asking,
  row: number,
  houses: (at: number, flat: () => Flat | null) => boolean,
): OneMoreFlat | null => {
  for (const at of asking.missed(row).inOrder) {
    if (!houses(at, () => amendedFor(problem, asking, row, at)?.flat ?? null)) continue
    const found = amendedFor(problem, asking, row, at)
    if (found !== null) return found
  }
  return null
}

/** One more flat like the one at a place, let whole, that the household may live in; `null` where no change would do. */
const amendedFor = (
  problem: Problem,
  { flats, newId }: Asking,
  row: number,
  at: number,
): OneMoreFlat | null => {
  const [seeker, like] = [problem.seekers[row], flats[at]]
  if (seeker === undefined || like === undefined) return null
  const { failures } = missOf(problem, seeker, like)
  const { roomsLet: _, ...whole } = like
  const flat = amended({ ...whole, id: newId(like.id) }, seeker, failures, problem.on)
  return flat === null || missOf(problem, seeker, flat).failures.length > 0
    ? null
    : { _tag: 'OneMoreFlat', flat, like: like.id, failures }
}
