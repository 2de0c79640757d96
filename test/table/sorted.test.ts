import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withOne, withOther, withoutOne } from '../../src/table/sorted.ts'

const lists = fc.array(fc.integer(), { minLength: 1, maxLength: 6 }).chain(list =>
  fc.record({
    list: fc.constantFrom(list, Object.freeze([...list])),
    at: fc.nat(list.length - 1),
    one: fc.integer(),
  }),
)

test('short lists made by hand are those that the language makes', () => {
  fc.assert(
    fc.property(lists, ({ list, at, one }) => {
      const before = [...list]
      expect(withOne(list, at, one)).toEqual(list.toSpliced(at, 0, one))
      expect(withOne(list, list.length, one)).toEqual([...list, one])
      expect(withOther(list, at, one)).toEqual(list.with(at, one))
      expect(withoutOne(list, at)).toEqual(list.toSpliced(at, 1))
      expect(withoutOne(list, -1)).toBe(list)
      expect(list).toEqual(before)
    }),
  )
})
