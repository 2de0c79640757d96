import fc from 'fast-check'
import { close, open, put, set, type Table } from '../../src/table/index.ts'

/** Keys, among them those that plain objects have. */
export const key = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '0', 'H1'),
)
export const entries = fc.array(fc.tuple(key, fc.nat()), { maxLength: 60 })
export type Entries<Row = number> = ReadonlyArray<readonly [string, Row]>

/** Changed row by row. */
export const changed = <Row>(table: Table<Row>, all: Entries<Row>): Table<Row> =>
  all.reduce((before, [each, row]) => set<Row>(before, each, row), table)

/** Filled in one go. */
export const filled = <Row>(table: Table<Row>, all: Entries<Row>): Table<Row> => {
  const own = open(table)
  for (const [each, row] of all) put(own, each, row)
  return close(own)
}
