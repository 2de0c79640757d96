import type { Landlord } from 'einzug'
import * as E from 'fp-ts/Either'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { decode, Flat, type Issues, issueSentence } from '../../src/codec/index.ts'

const flat = { id: 'F1', district: 'Mitte', area: 74, rooms: 3, rent: { cold: 48_000 } }
const read = (landlord: unknown) =>
  E.mapLeft((issues: Issues) => issues.map(issueSentence))(decode(Flat)({ ...flat, landlord }))

describe('a landlord', () => {
  test('may set these conditions and no other', () => {
    expectTypeOf<keyof Landlord>().toEqualTypeOf<'personsMax' | 'regimes' | 'daysMin' | 'daysMax'>()
    // @ts-expect-error: origin is no condition
    const origin: Landlord = { origin: ['DE'] }
    // @ts-expect-error: religion is no condition
    const religion: Landlord = { religion: 'none' }
    // @ts-expect-error: sex is no condition
    const sex: Landlord = { sex: 'female' }
    for (const each of [origin, religion, sex]) expect(E.isLeft(read(each))).toBe(true)
  })

  test('who sets another is told where', () => {
    const known = 'personsMax, regimes, daysMin, daysMax'
    for (const key of ['origin', 'religion', 'sex', '__proto__']) {
      const landlord = JSON.parse(`{"personsMax":3,"${key}":["x"]}`) as unknown
      expect(read(landlord)).toEqual(
        E.left([`landlord.${key}: expected no other key than ${known}, found a list of 1`]),
      )
    }
  })

  test('cannot let a contract run for fewer days than at least', () => {
    const good = { daysMin: 365, daysMax: 365 }
    expect(read(good)).toEqual(E.right({ ...flat, landlord: good }))
    expect(read({ daysMin: 366, daysMax: 365 })).toEqual(
      E.left(['landlord.daysMax: expected no fewer than 366 days, found 365']),
    )
    expect(read({ daysMin: 0, daysMax: 36_526 })).toEqual(
      E.left([
        'landlord.daysMin: expected whole days from 1 to 36,525, found 0',
        'landlord.daysMax: expected whole days from 1 to 36,525, found 36526',
      ]),
    )
  })
})
