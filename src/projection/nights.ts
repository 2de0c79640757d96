import type { Day } from '../domain/day.ts'
import type { Interval } from '../domain/interval.ts'

/**
 * Cuts a period where something changes: within each piece, what holds on its first day holds on every day.
 * So a sum over nights takes one look per change instead of one per night.
 */
export const piecesOf = ({ from, until }: Interval, changes: Iterable<Day>): ReadonlyArray<Interval> => {
  if (from >= until) return []
  const starts = new Set([from])
  for (const day of changes) if (from < day && day < until) starts.add(day)
  const sorted = [...starts].sort((a, b) => a - b)
  return sorted.map((start, at) => ({ from: start, until: sorted[at + 1] ?? until }))
}
