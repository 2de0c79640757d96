import type { Survival } from './kaplan-meier.ts'

/**
 * The mean of days waited within a horizon, and the variance of this estimate.
 *
 * @category waiting times
 */
export interface RestrictedMean {
  readonly mean: number
  readonly variance: number
}

/**
 * The restricted mean: how long it takes on average, where whatever takes longer than a horizon counts as the
 * horizon. It is the area under the curve up to there. Unlike a median it can be had of any curve that was watched so
 * long, and unlike the mean of those who are done it leaves nobody out. `null` if nobody was watched up to the
 * horizon: the curve is not known there.
 *
 * With A(t) the area from t to the horizon, the variance is Σ A(t)² d / (n (n − d)); for observations that stand for
 * one subject each. O(steps).
 *
 * Sources: Irwin 1949, J. Hygiene 47; Klein & Moeschberger 2003, Survival analysis, § 4.5; Royston & Parmar 2013,
 * BMC Med. Res. Methodol. 13:152.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { kaplanMeier, restrictedMean } from 'einzug'
 * const curve = kaplanMeier([{ days: 10, event: true }, { days: 90, event: false }])
 * E.map(known => restrictedMean(known, 30)?.mean)(curve) // => E.right(20)
 * E.map(known => restrictedMean(known, 91))(curve) // => E.right(null)
 * ```
 * @category waiting times
 */
export const restrictedMean = ({ steps }: Survival, horizon: number): RestrictedMean | null => {
  const last = steps.at(-1)
  if (last === undefined || (last.day < horizon && last.survival > 0)) return null
  let [area, variance, until] = [0, 0, horizon]
  for (let at = steps.length - 1; at >= 0; at--) {
    const { day, survival, atRisk, events } = steps[at] as Survival['steps'][number]
    if (day >= horizon) continue
    area += survival * (until - day)
    until = day
    // of nothing that is left there is nothing to vary
    if (area > 0) variance += (area ** 2 * events) / (atRisk * (atRisk - events))
  }
  return { mean: area + until, variance }
}
