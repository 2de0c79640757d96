import type { Monoid } from 'fp-ts/Monoid'
import type { Recorded } from '../event/envelope.ts'
import type { HousingEvent } from '../event/event.ts'

/**
 * A state folded from the log, from which figures are read.
 *
 * - `apply` takes in one event. It is pure: old and new state share what did not change.
 * - `concat` with `empty` is a monoid. It joins what was folded from disjoint parts of the log:
 *   municipalities, or different households, flats, sites, tenancies and stays of one. Folding the parts
 *   wherever they live and joining the states answers as one fold of all events does.
 * - `applyAll`, where present, does the same as `apply` event by event, faster.
 *
 * Ids are unique in a municipality only, so an event counts for the stream in its envelope. Events without an
 * envelope count for one municipality without a name: of several municipalities, fold recorded events only.
 *
 * @category model
 */
export interface Projection<S> extends Monoid<S> {
  /** The state after one more event. */
  readonly apply: (state: S, event: HousingEvent | Recorded) => S
  /** The state after many more events, in one go. */
  readonly applyAll?: (state: S, events: Iterable<HousingEvent | Recorded>) => S
}

/**
 * Folds a log from the beginning.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, type HousingEvent, type IsoDay, population } from 'einzug'
 * const log: ReadonlyArray<HousingEvent> = []
 * pipe(log, fold(census), population('2016-12-31' as IsoDay, 'persons')).count // => 0
 * ```
 * @category folding
 */
export const fold =
  <S>(projection: Projection<S>) =>
  (events: Iterable<HousingEvent | Recorded>): S => {
    if (projection.applyAll !== undefined) return projection.applyAll(projection.empty, events)
    let state = projection.empty
    for (const event of events) state = projection.apply(state, event)
    return state
  }
