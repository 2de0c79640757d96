import type { CommandId, MunicipalityId } from '../domain/id.ts'
import type { Recorded } from '../event/envelope.ts'

/**
 * Somebody else was faster: the stream is not at the version that was expected.
 *
 * @category failures
 */
export interface Conflict {
  readonly _tag: 'Conflict'
  readonly stream: MunicipalityId
  readonly expected: number
  readonly actual: number
}

/**
 * The command was handled before; `events` are what it did then.
 *
 * @category failures
 */
export interface DuplicateCommand {
  readonly _tag: 'DuplicateCommand'
  readonly stream: MunicipalityId
  readonly commandId: CommandId
  readonly events: ReadonlyArray<Recorded>
}

/**
 * The store did not answer, or not in time. An append that ends so may have happened nevertheless: ask again with the
 * same command id. `why` is a code or a name, never what a driver wrote: that may quote data.
 *
 * @category failures
 */
export interface Unavailable {
  readonly _tag: 'Unavailable'
  readonly why: string
}

/**
 * What is stored cannot be what was written: it does not decode, or an event is missing.
 *
 * @category failures
 */
export interface Corrupt {
  readonly _tag: 'Corrupt'
  readonly stream: string
  readonly version: number
  readonly why: string
}

/**
 * What is wrong with something to be appended, and where. What was found there is left out: it may be personal.
 *
 * @category failures
 */
export interface Misfit {
  readonly path: ReadonlyArray<string | number>
  readonly expected: string
}

/**
 * What was to be appended is not an event as the codecs have it. Nothing was appended.
 *
 * @category failures
 */
export interface Invalid {
  readonly _tag: 'Invalid'
  readonly issues: ReadonlyArray<Misfit>
}

/**
 * Why nothing could be read.
 *
 * @category failures
 */
export type ReadFailure = Unavailable | Corrupt

/**
 * Why nothing was appended; after `Unavailable` it may have been.
 *
 * @category failures
 */
export type AppendFailure = Conflict | DuplicateCommand | Invalid | Unavailable | Corrupt
