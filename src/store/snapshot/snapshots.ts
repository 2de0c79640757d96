import type { Registry } from '../../decider/registry.ts'
import type { MunicipalityId } from '../../domain/id.ts'

/**
 * A registry as it was at a version, and the hash of the event of that version, where the store keeps one: a snapshot
 * that does not fit the log is not believed.
 *
 * @category snapshots
 */
export interface Snapshot {
  readonly version: number
  readonly hash: string | undefined
  readonly registry: Registry
}

/**
 * Where snapshots are kept to save reading a log from its beginning. They are never a source of truth: any of them may be
 * lost at any time, and a promise that fails counts as none.
 *
 * @category snapshots
 */
export interface Snapshots {
  /** The last snapshot, if there is one. */
  readonly load: (stream: MunicipalityId) => Promise<Snapshot | undefined>
  /** Keeps a snapshot, or does not. */
  readonly save: (stream: MunicipalityId, snapshot: Snapshot) => Promise<void>
}

/**
 * Snapshots in the memory of the process, to be shared by all who work on a municipality there. Registries are
 * immutable, so that nothing is copied. For those that outlast the process see {@link snapshotsIn}.
 *
 * @example
 * ```ts
 * import type { MunicipalityId } from 'einzug'
 * import { memorySnapshots } from 'einzug/store'
 * await memorySnapshots().load('town' as MunicipalityId) // => undefined
 * ```
 * @category snapshots
 */
export const memorySnapshots = (): Snapshots => {
  const kept = new Map<MunicipalityId, Snapshot>()
  return {
    load: stream => Promise.resolve(kept.get(stream)),
    save: (stream, snapshot) => {
      if (snapshot.version >= (kept.get(stream)?.version ?? 0)) kept.set(stream, snapshot)
      return Promise.resolve()
    },
  }
}
