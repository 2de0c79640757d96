/**
 * Rows of whole numbers, appended to and never rewritten, one typed array for each column. Two versions of such a
 * list share their arrays: the longer one goes on where the shorter one ends. So a longer copy costs what is added,
 * and 1,000,000 rows are nothing that a garbage collector must follow.
 *
 * @category model
 */
export interface Columns {
  readonly length: number
  readonly held: MutableHeld
}

/** The arrays, and how many of their rows some version uses. */
export interface MutableHeld {
  used: number
  columns: ReadonlyArray<Int32Array>
}

/** A list while one function alone owns its end. */
export interface MutableColumns {
  length: number
  readonly held: MutableHeld
  readonly room: Room
}

/** For how many rows a list should have room that is full of so many. */
export type Room = (rows: number) => number

const doubled: Room = rows => 2 * rows

/** While somebody appends, nobody else may: an end that is claimed is no list's end. */
const claimed = -1

const newHeld = (width: number, rows: number): MutableHeld => ({
  used: 0,
  columns: Array.from({ length: width }, () => new Int32Array(rows)),
})

/** A list without rows. */
export const noRows = (width: number): Columns => Object.freeze({ length: 0, held: newHeld(width, 0) })

/** The list, to be appended to until {@link closeColumns} ends it. Whoever comes second to the end of a list copies it. */
export const openColumns = ({ length, held }: Columns, room = doubled): MutableColumns => {
  if (length > 0 && held.used === length) {
    held.used = claimed
    return { length, held, room }
  }
  const own = newHeld(held.columns.length, Math.max(16, 2 * length))
  for (const [k, column] of own.columns.entries())
    column.set((held.columns[k] as Int32Array).subarray(0, length))
  return { length, held: own, room }
}

const grow = ({ length, held, room }: MutableColumns): void => {
  const rows = Math.max(length + 16, Math.ceil(room(length)))
  held.columns = held.columns.map(column => {
    const longer = new Int32Array(rows)
    longer.set(column)
    return longer
  })
}

/** One more row, to be filled in at once; returns its number. */
export const newRow = (own: MutableColumns): number => {
  if (own.length === own.held.columns[0]?.length) grow(own)
  return own.length++
}

/** Appends a row of the list's width; returns its number. */
export const push = (own: MutableColumns, values: ReadonlyArray<number>): number => {
  const row = newRow(own)
  for (let k = 0; k < values.length; k++) (own.held.columns[k] as Int32Array)[row] = values[k] as number
  return row
}

/** What came of a list that was opened. */
export const closeColumns = ({ length, held }: MutableColumns): Columns => {
  held.used = length
  return Object.freeze({ length, held })
}

/** A column; only the rows below the list's length are its own. */
export const column = ({ held }: Columns, at: number): Int32Array => held.columns[at] as Int32Array

/** All rows of both; `by` says what a row of the second becomes. */
export const appended = (
  a: Columns,
  b: Columns,
  by: (row: ReadonlyArray<number>) => ReadonlyArray<number>,
): Columns => {
  const own = openColumns(a)
  const columns = b.held.columns
  for (let k = 0; k < b.length; k++) push(own, by(columns.map(each => each[k] as number)))
  return closeColumns(own)
}
