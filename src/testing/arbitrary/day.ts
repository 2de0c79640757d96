import * as fc from 'fast-check'
import { dayOf, type IsoDay, isoOf } from '../../domain/day.ts'

/**
 * What {@link day} may be told.
 *
 * @category constraints
 */
export interface DayConstraints {
  /** The first day that may come up. Default: `2010-01-01`. */
  readonly min?: IsoDay
  /** The last day that may come up. Default: `2030-12-31`. */
  readonly max?: IsoDay
}

const firstDay = '2010-01-01' as IsoDay
const lastDay = '2030-12-31' as IsoDay

/**
 * Days of a window; they shrink towards its beginning.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { day } from 'einzug/testing'
 * fc.sample(day(), 50).every(each => each >= '2010-01-01' && each <= '2030-12-31') // => true
 * ```
 * @category words
 */
export const day = ({ min = firstDay, max = lastDay }: DayConstraints = {}): fc.Arbitrary<IsoDay> =>
  fc.integer({ min: 0, max: dayOf(max) - dayOf(min) }).map(after => isoOf(dayOf(min) + after))
