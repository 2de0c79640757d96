import type { IsoDay } from '../../domain/day.ts'
import type { Breakdown, Dwelling } from '../../projection/index.ts'
import type { ReportFigures } from '../report-figures.ts'

/**
 * The households of a 31 December by accommodation, as the asylum benefit statistics of the state office (IT.NRW) print
 * them: in flats, in sites of the municipality, in reception sites of the state, and those of whom the log does not know.
 *
 * @category export
 */
export interface DecemberRow {
  readonly day: IsoDay
  readonly households: number
  readonly flat: number
  readonly site: number
  readonly reception: number
  readonly unknown: number
}

/**
 * One row for each 31 December in the period of a report.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { census, fold, type IsoDay } from 'einzug'
 * import { decemberTable, figuresOf } from 'einzug/report'
 * const period = { from: '2015-01-01' as IsoDay, until: '2016-07-01' as IsoDay }
 * const figures = figuresOf(fold(census)([]), { municipality: 'Dülmen', source: 'event log', period })
 * F.pipe(figures, E.map(each => decemberTable(each).map(({ day }) => day))) // => E.right(['2015-12-31'])
 * ```
 * @category export
 */
export const decemberTable = ({ tracked: { dwellings } }: ReportFigures): ReadonlyArray<DecemberRow> =>
  dwellings.years.points.flatMap((point: Breakdown<Dwelling>) =>
    'day' in point && point.day.endsWith('-12-31')
      ? [{ day: point.day, households: point.count, ...point.parts }]
      : [],
  )
