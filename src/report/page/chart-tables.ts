import type { Breakdown, Figure, Ratio, Series, SurvivalCurve } from '../../projection/index.ts'
import type { ChartKey, FigureKey } from '../language/messages.ts'
import type { PolicyOutcome, ReportFigures } from '../report-figures.ts'
import { numberOf, rankOf, shortFraction } from './figure-value.ts'
import { type Html, html, named } from './html.ts'
import { fairnessParts, forecastParts } from './interval-tables.ts'
import { partName } from './part-name.ts'
import type { Saying } from './saying.ts'
import { type TableCell, type TableParts, table } from './table.ts'

type Row = readonly [TableCell, ...ReadonlyArray<TableCell>]

/** The figures that a chart shows, as a table; `undefined` where the report has none for it. */
export const chartTable = (saying: Saying, figures: ReportFigures, key: ChartKey): Html | undefined => {
  const parts = partsOf(saying, figures, key)
  return parts === undefined
    ? undefined
    : table({
        caption: `${saying.messages.table}: ${saying.messages.chart[key].title}`,
        sortable: true,
        ...parts,
      })
}

const partsOf = (
  saying: Saying,
  figures: ReportFigures,
  key: ChartKey,
): Pick<TableParts, 'head' | 'rows'> | undefined => {
  const { tracked, waitingTime, fairness, forecast, outcomes } = figures
  switch (key) {
    case 'decentral':
      return ratios(saying, ['stock', tracked.stock.series], ['intake', tracked.intake.series])
    case 'occupancy':
      return ratios(
        saying,
        ['flatOccupancy', tracked.flatOccupancy.series],
        ['siteOccupancy', tracked.siteOccupancy.series],
      )
    case 'moves':
      return breakdowns(saying, 'moves', tracked.moves.series, Object.keys(tracked.moves.whole.parts))
    case 'vacancy':
      return breakdowns(saying, 'vacancy', tracked.vacancy.series, Object.keys(tracked.vacancy.whole.parts))
    case 'crowding':
      return breakdowns(
        saying,
        'crowding',
        tracked.crowding.series,
        Object.keys(tracked.crowding.whole.parts),
      )
    case 'fairness':
      return fairness === undefined ? undefined : fairnessParts(saying, fairness)
    case 'forecast':
      return forecast === undefined ? undefined : forecastParts(saying, forecast)
    case 'districts':
      return districts(saying, figures)
    case 'sizes':
      return sizes(saying, figures)
    case 'waiting':
      return waitingTime === undefined ? undefined : curve(saying, waitingTime)
    case 'policies':
      return outcomes === undefined ? undefined : policies(saying, outcomes)
  }
}

const number = ({ format }: Saying, value: number): TableCell => ({
  shows: html`<data value="${value}">${format.number(value)}</data>`,
  sort: value,
  numeric: true,
})

const time = ({ format }: Saying, figure: Figure): TableCell => ({
  shows: html`${format.when(figure)}`,
  sort: 'day' in figure ? figure.day : figure.period.until,
})

const ratios = (
  saying: Saying,
  ...lines: ReadonlyArray<readonly [FigureKey, Series<Ratio>]>
): Pick<TableParts, 'head' | 'rows'> => {
  const cell = (figure: Ratio): TableCell => ({
    shows: html`${numberOf(saying, figure)}<small>${shortFraction(saying, figure)}</small>`,
    sort: rankOf(figure),
    numeric: true,
  })
  const [first] = lines
  return {
    head: [
      { name: html`${saying.messages.period}` },
      ...lines.map(([key]) => ({ name: html`${saying.messages.figure[key]}`, numeric: true })),
    ],
    rows: (first?.[1].points ?? []).map(
      (point, at): Row => [
        time(saying, point),
        ...lines.flatMap(([, { points }]) => points.slice(at, at + 1).map(cell)),
      ],
    ),
  }
}

const breakdowns = (
  saying: Saying,
  key: FigureKey,
  series: Series<Breakdown<string>>,
  parts: ReadonlyArray<string>,
): Pick<TableParts, 'head' | 'rows'> => ({
  head: [
    { name: html`${saying.messages.period}` },
    { name: html`${saying.messages.figure[key]}`, numeric: true },
    ...parts.map(part => ({ name: partName(saying, key)(part), numeric: true })),
  ],
  rows: series.points.map(point => [
    time(saying, point),
    number(saying, point.count),
    ...parts.map(part => number(saying, countIn(point, part))),
  ]),
})

const countIn = ({ parts }: Breakdown<string>, part: string): number =>
  Object.hasOwn(parts, part) ? (parts[part] ?? 0) : 0

const districts = (saying: Saying, { tracked }: ReportFigures): Pick<TableParts, 'head' | 'rows'> => {
  const { whole, years } = tracked.districts
  const { messages, format } = saying
  return {
    head: [
      { name: html`${messages.district}` },
      ...years.points.map(point => ({ name: html`${format.when(point)}`, numeric: true })),
      { name: html`${messages.whole}`, numeric: true },
    ],
    rows: Object.keys(whole.parts).map(district => [
      { shows: named(district) },
      ...[...years.points, whole].map(point => number(saying, countIn(point, district))),
    ]),
  }
}

const sizes = (saying: Saying, { wanted, offered }: ReportFigures): Pick<TableParts, 'head' | 'rows'> => {
  const { messages } = saying
  return {
    head: [
      { name: html`${messages.chart.sizes.x ?? messages.size}` },
      { name: html`${messages.figure.wanted}`, numeric: true },
      { name: html`${messages.figure.offered}`, numeric: true },
    ],
    rows: Object.keys(wanted.parts).map(size => [
      { shows: html`${size}` },
      number(saying, countIn(wanted, size)),
      number(saying, countIn(offered, size)),
    ]),
  }
}

const curve = (saying: Saying, { steps }: SurvivalCurve): Pick<TableParts, 'head' | 'rows'> => {
  const { messages, format } = saying
  return {
    head: [
      messages.waitingDays,
      messages.atRisk,
      messages.housed,
      messages.censored,
      messages.stillWaiting,
    ].map(name => ({ name: html`${name}`, numeric: true })),
    rows: steps.map(({ day, atRisk, events, censored, survival, lower, upper }) => [
      { shows: html`${format.number(day)}`, sort: day },
      number(saying, atRisk),
      number(saying, events),
      number(saying, censored),
      {
        shows: html`${format.share(survival)}<small>${format.share(lower)} – ${format.share(upper)}</small>`,
        sort: survival,
        numeric: true,
      },
    ]),
  }
}

const policies = (
  saying: Saying,
  outcomes: ReadonlyArray<PolicyOutcome>,
): Pick<TableParts, 'head' | 'rows'> => {
  const { messages } = saying
  return {
    head: [
      { name: html`${messages.policy}` },
      { name: html`${messages.placedPersons}`, numeric: true },
      { name: html`${messages.placedHouseholds}`, numeric: true },
    ],
    rows: outcomes.map(({ name, totals }) => [
      { shows: named(name) },
      number(saying, totals.personsHoused),
      number(saying, totals.placements),
    ]),
  }
}
