import type { HouseholdId, MunicipalityId } from '../../domain/id.ts'

/**
 * The keys of households, 32 bytes each, by household id.
 *
 * @category erasure
 */
export type Keys = ReadonlyMap<HouseholdId, Uint8Array>

/**
 * Where the keys of households are kept: apart from the log and its copies, for the log lasts and keys must not. A
 * promise that fails means that it is not available.
 *
 * @category erasure
 */
export interface KeyStore {
  /** The keys that there are: none for a household that was forgotten, or never had one. */
  readonly find: (stream: MunicipalityId, households: ReadonlyArray<HouseholdId>) => Promise<Keys>
  /** As `find`; a household that never had a key is given one. */
  readonly obtain: (stream: MunicipalityId, households: ReadonlyArray<HouseholdId>) => Promise<Keys>
  /** Destroys a household's key for good: it is never given another. */
  readonly destroy: (stream: MunicipalityId, household: HouseholdId) => Promise<void>
}

/** A new key. */
export const newKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32))

/**
 * Keys in the memory of the process: for tests.
 *
 * @example
 * ```ts
 * import type { HouseholdId, MunicipalityId } from 'einzug'
 * import { memoryKeys } from 'einzug/store'
 * const [keys, town, household] = [memoryKeys(), 'town' as MunicipalityId, 'H1' as HouseholdId]
 * (await keys.obtain(town, [household])).size // => 1
 * await keys.destroy(town, household) // => undefined
 * (await keys.obtain(town, [household])).size // => 0
 * ```
 * @category erasure
 */
export const memoryKeys = (): KeyStore => {
  const kept = new Map<string, Uint8Array | undefined>()
  const nameOf = (stream: string, household: string): string => `${stream.length}:${stream}${household}`
  const find: KeyStore['find'] = (stream, households) =>
    Promise.resolve(
      new Map(
        households.flatMap(household => {
          const key = kept.get(nameOf(stream, household))
          return key === undefined ? [] : [[household, key]]
        }),
      ),
    )
  return {
    find,
    obtain: (stream, households) => {
      for (const name of households.map(household => nameOf(stream, household)))
        if (!kept.has(name)) kept.set(name, newKey())
      return find(stream, households)
    },
    destroy: (stream, household) => {
      kept.set(nameOf(stream, household), undefined)
      return Promise.resolve()
    },
  }
}
