import { leftOut, type Tied } from './protect.ts'

/** A list and its total, `null` for what is left out. */
export interface SuppressedList {
  readonly cells: ReadonlyArray<number | null>
  readonly total: number | null
}

/** A table with both margins, `null` for what is left out. */
export interface SuppressedTable {
  readonly cells: ReadonlyArray<ReadonlyArray<number | null>>
  readonly rows: ReadonlyArray<number | null>
  readonly columns: ReadonlyArray<number | null>
  readonly total: number | null
}

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((a, b) => a + b, 0)

/** A list that is published with its total: every number is part of one sum. */
export const suppressList = (cells: ReadonlyArray<number>): SuppressedList => {
  const tied: ReadonlyArray<Tied> = [
    ...cells.map((value): Tied => ({ row: 0, column: 0, value, sign: 1 })),
    { row: 0, column: 0, value: sum(cells), sign: -1 },
  ]
  const out = leftOut(tied)
  const shown = (k: number): number | null => (out.has(k) ? null : (tied[k] as Tied).value)
  return { cells: cells.map((_, k) => shown(k)), total: shown(cells.length) }
}

/** A table that is published with the sums of its rows and columns and of all. */
export const suppressTable = (cells: ReadonlyArray<ReadonlyArray<number>>): SuppressedTable => {
  const columns = (cells[0] ?? []).map((_, k) => sum(cells.map(row => row[k] as number)))
  const all = [...cells.map(row => [...row, sum(row)]), [...columns, sum(columns)]]
  const width = columns.length + 1
  const tied = all.flatMap((row, r) =>
    row.map((value, c): Tied => {
      const isMargin = (r === cells.length) !== (c === columns.length)
      return { row: r, column: c, value, sign: isMargin ? -1 : 1 }
    }),
  )
  const out = leftOut(tied)
  const shown = all.map((row, r) => row.map((value, c) => (out.has(r * width + c) ? null : value)))
  const last = shown[cells.length] as ReadonlyArray<number | null>
  return {
    cells: shown.slice(0, -1).map(row => row.slice(0, -1)),
    rows: shown.slice(0, -1).map(row => row[columns.length] as number | null),
    columns: last.slice(0, -1),
    total: last[columns.length] as number | null,
  }
}
