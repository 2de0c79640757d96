import type { Day } from '../../domain/day.ts'
import { isoOf } from '../../domain/day.ts'
import type { Interval } from '../../domain/interval.ts'
import { type Columns, column } from '../../table/columns.ts'
import type { Ledger } from './book.ts'
import type { Dimension } from './dimension.ts'
import { calendarNumber, nobody } from './roster.ts'
import { at } from './section.ts'

/** What is asked of the postings: which entries count, which points in time, broken down by what. */
export interface Asked {
  readonly ledger: Ledger
  /** Entries known later do not count. */
  readonly known: number
  readonly points: ReadonlyArray<Interval>
  readonly by: Dimension | 'entry' | undefined
}

/** For each cell, `width` numbers at each point: number `k` of point `p` stands at `k * points + p`. */
export type Cells = ReadonlyMap<number, Float64Array>

/** Cells while they are added up. */
export interface MutableCells {
  readonly of: Map<number, Float64Array>
  /** The numbers of a cell. */
  readonly at: (cell: number) => Float64Array
}

/** The only cell where nothing is broken down. */
export const whole = 0

export const newCells = (width: number, points: number): MutableCells => {
  const of = new Map<number, Float64Array>()
  let [last, lastCell]: [Float64Array | undefined, number] = [undefined, Number.NaN]
  const at = (cell: number): Float64Array => {
    if (cell === lastCell && last !== undefined) return last
    lastCell = cell
    last = of.get(cell)
    if (last === undefined) {
      last = new Float64Array(width * points)
      of.set(cell, last)
    }
    return last
  }
  return { of, at }
}

/** The postings to look at, and when their entries became known, if that has still to be asked one by one. */
export interface Known {
  readonly length: number
  readonly knownAt: ReadonlyArray<number> | undefined
}

/** Where entries stand in the order in which they became known, the postings known by an instant are the first ones. */
export const knownOf = ({ ledger, known }: Asked, postings: Columns): Known => {
  const { inOrder, knownAt, length } = ledger.entries
  if (known === Infinity) return { length: postings.length, knownAt: undefined }
  if (!inOrder) return { length: postings.length, knownAt }
  const entry = firstWhere(length, k => (knownAt[k] as number) > known)
  const entries = column(postings, at.entry)
  return { length: firstWhere(postings.length, k => (entries[k] as number) >= entry), knownAt: undefined }
}

/** The first number below a length from which on something holds; the length, if it holds for none. O(log length). */
export const firstWhere = (length: number, holds: (k: number) => boolean, from = 0): number => {
  let [low, high] = [from, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The point of a day: of an earlier day the first, of a later one, `points.length`. */
export const pointOf = (points: ReadonlyArray<Interval>): ((day: Day) => number) => {
  const [first, last] = [points[0], points[points.length - 1]]
  if (first === undefined || last === undefined) return () => 0
  if (points.length === 1) return day => (day < last.until ? 0 : 1)
  const table = new Int32Array(last.until - first.from)
  for (const [k, { from, until }] of points.entries()) table.fill(k, from - first.from, until - first.from)
  return day => {
    const place = day - first.from
    return place < 0 ? 0 : place < table.length ? (table[place] as number) : points.length
  }
}

/** Calendar numbers of the days of a period. */
export const calendarOf = ({ from, until }: Interval): Int32Array =>
  Int32Array.from({ length: Math.max(0, until - from) }, (_, k) => calendarNumber(isoOf(from + k)))

/** The days from the first point to the last. */
export const rangeOf = (points: ReadonlyArray<Interval>): Interval => ({
  from: points[0]?.from ?? 0,
  until: points[points.length - 1]?.until ?? 0,
})

/** The places of a roster's members in the list of all. */
export const membersOf = ({ ledger }: Asked): ((roster: number, each: (member: number) => void) => void) => {
  const [starts, sizes] = [column(ledger.rosters, 0), column(ledger.rosters, 1)]
  return (roster, each) => {
    if (roster === nobody) return
    const start = starts[roster] as number
    for (let member = start; member < start + (sizes[roster] as number); member++) each(member)
  }
}

/** The column, or the words of the roster, that hold the cell of a posting about a household. */
const cellColumn = (
  { ledger, by }: Asked,
  postings: Columns,
): { readonly cells: Int32Array; readonly through: Int32Array | undefined } | undefined => {
  switch (by) {
    case 'district':
    case 'regime':
    case 'cohort':
    case 'dwelling':
      return { cells: column(postings, at[by]), through: undefined }
    case 'entry':
      return { cells: column(postings, at.entry), through: undefined }
    case 'household size':
      return { cells: column(ledger.rosters, 1), through: column(postings, at.roster) }
    case 'tier':
      return { cells: column(ledger.rosters, 2), through: column(postings, at.roster) }
    case 'sex and age':
    case undefined:
      return undefined
  }
}

/** The cell of a posting about a household, where ages do not part it. */
export const cellOf = (asked: Asked, postings: Columns): ((posting: number) => number) => {
  const found = cellColumn(asked, postings)
  if (found === undefined) return () => whole
  const { cells, through } = found
  return through === undefined ? k => cells[k] as number : k => cells[through[k] as number] as number
}

/** Turns what is added at each point into what has been added by it. */
export const runUp = (numbers: Float64Array, points: number): void => {
  for (let k = 1; k < numbers.length; k++)
    if (k % points !== 0) numbers[k] = (numbers[k] as number) + (numbers[k - 1] as number)
}

/** Whether an entry became known later than an instant, where that has to be asked. */
export const isLater = (knownAt: Known['knownAt'], entry: number, known: number): boolean =>
  knownAt !== undefined && (knownAt[entry] as number) > known
