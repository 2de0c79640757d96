import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { RankedProblem, Solution } from '../../matching/index.ts'
import { additions, type Candidate, live } from '../../matching/live/index.ts'
import { added, bundle } from './bundle.ts'
import type { AdviceError } from './candidates.ts'
import { growing } from './growing.ts'

/** A problem whose weights are what is counted, its solution, and columns that might be bought, so many at a time. */
export interface Purchase {
  readonly ranked: RankedProblem
  readonly solution: Solution
  readonly candidates: ReadonlyArray<Candidate>
  readonly units: ReadonlyArray<number>
  readonly prices: ReadonlyArray<number>
  readonly budget: number
}

/** A choice within the budget, what it adds, and what no choice within the budget exceeds. */
export interface Bounded {
  readonly chosen: ReadonlyArray<number>
  readonly value: number
  readonly bound: number
}

const mostRates = 24
const mostSum = 2 ** 51

/**
 * A choice of columns within a budget, and an upper bound for all of them; each candidate is one column.
 *
 * **Problem.** Maximise f(S) with Σ price ≤ B, where f(S) is what the columns S add to the worth of the rows placed.
 *
 * **Bound.** For any rate λ ≥ 0, f(S) ≤ λ B + max f(T) − λ · price(T) over all T (Lagrange). f is M♮-concave, and stays so
 * less a price for each column; so the maximum is found exactly by adding whatever gains most until nothing gains
 * (see `bestAdditions`). The bound falls, then rises with λ: bisection. λ is a fraction
 * over a power of two so chosen that everything is counted exactly, in whole numbers.
 *
 * **Choice.** At each rate, what the budget covers, filled up with what still gains most for its price; then the best of
 * these once more without each of its columns. Not always the best there is: the bound shows the gap. Time: two searches
 * of a live matching for each candidate looked at, in at most 24 rounds and one for each column chosen.
 *
 * Sources: Geoffrion, *Lagrangean relaxation for integer programming*, Math. Programming Study 2 (1974); Murota,
 * *Discrete convex analysis* (SIAM 2003), §6.
 */
export const budgetBound = (purchase: Purchase): Either<AdviceError, Bounded> => {
  const { ranked, solution, candidates, prices, budget } = purchase
  const found = additions(ranked, solution, candidates)
  if (found._tag === 'Left') return found
  const first = found.right.map(({ gain }) => gain.rank)

  const steepest = Math.max(0, ...first.map((gain, at) => gain / Math.max(1, prices[at] as number)))
  const scale = scaleFor(steepest * budget + sum(first) + sum(prices) * steepest)
  let best: Bounded = { chosen: [], value: 0, bound: Infinity }
  let [low, high, rate] = [0, Math.ceil(steepest * scale) + 1, 0]
  for (let round = 0; round < mostRates; round++) {
    // at no price any order reaches all that can be reached: what gains most for its price spends less
    const net: Key = (gain, at) =>
      rate === 0 ? perPrice(gain, prices[at] as number) : gain * scale - rate * (prices[at] as number)
    const relaxed = grown(purchase, first, net, Infinity)
    if (E.isLeft(relaxed)) return relaxed
    const { value, spent, chosen } = relaxed.right
    if (rate === 0 && spent <= budget) return E.right({ chosen, value, bound: value })
    const bound = Math.floor((rate * budget + value * scale - rate * spent) / scale)
    const within = grown(purchase, first, affordably(net, prices), budget)
    if (E.isLeft(within)) return within
    best = { ...(within.right.value > best.value ? within.right : best), bound: Math.min(best.bound, bound) }
    if (spent > budget) low = rate
    else high = rate
    if (best.value === best.bound || high - low <= 1) break
    rate = Math.floor((low + high) / 2)
  }
  return improved(purchase, first, best)
}

/** Leaves out one of the chosen and fills up again, for as long as that reaches more. */
const improved = (
  purchase: Purchase,
  first: ReadonlyArray<number>,
  found: Bounded,
): Either<AdviceError, Bounded> => {
  const { prices, budget } = purchase
  let best = found
  for (const without of found.chosen) {
    if (best.value === best.bound) break
    const key: Key = (gain, at) => (at === without ? 0 : perPrice(gain, prices[at] as number))
    const within = grown(purchase, first, key, budget)
    if (E.isLeft(within)) return within
    if (within.right.value > best.value) best = { ...within.right, bound: best.bound }
  }
  return E.right(best)
}

/** The greatest power of two that keeps sums exact. */
const scaleFor = (greatest: number): number => {
  let scale = 1
  while (scale < 2 ** 40 && 2 * scale * (greatest + 1) < mostSum) scale *= 2
  return scale
}

/** What is worth its price first, then whatever gains most for it. */
const affordably =
  (net: Key, prices: ReadonlyArray<number>): Key =>
  (gain, at) => {
    const worth = net(gain, at)
    return worth > 0 ? 1 + worth : perPrice(gain, prices[at] as number)
  }

/** Ordered as gain for price is, and below 1. */
const perPrice = (gain: number, price: number): number => gain / (gain + price + 1)

type Key = (gain: number, at: number) => number

/** Columns added by key, as long as what is left pays for them. */
const grown = (
  { ranked, solution, candidates, prices }: Purchase,
  first: ReadonlyArray<number>,
  key: Key,
  budget: number,
): Either<AdviceError, Pick<Bounded, 'chosen' | 'value'> & { readonly spent: number }> => {
  const columns = growing(ranked, solution, candidates, first)
  if (E.isLeft(columns)) return columns
  let spent = 0
  const payable: Key = (gain, at) => (spent + (prices[at] as number) > budget ? 0 : key(gain, at))
  for (let at = columns.right.add(payable); at !== null; at = columns.right.add(payable))
    spent += prices[at] as number
  return E.right({ chosen: columns.right.chosen, value: sum(columns.right.gains), spent })
}

/** What candidates add together, if the budget covers them; −1 if it does not. */
export const worthOf = (
  { ranked, solution, candidates, units, prices, budget }: Purchase,
  chosen: ReadonlyArray<number>,
): Either<AdviceError, number> => {
  const known = chosen.every(at => candidates[at] !== undefined)
  if (!known || sum(chosen.map(at => prices[at] ?? 0)) > budget) return E.right(-1)
  const town = live(ranked, solution)
  if (town._tag === 'Left') return town
  const { rows } = added(
    town.right,
    [...new Set(chosen)].flatMap(at => bundle(candidates, units, at)),
  )
  return E.right(sum(rows.map(row => ranked.weights[ranked.rank[row] as number] as number)))
}

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, each) => total + each, 0)
