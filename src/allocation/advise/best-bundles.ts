import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { type Candidate, type LiveMatching, live } from '../../matching/live/index.ts'
import type { Bounded, Purchase } from './budget-bound.ts'
import { added, bundle } from './bundle.ts'
import type { AdviceError } from './candidates.ts'

/** A candidate that might be bought, and what it gained when it was last looked at: never less than it gains now. */
interface Open {
  readonly at: number
  readonly gain: number
  readonly price: number
}

const mostTrials = 4000

/**
 * A choice within a budget where some candidates hold several rows, and what no choice within it exceeds.
 *
 * **Problem.** As for `budgetBound`, but a candidate adds as many columns as it has units, or none. What a set of such
 * bundles adds is still submodular, but no longer M♮-concave: adding the best one after another is not exact. Already
 * with three units each and one price for all, it is maximum coverage, which is NP-hard; so no method is both exact and
 * fast for all.
 *
 * **Method.** Branch and bound. As gains only fall as the choice grows, a choice and its best fractional completion by
 * the gains at hand bound all that begin with it. Candidates are tried by gain for price, the most first, so that the
 * first branch is the greedy one. After it, `trials` limits how often candidates are looked at; what is left open then
 * bounds the rest: the choice is best where `value` and `bound` meet.
 *
 * Sources: Nemhauser, Wolsey & Fisher, *An analysis of approximations for maximizing submodular set functions*, Math.
 * Programming 14 (1978); Garey & Johnson, *Computers and intractability* (1979), X3C, for the hardness.
 */
export const bestBundles = (
  { ranked, solution, candidates, units, prices, budget }: Purchase,
  trials = mostTrials,
): Either<AdviceError, Bounded> => {
  const town = live(ranked, solution)
  if (town._tag === 'Left') return town
  const weightOf = (row: number): number => ranked.weights[ranked.rank[row] as number] as number
  let left = trials
  let best: { readonly chosen: ReadonlyArray<number>; readonly value: number } = { chosen: [], value: 0 }
  let open = 0
  let isFirst = true

  const search = (
    chosen: ReadonlyArray<number>,
    value: number,
    rest: number,
    known: ReadonlyArray<Open>,
  ): void => {
    if (value > best.value) best = { chosen, value }
    const payable = known.filter(({ gain, price }) => gain > 0 && price <= rest)
    if (value + completion(payable, rest) <= best.value) {
      isFirst = false
      return
    }
    if (!isFirst && left < payable.length) {
      open = Math.max(open, value + completion(payable, rest))
      return
    }
    left -= payable.length
    const looked = payable
      .map(each => ({ ...each, gain: gainOf(town.right, bundle(candidates, units, each.at), weightOf) }))
      .sort(mostForItsPrice)
    for (const [k, { at, gain, price }] of looked.entries()) {
      const others = looked.slice(k)
      if (value + completion(others, rest) <= best.value) return
      if (gain === 0) continue
      const columns = added(town.right, bundle(candidates, units, at)).columns
      search([...chosen, at], value + gain, rest - price, others.slice(1))
      for (const column of columns.reverse()) town.right.removeColumn(column)
    }
  }
  search(
    [],
    0,
    budget,
    candidates
      .map((pairs, at) => ({
        at,
        gain: pairs.reduce((sum, [row]) => sum + weightOf(row), 0),
        price: prices[at] as number,
      }))
      .sort(mostForItsPrice),
  )
  return E.right({ ...best, bound: Math.max(best.value, open) })
}

const perPrice = ({ gain, price }: Open): number => (gain === 0 ? 0 : gain / price)

/** The most gain for its price first. */
const mostForItsPrice = (a: Open, b: Open): number => perPrice(b) - perPrice(a) || a.at - b.at

/** The most that candidates, {@link mostForItsPrice} first, could add to what is left of the budget, if parts could be bought. */
const completion = (candidates: ReadonlyArray<Open>, budget: number): number => {
  let [total, rest] = [0, budget]
  for (const { gain, price } of candidates) {
    if (price > rest) return Math.floor(total + (gain * rest) / price)
    total += gain
    rest -= price
  }
  return total
}

const gainOf = (
  town: LiveMatching,
  columns: ReadonlyArray<Candidate>,
  weightOf: (row: number) => number,
): number => {
  const { columns: numbers, rows } = added(town, columns)
  for (const column of numbers.reverse()) town.removeColumn(column)
  return rows.reduce((sum, row) => sum + weightOf(row), 0)
}
