/**
 * How a table is written. `formulas`: a text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`,
 * `@`, a tab or a line break, wide forms included) is written with an apostrophe before it, and so is one that
 * begins with an apostrophe, so that taking one away gives the text back; `'keep'` writes texts as they are.
 *
 * @category export
 */
export interface CsvOptions {
  readonly formulas?: 'guard' | 'keep'
}

/**
 * A cell of a table; numbers are written with a point, and never guarded.
 *
 * @category export
 */
export type Cell = string | number | null

const formula = /^[=+\-@\t\r\n'\uff1d\uff0b\uff0d\uff20]/
const special = /[",\r\n]|^\s|\s$/

/**
 * A table as CSV (RFC 4180): a header, commas, CRLF at the end of each line, quotes where a cell needs them; `null` is an
 * empty cell.
 *
 * @example
 * ```ts
 * import { csvOf } from 'einzug/report'
 * csvOf(['name', 'persons'], [['Dülmen, "Mitte"', 3], ['=1+1', null]]) // => 'name,persons\r\n"Dülmen, ""Mitte""",3\r\n\'=1+1,\r\n'
 * ```
 * @category export
 */
export const csvOf = (
  header: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<Cell>>,
  { formulas = 'guard' }: CsvOptions = {},
): string => {
  const written = (cell: Cell): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return String(cell)
    const text = formulas === 'guard' && formula.test(cell) ? `'${cell}` : cell
    // an empty text is not a missing one
    return text === '' || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [header, ...rows].map(row => `${row.map(written).join(',')}\r\n`).join('')
}
