import type { Unit } from './quantity.ts'

/** The side of an ideal on which distance costs points; both, where none is said. */
export type Side = 'above' | 'below'

/** What is written for each euro counts a hundredth for each cent. */
export const perInnerUnit = (perUnit: number, unit: Unit): number =>
  unit === 'EUR' ? perUnit / 100 : perUnit

/**
 * Points less what the distance costs, rounded down, never below 0; 0 where a side is not stated (`NaN`) or
 * without end. A millionth of a point is forgiven, so that 0.1 + 0.2 costs what 0.3 costs.
 */
export const closeness = (
  points: number,
  perUnit: number,
  found: number,
  ideal: number,
  costs?: Side,
): number => {
  const off = found - ideal
  if (!Number.isFinite(off)) return 0
  const free = costs === 'above' ? off < 0 : costs === 'below' && off > 0
  const left = points - (free ? 0 : perUnit * Math.abs(off)) + 1e-6
  return left > 0 ? Math.floor(left) : 0
}
