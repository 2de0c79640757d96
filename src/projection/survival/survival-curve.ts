import type { Stated, When } from '../figure.ts'

/**
 * The share of subjects still waiting after so many days (Kaplan & Meier), with those who were not seen to the end
 * (`censored`). A step holds from its day on; `lower` and `upper` bound the band at the level `confidence`. A
 * quartile is the first day by which so many are through, `null` where the curve does not come down that far.
 *
 * @category model
 */
export type SurvivalCurve = Stated &
  When & {
    readonly subjects: number
    readonly events: number
    readonly censored: number
    readonly steps: ReadonlyArray<{
      readonly day: number
      readonly atRisk: number
      readonly events: number
      readonly censored: number
      readonly survival: number
      readonly lower: number
      readonly upper: number
    }>
    readonly quartiles: {
      readonly q25: number | null
      readonly median: number | null
      readonly q75: number | null
    }
    readonly confidence: number
  }
