import { census, children, crowding, dwellings, fold, mistakenOccupancy } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, fact } from './facts.ts'
import { lastDay, logs } from './logs.ts'
import { naiveChildren, naiveCrowding, naiveMistaken } from './naive-people.ts'
import { peopled } from './people.ts'

const days = fc.integer({ min: -1, max: lastDay + 2 }).map(day)
const units = fc.constantFrom('persons' as const, 'households' as const)
const people = logs.map(peopled)

describe('in any log, as found household by household:', () => {
  test('mistaken occupancy', () => {
    fc.assert(
      fc.property(people, days, units, (log, on, unit) => {
        const { numerator, denominator } = mistakenOccupancy(on, unit)(fold(census)(log))
        expect([numerator, denominator]).toEqual(naiveMistaken(log, on, unit))
      }),
      { numRuns: 200 },
    )
  })

  test('children by age and district', () => {
    fc.assert(
      fc.property(people, days, (log, on) => {
        const { count, parts, districts } = children(on)(fold(census)(log))
        const cells = districts.flatMap(({ district, parts: here }) =>
          Object.entries(here).map(([band, n]) => [`${JSON.stringify(district)} ${band}`, n] as const),
        )
        expect(Object.fromEntries(cells.filter(([, n]) => n > 0))).toEqual(naiveChildren(log, on))
        expect(districts.reduce((sum, row) => sum + row.count, 0)).toBe(count)
        for (const [band, n] of Object.entries(parts))
          expect(districts.reduce((sum, row) => sum + row.parts[band as keyof typeof parts], 0)).toBe(n)
      }),
      { numRuns: 200 },
    )
  })

  test('crowding', () => {
    const standards = fc.constantFrom(
      'ukBedroomStandard' as const,
      'eurostatRooms' as const,
      'nrwMinimumArea' as const,
    )
    fc.assert(
      fc.property(people, days, standards, units, (log, on, standard, unit) => {
        const state = fold(census)(log)
        const { count, parts, differences } = crowding(on, standard, unit)(state)
        expect(parts).toEqual(naiveCrowding(log, on, standard, unit))
        expect(count).toBe(dwellings(on, unit)(state).parts.flat)
        const sum = (keep: (difference: number) => boolean) =>
          differences.filter(each => keep(each.difference)).reduce((all, each) => all + each.count, 0)
        expect([sum(d => d < 0), sum(d => d === 0), sum(d => d > 0)]).toEqual([
          parts.crowded,
          parts.sufficient,
          parts.spare,
        ])
      }),
      { numRuns: 200 },
    )
  })
})

const log = peopled([
  fact.opened(0, 'S1', 40),
  fact.opened(0, 'S2', 40, 'reception'),
  fact.listed(0, 'F1'),
  fact.listed(0, 'F2'),
  fact.listed(0, 'F3', { roomsLet: 3 }),
  fact.assigned(0, 'H1', ['P1', 'P4', '__proto__']),
  fact.assigned(0, 'H2', ['P2', 'A1'], 'SGB II'),
  fact.assigned(0, 'H3', ['P3', 'P6'], 'SGB II'),
  fact.assigned(0, 'H4', ['A2']),
  fact.assigned(0, 'H5', ['A3', 'P5']),
  fact.tenancy(0, 'T1', 'H1', 'F1'),
  fact.stay(0, 'B1', 'H2', 'S1'),
  fact.stay(0, 'B2', 'H3', 'S2'),
  fact.stay(0, 'B3', 'H4', 'S1'),
  fact.tenancy(6, 'T2', 'H5', 'F3'),
])
const state = fold(census)(log)

describe('mistaken occupancy', () => {
  test('is of those in sites, whoever has left the AsylbLG', () => {
    const of = (n: number, unit: 'persons' | 'households', more: typeof log = []) => {
      const { numerator, denominator } = mistakenOccupancy(day(n), unit)(fold(census)([...log, ...more]))
      return `${numerator}/${denominator}`
    }
    expect(of(1, 'persons')).toBe('4/5')
    expect(of(1, 'households')).toBe('2/3')
    const moved = [fact.stayEnded(3, 'B1'), fact.tenancy(3, 'T3', 'H2', 'F2'), fact.regime(4, 'H4', 'none')]
    expect([2, 3, 4].map(n => of(n, 'persons', moved))).toEqual(['4/5', '2/3', '3/3'])
    expect([2, 3].map(n => of(n, 'persons', [fact.left(3, 'H3')]))).toEqual(['4/5', '2/3'])
  })

  test('says what it counts', () => {
    expect(mistakenOccupancy(day(1), 'persons')(state)).toStrictEqual({
      figure: 'mistaken occupancy',
      unit: 'persons',
      basis:
        'Of the population in sites on the day (municipal sites and reception sites of the state), those whose benefits do not come from the AsylbLG.',
      day: '2016-01-02',
      numerator: 4,
      of: 'persons',
      denominator: 5,
    })
  })
})

describe('children', () => {
  test('grow out of their band on their birthday', () => {
    const bands = (n: number) => Object.values(children(day(n))(state).parts)
    expect([2, 3, 4, 5, 6, 7, 8].map(bands)).toEqual([
      [1, 1, 1, 1],
      [1, 1, 0, 1],
      [1, 1, 0, 1],
      [2, 1, 0, 1],
      [2, 1, 0, 1],
      [1, 2, 0, 1],
      [1, 1, 1, 1],
    ])
  })

  test('live in the district of their flat or site, those without one last', () => {
    expect(children(day(8))(state)).toStrictEqual({
      figure: 'children',
      unit: 'persons',
      basis:
        'Persons of the population aged 3 to 17 on the day, and those recorded as children whose age is not stated, by the district of the flat or site they live in.',
      day: '2016-01-09',
      count: 4,
      parts: { '3 to 5': 1, '6 to 15': 1, '16 and 17': 1, 'age not stated': 1 },
      districts: [
        {
          district: 'Mitte',
          count: 1,
          parts: { '3 to 5': 1, '6 to 15': 0, '16 and 17': 0, 'age not stated': 0 },
        },
        {
          district: 'Nord',
          count: 1,
          parts: { '3 to 5': 0, '6 to 15': 0, '16 and 17': 1, 'age not stated': 0 },
        },
        {
          district: null,
          count: 2,
          parts: { '3 to 5': 0, '6 to 15': 1, '16 and 17': 0, 'age not stated': 1 },
        },
      ],
    })
  })

  test('of every age are counted once', () => {
    const of = (born: string) => {
      const [event] = peopled([fact.assigned(0, 'H1', ['A'])])
      const household = {
        id: 'H1',
        members: [{ id: 'A', age: { known: 'birth', born } }],
      }
      const aged = { ...event, data: { ...event?.data, household } } as unknown as (typeof log)[number]
      const found = children(day(0))(fold(census)([aged])).parts
      return Object.entries(found).find(([, n]) => n > 0)?.[0]
    }
    // on 2016-01-01
    expect(['2013-01-02', '2013-01-01', '2010-01-02', '2010-01-01'].map(of)).toEqual([
      undefined,
      '3 to 5',
      '3 to 5',
      '6 to 15',
    ])
    expect(['2000-01-02', '2000-01-01', '1998-01-02', '1998-01-01'].map(of)).toEqual([
      '6 to 15',
      '16 and 17',
      '16 and 17',
      undefined,
    ])
  })
})

describe('crowding', () => {
  test('rooms less those that the standard asks', () => {
    const of = (
      n: number,
      ...rest: ['ukBedroomStandard' | 'eurostatRooms' | 'nrwMinimumArea', 'persons' | 'households']
    ) => {
      const { parts, differences } = crowding(day(n), ...rest)(state)
      return [...Object.values(parts), differences.map(({ difference, count }) => [difference, count])]
    }
    // a couple with a girl of 2, in 2 rooms and 1 bedroom: 2 bedrooms, or 3 rooms, are asked
    expect(of(3, 'ukBedroomStandard', 'persons')).toEqual([3, 0, 0, 0, [[-1, 3]]])
    expect(of(3, 'eurostatRooms', 'households')).toEqual([1, 0, 0, 0, [[-1, 1]]])
    // the law asked 9 m² a person, and 6 m² for each under six: 24 of 30 m²
    expect(of(3, 'nrwMinimumArea', 'households')).toEqual([0, 0, 1, 0, [[6, 1]]])
  })

  test('who rents a room has that room', () => {
    // two adults who are no couple: 2 bedrooms, or 3 rooms
    expect(crowding(day(6), 'ukBedroomStandard', 'households')(state).differences).toEqual([
      { difference: -1, count: 2 },
    ])
    expect(crowding(day(6), 'eurostatRooms', 'households')(state).differences).toEqual([
      { difference: -2, count: 1 },
      { difference: -1, count: 1 },
    ])
    expect(crowding(day(6), 'nrwMinimumArea', 'households')(state).parts['not stated']).toBe(1)
  })

  test('says what it counts', () => {
    expect(crowding(day(3), 'ukBedroomStandard', 'persons')(state)).toStrictEqual({
      figure: 'crowding, ukBedroomStandard',
      unit: 'persons',
      basis:
        'The population in flats on the day by whether the bedrooms of the flat, or the one room rented of a flat let by rooms, are less than the standard ukBedroomStandard asks for the household.',
      day: '2016-01-04',
      count: 3,
      parts: { crowded: 3, sufficient: 0, spare: 0, 'not stated': 0 },
      standard: 'ukBedroomStandard',
      quantity: 'bedrooms',
      differences: [{ difference: -1, count: 3 }],
    })
  })
})
