import { parse } from 'csv-parse/sync'
import { type Cell, csvOf } from 'einzug/report'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostile } from './hostile.ts'

const wellFormed = hostile.filter(text => !/\p{Cs}/u.test(text))
const cell: fc.Arbitrary<Cell> = fc.oneof(
  wellFormed,
  fc.constantFrom('', '-', '+49 2594', "'quoted", ' x ', '\r', '\n', '"', '""'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
)
const tables = fc
  .integer({ min: 1, max: 4 })
  .chain(width =>
    fc.tuple(
      fc.array(wellFormed, { minLength: width, maxLength: width }),
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }),
    ),
  )

const read = (text: string): ReadonlyArray<ReadonlyArray<string>> =>
  parse(text, { relax_column_count: false, skip_empty_lines: false, record_delimiter: '\r\n' })

const plain = (value: Cell): string => (value === null ? '' : String(value))

test('a table read back is the table', () => {
  fc.assert(
    fc.property(tables, ([header, rows]) => {
      expect(read(csvOf(header, rows, { formulas: 'keep' }))).toEqual([
        header,
        ...rows.map(row => row.map(plain)),
      ])
    }),
  )
})

test('guarded, no text begins a formula, and taking an apostrophe away gives it back', () => {
  const begins = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
  fc.assert(
    fc.property(tables, ([header, rows]) => {
      const back = read(csvOf(header, rows))
      const all: ReadonlyArray<ReadonlyArray<Cell>> = [header, ...rows]
      all.forEach((row, k) => {
        row.forEach((value, column) => {
          const text = back[k]?.[column] ?? ''
          if (typeof value === 'string') expect(text).not.toMatch(begins)
          const guarded = typeof value === 'string' && text.startsWith("'")
          expect(guarded ? text.slice(1) : text).toBe(plain(value))
        })
      })
    }),
  )
})

test('an empty text and nothing are not the same', () => {
  expect(csvOf(['a', 'b'], [['', null]])).toBe('a,b\r\n"",\r\n')
})
