/**
 * A report that people look at: charts as data, one self-contained page, and tables to take away.
 *
 * @packageDocumentation
 */
export type { Chart, ChartSpec } from './chart/chart.ts'
export { type ChartOptions, charts } from './chart/charts.ts'
export { type Drawing, type DrawingError, drawings } from './chart/draw.ts'
export { type Decision, type DecisionOptions, type Decisions, decisionsOf } from './decision/decisions.ts'
export { type PseudonymOptions, pseudonyms } from './decision/pseudonym.ts'
export { type Cell, type CsvOptions, csvOf } from './export/csv.ts'
export { type DictionaryEntry, dataDictionary } from './export/data-dictionary.ts'
export { type DecemberRow, decemberTable } from './export/december.ts'
export { type FigureRow, figureRows } from './export/figure-rows.ts'
export { dictionaryCsv, figuresCsv } from './export/figures-csv.ts'
export { type FiguresDocument, figuresJson } from './export/figures-json.ts'
export { type EmptyPeriod, figuresOf, type ReportQuestion } from './figures-of.ts'
export type { ChartKey, FigureKey } from './language/messages.ts'
export { type ReportOptions, renderReport } from './page/render-report.ts'
export { type Colour, type ColourName, palette } from './palette.ts'
export type { PolicyOutcome, ReportFigures, Tracked, TrackedFigures } from './report-figures.ts'
