/**
 * Points for what a number keeps within a limit, rounded down, up to all `points`; 0 where a side is not stated
 * (`NaN`) or without end. A millionth of a point is forgiven, as in `closeness`.
 */
export const slackness = (
  points: number,
  perUnit: number,
  limit: 'atLeast' | 'atMost',
  found: number,
  asked: number,
): number => {
  const spare = limit === 'atMost' ? asked - found : found - asked
  return spare > 0 && Number.isFinite(spare) ? Math.min(points, Math.floor(perUnit * spare + 1e-6)) : 0
}
