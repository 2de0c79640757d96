import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { replay } from '../decider/evolve.ts'
import { emptyRegistry } from '../decider/registry.ts'
import type { MunicipalityId } from '../domain/id.ts'
import type { Recorded } from '../event/envelope.ts'
import type { EventStore } from './event-store.ts'
import type { ReadFailure } from './failure.ts'
import type { Snapshot } from './snapshot/snapshots.ts'

/** What is known before anything was read. */
export const unread: Snapshot = { version: 0, hash: undefined, registry: emptyRegistry }

/** The snapshot after further events of its stream. */
export const advanced = (snapshot: Snapshot, events: ReadonlyArray<Recorded>): Snapshot => {
  const last = events.at(-1)?.envelope
  return last === undefined
    ? snapshot
    : { version: last.version, hash: last.hash, registry: replay(events, snapshot.registry) }
}

/**
 * Brings a snapshot up to date. Its own last event is read with the rest: if that is not the one it knows, or not there,
 * the snapshot is of another log, and the whole is read.
 */
export const load = (
  store: EventStore,
  stream: MunicipalityId,
  snapshot: Snapshot,
): TE.TaskEither<ReadFailure, Snapshot> =>
  pipe(
    store.read(stream, { from: snapshot.version }),
    TE.chain(events => {
      if (snapshot.version === 0) return TE.right(advanced(unread, events))
      const [known, ...since] = events
      return known !== undefined && known.envelope.hash === snapshot.hash
        ? TE.right(advanced(snapshot, since))
        : load(store, stream, unread)
    }),
  )
