import { census, flatOccupancy, fold, type HousingEvent, type Ratio, siteOccupancy } from 'einzug'
import { describe, expect, test } from 'vitest'
import { day, fact, period } from './facts.ts'

const short = ({ numerator, denominator }: Ratio) => `${String(numerator)}/${String(denominator)}`

describe('occupancy of flats', () => {
  const units = (log: ReadonlyArray<HousingEvent>, n: number) =>
    short(flatOccupancy(day(n), 'units')(fold(census)(log)))
  const persons = (log: ReadonlyArray<HousingEvent>, n: number) =>
    short(flatOccupancy(day(n), 'persons')(fold(census)(log)))

  const log = [
    fact.assigned(0, 'H1', ['P1', 'P2']),
    fact.assigned(0, 'H2', ['P3']),
    fact.listed(1, 'whole', { landlord: { personsMax: 4 } }),
    fact.listed(2, 'shared', { roomsLet: 3 }),
    fact.tenancy(3, 'T1', 'H1', 'whole'),
    fact.tenancy(4, 'T2', 'H2', 'shared'),
    fact.tenancyEnded(9, 'T1'),
  ]

  test('units let of those listed: one for a flat let whole, one for each room let', () => {
    expect([0, 1, 2, 3, 4, 8, 9].map(n => units(log, n))).toEqual([
      '0/0',
      '0/1',
      '0/4',
      '1/4',
      '2/4',
      '2/4',
      '1/4',
    ])
  })

  test('a withdrawn unit counts while its tenant stays, an empty one no longer; a flat may be listed again', () => {
    const gone = [...log, fact.withdrawn(6, 'whole'), fact.withdrawn(6, 'shared')]
    expect([5, 6, 8, 9].map(n => units(gone, n))).toEqual(['2/4', '2/2', '2/2', '1/1'])
    expect(units([...gone, fact.listed(9, 'whole')], 9)).toBe('1/2')
  })

  test('persons of those allowed, where the landlord says how many', () => {
    expect([0, 1, 3, 9].map(n => persons(log, n))).toEqual(['0/0', '0/4', '2/4', '0/4'])
    const gone = [...log, fact.withdrawn(6, 'whole')]
    expect([8, 9].map(n => persons(gone, n))).toEqual(['2/4', '0/0'])
    const stricter = [...log, fact.flatChanged(5, 'whole', { landlord: { personsMax: 3 } })]
    expect([4, 5].map(n => persons(stricter, n))).toEqual(['2/4', '2/3'])
    expect(persons([...log, fact.flatChanged(5, 'whole', { landlord: {} })], 5)).toBe('0/0')
  })

  test('over a period every night counts', () => {
    const state = fold(census)([...log, fact.changed(5, 'H1', ['P1', 'P2', 'P7'])])
    // units let: 1 on night 3, 2 on nights 4 to 8, 1 on night 9; listed: 1 on night 1, 4 from night 2
    expect(short(flatOccupancy(period(0, 10), 'units')(state))).toBe('12/33')
    // persons: 2 on nights 3 and 4, 3 on nights 5 to 8; allowed: 4 from night 1
    expect(short(flatOccupancy(period(0, 10), 'persons')(state))).toBe('16/36')
    expect(short(flatOccupancy(period(5, 5), 'units')(state))).toBe('0/0')
    expect(short(flatOccupancy(period(6, 5), 'units')(state))).toBe('0/0')
  })

  test('a tenancy of an unknown household takes the unit, with no person known', () => {
    const stray = [
      fact.listed(0, 'F1', { landlord: { personsMax: 4 } }),
      fact.tenancy(0, 'T1', 'nobody', 'F1'),
    ]
    expect([units(stray, 0), persons(stray, 0)]).toEqual(['1/1', '0/4'])
  })

  test('says what it counts', () => {
    const state = fold(census)(log)
    expect(flatOccupancy(day(4), 'units')(state)).toStrictEqual({
      figure: 'occupancy of flats',
      unit: 'units',
      basis:
        'Units let, of the units listed or let: a flat let whole is one unit, one let by rooms as many as its rooms; a unit of a withdrawn flat counts while its tenant stays.',
      day: '2016-01-05',
      numerator: 2,
      of: 'units',
      denominator: 4,
    })
    expect(flatOccupancy(period(4, 6), 'persons')(state)).toStrictEqual({
      figure: 'occupancy of flats',
      unit: 'person-nights',
      basis:
        'Persons living in flats whose landlord states how many persons are allowed, of the persons allowed in those that are listed or let.',
      period: { from: '2016-01-05', until: '2016-01-07' },
      numerator: 4,
      of: 'person-nights',
      denominator: 8,
    })
    expect(flatOccupancy(period(4, 6), 'units')(state)).toMatchObject({
      unit: 'unit-nights',
      of: 'unit-nights',
    })
    expect(flatOccupancy(day(4), 'persons')(state)).toMatchObject({ unit: 'persons', of: 'persons' })
  })
})

describe('occupancy of sites', () => {
  const log = [
    fact.opened(1, 'camp', 4),
    fact.opened(1, 'state', 10, 'reception'),
    fact.assigned(0, 'H1', ['P1', 'P2', 'P3']),
    fact.stay(2, 'A1', 'H1', 'camp'),
    fact.changed(4, 'H1', ['P1', 'P2', 'P3', 'P4', 'P5']),
    fact.siteChanged(6, 'camp', 6),
    fact.stayEnded(8, 'A1'),
  ]
  const on = (more: ReadonlyArray<HousingEvent>, n: number) =>
    short(siteOccupancy(day(n))(fold(census)([...log, ...more])))

  test('persons of places on a day, more than all with an overflow', () => {
    expect([0, 1, 2, 4, 6, 8].map(n => on([], n))).toEqual(['0/0', '0/14', '3/14', '5/14', '5/16', '0/16'])
    expect([3, 4, 5, 8].map(n => on([fact.closed(1, 'state'), fact.closed(4, 'camp')], n))).toEqual([
      '3/4',
      '5/4',
      '5/4',
      '0/0',
    ])
  })

  test('person-nights of place-nights over a period', () => {
    const state = fold(census)(log)
    // persons: 3 on nights 2 and 3, 5 on nights 4 to 7; places: 14 on nights 1 to 5, 16 on nights 6 to 9
    expect(siteOccupancy(period(0, 10))(state)).toStrictEqual({
      figure: 'occupancy of sites',
      unit: 'person-nights',
      basis:
        'Persons in sites, of the places of the sites that are open or still lived in; municipal sites and reception sites of the state.',
      period: { from: '2016-01-01', until: '2016-01-11' },
      numerator: 26,
      of: 'place-nights',
      denominator: 134,
    })
    expect(siteOccupancy(day(4))(state)).toMatchObject({ unit: 'persons', of: 'places', day: '2016-01-05' })
  })

  test('a stay before the site is known adds persons and no places', () => {
    expect(on([fact.stay(0, 'A2', 'H1', 'state'), fact.stayEnded(1, 'A2')], 0)).toBe('3/0')
  })
})
