import { type Column, headerOf, lineOf } from '../table.ts'
import type { Row } from './row.ts'

const columns: ReadonlyArray<Column<[row: Row, einzug: Row | undefined]>> = [
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

export const tableHeader = (): string => headerOf(columns)

/** `einzug`: the row of columns at the same size, if it ran. */
export const tableLine = (row: Row, einzug: Row | undefined): string => lineOf(columns, row, einzug)
