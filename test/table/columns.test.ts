import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  appended,
  type Columns,
  closeColumns,
  column,
  noRows,
  openColumns,
  push,
} from '../../src/table/columns.ts'

type Rows = ReadonlyArray<readonly [number, number]>

const rowsOf = (columns: Columns): Rows =>
  Array.from({ length: columns.length }, (_, k) => [
    column(columns, 0)[k] as number,
    column(columns, 1)[k] as number,
  ])

const withRows = (columns: Columns, rows: Rows): Columns => {
  const own = openColumns(columns)
  for (const row of rows) push(own, row)
  return closeColumns(own)
}

const rows = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 40 })

test('a list holds what was appended, and goes on unchanged whoever else goes on from it', () => {
  fc.assert(
    fc.property(rows, rows, rows, (first, one, other) => {
      const begun = withRows(noRows(2), first)
      const [left, right] = [withRows(begun, one), withRows(begun, other)]
      expect(rowsOf(left)).toEqual([...first, ...one])
      expect(rowsOf(right)).toEqual([...first, ...other])
      expect(rowsOf(begun)).toEqual(first)
      const joined = appended(left, right, ([a, b]) => [b as number, a as number])
      expect(rowsOf(joined)).toEqual([...first, ...one, ...[...first, ...other].map(([a, b]) => [b, a])])
      expect(rowsOf(left)).toEqual([...first, ...one])
    }),
  )
})

test('a longer copy shares the arrays with the list it goes on from, unless somebody else has been faster', () => {
  const begun = withRows(noRows(2), [[1, 2]])
  const longer = withRows(begun, [[3, 4]])
  expect(longer.held).toBe(begun.held)
  expect(withRows(begun, [[5, 6]]).held).not.toBe(begun.held)
  expect(rowsOf(longer)).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test('while one appends, another gets a copy', () => {
  const begun = withRows(noRows(2), [[1, 2]])
  const [one, other] = [openColumns(begun), openColumns(begun)]
  push(one, [3, 4])
  push(other, [5, 6])
  expect(rowsOf(closeColumns(one))).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(rowsOf(closeColumns(other))).toEqual([
    [1, 2],
    [5, 6],
  ])
  expect(noRows(2).length).toBe(0)
})
