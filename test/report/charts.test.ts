import { type Chart, charts, drawings, palette } from 'einzug/report'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { compile, type TopLevelSpec } from 'vega-lite'
import { afterEach, expect, test, vi } from 'vitest'
import { hostileNames, worst } from './hostile.ts'
import { figures, figuresNamed } from './sample.ts'

const languages = ['de', 'en'] as const

/** What Vega-Lite has to say against a specification. */
const complaints = (spec: unknown): ReadonlyArray<string> => {
  const said: Array<string> = []
  const note = (...words: ReadonlyArray<unknown>) => {
    said.push(words.join(' '))
    return logger
  }
  const logger = { error: note, warn: note, info: () => logger, debug: () => logger, level: () => logger }
  compile(spec as TopLevelSpec, { logger: logger as unknown as never })
  return said
}

test('every chart is plain JSON that Vega-Lite compiles without a word', () => {
  for (const language of languages)
    for (const width of [340, 720])
      for (const { spec, key } of charts(figures, { language, width })) {
        expect(JSON.parse(JSON.stringify(spec))).toEqual(spec)
        expect([key, complaints(spec)]).toEqual([key, []])
      }
})

test('so it is with any names', () => {
  fc.assert(
    fc.property(hostileNames, names => {
      for (const { spec } of charts(figuresNamed(names), { language: 'en' }))
        expect(complaints(spec)).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test('every chart has a title, a sentence, a source and units on its axes', () => {
  for (const language of languages) {
    const all = charts(figures, { language })
    expect(all.map(({ key }) => key)).toEqual([
      'decentral',
      'occupancy',
      'moves',
      'waiting',
      'sizes',
      'forecast',
      'vacancy',
      'crowding',
      'districts',
      'policies',
    ])
    for (const { title, description, source, spec } of all) {
      expect(spec).toMatchObject({ title: { text: title, subtitle: source }, description })
      expect(source).toContain('event log')
      expect(JSON.stringify(spec)).toMatch(/"title":"[^"]+"/)
    }
  }
})

test('the points of a chart are the figures', () => {
  const decentral = charts(figures, { language: 'en' })[0] as Chart
  const { values } = decentral.spec['data'] as {
    readonly values: ReadonlyArray<{ line: string; share: number }>
  }
  const { stock, intake } = figures.tracked
  const shares = [stock, intake].flatMap(({ series }) =>
    series.points.flatMap(({ numerator, denominator }) =>
      denominator === 0 ? [] : [numerator / denominator],
    ),
  )
  expect(values.map(({ share }) => share)).toEqual(shares)
})

afterEach(() => {
  vi.doUnmock('vega')
  vi.doUnmock('vega-lite')
})

test('charts are drawn in colours that have a dark counterpart, with nothing that loads, links or runs', async () => {
  const drawn = await drawings(figuresNamed(worst), { language: 'de' })()
  if (E.isLeft(drawn)) throw new Error(drawn.left.message)
  expect(drawn.right.map(({ key }) => key)).toEqual(charts(figures, { language: 'de' }).map(({ key }) => key))
  const colours: ReadonlyArray<string> = Object.values(palette).map(({ light }) => light)
  for (const svg of drawn.right.flatMap(({ wide, narrow }) => [wide, narrow])) {
    const used = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour)
    expect(used.filter(colour => !['none', 'transparent', ...colours].includes(colour ?? ''))).toEqual([])
    const tags = (svg.match(/<[^>]*>/g) ?? []).map(tag => tag.replace(/"[^"]*"/g, '""')).join('')
    expect(tags).not.toMatch(
      /<(script|image|a|style|foreignObject|use|body|img)\b|\son\w+=|href=|style=|clip-path=/i,
    )
  }
})

test.each(['vega', 'vega-lite'] as const)('without %s there is an error that says so', async name => {
  vi.doMock(name, () => {
    throw new Error('not installed')
  })
  const drawn = await drawings(figures, { language: 'de' })()
  expect(drawn).toMatchObject({ _tag: 'Left', left: { _tag: 'PackageMissing', package: name } })
})

test('a chart that Vega refuses is named', async () => {
  vi.doMock('vega-lite', () => ({ compile: () => ({ spec: { marks: 'none' } }) }))
  const drawn = await drawings(figures, { language: 'de' })()
  expect(drawn).toMatchObject({ _tag: 'Left', left: { _tag: 'NotDrawn', chart: 'decentral' } })
})
