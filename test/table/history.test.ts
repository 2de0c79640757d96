import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entered, enteredPlain, type History, valueOn } from '../../src/table/history.ts'

const facts = fc.oneof(
  fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat({ max: 99 })), { maxLength: 12 }),
  fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat({ max: 99 })), { minLength: 20, maxLength: 60 }),
)

const recorded = (all: ReadonlyArray<readonly [number, number]>): History<number> =>
  all.reduce<History<number>>((history, [on, value]) => entered(history, on, value), [])

test('a history is sorted, with one value per day: the last recorded', () => {
  fc.assert(
    fc.property(facts, all => {
      const byDay = [...new Map(all)].sort(([a], [b]) => a - b)
      expect(recorded(all)).toEqual(byDay.map(([on, value]) => ({ on, value })))
    }),
  )
})

test('a value holds from its day until the next', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: -11, max: 11 }), (all, day) => {
      const known = recorded(all).filter(({ on }) => on <= day)
      expect(valueOn(recorded(all), day)).toBe(known[known.length - 1]?.value)
    }),
  )
})

test('histories that begin alike are one', () => {
  expect(enteredPlain([], 3, true)).toEqual([{ on: 3, value: true }])
  expect(enteredPlain([], 3, true)).toBe(enteredPlain([], 3, true))
  expect(enteredPlain([], 3, 'true')).toEqual([{ on: 3, value: 'true' }])
  expect(enteredPlain([], 4, true)).toEqual([{ on: 4, value: true }])
})
