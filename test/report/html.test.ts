import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html, named, textOf } from '../../src/report/page/html.ts'
import { visible } from '../../src/report/visible.ts'
import { hostile } from './hostile.ts'

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#96': '`',
  '#13': '\r',
}
const read = (text: string): string =>
  text.replace(/&([a-z]+|#\d+);/g, (_, name: string) => entities[name] ?? '?')

test('a text put into markup is read back as that text, and holds no character of markup', () => {
  fc.assert(
    fc.property(hostile, text => {
      const written = textOf(html`${text}`)
      expect(written).not.toMatch(/[<>"'`\r]/)
      expect(written).not.toMatch(/&(?!(amp|lt|gt|quot|#39|#96|#13);)/)
      expect(read(written)).toBe(visible(text))
    }),
  )
})

test('markup is put in as it is, numbers and lists too, nothing as nothing', () => {
  const list = ['a', 'b'].map(each => html`<li>${each}</li>`)
  expect(textOf(html`<ul class="${'x"y'}">${list}</ul>${undefined}${3}`)).toBe(
    '<ul class="x&quot;y"><li>a</li><li>b</li></ul>3',
  )
  expect(textOf(named('<b>'))).toBe('<bdi>&lt;b&gt;</bdi>')
})

test('what steers text is shown, what names are spelt with stays', () => {
  const steering =
    '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\u0000\u001b\u0085\ufeff'
  for (const each of steering) expect([each, visible(each)]).toEqual([each, '\ufffd'])
  expect(visible('a\u202eb\u2066c\u0000d\ud800')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd')
  expect(visible('Łukasz Şahin محمد\u200c\u200f 👨‍👩‍👧\n\t')).toBe('Łukasz Şahin محمد\u200c\u200f 👨‍👩‍👧\n\t')
})
