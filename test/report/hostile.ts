import fc from 'fast-check'
import type { Names } from './sample.ts'

const known = [
  '<script>window.stolen = true</script>',
  '</script><script>window.stolen = true</script>',
  '</style><script>window.stolen = true</script>',
  '</title></head><body onload="window.stolen = true">',
  '"><img src=x onerror="window.stolen = true">',
  "'><svg onload='window.stolen = true'>",
  '" autofocus onfocus="window.stolen = true" x="',
  '` onmouseover=window.stolen=true `',
  '--><!--<script>',
  ']]><![CDATA[<script>',
  '&lt;script&gt;&#60;script&#62;&amp',
  'javascript:window.stolen=true',
  'https://example.com/steal?x=1',
  '{{1+1}}<%= 1+1 %>#{stolen = true}',
  'datum.value"]; stolen = true; //',
  '\u202egnorw\u202c \u2066x\u2069 \u200f\u061c',
  'a\u0000b\u0007c\u001b[31m\u2028d\u2029',
  '\ud800 lone, \udfff lone',
  '=1+1+cmd|calc!A0',
  '__proto__',
  'constructor',
  'x'.repeat(10_000),
  '<'.repeat(10_000),
]

/** Texts that try to be more than text. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...known),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '/',
        '=',
        ' ',
        'script',
        '\u202e',
        '\u0000',
        '{',
        '}',
        '\\',
        '\n',
      ),
      {
        maxLength: 20,
      },
    )
    .map(parts => parts.join('')),
)

/** Two different names: one of a district would otherwise be that of the other. */
const pair = fc.uniqueArray(hostile, { minLength: 2, maxLength: 2 }) as unknown as fc.Arbitrary<
  readonly [string, string]
>

export const hostileNames: fc.Arbitrary<Names> = fc.record({
  municipality: hostile,
  source: hostile,
  districts: pair,
  policies: pair,
})

/** The worst of them all at once. */
export const worst: Names = {
  municipality: known.slice(0, 12).join(''),
  source: known.slice(12).join('').slice(0, 2000),
  districts: [known[4] as string, known[3] as string],
  policies: [known[1] as string, known[14] as string],
}
