/**
 * How a confidence band is drawn about a survival curve: `plain` is symmetric, survival ± z · standard error, cut off
 * at 0 and 1; `log-log` is symmetric on the scale log(−log survival), stays within 0 and 1 by itself, and is closer
 * to its level in small groups (Borgan & Liestøl 1990).
 *
 * @category waiting times
 */
export type Band = 'plain' | 'log-log'

/** The band at a survival between 0 and 1, `variance` being that of its logarithm, `z` the standard score. */
export const bandAt = (
  band: Band,
  survival: number,
  variance: number,
  z: number,
): readonly [lower: number, upper: number] => {
  if (variance === 0) return [survival, survival]
  const error = z * Math.sqrt(variance)
  if (band === 'plain') return [Math.max(0, survival * (1 - error)), Math.min(1, survival * (1 + error))]
  const spread = Math.exp(error / -Math.log(survival))
  return [survival ** spread, survival ** (1 / spread)]
}
