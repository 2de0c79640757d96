import { renderReport } from 'einzug/report'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messagesIn } from '../../src/report/language/messages-in.ts'
import { hostileNames } from './hostile.ts'
import { figures, figuresNamed, plainNames } from './sample.ts'

/** The tags of a page in their order, with the names of their attributes; what stands in quotes or between tags is left out. */
const skeleton = (page: string): ReadonlyArray<string> =>
  (page.match(/<[^>]*>/g) ?? []).map(tag => tag.replace(/"[^"]*"/g, '""'))

test('whatever names a log holds, the page has the same tags and attributes as with plain names', () => {
  const plain = {
    de: skeleton(renderReport(figures, undefined, { language: 'de' })),
    en: skeleton(renderReport(figures, undefined, { language: 'en' })),
  }
  fc.assert(
    fc.property(hostileNames, fc.constantFrom('de' as const, 'en' as const), (names, language) => {
      const [, other] = names.districts
      fc.pre(names.districts[0] !== other)
      expect(skeleton(renderReport(figuresNamed(names), undefined, { language }))).toEqual(plain[language])
    }),
    { numRuns: 60 },
  )
})

test('the page holds one script and one style, which its policy names, and asks for nothing else', () => {
  const page = renderReport(figures, undefined, { language: 'en' })
  expect(page.match(/<script>/g)).toHaveLength(1)
  expect(page.match(/<style>/g)).toHaveLength(1)
  expect(page).toContain('content="default-src &#39;none&#39;; script-src &#39;sha256-')
  expect(page).not.toMatch(/(src|href)="(?!data:)/)
  expect(page).not.toMatch(/ style="| on\w+="/)
})

test('every word and sentence of every figure is there in German', () => {
  expect(renderReport(figures, undefined, { language: 'de' })).not.toContain('lang="en"')
  expect(messagesIn.de.term('nobody translated this')).toBeUndefined()
  const strange = { ...figures, wanted: { ...figures.wanted, basis: 'nobody translated this' } }
  expect(renderReport(strange, undefined, { language: 'de' })).toContain(
    '<span lang="en">nobody translated this</span>',
  )
})

test('without drawings the tables stand open and the page says why there is nothing to see', () => {
  const page = renderReport(figures, undefined, { language: 'en' })
  expect(page).toContain(messagesIn.en.noCharts)
  expect(page.match(/<details class="figures" open>/g)).toHaveLength(10)
  expect(page).not.toContain('<div class="drawing')
})

test('a report without waiting times, outcomes or decisions has no section for them', () => {
  const { waitingTime: _, outcomes: __, ...bare } = figures
  const page = renderReport(bare, undefined, { language: 'de' })
  expect(page).not.toMatch(/id="(chart-waiting|chart-policies|decisions)"/)
  expect(page).toContain(`<bdi>${plainNames.municipality}</bdi>`)
})
