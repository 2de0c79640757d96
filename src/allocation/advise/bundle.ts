import type { Candidate, LiveMatching } from '../../matching/live/index.ts'

/** The columns that a candidate adds, by their pairs. */
export const bundle = (
  candidates: ReadonlyArray<Candidate>,
  units: ReadonlyArray<number>,
  at: number,
): ReadonlyArray<Candidate> =>
  // no more of them than rows that could have one
  Array.from(
    { length: Math.min(units[at] as number, candidates[at]?.length ?? 0) },
    () => candidates[at] as Candidate,
  )

/** Adds columns, and says which they are and which rows have a place in addition. */
export const added = (
  town: LiveMatching,
  columns: ReadonlyArray<Candidate>,
): { readonly columns: Array<number>; readonly rows: Array<number> } => {
  const numbers: Array<number> = []
  const rows: Array<number> = []
  for (const pairs of columns) {
    const inserted = town.insertColumn(pairs)
    // candidates are checked before the first of them is added
    if (inserted._tag === 'Left') break
    numbers.push(inserted.right.column)
    for (const { row, from } of inserted.right.moves) if (from === -1) rows.push(row)
  }
  return { columns: numbers, rows }
}
