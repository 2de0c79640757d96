import type { HouseholdId, SiteId, StayId } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Arrivals, exchangeStay, staysDuring } from '../../src/decider/arrivals.ts'
import { exchanged, type Stay } from '../../src/decider/residence.ts'

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

/** Stays, each with what it turns out to be: as it was known, on other days, or annulled. */
const corrected = fc
  .uniqueArray(fc.tuple(stay, stay, fc.boolean(), fc.boolean()), {
    selector: ([{ id }]) => id,
    maxLength: 25,
  })
  .map(all =>
    all.map(([before, { from, until }, right, annulled]) => ({
      before,
      now: right ? before : { ...before, from, until, annulled },
    })),
  )

const standing = (all: ReadonlyArray<Stay>): ReadonlyArray<Stay> =>
  all.filter(({ annulled }) => !annulled).sort(byDay)

const kept = (all: ReadonlyArray<Stay>): ReadonlyArray<Arrivals> => {
  const weeks: Array<Arrivals> = []
  for (const each of all) exchangeStay(weeks, undefined, each)
  return weeks
}

const listed = (all: ReadonlyArray<Stay>): ReadonlyArray<Stay> =>
  all.reduce<ReadonlyArray<Stay>>((known, each) => exchanged(known, undefined, each), [])

describe('residences in order', () => {
  test('stand by first night, then by id, in whatever order they come', () => {
    fc.assert(
      fc.property(stays, all => {
        expect(listed(all)).toEqual([...all].sort(byDay))
      }),
    )
  })

  test('lose one at a time, and only what they hold', () => {
    fc.assert(
      fc.property(stays, stay, (all, other) => {
        for (const each of all)
          expect(exchanged(all, each, undefined)).toEqual(all.filter(one => one !== each))
        expect(exchanged(all, other, undefined)).toBe(all)
      }),
    )
  })

  test('say what is known of each now, in the place that is its own', () => {
    fc.assert(
      fc.property(corrected, all => {
        const list = all.reduce(
          (known, { before, now }) => (now === before ? known : exchanged(known, before, now)),
          listed(all.map(({ before }) => before)),
        )
        expect(list).toEqual(standing(all.map(({ now }) => now)))
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

  test('of corrected and annulled stays are as if nothing else had ever been known', () => {
    fc.assert(
      fc.property(corrected, all => {
        const weeks = [...kept(all.map(({ before }) => before))]
        for (const { before, now } of all) if (now !== before) exchangeStay(weeks, before, now)
        expect(weeks).toEqual(kept(standing(all.map(({ now }) => now))))
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
