import { describe, expect, test } from 'vitest'
import { issueSentence } from '../../src/codec/index.ts'

const sentence = (found: unknown): string => issueSentence({ path: [], expected: 'x', found })

describe('a sentence names the place', () => {
  test.each([
    [['flat', 'rent', 'cold'], 'flat.rent.cold: expected x, found nothing'],
    [[3, 'data', 'members', 0], '[3].data.members[0]: expected x, found nothing'],
    [['rules', 12, 'asks'], 'rules[12].asks: expected x, found nothing'],
    [['SGB II'], '["SGB II"]: expected x, found nothing'],
    [['a', 'b.c'], 'a["b.c"]: expected x, found nothing'],
    [['a', ''], 'a[""]: expected x, found nothing'],
    [['__proto__', '$1'], '__proto__.$1: expected x, found nothing'],
    [['k'.repeat(40)], `${'k'.repeat(40)}: expected x, found nothing`],
    [['k'.repeat(41)], `["${'k'.repeat(41)}"]: expected x, found nothing`],
    [['k'.repeat(1e6)], `["${'k'.repeat(60)}…"]: expected x, found nothing`],
    [[], 'expected x, found nothing'],
  ])('%#', (path, expected) => {
    expect(issueSentence({ path, expected: 'x', found: undefined })).toBe(expected)
  })
})

describe('a sentence shows what was found, however long or hostile, in one short line', () => {
  test.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [true, 'true'],
    [Number.NaN, 'NaN'],
    [1e300, '1e+300'],
    [10n ** 400n, 'a bigint'],
    [Symbol('s'), 'a symbol'],
    [() => 1, 'a function'],
    [{ toJSON: 1, toString: null }, 'an object'],
    [Object.create(null), 'an object'],
    [Array.from({ length: 1000 }), 'a list of 1000'],
    ['', '""'],
    ['a "b" \\c', '"a \\"b\\" \\\\c"'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
    ['x'.repeat(1e6), `"${'x'.repeat(60)}…"`],
    ['🙂'.repeat(60), `"${'🙂'.repeat(60)}"`],
    ['🙂'.repeat(61), `"${'🙂'.repeat(60)}…"`],
    ['\u{D83D}', '"\\u{d83d}"'],
    ['two\nlines\u0000', '"two\\u{a}lines\\u{0}"'],
    ['\u202Edlrow\u200B', '"\\u{202e}dlrow\\u{200b}"'],
    ['a\u2028b\u2029c', '"a\\u{2028}b\\u{2029}c"'],
    ['Dülmen, 48 m²', '"Dülmen, 48 m²"'],
  ])('%#', (found, shown) => {
    expect(sentence(found)).toBe(`expected x, found ${shown}`)
  })
})
