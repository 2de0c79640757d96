import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'

/**
 * Somebody who was watched for a number of whole days. `event` says whether what is waited for happened at their
 * end; if not, the observation is censored: all that is known is that it had not happened by then. `subjects` (1 if
 * absent) is the number of those who share one fate, such as the persons of a household.
 *
 * @category waiting times
 */
export interface Observation {
  readonly days: number
  readonly event: boolean
  readonly subjects?: number
}

/**
 * Which observation cannot be, and why.
 *
 * @category waiting times
 */
export interface BadObservation {
  readonly _tag: 'BadObservation'
  readonly at: number
  readonly field: 'days' | 'subjects'
  readonly expected: string
  readonly found: unknown
}

const wholeFrom = (least: number, value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least

/** All observations, or the first that cannot be. */
export const checked = (
  observations: ReadonlyArray<Observation>,
): Either<BadObservation, ReadonlyArray<Observation>> => {
  for (const [at, { days, subjects = 1 }] of observations.entries()) {
    if (!wholeFrom(0, days))
      return E.left({
        _tag: 'BadObservation',
        at,
        field: 'days',
        expected: 'whole days, 0 or more',
        found: days,
      })
    if (!wholeFrom(1, subjects))
      return E.left({
        _tag: 'BadObservation',
        at,
        field: 'subjects',
        expected: 'a whole number, 1 or more',
        found: subjects,
      })
  }
  return E.right(observations)
}

/**
 * What happened on one day since the beginning: to how many, and the sum of their squares, observation by
 * observation.
 */
export interface Tally {
  readonly day: number
  readonly events: number
  readonly censored: number
  readonly eventSquares: number
  readonly censoredSquares: number
}

/** The observations by their length, the shortest first. O(n log n). */
export const tallied = (observations: Iterable<Observation>): ReadonlyArray<Tally> => {
  const tallies = new Map<number, { -readonly [Key in keyof Tally]: Tally[Key] }>()
  for (const { days: day, event, subjects = 1 } of observations) {
    const tally = tallies.get(day) ?? { day, events: 0, censored: 0, eventSquares: 0, censoredSquares: 0 }
    tally[event ? 'events' : 'censored'] += subjects
    tally[event ? 'eventSquares' : 'censoredSquares'] += subjects ** 2
    tallies.set(day, tally)
  }
  return [...tallies.values()].sort((a, b) => a.day - b.day)
}
