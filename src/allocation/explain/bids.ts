import type { Flat } from '../../domain/flat.ts'
import type { Seeker } from '../../domain/household.ts'
import type { Solution } from '../../matching/index.ts'
import { greatestMargins, type Worth } from '../../matching/live/index.ts'
import { fitOf } from '../../rule/preference.ts'
import type { Problem } from '../problem.ts'
import { mayLiveIn } from './may-live.ts'
import type { Asking, Missed } from './missed.ts'
import { exceeds } from './smallest-exception.ts'

/**
 * Whether a household without a flat, which no flat on offer fits, would be housed for sure by one more flat. The flat is
 * known by its place in `Asking`, and is seen on demand.
 */
export type HousedWith = (row: number) => (at: number, flat: () => Flat | null) => boolean

/**
 * **Why.** One more flat gains the best of value − greatest margin, the *bid*, over the households that may live there,
 * and the best bidder gets a home by it, in the end. So the household is housed for sure if all other bids are less than
 * its own value.
 *
 * **Method.** By rank first: households that ask the same bid as the best of them does, the best ones are asked first,
 * and whoever may live there tells the greatest bid, once for all households that miss the same. Only where it is
 * the household's own rank does fit decide.
 */
export const housedWith = (problem: Problem, solution: Solution, asking: Asking): HousedWith => {
  const { rank, weights } = problem.ranked
  const found = greatestMargins(problem.ranked, solution)
  const margins = found._tag === 'Left' ? [] : found.right // does not fail for a proven solution
  const marginOf = (row: number): Worth => margins[row] as Worth
  const bidOf = Float64Array.from(rank, (each, row) => (weights[each] as number) - marginOf(row).rank)
  const { firsts, byBid } = profilesByBid(asking.profileOf, bidOf)
  const rowsAt = new Map<number, Array<number>>()
  for (const [row, bid] of bidOf.entries()) rowsAt.set(bid, [...(rowsAt.get(bid) ?? []), row])
  const greatest = new WeakMap<Missed, Float64Array>()

  const greatestBid = (flat: Flat | null): number => {
    if (flat === null) return Infinity
    const mayLive = mayLiveIn(problem, asking, flat)
    const best = byBid.find(profile => mayLive(firsts[profile] as number))
    return best === undefined ? 0 : (bidOf[firsts[best] as number] as number)
  }

  const fitsBest = (row: number, flat: Flat): boolean => {
    const mayLive = mayLiveIn(problem, asking, flat)
    const bid = (each: number): Worth => {
      const { policy, seekers, on, predicates } = problem
      const { total } = fitOf(policy.preferences, seekers[each] as Seeker, flat, on, predicates)
      return { rank: bidOf[each] as number, fit: total - marginOf(each).fit }
    }
    const own = bid(row)
    return (rowsAt.get(own.rank) ?? []).every(
      other => other === row || !mayLive(other) || exceeds(own, bid(other)),
    )
  }

  return row => {
    const missed = asking.missed(row)
    const known = greatest.get(missed) ?? new Float64Array(asking.flats.length).fill(Number.NaN)
    greatest.set(missed, known)
    const own = bidOf[row] as number
    return (at, flat) => {
      const before = known[at] as number
      const bid = Number.isNaN(before) ? greatestBid(flat()) : before
      known[at] = bid
      if (bid > own) return false
      const seen = flat()
      return seen !== null && fitsBest(row, seen)
    }
  }
}

/** For each profile the row that bids most, by rank; and the profiles, those that bid most first. */
const profilesByBid = (profileOf: Int32Array, bidOf: Float64Array) => {
  const firsts: Array<number> = []
  for (const [row, profile] of profileOf.entries()) {
    const best = firsts[profile]
    if (best === undefined || (bidOf[row] as number) > (bidOf[best] as number)) firsts[profile] = row
  }
  const byBid = [...firsts.keys()].sort(
    (a, b) => (bidOf[firsts[b] as number] as number) - (bidOf[firsts[a] as number] as number),
  )
  return { firsts, byBid }
}
