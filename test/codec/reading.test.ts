import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { decode, decodeStored, Recorded, upcast } from '../../src/codec/index.ts'
import { recorded } from '../../src/testing/arbitrary/index.ts'
import { objects, scalars } from './cases.ts'
import { at, places, put } from './places.ts'

/** What may lie anywhere in a document: an own key that is not known, nothing under one that is, another zero. */
const oddities = fc.constantFrom<(value: unknown) => unknown>(
  value => (typeof value === 'object' ? { ...value, stranger: 1 } : value),
  value => (typeof value === 'object' ? { ...value, actor: undefined, sex: undefined } : value),
  value =>
    typeof value === 'object' ? Object.assign(Object.create({ inherited: 1 }) as object, value) : value,
  value => (value === 0 ? -0 : value),
  () => undefined,
  () => null,
  () => [],
  () => 'x',
)

/** Documents with an oddity or two. */
const odd = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(values, fc.array(fc.tuple(fc.nat(), oddities), { maxLength: 2 })).map(([document, all]) =>
    all.reduce((changed, [nth, change]) => {
      const ways = places(changed)
      const way = ways[nth % ways.length] ?? []
      return put(changed, way, change(at(changed, way)))
    }, document),
  )

describe.each([...scalars, ...objects])('$name', ({ codec, values }) => {
  test('reads the same whether faults are told or not', () => {
    fc.assert(
      fc.property(odd(values), document => {
        const told = codec.validate(document, [{ key: '', type: codec, actual: document }])
        expect(codec.decode(document)).toStrictEqual(told)
        expect(codec.is(document)).toBe(E.isRight(told))
      }),
    )
  })
})

test('a stored event of the current schema is what its codec reads, and itself where nothing of it is another', () => {
  fc.assert(
    fc.property(odd(recorded()), document => {
      expect(decodeStored(document)).toStrictEqual(E.chain(decode(Recorded))(upcast(document)))
    }),
  )
  fc.assert(
    fc.property(recorded(), document => {
      const read = decodeStored(document)
      expect(E.isRight(read) && read.right === document).toBe(true)
    }),
  )
})
