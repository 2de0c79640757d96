import { readFileSync } from 'node:fs'
import { type Flat, fitOf, type Household, metresBetween, type Preference, type Seeker } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { decodePolicy, issueSentence } from '../../src/codec/index.ts'
import { position } from '../../src/testing/arbitrary/place.ts'
import { aged, day, home, household } from './town.ts'

const points = (preference: object, seeker: Seeker, flat: Flat): number =>
  fitOf([{ name: 'W', points: 100, ...preference } as Preference], seeker, flat, day).total
const one = (rest: Partial<Household> = {}): Seeker => {
  const seeker = household()
  return { ...seeker, household: { ...seeker.household, ...rest } }
}
const station = { north: 51.83, east: 7.28 }
/** So many metres north of the station; 1° of latitude is 111,195 m. */
const north = (metres: number) => ({ ...station, north: station.north + metres / 111_195.08 })

describe('the way between two places', () => {
  test.each([
    [{ north: 0, east: 0 }, { north: 0, east: 180 }, 20_015_115],
    [{ north: 90, east: 0 }, { north: -90, east: 77 }, 20_015_115],
    [{ north: 0, east: 0 }, { north: 0, east: 1 }, 111_195],
    [{ north: 60, east: 0 }, { north: 60, east: 1 }, 55_597],
    [{ north: 10, east: 179.5 }, { north: 10, east: -179.5 }, 109_506],
  ])('%j to %j is %i m', (a, b, metres) => {
    expect(Math.abs(metresBetween(a, b) - metres)).toBeLessThanOrEqual(1)
  })

  test('is the same back, and never longer than a detour but for rounding', () => {
    fc.assert(
      fc.property(position(), position(), position(), (a, b, c) => {
        expect(metresBetween(a, b)).toBe(metresBetween(b, a))
        expect(metresBetween(a, c)).toBeLessThanOrEqual(metresBetween(a, b) + metresBetween(b, c) + 2)
      }),
    )
  })
})

describe('near', () => {
  const kita = { preference: 'near', to: [north(5000), station], perKilometre: 20 }
  const at = (metres: number) => points(kita, household(), home({ position: north(metres) }))

  test('loses points by the kilometre to the nearest place, rounded down, never below 0', () => {
    expect([0, 50, 51, 1000, 2500, 4999, -5000, -9000].map(at)).toEqual([100, 99, 98, 80, 50, 99, 0, 0])
  })

  test('gives nothing where a position is not stated; kin are the household’s own', () => {
    const kin = { preference: 'near', to: 'household.kin', perKilometre: 10 }
    expect(points(kita, household(), home())).toBe(0)
    expect(points(kin, one({ kin: [north(3000)] }), home({ position: station }))).toBe(70)
    expect(points(kin, one({ kin: [] }), home({ position: station }))).toBe(0)
    expect(points(kin, one(), home({ position: station }))).toBe(0)
  })
})

test('a size match costs points above the ideal only, or below it only', () => {
  const size = {
    preference: 'closeTo',
    flat: 'bedrooms',
    ideal: { standard: 'ukBedroomStandard' },
    unit: 'rooms',
    perUnit: 15,
  }
  const two = aged(
    { known: 'birth', born: '1980-01-01' as typeof day },
    { known: 'birth', born: '1982-01-01' as typeof day },
  )
  const given = (costs: string | undefined) =>
    [1, 2, 3, 4].map(bedrooms => points({ ...size, ...(costs && { costs }) }, two, home({ bedrooms })))
  expect(given('above')).toEqual([100, 100, 85, 70])
  expect(given('below')).toEqual([85, 100, 100, 100])
  expect(given(undefined)).toEqual([85, 100, 85, 70])
  expect(points({ ...size, costs: 'above' }, two, home())).toBe(0)
  const open = { ...size, flat: 'personsMax', unit: 'persons', ideal: { fixed: 2 }, costs: 'below' }
  expect(points(open, two, home())).toBe(0)
})

describe('slack', () => {
  const below = {
    preference: 'slack',
    limit: 'atMost',
    flat: 'coldRent',
    asks: { byPersons: [400, null] },
    unit: 'EUR',
    perUnit: 0.5,
  }
  const rent = (cold: number, persons = 1) => points(below, household({ persons }), home({ rent: { cold } }))

  test('gives points for each unit within the limit, rounded down, up to all', () => {
    expect([40_001, 40_000, 39_801, 39_800, 30_000, 20_000, 19_000].map(cold => rent(cold))).toEqual([
      0, 0, 0, 1, 50, 100, 100,
    ])
    const spacious = { ...below, limit: 'atLeast', flat: 'area', asks: { fixed: 40 }, unit: 'm²', perUnit: 1 }
    expect([39, 40, 41.9, 200].map(area => points(spacious, household(), home({ area })))).toEqual([
      0, 0, 1, 100,
    ])
  })

  test('gives nothing where a side is not stated or has no end', () => {
    expect(rent(1000, 2)).toBe(0)
    expect(points({ ...below, flat: 'grossColdRent' }, household(), home())).toBe(0)
    const open = { ...below, limit: 'atLeast', flat: 'personsMax', asks: { fixed: 1 }, unit: 'persons' }
    expect(points(open, household(), home())).toBe(0)
  })
})

test('a language is shared with those of the flat’s district', () => {
  const language = {
    preference: 'language',
    byDistrict: { Mitte: ['ar', 'ti'], Nord: [], ['__proto__']: ['ar'] },
  }
  const speaks = (...languages: ReadonlyArray<string>) => one({ languages })
  expect(points(language, speaks('fa', 'ti'), home())).toBe(100)
  expect(points(language, speaks('fa'), home())).toBe(0)
  expect(points(language, one(), home())).toBe(0)
  expect(points(language, speaks('ar'), home({ district: 'Nord' }))).toBe(0)
  expect(points(language, speaks('ar'), home({ district: 'toString' }))).toBe(0)
})

test('a school is kept where the district is that of now; not said is not kept', () => {
  const school = {
    preference: 'bonus',
    when: { rule: 'oneOf', name: 's', word: 'flat.schoolDistrict', list: 'household.schoolDistricts' },
  }
  const pupil = one({ livesIn: { schoolDistrict: 'Augustinus' } })
  expect(points(school, pupil, home({ schoolDistrict: 'Augustinus' }))).toBe(100)
  expect(points(school, pupil, home({ schoolDistrict: 'Galen' }))).toBe(0)
  expect(points(school, pupil, home())).toBe(0)
})

test('the wishes in the docs are good policies, each read as it is written', () => {
  const docs = readFileSync(new URL('../../src/rule/policy.ts', import.meta.url), 'utf8')
  const wishes = [...docs.matchAll(/^ \* \| .+? \| `(\{.+\})` \|$/gm)].map(([, json = ''], at) => ({
    name: `wish ${at}`,
    ...(JSON.parse(json) as object),
  }))
  expect(wishes.length).toBe(8)
  const policy = { name: 'P', version: '1', rules: [], ranking: [], preferences: wishes }
  expect(decodePolicy(policy)).toEqual(E.right(policy))
})

test('a wish that is not in order is refused with the place of each fault', () => {
  const near = { preference: 'near', name: 'n', points: 1, to: [station], perKilometre: 1 }
  const read = (...preferences: ReadonlyArray<object>) => {
    const decoded = decodePolicy({ name: 'P', version: '1', rules: [], ranking: [], preferences })
    return E.isLeft(decoded) ? decoded.left.map(issueSentence) : []
  }
  expect(
    read(
      { ...near, to: 'kin' },
      { ...near, to: [{ ...station, north: 90.1, height: 3 }] },
      { preference: 'language', name: 'l', points: 1, byDistrict: { Mitte: 'ar' } },
      { preference: 'language', name: 'm', points: 1, byDistrict: [] },
      { preference: 'schools', name: 's', points: 1 },
    ),
  ).toEqual([
    'preferences[0].to: expected household.kin, or a list of positions, found "kin"',
    'preferences[1].to[0].height: expected no other key than north, east, found 3',
    'preferences[1].to[0].north: expected degrees from -90 to 90, found 90.1',
    'preferences[2].byDistrict.Mitte: expected a list of languages, found "ar"',
    'preferences[3].byDistrict: expected languages by district, found a list of 0',
    'preferences[4].preference: expected one of bonus, closeTo, near, slack, language, found "schools"',
  ])
})
