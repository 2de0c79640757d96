import * as E from 'fp-ts/Either'
import type * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import {
  Age,
  Area,
  Cents,
  decode,
  Envelope,
  Flat,
  FlatId,
  Household,
  Instant,
  IsoDay,
  Needs,
  Recorded,
  Rooms,
  Site,
} from '../../src/codec/index.ts'
import { Digest, Text } from '../../src/codec/scalar.ts'

const half = '\u{D800}'
const words: ReadonlyArray<
  readonly [string, t.Mixed, string, ReadonlyArray<unknown>, ReadonlyArray<unknown>]
> = [
  [
    'Cents',
    Cents,
    'whole cents from 0 to 1,000,000,000',
    [0, 1, 1_000_000_000],
    [-1, 0.5, 1_000_000_001, 1e300, Number.NaN, Infinity, '1', null, undefined, 1n, [1], {}],
  ],
  [
    'Area',
    Area,
    'square metres above 0, up to 100,000, with at most two decimals',
    [0.01, 1.1, 59.78, 65.29, 100_000],
    [0, -5, 0.001, 12.345, 100_000.01, 1e300, '74', '74,5'],
  ],
  [
    'Rooms',
    Rooms,
    'rooms above 0, up to 1,000, in halves',
    [0.5, 1, 2.5, 1000],
    [0, -1, 0.25, 2.75, 1000.5, '3'],
  ],
  [
    'IsoDay',
    IsoDay,
    'a day (YYYY-MM-DD)',
    ['0000-01-01', '2016-02-29', '9999-12-31'],
    ['2015-02-29', '2016-2-29', '29.02.2016', '2016-02-29T00:00:00Z', '', 16_861, new Date(0)],
  ],
  [
    'Instant',
    Instant,
    'a UTC instant (YYYY-MM-DDThh:mm:ss.sssZ)',
    ['2016-03-01T00:00:00.000Z', '2016-02-29T23:59:59.999Z', '2016-02-29T19:09:09.009Z'],
    [
      '2016-03-01',
      '2016-03-01T09:30:00Z',
      '2016-03-01T09:30:00.000+01:00',
      '2015-02-29T09:30:00.000Z',
      '2016-03-01T24:00:00.000Z',
      '2016-03-01T09:60:00.000Z',
      '2016-03-01T09:30:60.000Z',
      ' 2016-03-01T09:30:00.000Z',
      '2016-03-01T09:30:00.000Z ',
    ],
  ],
  [
    'FlatId',
    FlatId,
    'a flat id (1 to 200 characters, none of them control characters, no space at the ends)',
    ['F', '__proto__', 'x'.repeat(200), 'a b', 'ß🙂'],
    ['', ' F', 'F ', 'x'.repeat(201), 'a\nb', 'a\u0000', half, 17, null],
  ],
  [
    'Text',
    Text,
    'a text of 1 to 2,000 characters',
    ['x', ' ', 'two\nlines', 'x'.repeat(2000), '🙂'],
    ['', 'x'.repeat(2001), half, `a${half}b`, 5, null],
  ],
  [
    'Digest',
    Digest,
    'a SHA-256 digest in hexadecimal',
    ['0123456789abcdef'.repeat(4)],
    ['0123456789ABCDEF'.repeat(4), 'a'.repeat(63), 'a'.repeat(65), 'g'.repeat(64), 0],
  ],
]

describe.each(words)('%s', (_, codec, expected, good, bad) => {
  test.each(good.map(value => [value]))('%j is one', value => {
    expect(decode(codec)(value)).toStrictEqual(E.right(value))
  })

  test.each(bad.map(value => ({ value })))('$value is none', ({ value }) => {
    expect(decode(codec)(value)).toStrictEqual(E.left([{ path: [], expected, found: value }]))
  })
})

test('-0 is read as 0, as JSON writes it', () => {
  expect(decode(Cents)(-0)).toStrictEqual(E.right(0))
})

const born = { known: 'birth', born: '1990-05-01' }
const member = { id: 'P1', age: born }
const household = { id: 'H1', members: [member] }
const flat = { id: 'F1', district: 'Mitte', area: 74, rooms: 3, rent: { cold: 48_000 } }
const envelope = {
  stream: 'Dülmen',
  version: 1,
  recordedAt: '2016-03-01T09:30:00.000Z',
  schema: 1,
  commandId: 'C1',
}
const closed = { type: 'SiteClosed', data: { on: '2017-03-31', siteId: 'S1' } }

const wholeNumbers: ReadonlyArray<
  readonly [string, t.Mixed, (n: number) => unknown, string, number, number]
> = [
  ['a tier', Needs, tier => ({ tier }), 'a whole number', 1, 1000],
  ['years', Age, years => ({ known: 'years', years, on: '2016-01-01' }), 'whole years', 0, 130],
  ['bedrooms', Flat, bedrooms => ({ ...flat, bedrooms }), 'a whole number', 0, 1000],
  ['a floor', Flat, floor => ({ ...flat, floor }), 'a whole number', -10, 200],
  ['rooms let', Flat, roomsLet => ({ ...flat, roomsLet }), 'a whole number', 1, 1000],
  ['persons', Flat, personsMax => ({ ...flat, landlord: { personsMax } }), 'a whole number', 1, 1000],
  ['places', Site, places => ({ id: 'S1', kind: 'municipal', places }), 'a whole number', 0, 100_000],
  [
    'a version',
    Envelope,
    version => ({ ...envelope, version }),
    'a whole number',
    1,
    Number.MAX_SAFE_INTEGER,
  ],
]

test.each(wholeNumbers)('%s lies within its bounds', (_, codec, document, what, min, max) => {
  expect(decode(codec)(document(min))).toStrictEqual(E.right(document(min)))
  expect(decode(codec)(document(max))).toStrictEqual(E.right(document(max)))
  const expected = `${what} from ${min.toLocaleString('en')} to ${max.toLocaleString('en')}`
  for (const found of [min - 1, max + 1, min + 0.5]) {
    expect(decode(codec)(document(found))).toMatchObject({ left: [{ expected, found }] })
  }
})

test('a household has a member', () => {
  expect(decode(Household)({ ...household, members: [] })).toStrictEqual(
    E.left([{ path: ['members'], expected: 'at least one member', found: [] }]),
  )
})

test('members have ids of their own; each repetition is named', () => {
  const members = [member, { ...member, id: '__proto__' }, member, { ...member, id: '__proto__' }]
  const expected = 'an id that no other member has'
  expect(decode(Household)({ ...household, members })).toStrictEqual(
    E.left([
      { path: ['members', 2, 'id'], expected, found: 'P1' },
      { path: ['members', 3, 'id'], expected, found: '__proto__' },
    ]),
  )
})

test('partner and parents may live elsewhere', () => {
  const members = [{ ...member, partner: 'P7', parents: ['P8', 'P9'] }]
  expect(decode(Household)({ ...household, members })).toStrictEqual(E.right({ ...household, members }))
})

test('a flat does not cease to be available before it is; on the same day it may', () => {
  const from = { ...flat, availableFrom: '2016-03-02' }
  expect(decode(Flat)({ ...from, availableUntil: '2016-03-01' })).toStrictEqual(
    E.left([{ path: ['availableUntil'], expected: 'no day before 2016-03-02', found: '2016-03-01' }]),
  )
  const same = { ...from, availableUntil: '2016-03-02' }
  expect(decode(Flat)(same)).toStrictEqual(E.right(same))
  const until = { ...flat, availableUntil: '2016-03-01' }
  expect(decode(Flat)(until)).toStrictEqual(E.right(until))
})

test('no more is blocked than there is, in a flat as in a site', () => {
  const blocked = (count: number) => ({ blocked: { count, reason: 'major works' } })
  const beyond = (most: number, found: number) =>
    E.left([{ path: ['blocked', 'count'], expected: `no more than ${most}`, found }])
  const site = { id: 'S1', kind: 'municipal', places: 2 }
  const shared = { ...flat, roomsLet: 3 }
  expect(decode(Flat)({ ...flat, ...blocked(1) })).toStrictEqual(E.right({ ...flat, ...blocked(1) }))
  expect(decode(Flat)({ ...flat, ...blocked(2) })).toStrictEqual(beyond(1, 2))
  expect(decode(Flat)({ ...shared, ...blocked(3) })).toStrictEqual(E.right({ ...shared, ...blocked(3) }))
  expect(decode(Flat)({ ...shared, ...blocked(4) })).toStrictEqual(beyond(3, 4))
  expect(decode(Site)({ ...site, ...blocked(2) })).toStrictEqual(E.right({ ...site, ...blocked(2) }))
  expect(decode(Site)({ ...site, ...blocked(3) })).toStrictEqual(beyond(2, 3))
  expect(E.isLeft(decode(Site)({ ...site, ...blocked(0) }))).toBe(true)
  expect(E.isLeft(decode(Site)({ ...site, blocked: { count: 1, reason: 'works' } }))).toBe(true)
})

test('everything that is wrong is said at once, in the order of the document', () => {
  const bad = {
    ...flat,
    area: '74',
    rent: { cold: 1.5, heating: -1 },
    landlord: { regimes: ['SGB II', 'SGB'] },
  }
  const read = decode(Flat)(bad)
  expect(E.isLeft(read) && read.left.map(({ path, found }) => [path.join('.'), found])).toEqual([
    ['area', '74'],
    ['rent.cold', 1.5],
    ['rent.heating', -1],
    ['landlord.regimes.1', 'SGB'],
  ])
})

test('errors speak of the branch that the tag chooses', () => {
  expect(decode(Age)({ known: 'group', born: '1990-05-01' })).toStrictEqual(
    E.left([{ path: ['group'], expected: 'one of child, adult, senior', found: undefined }]),
  )
  expect(decode(Age)({ known: 'toString' })).toStrictEqual(
    E.left([{ path: ['known'], expected: 'one of birth, years, group', found: 'toString' }]),
  )
})

test('a recorded event is of the current schema, and both its halves are checked', () => {
  const recorded = { ...closed, envelope }
  expect(decode(Recorded)(recorded)).toStrictEqual(E.right(recorded))
  expect(decode(Recorded)({ ...closed, envelope: { ...envelope, schema: 2 } })).toStrictEqual(
    E.left([{ path: ['envelope', 'schema'], expected: 'schema 1', found: 2 }]),
  )
  const both = { ...recorded, data: { ...closed.data, on: 1 }, envelope: { ...envelope, actor: '' } }
  expect(decode(Recorded)(both)).toMatchObject({
    left: [
      { path: ['data', 'on'], found: 1 },
      { path: ['envelope', 'actor'], found: '' },
    ],
  })
})
