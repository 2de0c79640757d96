import type { Day } from '../domain/day.ts'
import type { Interval } from '../domain/interval.ts'
import { covers } from '../domain/interval.ts'

/**
 * Cuts a period where something changes: within each piece, what holds on its first day holds on every day. So a
 * sum over nights takes one look per change instead of one per night.
 */
export const piecesOf = (period: Interval, changes: Iterable<Day>): ReadonlyArray<Interval> => {
  if (period.from >= period.until) return []
  const starts = new Set([period.from])
  for (const day of changes) if (covers(period, day)) starts.add(day)
  const sorted = [...starts].sort((a, b) => a - b)
  return sorted.map((from, at) => ({ from, until: sorted[at + 1] ?? period.until }))
}
