/**
 * An estimate and the interval it is sure to lie in with a confidence that is stated beside it.
 *
 * @category fairness
 */
export interface Estimate {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
}

/**
 * Wilson's score interval of a share: `count` of `all` (above 0). It stays within 0 and 1, and is not empty where
 * none or all count. Source: Wilson 1927, J. Am. Stat. Assoc. 22.
 */
export const wilson = (count: number, all: number, z: number): Estimate => {
  const estimate = count / all
  const centre = 2 * count + z ** 2
  const spread = z * Math.sqrt(z ** 2 + 4 * count * (1 - estimate))
  const scale = 2 * (all + z ** 2)
  return {
    estimate,
    lower: count === 0 ? 0 : (centre - spread) / scale,
    upper: count === all ? 1 : (centre + spread) / scale,
  }
}

/**
 * The difference of two independent shares, with Newcombe's hybrid score interval, made of Wilson's. Source: Newcombe
 * 1998, Statistics in Medicine 17, 873–890, method 10.
 */
export const newcombe = (one: Estimate, other: Estimate): Estimate => {
  const estimate = one.estimate - other.estimate
  return {
    estimate,
    lower: estimate - Math.hypot(one.estimate - one.lower, other.upper - other.estimate),
    upper: estimate + Math.hypot(one.upper - one.estimate, other.estimate - other.lower),
  }
}
