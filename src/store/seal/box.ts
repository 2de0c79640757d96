/** To what a box belongs: it opens nowhere else. */
export interface Belongs {
  readonly stream: string
  readonly household: string
  readonly type: string
}

/** A key of the platform's. */
export type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

type Bytes = Uint8Array<ArrayBuffer>

const algorithm = 'AES-GCM'
const nonceLength = 12
const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]

const importKey = (key: Uint8Array, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', key as Bytes, algorithm, false, [use])

const parameters = (nonce: Bytes, context: string) => ({
  name: algorithm,
  iv: nonce,
  additionalData: encoder.encode(context),
})

const contextOf = ({ stream, household, type }: Belongs): string => JSON.stringify([stream, household, type])

/** So many bytes at once become characters: as many as any engine takes as arguments. */
const atOnce = 8192

const base64 = (raw: Bytes): string => {
  let text = ''
  for (let k = 0; k < raw.length; k += atOnce) text += String.fromCharCode(...raw.subarray(k, k + atOnce))
  return btoa(text)
}

const fromBase64 = (text: string): Bytes => {
  const characters = atob(text)
  const raw = new Uint8Array(characters.length)
  for (let k = 0; k < raw.length; k++) raw[k] = characters.charCodeAt(k)
  return raw
}

/**
 * Seals a text with AES-256-GCM under a nonce of its own: nonce, cipher and tag in base64. It opens in the same context
 * only.
 */
export const sealUnder = async (key: CryptoKey, context: string, text: string): Promise<string> => {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength))
  const cipher = await crypto.subtle.encrypt(parameters(nonce, context), key, encoder.encode(text))
  const box = new Uint8Array(nonceLength + cipher.byteLength)
  box.set(nonce)
  box.set(new Uint8Array(cipher), nonceLength)
  return base64(box)
}

/** Opens a box; the promise fails if the key or the context is another, or if it was changed. */
export const unsealUnder = async (key: CryptoKey, context: string, box: string): Promise<string> => {
  const raw = fromBase64(box)
  const nonce = raw.slice(0, nonceLength)
  return decoder.decode(
    await crypto.subtle.decrypt(parameters(nonce, context), key, raw.subarray(nonceLength)),
  )
}

/** Seals what is a household's, see {@link sealUnder}. */
export const seal = async (key: Uint8Array, belongs: Belongs, text: string): Promise<string> =>
  sealUnder(await importKey(key, 'encrypt'), contextOf(belongs), text)

/** Opens a box; the promise fails if the key is another, if it belongs elsewhere, or if it was changed. */
export const unseal = async (key: Uint8Array, belongs: Belongs, box: string): Promise<string> =>
  unsealUnder(await importKey(key, 'decrypt'), contextOf(belongs), box)
