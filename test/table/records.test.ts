import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addRow,
  closeRecords,
  noRecords,
  openRecords,
  type Records,
  read,
  write,
} from '../../src/table/records.ts'

const width = 3

/** A change: one more row (`at` beyond the last), or a field of a row that is there. */
interface Change {
  readonly at: number
  readonly field: number
  readonly value: number
}

type Rows = ReadonlyArray<ReadonlyArray<number>>

const rowsOf = (records: Records): Rows =>
  Array.from({ length: records.length }, (_, row) =>
    Array.from({ length: width }, (_, field) => read(records, row, field)),
  )

const changed = (records: Records, changes: ReadonlyArray<Change>): Records => {
  const own = openRecords(records)
  for (const { at, field, value } of changes) {
    const row = at < own.length ? at : addRow(own)
    write(own, row, field, value)
    expect(read(own, row, field)).toBe(value)
  }
  return closeRecords(own)
}

/** The same, to plain lists. */
const changedRows = (rows: Rows, changes: ReadonlyArray<Change>): Rows =>
  changes.reduce<Rows>((known, { at, field, value }) => {
    const row = at < known.length ? (known[at] as ReadonlyArray<number>) : [0, 0, 0]
    return known.toSpliced(Math.min(at, known.length), 1, row.with(field, value))
  }, rows)

const changesUpTo = (rows: number): fc.Arbitrary<ReadonlyArray<Change>> =>
  fc.array(
    fc.record({
      at: fc.nat(rows),
      field: fc.nat(width - 1),
      value: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    }),
    { maxLength: 30 },
  )

test('records hold what was written, and go on unchanged whoever else goes on from them', () => {
  fc.assert(
    fc.property(changesUpTo(40), changesUpTo(60), changesUpTo(60), (first, one, other) => {
      const begun = changed(noRecords(width), first)
      const rows = changedRows([], first)
      const [left, right] = [changed(begun, one), changed(begun, other)]
      expect(rowsOf(left)).toEqual(changedRows(rows, one))
      expect(rowsOf(right)).toEqual(changedRows(rows, other))
      expect(rowsOf(begun)).toEqual(rows)
    }),
  )
})

const numbered = (from: number, count: number): ReadonlyArray<Change> =>
  Array.from({ length: count }, (_, k) => ({ at: from + k, field: 1, value: from + k }))

test('so do those of many pieces, and what is not written to is shared', () => {
  const begun = changed(noRecords(width), numbered(0, 2_000))
  const longer = changed(begun, numbered(2_000, 500))
  const other = changed(begun, [{ at: 700, field: 2, value: 9 }])
  expect(begun.length).toBe(2_000)
  expect(rowsOf(longer).map(([, value]) => value)).toEqual(Array.from({ length: 2_500 }, (_, k) => k))
  expect(rowsOf(other)[700]).toEqual([0, 700, 9])
  expect(rowsOf(begun)[700]).toEqual([0, 700, 0])
  const shared = (records: Records): number =>
    begun.pieces.filter((piece, k) => piece === records.pieces[k]).length
  expect(shared(other)).toBe(begun.pieces.length - 1)
  expect(shared(longer)).toBe(begun.pieces.length - 1) // the last one was not full
  expect(closeRecords(openRecords(begun)).pieces).toBe(begun.pieces)
})
