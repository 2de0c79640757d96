import type { Either } from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { CommandId, MunicipalityId } from '../domain/id.ts'
import type { Envelope, Recorded } from '../event/envelope.ts'
import type { HousingEvent } from '../event/event.ts'
import type { AppendFailure, ReadFailure, Unavailable } from './failure.ts'

/**
 * An event before it is stored: what it says of itself. Version, position, instant and hash are the store's to give.
 *
 * @category model
 */
export type NewEvent = HousingEvent & {
  readonly envelope: Pick<Envelope, 'commandId' | 'actor' | 'causationId' | 'correlationId' | 'sealed'>
}

/**
 * Part of a stream, both ends included.
 *
 * @category model
 */
export interface Range {
  /** Default 1. */
  readonly from?: number
  /** Default: the last version. */
  readonly to?: number
}

/**
 * Part of all streams: what comes after a position.
 *
 * @category model
 */
export interface Page {
  /** Default 0. */
  readonly after?: number
  /** How many at most. Default 1,000. */
  readonly limit?: number
}

/**
 * Where a subscription begins and what ends it.
 *
 * @category model
 */
export interface Since {
  /** Default 0: from the very first event. */
  readonly after?: number
  readonly signal?: AbortSignal
}

/**
 * What came of an append: the events as they were recorded, and the version of the stream since.
 *
 * @category model
 */
export interface Appended {
  readonly version: number
  readonly events: ReadonlyArray<Recorded>
}

/**
 * Where logs are kept: one stream for each municipality, and no operation spans two.
 *
 * - `append` succeeds for one only of those who expect the same version, and then for all its events at once. 0 means
 *   that the stream must not exist yet. No events are a success that does nothing. The events of a command follow each
 *   other in one append; a command id that the stream knows is refused, with what it did the first time, whatever version
 *   was expected.
 * - `readAll` gives all streams' events in one order, each stream's in its own: whatever is still to come has a
 *   greater position than all that was ever read. Positions increase, and may skip numbers.
 * - `subscribe` goes on for ever: what there is, then what comes. It yields a failure when the store does not answer, and
 *   tries again; at something corrupt it ends.
 * - `stored` are the documents as they lie there, not decoded nor brought to the current schema: what an audit looks at.
 *
 * @category model
 */
export interface EventStore {
  /** The events of a stream, in order; none, if it does not exist. */
  readonly read: (stream: MunicipalityId, range?: Range) => TaskEither<ReadFailure, ReadonlyArray<Recorded>>
  /** Appends all events or none. */
  readonly append: (
    stream: MunicipalityId,
    expectedVersion: number,
    events: ReadonlyArray<NewEvent>,
  ) => TaskEither<AppendFailure, Appended>
  /** The events of all streams, in one order. */
  readonly readAll: (page?: Page) => TaskEither<ReadFailure, ReadonlyArray<Recorded>>
  /** The events of all streams, and those to come. */
  readonly subscribe: (since?: Since) => AsyncIterable<Either<ReadFailure, Recorded>>
  /** What a command did; nothing, if it was never handled. */
  readonly handled: (
    stream: MunicipalityId,
    commandId: CommandId,
  ) => TaskEither<ReadFailure, ReadonlyArray<Recorded>>
  /** The documents of a stream as they lie there. */
  readonly stored: (stream: MunicipalityId, range?: Range) => TaskEither<Unavailable, ReadonlyArray<unknown>>
}
