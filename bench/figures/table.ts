import { type Column, headerOf, lineOf } from '../table.ts'
import { type Row, rateOf } from './row.ts'

const columns: ReadonlyArray<Column<[row: Row]>> = [
  ['events', 9, row => row.n.toLocaleString('en')],
  ['work', -9, row => row.work],
  ['seconds', 9, row => (row.median === undefined ? row.seconds.toFixed(3) : undefined)],
  ['cpu s', 9, row => (row.median === undefined ? row.cpuSeconds.toFixed(3) : undefined)],
  ['series s', 9, row => row.readSeconds?.toFixed(3)],
  [
    'events/s',
    11,
    row => (row.median === undefined ? Math.round(rateOf(row)).toLocaleString('en') : undefined),
  ],
  ['median µs', 10, row => row.median?.toFixed(1)],
  ['p95 µs', 10, row => row.p95?.toFixed(1)],
  ['log MB', 7, row => row.logMb.toFixed(0)],
  ['peak MB', 8, row => row.peakMb.toFixed(0)],
  ['same', -4, row => (row.same === null ? '' : row.same ? 'yes' : 'NO')],
]

export const tableHeader = (): string => headerOf(columns)

export const tableLine = (row: Row): string => lineOf(columns, row)
