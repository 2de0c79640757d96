import { census, fold, type IsoDay, type SurvivalCurve } from 'einzug'
import { charts, decemberTable, drawings, figuresOf, renderReport } from 'einzug/report'
import * as E from 'fp-ts/Either'
import { expect, test } from 'vitest'
import { figures, period, right } from './sample.ts'

const about = { municipality: 'Nowhere', source: 'empty log', period }
const empty = right(figuresOf(fold(census)([]), about))

const valuesOf = (of: typeof figures, key: string): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  charts(of, { language: 'en' }).flatMap(({ key: each, spec }) =>
    each === key ? (spec['data'] as { readonly values: ReadonlyArray<Record<string, unknown>> }).values : [],
  )

test('a town where nothing happened has a report, with charts, that says of nothing that it is nothing', async () => {
  for (const language of ['de', 'en'] as const) {
    const drawn = await drawings(empty, { language })()
    if (E.isLeft(drawn)) throw new Error(drawn.left.message)
    const page = renderReport(empty, undefined, { language, drawings: drawn.right })
    expect(page).toContain('<data value="0/0">–</data>')
    expect(page).toContain(language === 'de' ? '– (von 0 Personen)' : '– (of 0 persons)')
    const shown = page.slice(page.indexOf('<main>'), page.indexOf('<section class="data"'))
    expect(/.{40}(NaN|Infinity|undefined|null).{20}/.exec(shown)).toBe(null)
  }
})

test('a share of nothing has no point in a chart', () => {
  expect(valuesOf(empty, 'decentral')).toEqual([])
  expect(valuesOf(empty, 'districts')).toEqual([])
})

test('sites beyond their places rise above a line at 100 %', () => {
  const full = { ...figures.tracked.siteOccupancy.whole, numerator: 13, denominator: 10 }
  const siteOccupancy = {
    ...figures.tracked.siteOccupancy,
    series: { every: 'year' as const, points: [full] },
  }
  const over = { ...figures, tracked: { ...figures.tracked, siteOccupancy } }
  const layers = (of: typeof figures) =>
    charts(of, { language: 'en' })[1]?.spec['layer'] as ReadonlyArray<unknown>
  expect(valuesOf(over, 'occupancy').at(-1)).toMatchObject({ share: 1.3 })
  expect(JSON.stringify(layers(over)[0])).toContain('"domain":[0,1.4]')
  expect(layers(over)).toHaveLength(3)
  expect(layers(figures)).toHaveLength(2)
})

test('two policies of one name are two bars', () => {
  const [outcome] = figures.outcomes ?? []
  if (outcome === undefined) throw new Error('the sample has outcomes')
  const twice = { ...figures, outcomes: [outcome, outcome, { ...outcome, name: 'other' }] }
  expect(valuesOf(twice, 'policies').map(({ name }) => name)).toEqual([
    'largest first',
    'largest first (2)',
    'other',
  ])
})

test('a curve that falls on the first day begins there', () => {
  const [step] = (figures.waitingTime as SurvivalCurve).steps
  if (step === undefined) throw new Error('the sample has a curve')
  const atOnce = { ...(figures.waitingTime as SurvivalCurve), steps: [{ ...step, day: 0 }] }
  expect(valuesOf({ ...figures, waitingTime: atOnce }, 'waiting').map(({ day }) => day)).toEqual([0])
  expect(valuesOf(figures, 'waiting').map(({ day }) => day)).toEqual([
    0,
    ...(figures.waitingTime as SurvivalCurve).steps.map(({ day }) => day),
  ])
})

test('a report that ends in summer has no row for its last 31 December, one of a summer no table at all', () => {
  const until = (day: string, from = '2015-01-01') =>
    right(
      figuresOf(fold(census)([]), {
        ...about,
        period: { from: from as IsoDay, until: day as IsoDay },
        every: 'week',
      }),
    )
  expect(decemberTable(until('2016-07-01')).map(({ day }) => day)).toEqual(['2015-12-31'])
  expect(renderReport(until('2016-07-01', '2016-06-01'), undefined, { language: 'en' })).not.toContain(
    'id="december"',
  )
})

test('a chart on a phone is laid out anew, not shrunk', () => {
  const [wide, phone] = [720, 340].map(width =>
    charts(figures, { language: 'en', width }).find(({ key }) => key === 'districts'),
  )
  expect([wide?.spec['columns'], phone?.spec['columns']]).toEqual([2, 2])
  expect(JSON.stringify(phone?.spec['config'])).toContain('"direction":"vertical"')
  expect(JSON.stringify(wide?.spec['config'])).toContain('"direction":"horizontal"')
})
