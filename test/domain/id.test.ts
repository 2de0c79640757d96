import fc from 'fast-check'
import * as O from 'fp-ts/Option'
import { describe, expect, test } from 'vitest'
import { type FlatId, id, units } from '../../src/domain/index.ts'
import { id as anyId, flat } from '../../src/testing/arbitrary/index.ts'

describe('ids', () => {
  test('are any text of 1 to 200 characters, kept as it is', () => {
    fc.assert(
      fc.property(anyId<FlatId>(), text => {
        expect(id(text)).toEqual(O.some(text))
      }),
    )
  })

  test.each(['x', '__proto__', 'F 17/b', 'ß', '🙂'.repeat(200), 'e\u0301', '٣', '\u200D'])(
    '%j is one',
    text => {
      expect(id(text)).toEqual(O.some(text))
    },
  )

  test.each([
    ...['', ' ', 'x ', ' x', '\tx', 'x\u00A0', '\u3000x', 'a\nb', 'a\u0000b', '\u0085', '\u007F'],
    ...['x'.repeat(201), '🙂'.repeat(201), '\u{D83D}', 'a\u{DE42}b'],
  ])('%j is none', text => {
    expect(id(text)).toEqual(O.none)
  })
})

test('a flat let whole is one unit, one let by rooms as many as its rooms to let', () => {
  fc.assert(
    fc.property(flat(), each => {
      expect(units(each)).toBe('roomsLet' in each ? each.roomsLet : 1)
    }),
  )
})
