import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type * as Vega from 'vega'
import type * as VegaLite from 'vega-lite'
import type { Language } from '../../rule/language.ts'
import type { ChartKey } from '../language/messages.ts'
import type { ReportFigures } from '../report-figures.ts'
import type { Chart } from './chart.ts'
import { charts } from './charts.ts'

/**
 * A chart as SVG, once for a page and once for a phone.
 *
 * @category charts
 */
export interface Drawing {
  readonly key: ChartKey
  readonly wide: string
  readonly narrow: string
}

/**
 * Why there are no drawings: an optional package is not installed, or it refused a chart.
 *
 * @category errors
 */
export type DrawingError =
  | { readonly _tag: 'PackageMissing'; readonly package: 'vega' | 'vega-lite'; readonly message: string }
  | { readonly _tag: 'NotDrawn'; readonly chart: ChartKey; readonly message: string }

interface Peers {
  readonly vega: typeof Vega
  readonly vegaLite: typeof VegaLite
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const peers: TaskEither<DrawingError, Peers> = pipe(
  TE.Do,
  TE.bind('vega', () => loaded('vega', () => import('vega'))),
  TE.bind('vegaLite', () => loaded('vega-lite', () => import('vega-lite'))),
)

const loaded = <A>(name: 'vega' | 'vega-lite', load: () => Promise<A>): TaskEither<DrawingError, A> =>
  TE.tryCatch(load, error => ({ _tag: 'PackageMissing', package: name, message: messageOf(error) }))

/**
 * Draws one chart. The drawing asks the network for nothing: whatever a specification would load is refused.
 */
const drawn =
  ({ vega, vegaLite }: Peers) =>
  ({ key, spec }: Chart): TaskEither<DrawingError, string> =>
    TE.tryCatch(
      async () => {
        const { title: _, ...untitled } = spec // the page has headings of its own
        const compiled = vegaLite.compile(untitled as unknown as Parameters<Peers['vegaLite']['compile']>[0])
        const loader = vega.loader()
        loader.load = () => Promise.reject(new Error('charts load nothing'))
        const view = new vega.View(vega.parse(compiled.spec), {
          renderer: 'none',
          loader,
          logLevel: vega.None,
        })
        try {
          return silent(await view.toSVG())
        } finally {
          view.finalize()
        }
      },
      error => ({ _tag: 'NotDrawn', chart: key, message: messageOf(error) }),
    )

/** Without the roles that Vega gives every group of marks: the page names a chart as one picture, and tells it in a table. */
const silent = (svg: string): string =>
  svg.replace(/<[^>]*>/g, tag => tag.replace(/ (role|aria-[a-z]+)="[^"]*"/g, ''))

/**
 * Draws the charts of a report as SVG with the optional packages `vega` and `vega-lite`, which are loaded when the task
 * runs. Without them it fails, and the report can still be made: its tables hold all figures.
 *
 * @example
 * ```ts
 * import { either as E, function as F, taskEither as TE } from 'fp-ts'
 * import { census, fold, type IsoDay } from 'einzug'
 * import { drawings, figuresOf, renderReport } from 'einzug/report'
 * const period = { from: '2015-01-01' as IsoDay, until: '2018-01-01' as IsoDay }
 * const figures = figuresOf(fold(census)([]), { municipality: 'Dülmen', source: 'event log', period })
 * const page = F.pipe(
 *   TE.fromEither(figures),
 *   TE.bindTo('figures'),
 *   TE.bindW('charts', each => drawings(each.figures, { language: 'de' })),
 *   TE.map(({ figures, charts }) => renderReport(figures, undefined, { language: 'de', drawings: charts })),
 * )
 * F.pipe(await page(), E.map(html => html.includes('<svg'))) // => E.right(true)
 * ```
 * @category charts
 */
export const drawings = (
  figures: ReportFigures,
  { language }: { readonly language: Language },
): TaskEither<DrawingError, ReadonlyArray<Drawing>> =>
  pipe(
    peers,
    TE.chain(loadedPeers => {
      const draw = drawn(loadedPeers)
      const narrow = charts(figures, { language, width: 340 })
      return pipe(
        charts(figures, { language }).map((wide, at) =>
          pipe(
            TE.Do,
            TE.bind('wide', () => draw(wide)),
            TE.bind('narrow', () => draw(narrow[at] as Chart)),
            TE.map(both => ({ key: wide.key, ...both })),
          ),
        ),
        TE.sequenceSeqArray,
      )
    }),
  )
