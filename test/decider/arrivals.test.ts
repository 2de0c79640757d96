import type { HouseholdId, SiteId, StayId } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Arrivals, staysDuring, withoutStay, withStay } from '../../src/decider/arrivals.ts'
import { inserted, removed, type Stay } from '../../src/decider/residence.ts'

const stay = fc
  .record({ id: fc.nat({ max: 99 }), from: fc.integer({ min: -20, max: 20 }), nights: fc.nat({ max: 30 }) })
  .map(
    ({ id, from, nights }): Stay => ({
      kind: 'stay',
      id: `S${String(id).padStart(2, '0')}` as StayId,
      householdId: 'H' as HouseholdId,
      placeId: 'X' as SiteId,
      from,
      until: nights === 30 ? Infinity : from + nights + 1,
      overflow: null,
      annulled: false,
    }),
  )
const stays = fc.uniqueArray(stay, { selector: ({ id }) => id, maxLength: 25 })

const byDay = (a: Stay, b: Stay): number => a.from - b.from || (a.id < b.id ? -1 : 1)

const kept = (all: ReadonlyArray<Stay>): ReadonlyArray<Arrivals> => all.reduce(withStay, [])

describe('residences in order', () => {
  test('stand by first night, then by id, in whatever order they come', () => {
    fc.assert(
      fc.property(stays, all => {
        expect(all.reduce<ReadonlyArray<Stay>>(inserted, [])).toEqual([...all].sort(byDay))
      }),
    )
  })

  test('lose one at a time, and only what they hold', () => {
    fc.assert(
      fc.property(stays, stay, (all, other) => {
        for (const each of all) expect(removed(all, each)).toEqual(all.filter(one => one !== each))
        expect(removed(all, other)).toBe(all)
      }),
    )
  })
})

describe('arrivals', () => {
  test('are the stays of each week, by day, with the end of the last', () => {
    fc.assert(
      fc.property(stays, all => {
        const weeks = [...new Set(all.map(({ from }) => Math.floor(from / 7)))].sort((a, b) => a - b)
        expect(kept(all)).toEqual(
          weeks.map(week => {
            const ofWeek = all.filter(({ from }) => Math.floor(from / 7) === week).sort(byDay)
            return { week, until: Math.max(...ofWeek.map(({ until }) => until)), stays: ofWeek }
          }),
        )
      }),
    )
  })

  test('without some of them are as if those had never been', () => {
    fc.assert(
      fc.property(stays, fc.nat({ max: 25 }), (all, k) => {
        expect(all.slice(0, k).reduce(withoutStay, kept(all))).toEqual(kept(all.slice(k)))
      }),
    )
  })

  test('say who shares a night with an interval', () => {
    fc.assert(
      fc.property(stays, fc.integer({ min: -25, max: 45 }), fc.nat({ max: 20 }), (all, from, nights) => {
        const until = from + nights + 1
        expect(staysDuring(kept(all), { from, until })).toEqual(
          [...all].sort(byDay).filter(each => each.from < until && from < each.until),
        )
      }),
    )
  })
})
