import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/codec/index.ts'
import { objects, scalars } from './cases.ts'
import { at, drop, type Path, places, put } from './places.ts'

/** A document and a place in it. */
const placed = (
  values: fc.Arbitrary<unknown>,
  keep: (path: Path, document: unknown) => boolean = () => true,
) =>
  values
    .map(document => ({ document, paths: places(document).filter(path => keep(path, document)) }))
    .filter(({ paths }) => paths.length > 0)
    .chain(({ document, paths }) =>
      fc.record({ document: fc.constant(document), path: fc.constantFrom(...paths) }),
    )

/** Nothing that any field could be: `null` only where none may stand, a list of lists, an unfinished number. */
const nullable = (path: Path) =>
  ['until', 'seed', 'gave'].includes(String(path.at(-1))) || path.at(-2) === 'byPersons'
const wrong = fc.constantFrom<unknown>(
  null,
  [[]],
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  '',
  -1.0625,
)
const flags = ['lift', 'stepFree', 'petsAllowed', 'pets']
const numbers = ['fixed', 'times', 'plus', 'eachFurther', 'percent', 'north', 'east']

const mayBeList = (document: unknown, path: Path): boolean =>
  path.at(-1) === 'list' || path.at(-1) === 'to' || Array.isArray(at(document, path))

/** Where one of the wrong values happens to be right. */
const happensToBeRight = (path: Path, value: unknown): boolean =>
  value === null
    ? nullable(path)
    : typeof value === 'boolean'
      ? flags.includes(String(path.at(-1)))
      : value === -1.0625 && (numbers.includes(String(path.at(-1))) || path.at(-2) === 'byPersons')

const optional = new Set([
  ...[
    'sex',
    'origin',
    'partner',
    'parents',
    'needs',
    'wishes',
    'tier',
    'stepFree',
    'pets',
    'districts',
    'notDistricts',
  ],
  ...[
    'livesIn',
    'kin',
    'languages',
    'residenceDuties',
    'exemption',
    'daysMin',
    'daysMax',
    'municipality',
    'county',
    'land',
    'schoolDistrict',
    'position',
    'area',
    'rooms',
    'serviceCharges',
    'heating',
    'personsMax',
    'regimes',
    'bedrooms',
    'floor',
    'lift',
    'petsAllowed',
    'roomsLet',
  ],
  ...[
    'availableFrom',
    'availableUntil',
    'landlord',
    'unstated',
    'from',
    'below',
    'lacks',
    'per',
    'most',
    'costs',
    'procedure',
    'for',
    'plus',
    'eachFurther',
    'percent',
  ],
  ...['blocked', 'separatedFrom', 'overflow', 'allocationId', 'against', 'placementId', 'override'],
  ...['position', 'actor', 'causationId', 'correlationId'],
])
/** Optional here, required there. */
const either = new Set([
  'name',
  'district',
  'until',
  'from',
  'area',
  'rooms',
  'municipality',
  'position',
  'allocationId',
  'placementId',
])
const forms = ['fixed', 'times', 'byPersons', 'standard', 'sum', 'each', 'if', 'byTier']

describe.each([...scalars, ...objects])('$name', ({ codec, values }) => {
  test('a value of a wrong kind is refused where it stands, and only there', () => {
    fc.assert(
      fc.property(placed(values), wrong, ({ document, path }, value) => {
        fc.pre(!happensToBeRight(path, value))
        const bad = put(document, path, value)
        const issues = decode(codec)(bad)
        // a list is wrong in its first entry
        const place = Array.isArray(value) && mayBeList(document, path) ? [...path, 0] : path
        expect(issues).toStrictEqual(
          E.left([{ path: place, expected: expect.stringMatching(/./) as unknown, found: at(bad, place) }]),
        )
        expect(codec.is(bad)).toBe(false)
      }),
    )
  })
})

describe.each(objects)('$name', ({ codec, values, closed }) => {
  test('a key left out is either optional or missed where it should stand', () => {
    const keys = placed(values, path => typeof path.at(-1) === 'string')
    fc.assert(
      fc.property(
        fc.option(
          keys.map(each => each),
          { nil: undefined },
        ),
        each => {
          if (each === undefined) return
          const { document, path } = each
          const key = String(path.at(-1))
          const rest = drop(document, path)
          const read = decode(codec)(rest)
          if (E.isRight(read)) {
            expect(read.right).toStrictEqual(rest)
            const free = path.at(-2) === 'byDistrict'
            expect(free || optional.has(key) || either.has(key)).toBe(true)
          } else {
            // without its key, nothing tells which form of an amount is meant
            const place =
              forms.includes(key) && !('list' in (at(document, path.slice(0, -1)) as object))
                ? path.slice(0, -1)
                : path
            expect(read.left).toStrictEqual([
              { path: place, expected: expect.stringMatching(/./) as unknown, found: at(rest, place) },
            ])
            expect(optional.has(key) && !either.has(key)).toBe(false)
          }
        },
      ),
    )
  })

  test('an unknown key is refused in policies and conditions of landlords, and left out elsewhere', () => {
    const objectsOnly = placed(values, (path, document) => {
      const value = at(document, path)
      const free = path.at(-1) === 'byDistrict'
      return typeof value === 'object' && value !== null && !Array.isArray(value) && !free
    })
    const key = fc.constantFrom('colour', '__proto__', 'constructor', 'toString', ' name')
    fc.assert(
      fc.property(objectsOnly, key, fc.anything(), ({ document, path }, key, value) => {
        const place = [...path, key]
        const read = decode(codec)(put(document, place, value))
        const strict = closed || path.includes('policy') || path.at(-1) === 'landlord'
        expect(read).toStrictEqual(
          strict
            ? E.left([
                {
                  path: place,
                  expected: expect.stringMatching(/^no other key than /) as unknown,
                  found: value,
                },
              ])
            : E.right(document),
        )
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
    )
  })

  test('an undefined value of an optional key is as good as none', () => {
    fc.assert(
      fc.property(values, value => {
        const padded = Object.fromEntries(
          [...Object.keys(value as object), ...(closed ? [] : optional)].map(key => [
            key,
            (value as Record<string, unknown>)[key],
          ]),
        )
        expect(decode(codec)(padded)).toStrictEqual(E.right(value))
      }),
    )
  })

  test('anything at all is read or refused, and never thrown at', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        value => {
          expect(E.isLeft(decode(codec)(value)) || E.isRight(decode(codec)(value))).toBe(true)
        },
      ),
    )
  })
})
