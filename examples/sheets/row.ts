import type { Issue } from 'einzug/codec'
import * as E from 'fp-ts/Either'
import type { Misread } from './cell.ts'
import type { IdCell } from './columns.ts'
import type { Line, Rejection, Sheet } from './csv.ts'

/** What a sheet gave: the rows that could be used, and those that could not. */
export interface Outcome<A> {
  readonly used: ReadonlyArray<A>
  readonly rejected: ReadonlyArray<Rejection>
}

/** Says where a misread cell stands. */
export const rejections = (
  file: string,
  line: number,
  misread: ReadonlyArray<Misread>,
): ReadonlyArray<Rejection> => misread.map(each => ({ file, line, ...each }))

/** Names the column that a decoded field came from. */
export const misreadOf =
  (columnOf: (field: string) => string) =>
  (issues: ReadonlyArray<Issue>): ReadonlyArray<Misread> =>
    issues.map(({ path, expected, found }) => ({
      column: columnOf(path.join('.')),
      expected,
      found: found === undefined ? '' : JSON.stringify(found),
    }))

/** The id in a line, or one made from the row's running number (from 1). */
export const idOf = (cell: IdCell, line: Line, at: number): string =>
  'prefix' in cell ? `${cell.prefix}${at + 1}` : (line.cells[cell.column] ?? '')

/** Reads row by row; rows that repeat an id are rejected, the first one stays. */
export const readRows = <A>(
  { file, lines, rejected }: Sheet,
  idColumn: string,
  read: (line: Line, at: number) => E.Either<ReadonlyArray<Misread>, A & { readonly id: string }>,
): Outcome<A> => {
  const used = new Map<string, A>()
  const bad = [...rejected]
  lines.forEach((line, at) => {
    const row = read(line, at)
    if (E.isLeft(row)) bad.push(...rejections(file, line.line, row.left))
    else if (used.has(row.right.id)) {
      bad.push({
        file,
        line: line.line,
        column: idColumn,
        expected: 'an id that occurs once',
        found: row.right.id,
      })
    } else used.set(row.right.id, row.right)
  })
  return { used: [...used.values()], rejected: bad.sort((a, b) => a.line - b.line) }
}
