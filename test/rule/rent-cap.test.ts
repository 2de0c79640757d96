import {
  type Flat,
  housingBenefitMaximum,
  type IsoDay,
  judge,
  productTheory,
  type RentCap,
  type Rule,
  rentCap,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { decodeRentCaps, issueSentence } from '../../src/codec/index.ts'
import { dayOf } from '../../src/domain/day.ts'
import * as testing from '../../src/testing/arbitrary/index.ts'
import { sharedDataIsThere, sharedRows } from '../support/shared-data.ts'
import { home, household } from './town.ts'

const on = (day: string) => day as IsoDay
const row = (from: string, rest: Partial<RentCap> = {}): RentCap => ({
  municipality: 'Dülmen',
  from: on(from),
  basis: 'grossColdRent',
  byPersons: [400, 500],
  ...rest,
})
const must = (found: ReturnType<ReturnType<typeof rentCap>>): Rule => {
  if (E.isLeft(found)) throw new Error(JSON.stringify(found.left))
  return found.right
}

describe('the cap in force', () => {
  const table = [
    row('2025-01-01', { byPersons: [3] }),
    row('2020-01-01', { byPersons: [1], until: on('2021-01-01') }),
    row('2023-01-01', { byPersons: [2] }),
    row('2000-01-01', { municipality: 'Coesfeld' }),
  ]

  test.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 1],
    ['2020-12-31', 1],
    ['2021-01-01', undefined],
    ['2022-12-31', undefined],
    ['2023-01-01', 2],
    ['2024-12-31', 2],
    ['2025-01-01', 3],
    ['2099-01-01', 3],
  ])('on %s is that of the row that holds: %s', (day, entry) => {
    const found = rentCap(table)('Dülmen', on(day))
    expect(found).toEqual(
      entry === undefined
        ? E.left({ _tag: 'NoRowForDay', municipality: 'Dülmen', on: day })
        : E.right({
            rule: 'atMost',
            name: 'rent cap',
            flat: 'grossColdRentShare',
            asks: { byPersons: [entry] },
            unit: 'EUR',
          }),
    )
  })

  test('of a municipality that the table does not name is none, and those that it names are told', () => {
    expect(rentCap(table)('Olfen', on('2025-01-01'))).toEqual(
      E.left({ _tag: 'UnknownMunicipality', municipality: 'Olfen', known: ['Dülmen', 'Coesfeld'] }),
    )
  })

  test('is not chosen from rows that overlap', () => {
    const early = row('2020-01-01', { until: on('2024-01-02') })
    const overlapping = [row('2000-01-01', { municipality: 'Coesfeld' }), early, row('2024-01-01')]
    expect(rentCap(overlapping)('Dülmen', on('2024-01-01'))).toEqual(
      E.left({ _tag: 'OverlappingRows', municipality: 'Dülmen', on: '2024-01-01', rows: [1, 2] }),
    )
    expect(E.isRight(rentCap(overlapping)('Dülmen', on('2024-01-02')))).toBe(true)
    expect(rentCap([row('2020-01-01'), row('2020-01-01')])('Dülmen', on('2020-05-01'))).toMatchObject(
      E.left({ _tag: 'OverlappingRows', rows: [0, 1] }),
    )
  })

  test('is one at most where no row says until when it holds, and the last begun', () => {
    const days = fc.uniqueArray(testing.day(), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(days, testing.day(), (begins, day) => {
        const found = rentCap(begins.map(from => row(from, { byPersons: [dayOf(from)] })))('Dülmen', day)
        const last = Math.max(...begins.filter(from => from <= day).map(dayOf))
        expect(E.isRight(found) ? found.right.asks : undefined).toEqual(
          last === -Infinity ? undefined : { byPersons: [last] },
        )
      }),
    )
  })
})

describe('a cap is held against', () => {
  const cap = must(rentCap([row('2020-01-01', { byPersons: [400, null] })])('Dülmen', on('2020-01-01')))
  const gross = (cents: number, rest: Partial<Flat> = {}) =>
    home({ rent: { cold: cents - 100, serviceCharges: 100 }, ...rest })
  const says = (flat: Flat, persons = 1) => judge(cap, household({ persons }), flat, on('2020-01-01'))

  test('the whole rent of a flat let whole, and abstains where the table has no entry', () => {
    expect(says(gross(40_000))).toEqual({ _tag: 'Passes' })
    expect(says(gross(40_001))).toMatchObject({ _tag: 'Fails', shortfall: { amount: 1, unit: 'cent' } })
    expect(says(gross(99_999), 2)).toEqual({ _tag: 'Abstains', because: 'limit not stated' })
    expect(says(home(), 1)).toMatchObject({ _tag: 'Fails', found: null })
  })

  test('a room’s share of a flat let room by room, never rounded below it', () => {
    expect(says(gross(120_000, { roomsLet: 3 }))).toEqual({ _tag: 'Passes' })
    expect(says(gross(120_001, { roomsLet: 3 }))).toMatchObject({ _tag: 'Fails', found: 40_001 })
    const cold = must(
      rentCap([row('2020-01-01', { basis: 'coldRent', byPersons: [400] })])('Dülmen', on('2020-01-01')),
    )
    expect(
      judge(cold, household(), home({ rent: { cold: 80_000 }, roomsLet: 2 }), on('2020-01-01'))._tag,
    ).toBe('Passes')
    expect(
      judge(cold, household(), home({ rent: { cold: 80_001 }, roomsLet: 2 }), on('2020-01-01'))._tag,
    ).toBe('Fails')
  })
})

describe('the product theory', () => {
  test('multiplies as written', () => {
    expect(productTheory({ areas: { byPersons: [50, null, 0.1] }, perSquareMetre: 0.2 })).toEqual({
      byPersons: [10, null, 0.02],
    })
    expect(productTheory({ areas: { byPersons: [47.5], eachFurther: 15 }, perSquareMetre: 8.31 })).toEqual({
      byPersons: [394.725],
      eachFurther: 124.65,
    })
  })

  test('states nothing beyond the shorter table, nor for more persons, where each size has its rent', () => {
    const areas = { byPersons: [50, 65, 80], eachFurther: 15 }
    expect(productTheory({ areas, perSquareMetre: [8, 7.5] })).toEqual({ byPersons: [400, 487.5] })
    expect(productTheory({ areas, perSquareMetre: [null, 7, 6, 5] })).toEqual({ byPersons: [null, 455, 480] })
  })
})

test('a table of bad rows is refused with the place of each fault', () => {
  const good = row('2020-01-01')
  const read = decodeRentCaps([
    good,
    { ...good, from: '2020-02-30', byPersons: ['437', -1] },
    { ...good, until: '2020-01-01', byPersons: [] },
    { ...good, untill: '2021-01-01', percent: 1001 },
    { ...good, until: '2020-01-02', percent: 0, eachFurther: 0 },
  ])
  expect(E.isLeft(read) && read.left.map(issueSentence)).toEqual([
    '[1].from: expected a day (YYYY-MM-DD), found "2020-02-30"',
    '[1].byPersons[0]: expected EUR from 0 to 1,000,000, or null, found "437"',
    '[1].byPersons[1]: expected EUR from 0 to 1,000,000, or null, found -1',
    '[2].until: expected a day after 2020-01-01, found "2020-01-01"',
    '[2].byPersons: expected at least one entry, found a list of 0',
    '[3].untill: expected no other key than municipality, from, basis, byPersons, until, eachFurther, percent, found "2021-01-01"',
    '[3].percent: expected a percentage from 0 to 1,000, found 1001',
  ])
})

describe.runIf(sharedDataIsThere)('real tables', () => {
  const number = (cell: string | undefined) => (cell === undefined || cell === '' ? null : Number(cell))

  test('the caps of the Münsterland: Dülmen’s by persons, and empty cells are not stated', () => {
    const table = sharedRows('rentcaps/kdu_muensterland_2025_26.csv').map(cells => {
      const column = (of: string) => number(cells[`max_${of}`])
      const basis = column('bruttokaltmiete_eur_1p') === null ? 'coldRent' : 'grossColdRent'
      const name = basis === 'coldRent' ? 'nettokaltmiete' : 'bruttokaltmiete'
      const further = column(`${name}_eur_addl`)
      return {
        municipality: cells['gemeinde_name'],
        from: cells['valid_from'],
        basis,
        byPersons: [1, 2, 3, 4, 5].map(persons => column(`${name}_eur_${persons}p`)),
        ...(further === null ? {} : { eachFurther: further }),
      }
    })
    const read = decodeRentCaps(table)
    if (E.isLeft(read)) throw new Error(issueSentence(read.left[0]))
    expect(read.right.length).toBe(20)
    const duelmen = must(rentCap(read.right)('Dülmen', on('2025-06-30')))
    const asked = (persons: number) =>
      judge(
        duelmen,
        household({ persons }),
        home({ rent: { cold: 9_999_900, serviceCharges: 0 } }),
        on('2025-06-30'),
      )
    expect([1, 2, 3, 4, 5, 6, 8].map(persons => asked(persons))).toMatchObject(
      [46_800, 56_710, 67_530, 78_900, 89_940, 100_760, 122_400].map(cents => ({
        _tag: 'Fails',
        asked: cents,
      })),
    )
  })

  test('the housing-benefit maxima of 2016 at level II, with a tenth more', () => {
    const maxima = sharedRows('rentcaps/wohngeld_hoechstbetraege_2009_2025.csv').filter(
      cells => cells['mietenstufe'] === '2',
    )
    const from = [...new Set(maxima.map(cells => cells['in_force_from'] as IsoDay))]
    const table = from.map(day => {
      const entries = maxima.filter(cells => cells['in_force_from'] === day)
      const eur = (persons: string) => Number(entries.find(cells => cells['persons'] === persons)?.['eur'])
      return {
        municipality: 'Dülmen',
        from: day,
        byPersons: ['1', '2', '3', '4', '5'].map(eur),
        eachFurther: eur('jede_weitere_person'),
      }
    })
    const caps = housingBenefitMaximum(table)
    const asked = (day: string, persons: number) =>
      judge(
        must(rentCap(caps)('Dülmen', on(day))),
        household({ persons }),
        home({ rent: { cold: 9_999_900, serviceCharges: 0 } }),
        on(day),
      )
    expect(asked('2016-06-30', 1)).toMatchObject({ asked: 38_610 })
    expect(asked('2016-06-30', 7)).toMatchObject({ asked: Math.round(110 * (675 + 2 * 81)) })
    expect(asked('2015-12-31', 1)).toMatchObject({ asked: 33_880 })
    expect(E.isLeft(rentCap(caps)('Dülmen', on('2008-12-31')))).toBe(true)
  })
})
