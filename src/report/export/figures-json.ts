import type { ReportFigures } from '../report-figures.ts'
import { type DictionaryEntry, dataDictionary } from './data-dictionary.ts'
import { type DecemberRow, decemberTable } from './december.ts'

/**
 * A report's figures as a JSON document: the figures as they are, the table of 31 December, and the dictionary.
 *
 * @category export
 */
export interface FiguresDocument extends ReportFigures {
  readonly format: 'einzug figures 1'
  readonly december: ReadonlyArray<DecemberRow>
  readonly dictionary: ReadonlyArray<DictionaryEntry>
}

/**
 * All figures of a report as plain JSON. Shares stay fractions: numerator and denominator.
 *
 * @category export
 */
export const figuresJson = (figures: ReportFigures): FiguresDocument => ({
  format: 'einzug figures 1',
  ...figures,
  december: decemberTable(figures),
  dictionary: dataDictionary(figures),
})
