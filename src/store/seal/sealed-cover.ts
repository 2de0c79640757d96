import type { RegistryDocument } from '../../decider/registry-document.ts'
import { isoOf } from '../../domain/day.ts'
import { canonical } from '../../domain/digest.ts'
import type { HouseholdId, MunicipalityId } from '../../domain/id.ts'
import type { Cover } from '../snapshot/cover.ts'
import { type CryptoKey, sealUnder, unsealUnder } from './box.ts'
import type { KeyStore, Keys } from './key-store.ts'
import { type OpenAges, openHousehold, sealedText } from './open-part.ts'

/**
 * Covers snapshots with a key that is made of those of all households that have one: once one of these is destroyed, no
 * copy of the snapshot opens any more. Where more is known of somebody without a key than the open part, as a process
 * does that has read it before it was forgotten, no snapshot is kept.
 */
export const sealedCover = (keys: KeyStore, ages: OpenAges): Cover => ({
  put: async (stream, document, text) => {
    const households = document.households.map(({ id }) => id).sort()
    const found = await keys.find(stream, households)
    if (!isOpenBut(found, ages, document)) return undefined
    const under = households.filter(id => found.has(id))
    const key = await keyOf(stream, under, found, 'encrypt')
    return { under, body: await sealUnder(key, contextOf(stream), text) }
  },
  take: async (stream, { under, body }) => {
    const found = await keys.find(stream, under)
    if (under.some(id => !found.has(id))) return undefined
    return unsealUnder(await keyOf(stream, under, found, 'decrypt'), contextOf(stream), body)
  },
})

const contextOf = (stream: MunicipalityId): string => JSON.stringify(['einzug snapshot', stream])

/** HKDF (RFC 5869) over the keys, in the order of the households. */
const keyOf = async (
  stream: MunicipalityId,
  under: ReadonlyArray<HouseholdId>,
  keys: Keys,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> => {
  const length = 32
  const all = new Uint8Array(length * under.length)
  for (const [k, id] of under.entries()) all.set(keys.get(id) as Uint8Array, length * k)
  const material = await crypto.subtle.importKey('raw', all, 'HKDF', false, ['deriveKey'])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(contextOf(stream)),
  }
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [use])
}

/** Whether no more than the open part is known of anybody without a key. */
const isOpenBut = (
  keys: Keys,
  ages: OpenAges,
  { households, residences, placements }: RegistryDocument,
): boolean => {
  const isOpen = (of: HouseholdId, said: string | null | undefined): boolean =>
    said === null || said === undefined || said === sealedText || keys.has(of)
  return (
    households.every(
      ({ id, versions }) =>
        keys.has(id) ||
        versions.every(
          ({ on, value }) => canonical(value) === canonical(openHousehold(value, isoOf(on), ages)),
        ),
    ) &&
    residences.every(residence =>
      isOpen(
        residence.householdId,
        residence.kind === 'stay' ? residence.overflow : residence.override?.reason,
      ),
    ) &&
    placements.every(({ householdId, against }) => isOpen(householdId, against?.reason))
  )
}
