import type { Characteristic, Crowdedness, Dwelling, Every, Letability } from '../../projection/index.ts'
import type { Language } from '../../rule/language.ts'
import type { ReportFigures, TrackedFigures } from '../report-figures.ts'

/** The figures of a report by name. */
export type FigureKey =
  | keyof TrackedFigures
  | Extract<keyof ReportFigures, 'wanted' | 'offered' | 'waitingTime' | 'fairness' | 'forecast'>

/** The charts of a report by name. */
export type ChartKey =
  | 'decentral'
  | 'occupancy'
  | 'moves'
  | 'waiting'
  | 'fairness'
  | 'sizes'
  | 'forecast'
  | 'vacancy'
  | 'crowding'
  | 'districts'
  | 'policies'

/** What a chart is called, what it shows, and what its axes and colours mean. */
export interface ChartWords {
  readonly title: string
  /** What it shows in a sentence; `atEnds` says when the figures of a day are taken. */
  readonly lead: (atEnds: string) => string
  readonly y: string
  readonly x?: string
}

/** All that a report says in a language. */
export interface Messages {
  readonly language: Language
  readonly kind: string
  readonly source: (source: string) => string
  readonly overview: string
  readonly years: string
  readonly yearsLead: string
  readonly whole: string
  readonly figure: Readonly<Record<FigureKey, string>>
  /** What stands beneath the number of a headline. */
  readonly headline: Readonly<
    Record<'intake' | 'stock' | 'flatsLet' | 'regimeChanges' | 'waiting', (when: string) => string>
  >
  readonly outOf: (numerator: string, denominator: string, unit: string) => string
  readonly definition: string
  readonly definitions: string
  readonly define: Readonly<
    Record<'basis' | 'numerator' | 'denominator' | 'count' | 'parts' | 'when' | 'unit' | 'value', string>
  >
  readonly nobody: (unit: string) => string
  readonly chart: Readonly<Record<ChartKey, ChartWords>>
  readonly atEnds: Readonly<Record<Every, string>>
  readonly noCharts: string
  readonly table: string
  readonly tableOf: (name: string) => string
  readonly period: string
  readonly size: string
  readonly sizes: { readonly persons: string; readonly rooms: string }
  readonly district: string
  readonly policy: string
  readonly dwelling: Readonly<Record<Dwelling, string>>
  readonly origin: Readonly<Record<Dwelling, string>>
  readonly letability: Readonly<Record<Letability, string>>
  readonly crowdedness: Readonly<Record<Crowdedness, string>>
  /** Days, on the average of a ratio. */
  readonly meanDays: (days: string) => string
  readonly fairness: FairnessWords
  readonly forecast: ForecastWords
  readonly toDate: (from: string) => string
  readonly waitingDays: string
  readonly atRisk: string
  readonly stillWaiting: string
  readonly bandTerm: string
  readonly band: (percent: string) => string
  readonly quartile: Readonly<Record<'q25' | 'median' | 'q75', string>>
  readonly days: (days: string) => string
  readonly notReached: string
  readonly housed: string
  readonly censored: string
  readonly placedHouseholds: string
  readonly placedPersons: string
  readonly december: string
  readonly decemberLead: string
  readonly day: string
  readonly households: string
  readonly figureName: string
  readonly decisions: DecisionWords
  readonly data: string
  readonly dataLead: string
  readonly csv: string
  readonly json: string
  readonly dictionary: string
  readonly footer: string
  /** A word or sentence that a figure states, in this language; `undefined` where it has none. */
  readonly term: (english: string) => string | undefined
}

/** What a report says about how groups of households fare. */
export interface FairnessWords {
  readonly by: Readonly<Record<Characteristic, string>>
  /** Groups that have a word; the others are called what the log calls them. */
  readonly groups: ReadonlyMap<string, string>
  readonly group: string
  readonly households: string
  readonly placed: string
  readonly gap: string
  readonly waitingGap: string
  readonly points: (points: string) => string
  readonly days: (days: string) => string
  readonly tooFew: (least: string) => string
  readonly notRecorded: string
  readonly confidence: (percent: string) => string
}

/** What a report says about the need for flats. */
export interface ForecastWords {
  /** That it is no more than an extrapolation, of what and from what. */
  readonly label: (period: string, window: string, percent: string) => string
  readonly bedrooms: (bedrooms: string) => string
  readonly notStated: string
  readonly total: string
  readonly size: string
  readonly waiting: string
  readonly arriving: string
  readonly freed: string
  readonly needed: string
}

/** What a report says about an allocation. */
export interface DecisionWords {
  readonly title: (day: string) => string
  readonly lead: (households: string, homes: string) => string
  readonly policy: string
  readonly placed: (households: string, share: string) => string
  readonly proven: Readonly<Record<'best' | 'in turn', string>>
  readonly flat: string
  readonly unplaced: string
  readonly household: string
  readonly persons: string
  readonly outcome: string
  readonly reason: string
  readonly why: string
  readonly openAll: string
  readonly closeAll: string
  readonly pseudonyms: Readonly<Record<'keyed' | 'numbered', string>>
}
