import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { charts, figureRows, figuresJson, renderReport } from 'einzug/report'
import { describe, expect, test } from 'vitest'
import { foundingReport, writeReport } from '../../examples/demo/report.ts'
import { others, published, years } from '../../examples/founding/facts.ts'
import { fixture } from '../../examples/founding/fixture.ts'

const town = fixture()
const { figures, decisions } = foundingReport(town, 'en')

describe('the report of the founding case', () => {
  test('has the published totals, and years that add up to them, in JSON', () => {
    const { tracked } = figuresJson(figures)
    const { intake, flatsLet, regimeChanges } = JSON.parse(JSON.stringify(tracked)) as typeof tracked
    expect(intake.whole).toMatchObject({
      numerator: published.housedInFlats,
      denominator: published.assignedInAll,
    })
    expect(flatsLet.whole.count).toBe(published.flats)
    expect(regimeChanges.whole.count).toBe(published.fromAsylbLGToSgbII)
    expect(intake.years.points.map(({ denominator }) => denominator)).toEqual(
      years.map(year => published.assigned[year] + others[year]),
    )
    const sum = (counts: ReadonlyArray<{ readonly count: number }>) =>
      counts.reduce((all, { count }) => all + count, 0)
    expect(sum(flatsLet.years.points)).toBe(published.flats)
    expect(sum(regimeChanges.years.points)).toBe(published.fromAsylbLGToSgbII)
  })

  test('shows them on the page, in whole and year by year', () => {
    const page = renderReport(figures, decisions, { language: 'en' })
    expect(page).toContain('<p class="figure"><data value="568/1020">55.7%</data></p>')
    for (const { count } of [figures.tracked.flatsLet.whole, ...figures.tracked.flatsLet.years.points])
      expect(page).toContain(`<data value="${count}">${count}</data>`)
    for (const { numerator, denominator } of figures.tracked.intake.years.points)
      expect(page).toContain(`<data value="${numerator}/${denominator}">`)
  })

  test('names every policy in the language of the page', () => {
    const names = (language: 'de' | 'en') =>
      foundingReport(town, language).figures.outcomes?.map(({ name }) => name) ?? []
    expect(names('de')).toHaveLength(names('en').length)
    expect(names('de').filter(name => names('en').includes(name))).toEqual([])
  })

  test('counts every household of the allocation once', () => {
    expect(decisions.households).toHaveLength(decisions.totals.households)
    expect(decisions.households.filter(({ flat }) => flat !== null)).toHaveLength(decisions.totals.placements)
  })

  test('shows groups with their intervals and the need as an extrapolation, and exports both', () => {
    const page = renderReport(figures, decisions, { language: 'de' })
    const drawn = charts(figures, { language: 'de' })
    const valuesOf = (key: string) =>
      drawn.flatMap(each =>
        each.key === key ? (each.spec['data'] as { values: ReadonlyArray<object> }).values : [],
      )
    const bySize = figures.fairness?.[0]?.groups ?? []
    const [alone] = bySize
    if (alone?._tag !== 'Compared' || figures.forecast === undefined) throw new Error('the town has both')
    expect(valuesOf('fairness')).toHaveLength(bySize.length)
    expect(valuesOf('fairness')[0]).toMatchObject({ lower: 100 * alone.shareGap.lower })
    expect(valuesOf('forecast').at(-1)).toMatchObject({ upper: figures.forecast.total.needed.upper })
    expect(page).toContain(`<data value="${alone.placed}/${alone.households}">`)
    expect(page).toContain('Hochgerechnet für 2018 aus 2015–2017')
    expect(figureRows(figures)).toContainEqual(
      expect.objectContaining({
        figure: 'fairness',
        part: 'household size: 1, moved into a flat',
        numerator: alone.placed,
        denominator: alone.households,
      }),
    )
    expect(figureRows(figures)).toContainEqual(
      expect.objectContaining({
        part: 'all: needed, at most',
        numerator: figures.forecast.total.needed.upper,
        from: '2018-01-01',
      }),
    )
  })

  test('says nothing of crowding where nothing is known of the flats', () => {
    const page = renderReport(figures, undefined, { language: 'en' })
    expect(page.slice(page.indexOf('Crowding in flats: crowded')).slice(0, 2000)).toContain(
      '<data value="0/0">–</data>',
    )
  })

  test('is written as one file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'einzug-'))
    const file = join(folder, 'report.html')
    expect(await writeReport(file, town, 'de')).toMatch(/report\.html, \d+ kB$/)
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>\n<html lang="de">[\s\S]*<\/html>\n$/)
    rmSync(folder, { recursive: true })
  })
})
