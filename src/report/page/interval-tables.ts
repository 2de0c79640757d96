import type { Compared, Fairness, Need, NeedForecast, Prediction } from '../../projection/index.ts'
import { type Html, html, named } from './html.ts'
import { type Saying, term } from './saying.ts'
import type { TableCell, TableParts } from './table.ts'

type Row = readonly [TableCell, ...ReadonlyArray<TableCell>]

/** Where rows and cells without a number stand when a table is sorted. */
const [beforeAll, afterAll] = [-1_000_000, 1_000_000] as const

const counted = ({ format }: Saying, value: number): TableCell => ({
  shows: html`<data value="${value}">${format.number(value)}</data>`,
  sort: value,
  numeric: true,
})

/** Group by group: how many, how many of them moved into a flat, and how that differs from all others. */
export const fairnessParts = (
  saying: Saying,
  all: ReadonlyArray<Fairness>,
): Pick<TableParts, 'head' | 'rows'> => {
  const words = saying.messages.fairness
  return {
    head: [
      { name: html`${words.group}` },
      ...[words.households, words.placed, words.gap, words.waitingGap].map(name => ({
        name: html`${name}`,
        numeric: true,
      })),
    ],
    rows: all.flatMap(({ by, groups, notRecorded }) => [
      ...groups.map((each): Row => {
        const word = words.groups.get(each.group)
        const group = html`${words.by[by]}: ${word === undefined ? named(each.group) : html`${word}`}`
        return [
          { shows: group },
          counted(saying, each.households),
          ...(each._tag === 'Compared' ? comparison(saying, each) : unsaid(words.tooFew(String(each.least)))),
        ]
      }),
      ...(notRecorded === 0
        ? []
        : [
            [
              { shows: html`${words.by[by]}: ${words.notRecorded}` },
              counted(saying, notRecorded),
              ...unsaid('–'),
            ] as Row,
          ]),
    ]),
  }
}

const unsaid = (why: string): ReadonlyArray<TableCell> =>
  [why, '–', '–'].map(text => ({
    shows: html`<span class="none">${text}</span>`,
    sort: beforeAll,
    numeric: true,
  }))

const comparison = (
  saying: Saying,
  { placed, households, shareGap, waitingGap }: Compared,
): ReadonlyArray<TableCell> => {
  const { messages, format } = saying
  const gap = (
    estimate: number,
    lower: number,
    upper: number,
    told: (number: string) => string,
  ): TableCell => ({
    shows: html`${told(format.difference(estimate))}<small>${format.difference(lower)} … ${format.difference(upper)}</small>`,
    sort: estimate,
    numeric: true,
  })
  const { points, days } = messages.fairness
  return [
    {
      shows: html`<data value="${placed}/${households}">${format.percent({ numerator: placed, denominator: households })}</data><small>${format.number(placed)} / ${format.number(households)}</small>`,
      sort: placed / households,
      numeric: true,
    },
    gap(100 * shareGap.estimate, 100 * shareGap.lower, 100 * shareGap.upper, points),
    waitingGap === null
      ? { shows: html`<span class="none">–</span>`, sort: beforeAll, numeric: true }
      : gap(waitingGap.estimate, waitingGap.lower, waitingGap.upper, days),
  ]
}

/** Size by size: who waits, who will come, what comes back, and what is needed then. */
export const forecastParts = (
  saying: Saying,
  { needs, total }: NeedForecast,
): Pick<TableParts, 'head' | 'rows'> => {
  const { messages, format } = saying
  const words = messages.forecast
  const row = (
    name: string,
    sort: number,
    { waiting, arriving, freed, needed }: Omit<Need, 'bedrooms'>,
  ): Row => [
    { shows: html`${name}`, sort },
    counted(saying, waiting),
    ...[arriving, freed, needed].map(each => predicted(saying, each)),
  ]
  return {
    head: [
      { name: html`${words.size}` },
      ...[words.waiting, words.arriving, words.freed, words.needed].map(name => ({
        name: html`${name}`,
        numeric: true,
      })),
    ],
    rows: [
      ...needs.map(({ bedrooms, ...need }) =>
        bedrooms === null
          ? row(words.notStated, afterAll, need)
          : row(words.bedrooms(format.number(bedrooms)), bedrooms, need),
      ),
      row(words.total, afterAll, total),
    ],
  }
}

const predicted = ({ format }: Saying, { expected, lower, upper }: Prediction): TableCell => ({
  shows: html`${format.estimate(expected)}<small>${format.number(lower)} … ${format.number(upper)}</small>`,
  sort: expected,
  numeric: true,
})

/** What the comparison of groups is of. */
export const fairnessDefinition = (saying: Saying, all: ReadonlyArray<Fairness>): Html => {
  const { messages, format } = saying
  const { define } = messages
  const [first] = all
  return first === undefined
    ? html``
    : html`<dl class="definition"><div><dt>${define.basis}</dt><dd>${term(saying, first.basis)}</dd></div><div><dt>${define.unit}</dt><dd>${term(saying, first.unit)}</dd></div><div><dt>${define.when}</dt><dd>${format.when(first)}</dd></div><div><dt>${messages.bandTerm}</dt><dd>${messages.fairness.confidence(format.share(first.confidence))}</dd></div></dl>`
}

/** What is extrapolated, for when and from what. */
export const forecastDefinition = (saying: Saying, forecast: NeedForecast): Html => {
  const { define } = saying.messages
  return html`<dl class="definition"><div><dt>${define.basis}</dt><dd>${term(saying, forecast.basis)}</dd></div><div><dt>${define.unit}</dt><dd>${term(saying, forecast.unit)}</dd></div><div><dt>${define.when}</dt><dd>${forecastLabel(saying, forecast)}</dd></div></dl>`
}

/** That it is an extrapolation, for which time and from which. */
export const forecastLabel = (
  { messages, format }: Saying,
  { period, window, confidence }: NeedForecast,
): string => messages.forecast.label(format.period(period), format.period(window), format.share(confidence))
