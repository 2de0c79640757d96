import { contents, type Table } from '../../src/table/index.ts'

const isTable = (value: unknown): value is Table<unknown> =>
  typeof value === 'object' && value !== null && 'base' in value && 'changes' in value

const sorted = (table: Table<unknown>): ReadonlyArray<readonly [string, unknown]> =>
  [...contents(table)].sort(([a], [b]) => (a < b ? -1 : 1))

/** Two tables are equal if they hold the same, however their rows are spread over base and changes. */
export function equalTables(
  this: { readonly equals: (a: unknown, b: unknown) => boolean },
  a: unknown,
  b: unknown,
): boolean | undefined {
  return isTable(a) && isTable(b) ? this.equals(sorted(a), sorted(b)) : undefined
}
