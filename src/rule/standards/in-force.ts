import type { IsoDay } from '../../domain/day.ts'

/** The entry of a dated table, oldest first, that is in force on a day; `undefined` before the first. */
export const inForce = <Entry extends { readonly from: IsoDay }>(
  table: ReadonlyArray<Entry>,
  on: IsoDay,
): Entry | undefined => table.findLast(({ from }) => from <= on)
