import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heap } from '../../src/matching/heap.ts'

/** `undefined` pops; a pair is pushed. */
const steps = fc.array(
  fc.option(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 9 })), { nil: undefined, freq: 3 }),
)

test('gives the least key first, whatever was pushed when', () => {
  fc.assert(
    fc.property(steps, all => {
      const queue = heap()
      const model: Array<readonly [number, number]> = []
      for (const step of all) {
        model.sort((a, b) => a[0] - b[0])
        expect(queue.least()).toBe(model[0]?.[0] ?? Infinity)
        if (step !== undefined) {
          queue.push(...step)
          model.push(step)
        } else if (model.length > 0) {
          const [key, item] = [queue.least(), queue.pop()]
          const at = model.findIndex(each => each[0] === key && each[1] === item)
          expect(at).toBeGreaterThanOrEqual(0)
          model.splice(at, 1)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('holds more than it was made for', () => {
  const queue = heap()
  for (let key = 999; key >= 0; key--) queue.push(key, 2 * key)
  expect(Array.from({ length: 1000 }, () => queue.pop())).toEqual(
    Array.from({ length: 1000 }, (_, k) => 2 * k),
  )
})

test('is empty once cleared, and can be used again', () => {
  const queue = heap()
  queue.push(3, 1)
  queue.push(2, 4)
  queue.clear()
  expect(queue.least()).toBe(Infinity)
  queue.push(7, 5)
  expect([queue.least(), queue.pop(), queue.least()]).toEqual([7, 5, Infinity])
})
