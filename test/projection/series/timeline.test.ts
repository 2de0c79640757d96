import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  enterStep,
  forever,
  hasStep,
  nextIn,
  none,
  stepWidth,
  valueAt,
} from '../../../src/projection/series/timeline.ts'
import { noRecords, openRecords } from '../../../src/table/records.ts'

const days = fc.integer({ min: -9, max: 9 })
const facts = fc.array(fc.record({ timeline: fc.nat(2), on: days, value: fc.integer({ min: -1, max: 9 }) }), {
  maxLength: 30,
})

test('a timeline says of any day what was entered last for the nearest day up to it', () => {
  fc.assert(
    fc.property(facts, days, (entered, day) => {
      const steps = openRecords(noRecords(stepWidth))
      const timelines = [none, none, none]
      for (const { timeline, on, value } of entered)
        timelines[timeline] = enterStep(steps, timelines[timeline] as number, on, value)
      timelines.forEach((timeline, k) => {
        const known = new Map(entered.filter(each => each.timeline === k).map(({ on, value }) => [on, value]))
        const ons = [...known.keys()]
        expect(valueAt(steps, timeline, day)).toBe(known.get(Math.max(...ons.filter(on => on <= day))))
        expect(hasStep(steps, timeline, day)).toBe(known.has(day))
        expect(nextIn(steps, timeline, day)).toBe(Math.min(forever, ...ons.filter(on => on > day)))
      })
    }),
  )
})
