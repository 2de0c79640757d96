import { parse } from 'csv-parse/sync'
import {
  census,
  dwellings,
  type Figure,
  fold,
  type HousingEvent,
  type IsoDay,
  percent,
  type Ratio,
} from 'einzug'
import {
  dataDictionary,
  decemberTable,
  dictionaryCsv,
  figureRows,
  figuresCsv,
  figuresJson,
  renderReport,
} from 'einzug/report'
import { describe, expect, test } from 'vitest'
import { figures } from './sample.ts'

describe('the table of figures', () => {
  const rows = figureRows(figures)

  test('has every number of every figure once', () => {
    const tracked = Object.entries(figures.tracked) as ReadonlyArray<
      readonly [
        string,
        {
          whole: Figure
          years: { points: ReadonlyArray<Figure> }
          series: { points: ReadonlyArray<Figure> }
        },
      ]
    >
    for (const [key, { whole, years, series }] of tracked) {
      const points = [whole, ...years.points, ...series.points]
      const own = rows.filter(({ figure }) => figure === key)
      expect(own.filter(({ part }) => part === null).map(({ numerator }) => numerator)).toEqual(
        points.map(point => ('numerator' in point ? point.numerator : point.count)),
      )
      expect(own.filter(({ part }) => part !== null).map(({ numerator }) => numerator)).toEqual(
        points.flatMap(point => ('parts' in point ? Object.values(point.parts) : [])),
      )
    }
    const keys = rows.map(({ figure, part, step, day, from, until }) =>
      [figure, part, step, day, from, until].join('|'),
    )
    expect(new Set(keys).size).toBe(rows.length)
  })

  test('says of each group compared how it differs from the others, and how sure that is', () => {
    const [fairness] = figures.fairness ?? []
    if (fairness === undefined) throw new Error('the sample compares nothing')
    const share = { estimate: -0.0004, lower: -0.2126, upper: 0.2105 }
    const sizes = { households: 12, others: 30, placed: 6, othersPlaced: 15 }
    const group = { _tag: 'Compared' as const, ...sizes, share, median: null, shareGap: share }
    const groups = [
      { ...group, group: '1', waitingGap: { estimate: 12.4, lower: -3.5, upper: 28.6, horizon: 400 } },
      { ...group, group: '2', waitingGap: null },
    ]
    const own = figureRows({ ...figures, fairness: [{ ...fairness, groups, notRecorded: 3 }] })
    expect(
      own
        .filter(({ figure }) => figure === 'fairness')
        .map(({ part, numerator, unit, denominator, of }) => [part, numerator, unit, denominator, of]),
    ).toEqual([
      ['household size: 1, moved into a flat', 6, 'households', 12, 'households'],
      ['household size: 1, share more than others, estimate', 0, 'thousandths', 1000, 'thousandths'],
      ['household size: 1, share more than others, at least', -213, 'thousandths', 1000, 'thousandths'],
      ['household size: 1, share more than others, at most', 211, 'thousandths', 1000, 'thousandths'],
      ['household size: 1, waits longer than others, estimate', 12, 'days', null, null],
      ['household size: 1, waits longer than others, at least', -3, 'days', null, null],
      ['household size: 1, waits longer than others, at most', 29, 'days', null, null],
      ['household size: 2, moved into a flat', 6, 'households', 12, 'households'],
      ['household size: 2, share more than others, estimate', 0, 'thousandths', 1000, 'thousandths'],
      ['household size: 2, share more than others, at least', -213, 'thousandths', 1000, 'thousandths'],
      ['household size: 2, share more than others, at most', 211, 'thousandths', 1000, 'thousandths'],
      ['household size: not recorded', 3, 'households', null, null],
    ])
  })

  test('is what the CSV says', () => {
    const read = parse(figuresCsv(figures), { columns: true }) as ReadonlyArray<Record<string, string>>
    expect(read).toEqual(
      rows.map(row =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)]),
        ),
      ),
    )
  })

  test('has a dictionary of each column and each figure, in their order', () => {
    const dictionary = dataDictionary(figures)
    const names = (kind: string) => dictionary.filter(each => each.kind === kind).map(({ name }) => name)
    expect(names('column')).toEqual(Object.keys(parse(figuresCsv(figures), { columns: true })[0] as object))
    expect(names('figure')).toEqual([...new Set(rows.map(({ figure }) => figure))])
    expect(parse(dictionaryCsv(figures), { columns: true })).toEqual(dictionary)
  })
})

test('the document is plain JSON that holds the figures', () => {
  const document = figuresJson(figures)
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  expect(document).toMatchObject(figures)
})

describe('the table of 31 December', () => {
  test('of North Rhine-Westphalia 2015, entered as a log of that size, has the shares that IT.NRW published', () => {
    const [flats, sites, reception] = [33_429, 76_598, 19_521]
    const on = '2015-12-01' as IsoDay
    const event = (type: HousingEvent['type'], data: object): HousingEvent =>
      ({ type, data: { on, ...data } }) as HousingEvent
    const log = [
      event('SiteOpened', { site: { id: 'S', kind: 'municipal', places: sites } }),
      event('SiteOpened', { site: { id: 'R', kind: 'reception', places: reception } }),
      ...Array.from({ length: flats + sites + reception }, (_, k) => {
        const householdId = `H${k}`
        const household = {
          id: householdId,
          members: [{ id: `P${k}`, age: { known: 'group', group: 'adult' } }],
        }
        const assigned = event('HouseholdAssigned', { household, regime: 'AsylbLG' })
        if (k < flats)
          return [assigned, event('TenancyStarted', { tenancyId: `T${k}`, householdId, flatId: `F${k}` })]
        return [
          assigned,
          event('StayStarted', { stayId: `A${k}`, householdId, siteId: k < flats + sites ? 'S' : 'R' }),
        ]
      }).flat(),
    ]
    const whole = dwellings('2015-12-31' as IsoDay, 'households')(fold(census)(log))
    const of = {
      whole,
      years: { every: 'year' as const, points: [whole] },
      series: { every: 'year' as const, points: [whole] },
    }
    const state = { ...figures, tracked: { ...figures.tracked, dwellings: of } }
    const [row] = decemberTable(state)
    expect(row).toEqual({
      day: '2015-12-31',
      households: 129_548,
      flat: flats,
      site: sites,
      reception,
      unknown: 0,
    })
    const share = (numerator: number): string =>
      percent({ numerator, denominator: row?.households ?? 0, of: 'households' } as Ratio, 1)
    expect([flats, sites, reception].map(share)).toEqual(['25.8 %', '59.1 %', '15.1 %'])
    const page = renderReport(state, undefined, { language: 'en' })
    for (const each of ['129,548', '33,429', '76,598', '19,521', '25.8%', '59.1%', '15.1%'])
      expect(page).toContain(each)
  })

  test('has a row for each 31 December in the period, none for a part of a year', () => {
    expect(decemberTable(figures).map(({ day }) => day)).toEqual(['2015-12-31', '2016-12-31'])
  })
})
