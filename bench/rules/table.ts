import type { Row } from './row.ts'

/** A column of the table: its title, and how wide (numbers stand right, words left) and what it shows. */
const columns: ReadonlyArray<
  readonly [string, number, (row: Row, einzug: Row | undefined) => string | undefined]
> = [
  ['households × flats', -19, row => `${row.n.toLocaleString('en')} × ${row.n.toLocaleString('en')}`],
  ['pairs', 10, row => row.pairs.toLocaleString('en')],
  ['engine', -11, row => row.engine],
  ['seconds', 9, row => row.seconds.toFixed(4)],
  ['ratio', 8, (row, einzug) => einzug && (row.seconds / einzug.seconds).toFixed(2)],
  ['ns/pair', 8, row => row.nanosecondsPerPair.toFixed(0)],
  ['cold s', 9, row => row.coldSeconds.toFixed(4)],
  ['pose s', 9, row => row.poseSeconds?.toFixed(4)],
  ['same pairs', -10, row => (row.same === null ? '' : row.same ? 'yes' : 'NO')],
]

export const tableHeader = (): string => columns.map(([title, width]) => padded(title, width)).join('  ')

/** `einzug`: the row of columns at the same size, if it ran. */
export const tableLine = (row: Row, einzug: Row | undefined): string =>
  columns.map(([, width, show]) => padded(show(row, einzug) ?? '', width)).join('  ')

const padded = (text: string, width: number): string =>
  width < 0 ? text.padEnd(-width) : text.padStart(width)
