/**
 * A distribution over the whole numbers from `from` on: `weights[k]` is the probability of `from + k`. They add up to
 * 1.
 */
export interface Distribution {
  readonly from: number
  readonly weights: ReadonlyArray<number>
}

/** Of the greatest weight: what is left out is far below what any confidence leaves. */
const negligible = 1e-12

/**
 * How many events come in an exposure of `ahead` if `seen` came in one of `exposure`, all at one unknown rate: the
 * negative binomial with `seen` + ½ and exposure / (exposure + ahead), which is the prediction from a Poisson count
 * with Jeffreys' prior of the rate. Built outwards from its mode, so that no count is too large. O(spread).
 *
 * Source: Aitchison & Dunsmore 1975, Statistical prediction analysis, § 2.5.
 */
export const predicted = (seen: number, exposure: number, ahead: number): Distribution => {
  const shape = seen + 0.5
  const stays = ahead / (exposure + ahead)
  const mode = Math.max(0, Math.floor(((shape - 1) * stays) / (1 - stays)))
  const [below, above]: [Array<number>, Array<number>] = [[], []]
  for (let k = mode, weight = 1; k > 0; k--) {
    weight *= k / ((k - 1 + shape) * stays)
    if (weight < negligible) break
    below.push(weight)
  }
  for (let k = mode, weight = 1; weight >= negligible; k++) {
    above.push(weight)
    weight *= ((k + shape) / (k + 1)) * stays
  }
  const weights = [...below.reverse(), ...above]
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return { from: mode - below.length, weights: weights.map(weight => weight / sum) }
}

/** One number less another that does not depend on it. O(product of spreads). */
export const minus = (one: Distribution, other: Distribution): Distribution => {
  const weights = new Array<number>(one.weights.length + other.weights.length - 1).fill(0)
  const last = other.weights.length - 1
  one.weights.forEach((weight, k) => {
    other.weights.forEach((less, j) => {
      weights[k + last - j] = (weights[k + last - j] as number) + weight * less
    })
  })
  return { from: one.from - other.from - last, weights }
}

/** The narrowest bounds beyond which, on each side, there is no more than half of what the confidence leaves. */
export const boundsOf = (
  { from, weights }: Distribution,
  confidence: number,
): { readonly lower: number; readonly upper: number } => {
  const tail = (1 - confidence) / 2
  let [low, high] = [0, weights.length - 1]
  for (let beyond = weights[low] as number; beyond <= tail; beyond += weights[low] as number) low++
  for (let beyond = weights[high] as number; beyond <= tail; beyond += weights[high] as number) high--
  return { lower: from + low, upper: from + high }
}
