import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf, inJavaScript, ofPlatform } from '../../src/domain/digest.ts'
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
