import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/codec/index.ts'
import { objects, scalars } from './cases.ts'
import { at, places } from './places.ts'

describe.each([...scalars, ...objects])('$name', ({ codec, values }) => {
  test('what is written as JSON is read back equal', () => {
    fc.assert(
      fc.property(values, value => {
        const read = decode(codec)(JSON.parse(JSON.stringify(codec.encode(value))))
        expect(read).toStrictEqual(E.right(value))
      }),
    )
  })

  test('knows its own values', () => {
    fc.assert(
      fc.property(values, value => {
        expect(codec.is(value)).toBe(true)
      }),
    )
  })
})

describe.each(objects)('$name', ({ codec, values }) => {
  test('shares no object with what it was read from', () => {
    fc.assert(
      fc.property(values, value => {
        const read = decode(codec)(value)
        const shared = places(value)
          .map(path => [at(value, path), at((read as E.Right<unknown>).right, path)] as const)
          .filter(([mine, theirs]) => typeof mine === 'object' && mine !== null && mine === theirs)
        expect(shared).toEqual([])
      }),
    )
  })
})
