import { english } from '../language/english.ts'
import type { FigureKey } from '../language/messages.ts'
import type { ReportFigures, TrackedFigures } from '../report-figures.ts'

/**
 * A column of the table of figures, or a figure in it, and what it means.
 *
 * @category export
 */
export interface DictionaryEntry {
  readonly kind: 'column' | 'figure'
  readonly name: string
  readonly type: string
  readonly meaning: string
}

const column = (name: string, type: string, meaning: string): DictionaryEntry => ({
  kind: 'column',
  name,
  type,
  meaning,
})

/** The columns of {@link figureRows}, in their order. */
export const columns: ReadonlyArray<DictionaryEntry> = /* @__PURE__ */ [
  column('figure', 'text', 'The figure: see the entries of kind figure.'),
  column('part', 'text or empty', 'The part of a whole that the row is about; empty for the whole.'),
  column(
    'step',
    'whole | year | step',
    'Whether the row is about the whole period of the report, a calendar year of it, or a step of its charts.',
  ),
  column('day', 'YYYY-MM-DD or empty', 'The day that the number is about, if it is about one.'),
  column(
    'from',
    'YYYY-MM-DD or empty',
    'The first day of the period that the number is about, if it is about one.',
  ),
  column('until', 'YYYY-MM-DD or empty', 'The first day after that period.'),
  column(
    'numerator',
    'whole number',
    'The number. Of a ratio, the upper one; of a part, how many belong to it.',
  ),
  column('unit', 'text', 'What the number counts.'),
  column(
    'denominator',
    'whole number or empty',
    'What the number is a share of; 0 means that there is no share.',
  ),
  column('of', 'text or empty', 'What the denominator counts.'),
]

/**
 * What every column and every figure of the table of figures means.
 *
 * @category export
 */
export const dataDictionary = (figures: ReportFigures): ReadonlyArray<DictionaryEntry> => {
  const figure = (name: FigureKey, type: string, meaning: string): DictionaryEntry => ({
    kind: 'figure',
    name,
    type,
    meaning: `${english.figure[name]}. ${meaning}`,
  })
  const { tracked, wanted, offered, waitingTime, fairness, forecast } = figures
  const keys = Object.keys(tracked) as ReadonlyArray<keyof TrackedFigures>
  return [
    ...columns,
    ...keys.map(key => {
      const { whole } = tracked[key]
      return figure(
        key,
        'numerator' in whole ? 'ratio' : 'parts' in whole ? 'breakdown' : 'count',
        whole.basis,
      )
    }),
    figure('wanted', 'breakdown', wanted.basis),
    figure('offered', 'breakdown', offered.basis),
    ...(waitingTime === undefined ? [] : [figure('waitingTime', 'breakdown', waitingTime.basis)]),
    ...(fairness ?? []).slice(0, 1).map(({ basis }) => figure('fairness', 'comparison', basis)),
    ...(forecast === undefined ? [] : [figure('forecast', 'prediction', forecast.basis)]),
  ]
}
