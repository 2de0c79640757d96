import type { CommandId, MunicipalityId } from '../domain/id.ts'
import type { Entry } from './entry.ts'

/**
 * What a store has added to the entries of one append. Positions are those of the entries, in their order; where a store
 * gives none there are none.
 *
 * @category stores of one's own
 */
export interface Stamped {
  readonly _tag: 'Stamped'
  readonly recordedAt: string
  readonly positions: ReadonlyArray<number>
  readonly hashes: ReadonlyArray<string>
}

/**
 * What came of an append.
 *
 * @category stores of one's own
 */
export type Outcome =
  | Stamped
  | { readonly _tag: 'Stale'; readonly actual: number }
  | { readonly _tag: 'Handled'; readonly commandId: CommandId }

/**
 * What a store must be able to do for {@link storeOn} to make an event store of it. Documents are plain JSON,
 * `{ type, data, envelope }`, of which nobody else keeps a part: they are passed on as they are. A promise that fails means
 * that the store is not available, and the failure's `code` says why. `append` is atomic: it looks for handled commands
 * first, then at the version.
 *
 * @category stores of one's own
 */
export interface Backend {
  /** The documents of a stream, both versions included, in order. */
  readonly stored: (stream: MunicipalityId, from: number, to: number) => Promise<ReadonlyArray<unknown>>
  /** The documents of all streams after a position, in one order: none with a smaller position comes later. */
  readonly storedAfter: (position: number, limit: number) => Promise<ReadonlyArray<unknown>>
  /** What a command did. */
  readonly storedBy: (stream: MunicipalityId, commandId: CommandId) => Promise<ReadonlyArray<unknown>>
  /** Appends all or nothing. */
  readonly append: (
    stream: MunicipalityId,
    expected: number,
    entries: ReadonlyArray<Entry>,
  ) => Promise<Outcome>
  /** Settles when there may be something new, and at the latest when the signal fires. */
  readonly news: (signal: AbortSignal | undefined) => Promise<void>
}
