import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { type Confidence, standardScore } from '../confidence.ts'
import { type Band, bandAt } from './band.ts'
import { type BadObservation, checked, type Observation, type Tally, tallied } from './observation.ts'
import { type Quartiles, quartilesOf } from './quartiles.ts'

/**
 * A day on which somebody's observation ended: how many were still waiting on it (`atRisk`), for how many the event
 * happened on it, how many were last seen, and the share that is estimated to wait longer, with its band. `variance`
 * is that of `survival` by Greenwood's formula; `null` where all who were left had the event, for then it is not
 * defined: `lower` is 0 there, and `upper` that of the step before (a survival curve never rises).
 *
 * @category waiting times
 */
export interface SurvivalStep {
  readonly day: number
  readonly atRisk: number
  readonly events: number
  readonly censored: number
  readonly survival: number
  readonly variance: number | null
  readonly lower: number
  readonly upper: number
}

/**
 * A survival curve and what was read from it. `subjects` = `events` + `censored`.
 *
 * @category waiting times
 */
export interface Survival {
  readonly subjects: number
  readonly events: number
  readonly censored: number
  readonly steps: ReadonlyArray<SurvivalStep>
  readonly quartiles: Quartiles
  readonly confidence: Confidence
  readonly band: Band
}

/**
 * The confidence of a band, 0.95 if absent, and how it is drawn, `log-log` if absent.
 *
 * @category waiting times
 */
export interface SurvivalOptions {
  readonly confidence?: Confidence
  readonly band?: Band
}

/**
 * The product-limit estimate: of those still waiting on a day, the share whose event it is; and the product of what
 * these shares leave. An observation censored on a day is still at risk on it.
 *
 * The variance is Greenwood's, Var(log S) = Σ d / (n (n − d)). Where an observation stands for several subjects, they
 * share one fate and tell no more than one of them would: it is then the infinitesimal jackknife over observations,
 * Σ_c (Σ_j w_c (dN_cj − Y_cj h_j) / (n_j (1 − h_j)))², which is Greenwood's where each stands for one.
 */
export const survivalOf = (
  observations: Iterable<Observation>,
  { confidence = 0.95, band = 'log-log' }: SurvivalOptions = {},
): Survival => {
  const tallies = tallied(observations)
  const sumOf = (count: (tally: Tally) => number) => tallies.reduce((sum, tally) => sum + count(tally), 0)
  const [events, censored] = [sumOf(tally => tally.events), sumOf(tally => tally.censored)]
  const steps: Array<SurvivalStep> = []
  let atRisk = events + censored
  let riskSquares = sumOf(({ eventSquares, censoredSquares }) => eventSquares + censoredSquares)
  let [survival, logVariance, influence, upper] = [1, 0, 0, 1]
  for (const tally of tallies) {
    const ended = tally.events === atRisk
    if (ended) survival = 0
    else {
      const hazard = tally.events / atRisk
      const perLeft = 1 / (atRisk - tally.events)
      const squares =
        tally.eventSquares * (1 - hazard) ** 2 + (riskSquares - tally.eventSquares) * hazard ** 2
      // the second term is 0 where every observation stands for one
      const shared = 2 * influence * (tally.eventSquares - hazard * riskSquares)
      logVariance = Math.max(0, logVariance + squares * perLeft ** 2 - shared * perLeft)
      influence += hazard * perLeft
      survival *= (atRisk - tally.events) / atRisk
    }
    const [low, high] = ended ? [0, upper] : bandAt(band, survival, logVariance, standardScore(confidence))
    steps.push({
      day: tally.day,
      atRisk,
      events: tally.events,
      censored: tally.censored,
      survival,
      variance: ended ? null : survival ** 2 * logVariance,
      lower: low,
      upper: high,
    })
    upper = high
    atRisk -= tally.events + tally.censored
    riskSquares -= tally.eventSquares + tally.censoredSquares
  }
  const subjects = events + censored
  return { subjects, events, censored, steps, quartiles: quartilesOf(steps), confidence, band }
}

/**
 * The Kaplan–Meier estimate of how long something takes, from those for whom it has happened and those for whom it
 * has not yet: curve, quartiles, Greenwood's variance and a pointwise confidence band. Survival is a double, within
 * 10⁻¹⁰ of the exact fraction; the quartiles are decided by the exact fraction. O(n log n), n = observations.
 *
 * Sources: Kaplan & Meier 1958, Nonparametric estimation from incomplete observations, J. Am. Stat. Assoc. 53;
 * Greenwood 1926, The natural duration of cancer; for `log-log` Kalbfleisch & Prentice 1980, The statistical analysis
 * of failure time data, § 1.3. The example is Freireich et al. 1963 (Blood 21): weeks of remission under 6-MP.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { kaplanMeier } from 'einzug'
 * const relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(days => ({ days, event: true }))
 * const inRemission = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(days => ({ days, event: false }))
 * const curve = kaplanMeier([...relapsed, ...inRemission])
 * E.map(({ quartiles }) => quartiles)(curve) // => E.right({ q25: 13, median: 23, q75: null })
 * E.map(({ steps }) => steps[0]?.survival)(curve) // => E.right(18 / 21)
 * kaplanMeier([{ days: -1, event: true }])._tag // => 'Left'
 * ```
 * @category waiting times
 */
export const kaplanMeier = (
  observations: ReadonlyArray<Observation>,
  options?: SurvivalOptions,
): Either<BadObservation, Survival> =>
  pipe(
    checked(observations),
    E.map(all => survivalOf(all, options)),
  )
