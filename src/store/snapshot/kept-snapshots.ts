import type { MunicipalityId } from '../../domain/id.ts'
import { type Cover, inTheClear } from './cover.ts'
import { snapshotOf, textOf } from './snapshot-text.ts'
import type { Snapshots } from './snapshots.ts'

/**
 * Where the texts of snapshots are kept, the last of each stream: a table ({@link sqlSnapshots}), a folder, a cache. They
 * may be lost at any time; a promise that fails counts as none.
 *
 * @category snapshots
 */
export interface SnapshotStore {
  /** The text, if there is one. */
  readonly load: (stream: MunicipalityId) => Promise<string | undefined>
  /** Keeps a text in place of the one there was. */
  readonly save: (stream: MunicipalityId, version: number, text: string) => Promise<void>
}

/**
 * When snapshots are kept.
 *
 * @category snapshots
 */
export interface SnapshotOptions {
  /** By how many events a log must have grown since its last snapshot. Default 1,000. */
  readonly every?: number
}

/**
 * Snapshots that outlast the process. One is written whenever the log has grown by `every` events, in time and space
 * O(what the log says), while work goes on; one that is damaged, of another log, or of a release that writes registries in
 * another form is passed over, and the log read instead. Of a log without hashes, which could not be told from another,
 * none is kept. It is believed as the log is: whoever may write the one should be who may write the other.
 *
 * **It holds all that the municipality knows, in the clear.** For a store that seals what is personal, take `snapshots` of
 * its {@link SealedLog}.
 *
 * @example
 * ```ts
 * import { memoryStore, municipality, snapshotsIn } from 'einzug/store'
 * import type { MunicipalityId } from 'einzug'
 * const kept = new Map<string, string>()
 * const snapshots = snapshotsIn({
 *   load: stream => Promise.resolve(kept.get(stream)),
 *   save: (stream, _version, text) => Promise.resolve(void kept.set(stream, text)),
 * })
 * municipality(memoryStore(), 'town' as MunicipalityId, { snapshots })
 * ```
 * @category snapshots
 */
export const snapshotsIn = (store: SnapshotStore, options: SnapshotOptions = {}): Snapshots =>
  keptSnapshots(store, inTheClear, options)

/** Snapshots under a cover. */
export const keptSnapshots = (
  store: SnapshotStore,
  cover: Cover,
  { every = 1000 }: SnapshotOptions,
): Snapshots => {
  const versions = new Map<MunicipalityId, number>()
  const busy = new Set<MunicipalityId>()
  return {
    load: async stream => {
      const text = await store.load(stream)
      const snapshot = text === undefined ? undefined : await snapshotOf(cover, stream, text)
      if (snapshot !== undefined) versions.set(stream, snapshot.version)
      return snapshot
    },
    save: async (stream, snapshot) => {
      const isDue = snapshot.version >= (versions.get(stream) ?? 0) + every
      if (!isDue || snapshot.hash === undefined || busy.has(stream)) return
      busy.add(stream)
      versions.set(stream, snapshot.version) // whatever comes of it: it costs too much to be tried with each append
      try {
        const text = await textOf(cover, stream, snapshot)
        if (text !== undefined) await store.save(stream, snapshot.version, text)
      } finally {
        busy.delete(stream)
      }
    },
  }
}
