import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heap } from '../../src/matching/heap.ts'

const byKeyThenItem = (a: readonly [number, number], b: readonly [number, number]) =>
  a[0] - b[0] || a[1] - b[1]

/** `undefined` pops; a pair is pushed. */
const steps = fc.array(
  fc.option(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 9 })), { nil: undefined, freq: 3 }),
)

test('gives the least key first, and among equal keys the least item', () => {
  fc.assert(
    fc.property(steps, all => {
      const queue = heap()
      const model: Array<readonly [number, number]> = []
      for (const step of all) {
        model.sort(byKeyThenItem)
        expect(queue.least()).toBe(model[0]?.[0] ?? Infinity)
        if (step !== undefined) {
          queue.push(...step)
          model.push(step)
        } else if (model.length > 0) expect(queue.pop()).toBe(model.shift()?.[1])
      }
    }),
    { numRuns: 500 },
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
