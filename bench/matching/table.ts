import { type Column, headerOf, lineOf } from '../table.ts'
import type { Row } from './row.ts'

const columns: ReadonlyArray<Column<[row: Row, einzug: Row | undefined]>> = [
  ['instance', -11, row => row.instance],
  ['n', 8, row => row.n.toLocaleString('en')],
  ['pairs', 10, row => row.pairs?.toLocaleString('en')],
  ['engine', -22, row => row.engine],
  ['seconds', 10, row => (row.status === 'ok' ? row.seconds?.toFixed(4) : row.status)],
  ['ratio', 9, (row, einzug) => ratio(row.seconds, einzug?.seconds)],
  ['cold s', 10, row => row.coldSeconds?.toFixed(4)],
  ['verify s', 9, row => row.verifySeconds?.toFixed(4)],
  ['peak MB', 8, row => row.peakMb?.toFixed(0)],
  ['placed', 8, row => row.placed?.toLocaleString('en')],
  ['fit', 12, row => row.fit?.toLocaleString('en')],
  ['verified', -8, row => (row.verified === null ? '' : row.verified ? 'yes' : 'NO')],
]

export const tableHeader = (): string => headerOf(columns)

/** `einzug`: its row on the same instance, if it ran. */
export const tableLine = (row: Row, einzug: Row | undefined): string => lineOf(columns, row, einzug)

/** How many times longer a peer took. */
const ratio = (seconds: number | undefined, einzug: number | undefined): string | undefined =>
  seconds === undefined || einzug === undefined ? undefined : (seconds / einzug).toFixed(2)
