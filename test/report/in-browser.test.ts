import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Breakdown, type Figure, share } from 'einzug'
import { charts, drawings, figuresCsv, type ReportFigures, renderReport } from 'einzug/report'
import * as E from 'fp-ts/Either'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundingReport } from '../../examples/demo/report.ts'
import { fixture } from '../../examples/founding/fixture.ts'
import { chromiumPath, launch } from './browser.ts'
import { worst } from './hostile.ts'
import { figuresNamed } from './sample.ts'

/** What an expression gives in a page; DOM types are not among those of this project. */
const ask = async <A>(page: Page, expression: string): Promise<A> => await page.evaluate(expression)

/** A page of the browser with what it asked for and complained of. */
interface Opened {
  readonly page: Page
  readonly requests: Array<string>
  readonly complaints: Array<string>
}

describe.skipIf(chromiumPath === undefined)('the report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'einzug-report-'))
  const state: { browser?: Browser; figures?: ReportFigures } = {}

  const write = async (
    name: string,
    figures: ReportFigures,
    language: 'de' | 'en',
    decisions?: Parameters<typeof renderReport>[1],
  ): Promise<void> => {
    const charts = await drawings(figures, { language })()
    if (E.isLeft(charts)) throw new Error(charts.left.message)
    writeFileSync(join(folder, name), renderReport(figures, decisions, { language, drawings: charts.right }))
  }

  const open = async (name: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> => {
    const page = await (state.browser as Browser).newPage({
      viewport: { width: 1280, height: 900 },
      ...options,
    })
    const [requests, complaints]: [Array<string>, Array<string>] = [[], []]
    page.on('request', request => requests.push(request.url()))
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    await page.goto(pathToFileURL(join(folder, name)).href)
    return { page, requests, complaints }
  }

  beforeAll(async () => {
    state.browser = await launch()
    const { figures, decisions } = foundingReport(fixture(), 'de')
    state.figures = figures
    // of 245 households enough to see: axe looks at every word of every one
    const households = [...decisions.households.slice(0, 10), ...decisions.households.slice(-10)]
    await write('founding.html', figures, 'de', { ...decisions, households })
    await write('hostile.html', figuresNamed(worst), 'en')
  })
  afterAll(async () => {
    await state.browser?.close()
    rmSync(folder, { recursive: true })
  })

  test('asks for nothing but itself, and its policy has nothing to complain of', async () => {
    const { page, requests, complaints } = await open('founding.html')
    expect(requests).toEqual([pathToFileURL(join(folder, 'founding.html')).href])
    expect(complaints).toEqual([])
    expect(await page.title()).toBe('Dülmen, 2015–2017 – Bericht zur Unterbringung')
    await page.close()
  })

  test('shows the founding case: 206 flats, 568 of 1,020, 459, as the projection has them', async () => {
    const { page } = await open('founding.html')
    const values = await ask(
      page,
      `[...document.querySelectorAll('.tile .figure data')].map(each => [each.value, each.textContent])`,
    )
    expect(values).toEqual([
      ['568/1020', '55,7\u00a0%'],
      ['568/942', '60,3\u00a0%'],
      ['206', '206'],
      ['459', '459'],
      ['248', '248'],
    ])
    const { tracked } = state.figures as ReportFigures
    const shown = await ask(
      page,
      `[...document.querySelectorAll('table.years tbody tr')].map(row => [...row.querySelectorAll('td data')].map(each => each.value))`,
    )
    const exact = (figure: Figure): string =>
      'numerator' in figure ? `${figure.numerator}/${figure.denominator}` : String(figure.count)
    const keys = [
      'intake',
      'stock',
      'population',
      'flatsLet',
      'moves',
      'regimeChanges',
      'flatOccupancy',
      'siteOccupancy',
      'waiting',
      'vacancy',
      'relet',
      'crowding',
    ] as const
    const told = (key: string, figure: Figure): Figure =>
      key === 'vacancy'
        ? share('vacant')(figure as Breakdown<string>)
        : key === 'crowding' // nothing is stated of the flats of this town
          ? { ...share('crowded')(figure as Breakdown<string>), denominator: 0 }
          : figure
    expect(shown).toEqual(
      keys.map(key =>
        [...tracked[key].years.points, tracked[key].whole].map(figure => exact(told(key, figure))),
      ),
    )
    await page.close()
  })

  test('opens a definition with numerator and denominator by one click', async () => {
    const { page } = await open('founding.html')
    const details = page.locator('.tile.intake details')
    expect(await details.locator('dl').isVisible()).toBe(false)
    await details.locator('summary').click()
    expect(await details.locator('dl').isVisible()).toBe(true)
    expect(await details.innerText()).toMatch(/Zähler\s+568 Personen\s+Nenner\s+1\.020 Personen/)
    await page.close()
  })

  test('sorts a table by a click, the other way by another', async () => {
    const { page } = await open('founding.html')
    const persons = () =>
      ask<ReadonlyArray<number>>(
        page,
        `[...document.querySelectorAll('table.decisions td:nth-child(2)')].map(each => Number(each.textContent))`,
      )
    const before = await persons()
    const name = page.locator('table.decisions thead th').nth(1)
    await name.locator('button').click()
    expect(await name.getAttribute('aria-sort')).toBe('ascending')
    expect(await persons()).toEqual([...before].sort((a, b) => a - b))
    await name.locator('button').click()
    expect(await name.getAttribute('aria-sort')).toBe('descending')
    expect(await persons()).toEqual([...before].sort((a, b) => b - a))
    await page.locator('table.decisions thead th').first().locator('button').click()
    expect(await name.getAttribute('aria-sort')).toBe(null)
    expect(await persons()).toEqual(before)
    await page.close()
  })

  test('tells the reason of a household by one click, and all of them by another', async () => {
    const { page } = await open('founding.html')
    const first = page.locator('table.decisions tbody details').first()
    await first.locator('summary').click()
    expect(await first.locator('p').innerText()).toMatch(/^(Der Haushalt|Die|Keine)/)
    await page.locator('.tools button').click()
    const closed = page.locator('table.decisions tbody details:not([open])')
    expect(await closed.count()).toBe(0)
    await page.close()
  })

  test('hands out its figures as the files that the library writes', async () => {
    const { page } = await open('founding.html')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.downloads a').first().click(),
    ])
    expect(download.suggestedFilename()).toBe('einzug-figures.csv')
    expect(readFileSync(await download.path(), 'utf8')).toBe(figuresCsv(state.figures as ReportFigures))
    await page.close()
  })

  test('prints on A4, with the definitions and without what can only be clicked', async () => {
    const { page } = await open('founding.html', { colorScheme: 'dark' })
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
    expect(boxes.length).toBeGreaterThan(3)
    for (const [, width, height] of boxes)
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#definitions').isVisible()).toBe(true)
    expect(await page.locator('.downloads').isVisible()).toBe(false)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    await page.close()
  })

  test('prints the reasons of an allocation where they were opened, and no empty column where not', async () => {
    const { page } = await open('founding.html')
    await page.emulateMedia({ media: 'print' })
    const cells = page.locator('table.decisions :is(th, td):last-child')
    const names = page.locator('table.decisions thead th')
    expect(await cells.filter({ visible: true }).count()).toBe(0)
    expect(await names.filter({ visible: true }).count()).toBe(3)
    await page.emulateMedia({ media: 'screen' })
    await page.locator('.tools button').click()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('table.decisions details p').filter({ visible: true }).count()).toBe(20)
    expect(await names.filter({ visible: true }).count()).toBe(4)
    await page.close()
  })

  test('on a laptop, no table is wider than the page', async () => {
    const { page } = await open('founding.html')
    const wide = `[...document.querySelectorAll('section > .scroll')].filter(each => each.scrollWidth > each.clientWidth)`
    expect(await ask(page, `${wide}.map(each => each.ariaLabel)`)).toEqual([])
    await page.close()
  })

  test.each([320, 390, 768, 1280])('fits a screen %i pixels wide', async width => {
    const { page } = await open('founding.html', { viewport: { width, height: 800 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.locator('.drawing svg').filter({ visible: true }).count()).toBe(
      charts(state.figures as ReportFigures, { language: 'de' }).length,
    )
    await page.close()
  })

  test.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async colorScheme => {
    const views = [
      ['founding.html', 1280],
      ...(colorScheme === 'light'
        ? ([
            ['founding.html', 390],
            ['hostile.html', 1280],
          ] as const)
        : []),
    ] as const
    for (const [name, width] of views) {
      const { page } = await open(name, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true })
      await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
      await page.evaluate(axe.source)
      const violations = await ask(
        page,
        `axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]))`,
      )
      expect([name, width, violations]).toEqual([name, width, []])
      await page.close()
    }
  })

  test('drawings turn dark with the page', async () => {
    const colour = async (colorScheme: 'light' | 'dark') => {
      const { page } = await open('founding.html', { colorScheme })
      const fill = await ask<string>(
        page,
        `getComputedStyle(document.querySelector('.drawing.wide text')).fill`,
      )
      await page.close()
      return fill
    }
    expect(await colour('light')).not.toBe(await colour('dark'))
  })

  test('names that are programs remain names', async () => {
    const { page, requests, complaints } = await open('hostile.html')
    for (const each of await page.locator('summary, thead button').all()) await each.dispatchEvent('click')
    await page.mouse.move(600, 400)
    expect(await page.evaluate(() => 'stolen' in globalThis)).toBe(false)
    expect(requests).toHaveLength(1)
    expect(complaints).toEqual([])
    expect(await page.locator('script, style, img, iframe, object, link').count()).toBe(2)
    expect(await page.locator('h1 bdi').textContent()).toBe(worst.municipality)
    await page.close()
  })

  test('without its script the page is whole', async () => {
    const { page } = await open('founding.html', { javaScriptEnabled: false })
    expect(await page.locator('table.years tbody tr').count()).toBe(12)
    await page.close()
  })
})
