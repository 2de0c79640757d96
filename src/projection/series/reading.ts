import type { Day } from '../../domain/day.ts'
import { isoOf } from '../../domain/day.ts'
import type { Interval } from '../../domain/interval.ts'
import { type Columns, column } from '../../table/columns.ts'
import type { Counted } from '../figure.ts'
import type { Ledger } from './book.ts'
import { type Circumstance, circumstancesSaying } from './circumstances.ts'
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

/** The point of each day from the first on. */
const pointsByDay = (points: ReadonlyArray<Interval>): Int32Array => {
  const { from: first, until: end } = rangeOf(points)
  const table = new Int32Array(Math.max(0, end - first))
  for (const [k, { from, until }] of points.entries()) table.fill(k, from - first, until - first)
  return table
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

/** For each posting that is known, its place in the numbers of its cell; or {@link doesNotCount}. */
export type Places = Int32Array

/** The point of each posting that says something of a day from `from` on that is not after all points; of an earlier day the first. */
export const placesOf = (asked: Asked, postings: Columns, from: Day): Places => {
  const { length, knownAt } = knownOf(asked, postings)
  const [entries, days] = [column(postings, at.entry), column(postings, at.day)]
  const first = rangeOf(asked.points).from
  const last = asked.points[asked.points.length - 1]?.until ?? -Infinity
  const pointAt = pointsByDay(asked.points)
  const { known } = asked
  const places = new Int32Array(length)
  for (let k = 0; k < length; k++) {
    const day = days[k] as number
    if (day < from || day >= last) places[k] = doesNotCount
    else places[k] = day < first ? 0 : (pointAt[day - first] as number)
  }
  if (knownAt !== undefined)
    for (let k = 0; k < length; k++)
      if ((knownAt[entries[k] as number] as number) > known) places[k] = doesNotCount
  return places
}

/** What each of the first postings about a household adds: 1 or -1, or so many persons. */
export const amountsOf = (
  { ledger }: Asked,
  postings: Columns,
  length: number,
  unit: Counted,
): Int32Array => {
  const signs = column(postings, at.amount)
  if (unit === 'households') return signs
  const [sizes, rosters] = [column(ledger.rosters, 1), column(postings, at.roster)]
  const amounts = new Int32Array(length)
  for (let k = 0; k < length; k++) amounts[k] = (signs[k] as number) * (sizes[rosters[k] as number] as number)
  return amounts
}

/** The cell of each posting about a household, where ages do not part them; none where nothing does. */
export const cellsOf = ({ ledger }: Asked, postings: Columns, by: By): Said | undefined => {
  switch (by) {
    case 'district':
    case 'regime':
    case 'cohort':
    case 'dwelling':
      return saidOf(postings, by)
    case 'entry':
      return said(column(postings, at.entry))
    case 'household size':
      return said(column(postings, at.roster), column(ledger.rosters, 1))
    case 'tier':
      return said(column(postings, at.roster), column(ledger.rosters, 2))
    case 'sex and age':
    case undefined:
      return undefined
  }
}

/** What postings say: the number that each has in a column, or what that number stands for. */
export interface Said {
  readonly numbers: Int32Array
  readonly meanings: ArrayLike<number> | undefined
}

export const said = (numbers: Int32Array, meanings?: ArrayLike<number>): Said => ({ numbers, meanings })

/** What a posting says. */
export const saidAt = ({ numbers, meanings }: Said, k: number): number => {
  const number = numbers[k] as number
  return meanings === undefined ? number : (meanings[number] as number)
}

/** What the circumstances of each posting about a household say. */
export const saidOf = (postings: Columns, what: Circumstance): Said =>
  said(column(postings, at.circumstances), circumstancesSaying(what))

/** Adds the amount of each posting that counts to the numbers of its cell, at its place in them. */
export const tally = (
  cells: Said | undefined,
  places: Places,
  amounts: Int32Array,
  { at }: MutableCells,
): void => {
  const all = cells === undefined ? at(whole) : undefined
  for (let k = 0; k < places.length; k++) {
    const place = places[k] as number
    if (place === doesNotCount) continue
    const numbers = all ?? at(saidAt(cells as Said, k))
    numbers[place] = (numbers[place] as number) + (amounts[k] as number)
  }
}

/** Turns what is added at each point into what has been added by it. */
export const runUp = (numbers: Float64Array, points: number): void => {
  for (let k = 1; k < numbers.length; k++)
    if (k % points !== 0) numbers[k] = (numbers[k] as number) + (numbers[k - 1] as number)
}
