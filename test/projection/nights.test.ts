import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from '../../src/projection/nights.ts'

test('a period is cut at its changes, each piece with a night', () => {
  expect(piecesOf({ from: 2, until: 9 }, [9, 4, 1, 2, 4, Infinity, 8])).toEqual([
    { from: 2, until: 4 },
    { from: 4, until: 8 },
    { from: 8, until: 9 },
  ])
  expect(piecesOf({ from: 2, until: 3 }, [])).toEqual([{ from: 2, until: 3 }])
  expect(piecesOf({ from: 2, until: 2 }, [2])).toEqual([])
  expect(piecesOf({ from: 3, until: 2 }, [2])).toEqual([])
})

test('the pieces are the period, without gap or overlap', () => {
  const day = fc.integer({ min: -9, max: 30 })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), fc.array(day), (from, length, changes) => {
      const pieces = piecesOf({ from, until: from + length }, changes)
      const nights = pieces.flatMap(piece =>
        Array.from({ length: piece.until - piece.from }, (_, k) => piece.from + k),
      )
      expect(nights).toEqual(Array.from({ length }, (_, k) => from + k))
      expect(pieces.slice(1).every(piece => changes.includes(piece.from))).toBe(true)
    }),
  )
})
