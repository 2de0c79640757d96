import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import type * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import {
  decode,
  decodeCommands,
  decodeEach,
  decodeEvents,
  decodePolicy,
  Flat,
  Household,
  HousingEvent,
  issueSentence,
  Policy,
  Rent,
} from '../../src/codec/index.ts'
import { event, flat } from '../../src/testing/arbitrary/index.ts'

test('good rows are kept beside bad ones, all in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(flat(), fc.boolean())), rows => {
      const inputs = rows.map(([each, good]) => (good ? each : { ...each, area: 'unknown' }))
      const { accepted, rejected } = decodeEach(Flat)(inputs)
      expect(accepted).toStrictEqual(rows.filter(([, good]) => good).map(([each]) => each))
      expect(rejected.map(({ index }) => index)).toEqual(rows.flatMap(([, good], at) => (good ? [] : [at])))
      for (const { issues } of rejected) {
        expect(issues).toMatchObject([{ path: ['area'], found: 'unknown' }])
      }
    }),
  )
})

describe.each([
  ['decodeCommands', decodeCommands],
  ['decodeEvents', decodeEvents],
])('%s', (_, read) => {
  test.each([[null], [{}], ['[]'], [{ length: 0 }]])('%j is no list', input => {
    expect(read(input)).toStrictEqual(E.left([{ path: [], expected: 'a list', found: input }]))
  })

  test('an empty list has no rows', () => {
    expect(read([])).toStrictEqual(E.right({ accepted: [], rejected: [] }))
  })
})

test('a list of events is read event by event', () => {
  fc.assert(
    fc.property(fc.array(event()), events => {
      expect(decodeEvents([...events, null])).toMatchObject(
        E.right({
          accepted: events,
          rejected: [{ index: events.length, issues: [{ path: [], found: null }] }],
        }),
      )
    }),
  )
})

test('a command that is not known is refused by its type', () => {
  expect(decodeCommands([{ type: 'DeleteHousehold', id: 'C1', data: {} }])).toMatchObject(
    E.right({ rejected: [{ issues: [{ path: ['type'], found: 'DeleteHousehold' }] }] }),
  )
})

describe('hostile documents', () => {
  const nested = (depth: number): unknown => {
    let value: unknown = []
    for (let k = 0; k < depth; k++) value = k % 2 === 0 ? { rules: value } : [value]
    return value
  }

  test('depth is refused where it begins, in a short sentence', () => {
    const documents: ReadonlyArray<t.Mixed> = [Policy, Household, HousingEvent]
    for (const codec of documents) {
      const { rejected } = decodeEach(codec)([nested(100_000)])
      const sentences = rejected.flatMap(({ issues }) => issues.map(issueSentence))
      expect(sentences).not.toEqual([])
      expect(sentences.join('').length).toBeLessThan(1000)
    }
  })

  test('own keys called __proto__ reach neither the value nor any prototype', () => {
    const text =
      '{"__proto__":{"polluted":1},"id":"H1","members":[{"__proto__":{"sex":"male"},"id":"P1","age":{"known":"group","group":"adult","__proto__":{"x":1}}}],"needs":{"__proto__":{"tier":1}}}'
    const read = decode(Household)(JSON.parse(text))
    const clean = { id: 'H1', members: [{ id: 'P1', age: { known: 'group', group: 'adult' } }], needs: {} }
    expect(read).toStrictEqual(E.right(clean))
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('what somebody has given to all objects does not count', () => {
    const all = Object.prototype as { cold?: number; heating?: number }
    all.cold = 1
    all.heating = 2
    try {
      expect(decode(Rent)({ heating: 3 })).toMatchObject({ left: [{ path: ['cold'] }] })
      const rent = decode(Rent)({ cold: 4 })
      expect(E.isRight(rent) && Object.entries(rent.right)).toEqual([['cold', 4]])
    } finally {
      delete all.cold
      delete all.heating
    }
  })

  test('what an object inherits does not count', () => {
    const heir: unknown = Object.create({ id: 'H1', members: [{ id: 'P1' }] })
    expect(decode(Household)(heir)).toMatchObject(
      E.left([
        { path: ['id'], found: undefined },
        { path: ['members'], found: undefined },
      ]),
    )
  })

  test('holes in a list are missed one by one', () => {
    const members: Array<unknown> = []
    members[2] = { id: 'P1', age: { known: 'group', group: 'adult' } }
    expect(decode(Household)({ id: 'H1', members })).toStrictEqual(
      E.left([
        { path: ['members', 0], expected: 'a person', found: undefined },
        { path: ['members', 1], expected: 'a person', found: undefined },
      ]),
    )
  })

  test('below an object whose keys are numbers, they stay keys', () => {
    const policy = { name: 'P', version: '1', rules: [], ranking: [], preferences: [], 7: 1 }
    expect(decodePolicy(policy)).toMatchObject(E.left([{ path: ['7'], found: 1 }]))
  })
})
