import type { ReportFigures } from '../report-figures.ts'
import { type CsvOptions, csvOf } from './csv.ts'
import { columns, dataDictionary } from './data-dictionary.ts'
import { figureRows } from './figure-rows.ts'

/**
 * All figures of a report as one CSV table, number by number.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { census, fold, type IsoDay } from 'einzug'
 * import { figuresCsv, figuresOf } from 'einzug/report'
 * const period = { from: '2015-01-01' as IsoDay, until: '2018-01-01' as IsoDay }
 * const figures = figuresOf(fold(census)([]), { municipality: 'Dülmen', source: 'event log', period })
 * const lines = F.pipe(figures, E.map(each => figuresCsv(each).split('\r\n')))
 * F.pipe(lines, E.map(([header]) => header)) // => E.right('figure,part,step,day,from,until,numerator,unit,denominator,of')
 * F.pipe(lines, E.map(([, first]) => first)) // => E.right('intake,,whole,,2015-01-01,2018-01-01,0,persons,0,persons')
 * ```
 * @category export
 */
export const figuresCsv = (figures: ReportFigures, options?: CsvOptions): string => {
  const header = columns.map(({ name }) => name)
  return csvOf(
    header,
    figureRows(figures).map(
      ({ figure, part, step, day, from, until, numerator, unit, denominator, of }) =>
        [figure, part, step, day, from, until, numerator, unit, denominator, of] as const,
    ),
    options,
  )
}

/**
 * The data dictionary as CSV, to lie beside {@link figuresCsv}.
 *
 * @category export
 */
export const dictionaryCsv = (figures: ReportFigures): string =>
  csvOf(
    ['kind', 'name', 'type', 'meaning'],
    dataDictionary(figures).map(({ kind, name, type, meaning }) => [kind, name, type, meaning]),
  )
