import type { Day } from '../../domain/day.ts'
import { isoOf } from '../../domain/day.ts'
import type { Interval } from '../../domain/interval.ts'
import { type Columns, column } from '../../table/columns.ts'
import type { Counted } from '../figure.ts'
import type { Ledger } from './book.ts'
import type { Dimension } from './dimension.ts'
import { calendarNumber, nobody } from './roster.ts'
import { at } from './section.ts'

/** What is asked of the postings: which entries count, and which points in time. */
export interface Asked {
  readonly ledger: Ledger
  /** Entries known later do not count. */
  readonly known: number
  readonly points: ReadonlyArray<Interval>
}

/** What a reading may be broken down by; `undefined` leaves it whole. */
export type By = Dimension | 'entry' | undefined

/**
 * What counts, and at which point, is the same however it is broken down: a reading finds that once, and then adds up
 * the cells of one dimension after the other.
 */
export type Reading = (by: By) => Cells

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

/** Cells up to this number are found in a list; all are but entries. */
const listed = 10_000

export const newCells = (width: number, points: number): MutableCells => {
  const of = new Map<number, Float64Array>()
  const list: Array<Float64Array | undefined> = []
  const enter = (cell: number): Float64Array => {
    const numbers = of.get(cell) ?? new Float64Array(width * points)
    of.set(cell, numbers)
    if (cell < listed) list[cell + 1] = numbers
    return numbers
  }
  return { of, at: cell => list[cell + 1] ?? enter(cell) }
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
const firstWhere = (length: number, holds: (k: number) => boolean): number => {
  let [low, high] = [0, length]
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

/** The place of a posting that does not count. */
export const doesNotCount = -1

/** Where postings stand in the numbers of their cells; those from `length` on are not known yet. */
export interface Places {
  readonly length: number
  readonly at: (posting: number) => number
}

/** The point of each posting that is known and says something of a day from `from` on that is not after all points. */
export const placesOf = (asked: Asked, postings: Columns, from: Day): Places => {
  const { length, knownAt } = knownOf(asked, postings)
  const [entries, days] = [column(postings, at.entry), column(postings, at.day)]
  const point = pointOf(asked.points)
  const last = asked.points[asked.points.length - 1]?.until ?? -Infinity
  const { known } = asked
  return {
    length,
    at: k => {
      const day = days[k] as number
      if (day < from || day >= last) return doesNotCount
      if (knownAt !== undefined && (knownAt[entries[k] as number] as number) > known) return doesNotCount
      return point(day)
    },
  }
}

/** What a posting about a household adds. */
export const amountOf = (
  { ledger }: Asked,
  postings: Columns,
  unit: Counted,
): ((posting: number) => number) => {
  const [signs, rosters] = [column(postings, at.amount), column(postings, at.roster)]
  const sizes = column(ledger.rosters, 1)
  return unit === 'households'
    ? k => signs[k] as number
    : k => (signs[k] as number) * (sizes[rosters[k] as number] as number)
}

/** The cells of postings about households, where ages do not part them; none where nothing does. */
export const cellsOf = ({ ledger }: Asked, postings: Columns, by: By): Int32Array | undefined => {
  switch (by) {
    case 'district':
    case 'regime':
    case 'cohort':
    case 'dwelling':
      return column(postings, at[by])
    case 'entry':
      return column(postings, at.entry)
    case 'household size':
      return ofRosters(column(ledger.rosters, 1), postings)
    case 'tier':
      return ofRosters(column(ledger.rosters, 2), postings)
    case 'sex and age':
    case undefined:
      return undefined
  }
}

/** What the roster of each posting says. */
const ofRosters = (said: Int32Array, postings: Columns): Int32Array => {
  const rosters = column(postings, at.roster)
  const words = new Int32Array(postings.length)
  for (let k = 0; k < words.length; k++) words[k] = said[rosters[k] as number] as number
  return words
}

/** Adds the amount of each posting that counts to the numbers of its cell, at its place in them. */
export const tally = (
  cells: Int32Array | undefined,
  places: Places,
  amount: (posting: number) => number,
  { at }: MutableCells,
): void => {
  for (let k = 0; k < places.length; k++) {
    const place = places.at(k)
    if (place === doesNotCount) continue
    const numbers = at(cells === undefined ? whole : (cells[k] as number))
    numbers[place] = (numbers[place] as number) + amount(k)
  }
}

/** Turns what is added at each point into what has been added by it. */
export const runUp = (numbers: Float64Array, points: number): void => {
  for (let k = 1; k < numbers.length; k++)
    if (k % points !== 0) numbers[k] = (numbers[k] as number) + (numbers[k - 1] as number)
}
