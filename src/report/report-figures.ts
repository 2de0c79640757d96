import type { AllocationTotals } from '../allocation/index.ts'
import type {
  Breakdown,
  Count,
  Crowding,
  Dwelling,
  Every,
  Fairness,
  Figure,
  Letability,
  NeedForecast,
  Period,
  Ratio,
  ReletTime,
  Series,
  Size,
  SurvivalCurve,
} from '../projection/index.ts'

/**
 * A figure for the whole period or its last day, year by year, and step by step.
 *
 * @category model
 */
export interface Tracked<F extends Figure> {
  readonly whole: F
  readonly years: Series<F>
  readonly series: Series<F>
}

/**
 * What a policy, or any other way to give flats away, achieves on a question.
 *
 * @category model
 */
export interface PolicyOutcome {
  readonly name: string
  readonly totals: AllocationTotals
}

/**
 * The figures that are followed through the period. Those about days are as of the last day of each step. Each step
 * of `intake` reaches from the first day of the period to the end of the step, so that the last one is the whole; its
 * years stand for themselves.
 *
 * @category model
 */
export interface TrackedFigures {
  readonly intake: Tracked<Ratio>
  readonly stock: Tracked<Ratio>
  readonly population: Tracked<Count>
  readonly flatsLet: Tracked<Count>
  readonly regimeChanges: Tracked<Count>
  readonly flatOccupancy: Tracked<Ratio>
  readonly siteOccupancy: Tracked<Ratio>
  readonly waiting: Tracked<Breakdown<Exclude<Dwelling, 'flat'>>>
  readonly dwellings: Tracked<Breakdown<Dwelling>>
  readonly moves: Tracked<Breakdown<Dwelling>>
  readonly districts: Tracked<Breakdown<string>>
  readonly vacancy: Tracked<Breakdown<Letability>>
  readonly relet: Tracked<ReletTime>
  readonly crowding: Tracked<Crowding>
}

/**
 * All that a report shows, as plain JSON. `source` says where the figures come from, in a few words. `waitingTime` is
 * about the households assigned in the period, `fairness` compares groups of them, `forecast` goes on from it; they and
 * `outcomes` may be left out.
 *
 * @category model
 */
export interface ReportFigures {
  readonly municipality: string
  readonly source: string
  readonly period: Period
  readonly every: Every
  readonly tracked: TrackedFigures
  readonly wanted: Breakdown<Size>
  readonly offered: Breakdown<Size>
  readonly waitingTime?: SurvivalCurve
  readonly fairness?: ReadonlyArray<Fairness>
  readonly forecast?: NeedForecast
  readonly outcomes?: ReadonlyArray<PolicyOutcome>
}
