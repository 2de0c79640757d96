import type { Flat, HousingEvent, Period } from 'einzug'
import {
  census,
  flatsOffered,
  flatsWanted,
  fold,
  movesIntoFlats,
  placementsByDistrict,
  usableUnits,
} from 'einzug'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fact, inStream, period } from './facts.ts'
import { lastDay, logs } from './logs.ts'
import {
  at,
  flatOf,
  householdsOf,
  listed,
  livings,
  membersOf,
  nights,
  ofType,
  present,
  siteOf,
} from './naive.ts'

type Log = ReadonlyArray<HousingEvent>

const periods = [period(0, 5), period(3, 9), period(-2, lastDay + 5), period(4, 4), period(8, 3)]
const sizeOf = (n: number) => (n >= 5 ? '5+' : String(Math.max(1, Math.floor(n))))
const noSizes = () => ({ '1': 0, '2': 0, '3': 0, '4': 0, '5+': 0 })

const add = (parts: Record<string, number>, size: string, n: number): void => {
  parts[size] = (parts[size] ?? 0) + n
}

const moved = (log: Log, when: Period) =>
  nights(when).flatMap(night =>
    at(livings(log, 'Tenancy'), night)
      .filter(({ from, household }) => from === night && householdsOf(log).includes(household))
      .map(tenancy => ({ ...tenancy, persons: membersOf(log, tenancy.household, night).length })),
  )

const naiveMoves = (log: Log, when: Period) => {
  const parts = { flat: 0, site: 0, reception: 0, unknown: 0 }
  for (const { household, from, persons } of moved(log, when)) {
    const before = (kind: 'Tenancy' | 'Stay') =>
      at(livings(log, kind), from - 1).filter(each => each.household === household)
    const kinds = before('Stay').map(({ place }) => siteOf(log, place, from - 1)?.kind)
    const origin =
      before('Tenancy').length > 0
        ? 'flat'
        : kinds.includes('reception')
          ? 'reception'
          : kinds.length > 0
            ? 'site'
            : 'unknown'
    parts[origin] += persons
  }
  return parts
}

const naiveDistricts = (log: Log, when: Period) => {
  const parts: Record<string, number> = {}
  for (const { place, from, persons } of moved(log, when)) {
    const district = flatOf(log, place, from)?.district
    if (district !== undefined) parts[district] = (parts[district] ?? 0) + persons
  }
  return parts
}

const naiveWanted = (log: Log, when: Period) => {
  const parts: Record<string, number> = noSizes()
  for (const id of householdsOf(log)) {
    const first = nights(when).find(
      night =>
        present(log, id, night) &&
        !at(livings(log, 'Tenancy'), night).some(({ household }) => household === id),
    )
    if (first !== undefined) add(parts, sizeOf(membersOf(log, id, first).length), 1)
  }
  return parts
}

const naiveOffered = (log: Log, when: Period) => {
  const parts: Record<string, number> = noSizes()
  for (const id of new Set(ofType(log, 'FlatListed', 'FlatChanged').map(({ data }) => data.flat.id))) {
    const free = (night: number) => {
      const flat = flatOf(log, id, night)
      const let_ = at(livings(log, 'Tenancy'), night).filter(({ place }) => place === id)
      return flat !== undefined && listed(log, id, night) ? usableUnits(flat) - let_.length : 0
    }
    const first = nights(when).find(night => free(night) > 0)
    if (first === undefined) continue
    const { rooms, roomsLet } = flatOf(log, id, first) as Flat
    if (roomsLet === undefined) add(parts, sizeOf(rooms), 1)
    else add(parts, '1', free(first))
  }
  return parts
}

test('moves, districts and sizes are what their definitions give, night by night, in any log', () => {
  fc.assert(
    fc.property(logs, fc.constantFrom(...periods), (log, when) => {
      const figures = fold(census)(log)
      expect(movesIntoFlats(when, 'persons')(figures).parts).toEqual(naiveMoves(log, when))
      expect(placementsByDistrict(when, 'persons')(figures).parts).toEqual(naiveDistricts(log, when))
      expect(flatsWanted(when)(figures).parts).toEqual(naiveWanted(log, when))
      expect(flatsOffered(when)(figures).parts).toEqual(naiveOffered(log, when))
    }),
  )
})

test('the parts add up to the whole, and two municipalities to their sum', () => {
  const views = [
    movesIntoFlats(period(0, 9), 'households'),
    placementsByDistrict(period(0, 9), 'households'),
    flatsWanted(period(0, 9)),
    flatsOffered(period(0, 9)),
  ]
  fc.assert(
    fc.property(logs, logs, (one, other) => {
      const both = fold(census)([...inStream('1', one), ...inStream('11', other)])
      for (const view of views) {
        const { count, parts } = view(both)
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(count)
        expect(count).toBe(view(fold(census)(one)).count + view(fold(census)(other)).count)
      }
    }),
  )
})

test('a household that moves from a site of the state, and a flat let by rooms', () => {
  const log = [
    fact.assigned(0, 'H1', ['P1', 'P2'], 'AsylbLG', undefined),
    fact.opened(0, 'S1', 9, 'reception'),
    fact.stay(0, 'A1', 'H1', 'S1'),
    fact.listed(1, 'F1', { roomsLet: 3 }),
    fact.stayEnded(4, 'A1'),
    fact.tenancy(4, 'T1', 'H1', 'F1'),
  ]
  const figures = fold(census)(log)
  expect(movesIntoFlats(period(0, 9), 'persons')(figures).parts.reception).toBe(2)
  expect(flatsOffered(period(0, 9))(figures).parts['1']).toBe(3)
  expect(flatsOffered(period(4, 9))(figures).parts['1']).toBe(2)
  expect(flatsWanted(period(0, 9))(figures).parts['2']).toBe(1)
  expect(flatsWanted(period(4, 9))(figures).count).toBe(0)
})

test('districts stand in the order of their names; what somebody unknown moves into is left out', () => {
  const log = [
    fact.assigned(0, 'H1', ['P1', 'P2'], 'AsylbLG', undefined),
    fact.listed(0, 'F1', { district: 'Rorup' }),
    fact.listed(0, 'F2', { district: 'Buldern' }),
    fact.listed(0, 'F3', { district: 'Mitte' }),
    fact.tenancy(1, 'T1', 'H1', 'F1'),
    fact.tenancyEnded(3, 'T1'),
    fact.tenancy(3, 'T2', 'H1', 'F3'),
    fact.tenancyEnded(5, 'T2'),
    fact.tenancy(5, 'T3', 'H1', 'F2'),
    fact.tenancy(5, 'T4', 'H9', 'F2'),
  ]
  const figures = fold(census)(log)
  const moves = placementsByDistrict(period(0, 9), 'persons')(figures)
  expect(Object.entries(moves.parts)).toEqual([
    ['Buldern', 2],
    ['Mitte', 2],
    ['Rorup', 2],
  ])
  expect(moves.count).toBe(6)
  expect(movesIntoFlats(period(0, 9), 'households')(figures).parts).toEqual({
    flat: 2,
    site: 0,
    reception: 0,
    unknown: 1,
  })
})

test('who is without a flat again, and a flat that becomes free, count from that night on', () => {
  const figures = fold(census)([
    fact.assigned(0, 'H1', ['P1', 'P2'], 'AsylbLG', undefined),
    fact.listed(0, 'F1'),
    fact.tenancy(0, 'T1', 'H1', 'F1'),
    fact.tenancyEnded(5, 'T1'),
  ])
  expect(flatsWanted(period(1, 5))(figures).count).toBe(0)
  expect(flatsWanted(period(1, 6))(figures).parts['2']).toBe(1)
  expect(flatsOffered(period(1, 5))(figures).count).toBe(0)
  expect(flatsOffered(period(1, 6))(figures).count).toBe(1)
})

test('each says what it is a figure of', () => {
  const figures = fold(census)([])
  expect(
    [
      movesIntoFlats(period(0, 9), 'households')(figures),
      placementsByDistrict(period(0, 9), 'persons')(figures),
      flatsWanted(period(0, 9))(figures),
      flatsOffered(period(0, 9))(figures),
    ].map(({ figure, unit, basis }) => [figure, unit, basis.slice(0, 36)]),
  ).toEqual([
    ['moves into flats', 'households', 'Tenancies that started in the period'],
    ['placements by district', 'persons', 'Tenancies that started in the period'],
    ['flats wanted', 'households', 'Households of the population that ha'],
    ['flats offered', 'units', 'Flats that were listed and had a uni'],
  ])
})
