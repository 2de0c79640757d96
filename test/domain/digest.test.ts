import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, digestOf, inJavaScript, ofPlatform } from '../../src/domain/digest.ts'
import { digest } from '../../src/domain/index.ts'
import { policy } from '../../src/testing/arbitrary/index.ts'

type Entry = readonly [string, unknown]

/** The same document, the keys of its objects in another order. */
const arranged =
  (order: (entries: Array<Entry>) => Array<Entry>) =>
  (document: unknown): unknown =>
    Array.isArray(document)
      ? document.map(arranged(order))
      : typeof document === 'object' && document !== null
        ? Object.fromEntries(
            order(Object.entries(document)).map(([key, value]) => [key, arranged(order)(value)]),
          )
        : document

const backwards = arranged(entries => entries.reverse())
const sorted = arranged(entries => entries.sort(([a], [b]) => (a < b ? -1 : 1)))

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

test('the order of keys does not matter', () => {
  fc.assert(
    fc.property(fc.jsonValue(), document => {
      expect(digest(backwards(document))).toBe(digest(document))
    }),
  )
  fc.assert(
    fc.property(policy(), document => {
      expect(digest(backwards(document))).toBe(digest(document))
    }),
  )
})

test('it is SHA-256 of the canonical JSON, in UTF-8', () => {
  expect(digest({ b: [2, 'ü', null], a: 1e21 })).toBe(sha256('{"a":1e+21,"b":[2,"ü",null]}'))
  expect(digest([])).toBe(sha256('[]'))
})

test('the canonical JSON is that of RFC 8785', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), document => {
      expect(canonical(document)).toBe(canonicalize(document))
    }),
    { numRuns: 1000 },
  )
  // the RFC's examples of numbers, and of keys in the order of their UTF-16 units; keys that look like numbers
  expect(canonical([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  )
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
  const order = '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}'
  expect(canonical(keys)).toBe(order)
  expect(canonical({ 9: 1, 10: 2, 1: 3 })).toBe('{"1":3,"10":2,"9":1}')
  expect(canonical('\u0000\u001f"\\\ud800')).toBe(canonicalize('\u0000\u001f"\\\ud800'))
})

test('the digest of the platform is that of JavaScript', () => {
  expect(ofPlatform).toBeDefined()
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\ud800', '\udc00x', '\0'),
      (text, odd) => {
        expect(digestOf(text + odd + text)).toBe(inJavaScript(text + odd + text))
      },
    ),
  )
})

test('what has no JSON has the digest of an empty text', () => {
  expect(digest(undefined)).toBe(sha256(''))
})

test('two documents have one digest exactly if they are equal but for the order of keys', () => {
  const small = fc.jsonValue({ maxDepth: 1, stringUnit: fc.constantFrom('a', 'b') })
  fc.assert(
    fc.property(small, small, (a, b) => {
      expect(digest(a) === digest(b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)))
    }),
    { numRuns: 1000 },
  )
  expect(digest(['a', 'b'])).not.toBe(digest(['b', 'a']))
  expect(digest({ a: 1 })).not.toBe(digest({ a: 2 }))
  expect(digest('1')).not.toBe(digest(1))
})
