import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { decodeStored, upcast } from '../../src/codec/index.ts'
import { payloads } from '../../src/codec/payload.ts'
import { upcasters } from '../../src/codec/upcast/upcast.ts'
import type { Recorded } from '../../src/event/envelope.ts'
import { schemaOf } from '../../src/event/envelope.ts'
import type { FlatListed, HousingEvent } from '../../src/event/event.ts'
import { recorded } from '../../src/testing/arbitrary/index.ts'

/** A listing as schema 1 would have stored it: one rent, and no word of heating. */
const asFirst = ({ data, envelope, ...rest }: Recorded<FlatListed>): unknown => {
  const { rent, ...flat } = data.flat
  const charges = rent.serviceCharges === undefined ? {} : { serviceCharges: rent.serviceCharges }
  return {
    ...rest,
    data: { ...data, flat: { ...flat, rent: rent.cold, ...charges } },
    envelope: { ...envelope, schema: 1 },
  }
}

const withoutHeating = (event: Recorded<FlatListed>): Recorded<FlatListed> => {
  const { heating: _, ...rent } = event.data.flat.rent
  return { ...event, data: { ...event.data, flat: { ...event.data.flat, rent } } }
}

const listed = recorded({ types: ['FlatListed'] }).map(withoutHeating)

test('there is a step between any two schemas of a type', () => {
  for (const type of Object.keys(payloads) as ReadonlyArray<HousingEvent['type']>) {
    expect(upcasters[type]?.length ?? 0).toBe(schemaOf(type) - 1)
  }
})

test('a listing of schema 1 becomes the listing it would be today', () => {
  fc.assert(
    fc.property(listed, event => {
      expect(upcast(asFirst(event))).toStrictEqual(E.right(event))
      expect(decodeStored(asFirst(event))).toStrictEqual(E.right(event))
    }),
  )
})

test('an event of the current schema is returned as it is, and read', () => {
  fc.assert(
    fc.property(recorded(), event => {
      expect(upcast(event)).toStrictEqual(E.right(event))
      expect(decodeStored(JSON.parse(JSON.stringify(event)))).toStrictEqual(E.right(event))
    }),
  )
})

test('what it was given is left alone', () => {
  fc.assert(
    fc.property(listed, event => {
      const stored = asFirst(event)
      const before = structuredClone(stored)
      upcast(stored)
      expect(stored).toStrictEqual(before)
    }),
  )
})

test('a schema newer than known is refused', () => {
  fc.assert(
    fc.property(recorded(), fc.integer({ min: 1, max: 100 }), (event, beyond) => {
      const current = schemaOf(event.type)
      const stored = { ...event, envelope: { ...event.envelope, schema: current + beyond } }
      const issue = {
        path: ['envelope', 'schema'],
        expected: `a schema up to ${current}`,
        found: current + beyond,
      }
      expect(upcast(stored)).toStrictEqual(E.left([issue]))
      expect(decodeStored(stored)).toStrictEqual(E.left([issue]))
    }),
  )
})

describe('refused', () => {
  const stored = (flat: unknown, rest: object = {}) => ({
    type: 'FlatListed',
    data: { on: '2016-03-01', flat },
    envelope: { schema: 1 },
    ...rest,
  })

  test.each([
    ['no object', 5, [], 5],
    ['no type', { envelope: { schema: 1 } }, ['type'], undefined],
    ['an unknown type', { type: 'toString', envelope: { schema: 1 } }, ['type'], 'toString'],
    ['no envelope', { type: 'FlatListed' }, ['envelope'], undefined],
    ['a schema 0', stored({ rent: 1 }, { envelope: { schema: 0 } }), ['envelope', 'schema'], 0],
    ['no data', stored(null, { data: undefined }), ['data'], undefined],
    ['a rent in euros', stored({ rent: 480.5 }), ['data', 'flat', 'rent'], 480.5],
    [
      'charges in words',
      stored({ rent: 1, serviceCharges: 'some' }),
      ['data', 'flat', 'serviceCharges'],
      'some',
    ],
  ])('%s', (_, document, path, found) => {
    expect(upcast(document)).toMatchObject(E.left([{ path, found }]))
    expect(
      E.isLeft(upcast(document)) && (upcast(document) as E.Left<ReadonlyArray<unknown>>).left,
    ).toHaveLength(1)
  })

  test('both amounts are named where both are wrong', () => {
    expect(upcast(stored({ rent: -1, serviceCharges: null }))).toMatchObject(
      E.left([{ path: ['data', 'flat', 'rent'] }, { path: ['data', 'flat', 'serviceCharges'] }]),
    )
  })

  test('what no step needs is left for the codec to judge', () => {
    const odd = stored({ rent: 1, colour: 'red' }, { note: 'x', envelope: { schema: 1, clerk: 'y' } })
    expect(upcast(odd)).toStrictEqual(
      E.right({
        ...odd,
        data: { on: '2016-03-01', flat: { colour: 'red', rent: { cold: 1 } } },
        envelope: { schema: 2, clerk: 'y' },
      }),
    )
    expect(decodeStored(odd)).toMatchObject({
      _tag: 'Left',
      left: [{ path: ['data', 'flat', 'id'] }, {}, {}, {}, {}, {}, {}, {}],
    })
  })
})
