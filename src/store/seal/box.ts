/** To what a box belongs: it opens nowhere else. */
export interface Belongs {
  readonly stream: string
  readonly household: string
  readonly type: string
}

const algorithm = 'AES-GCM'
const nonceLength = 12
const bytes = new TextEncoder()

const importKey = (key: Uint8Array, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', key as Uint8Array<ArrayBuffer>, algorithm, false, [use])

const parameters = (nonce: Uint8Array<ArrayBuffer>, { stream, household, type }: Belongs) => ({
  name: algorithm,
  iv: nonce,
  additionalData: bytes.encode(JSON.stringify([stream, household, type])),
})

const base64 = (raw: Uint8Array): string => {
  let text = ''
  for (const byte of raw) text += String.fromCharCode(byte)
  return btoa(text)
}

/** Seals a text with AES-256-GCM under a nonce of its own: nonce, cipher and tag in base64. */
export const seal = async (key: Uint8Array, belongs: Belongs, text: string): Promise<string> => {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength))
  const own = await importKey(key, 'encrypt')
  const cipher = new Uint8Array(
    await crypto.subtle.encrypt(parameters(nonce, belongs), own, bytes.encode(text)),
  )
  const box = new Uint8Array(nonceLength + cipher.length)
  box.set(nonce)
  box.set(cipher, nonceLength)
  return base64(box)
}

/** Opens a box; the promise fails if the key is another, if it belongs elsewhere, or if it was changed. */
export const unseal = async (key: Uint8Array, belongs: Belongs, box: string): Promise<string> => {
  const raw = Uint8Array.from(atob(box), character => character.charCodeAt(0))
  const own = await importKey(key, 'decrypt')
  const plain = await crypto.subtle.decrypt(
    parameters(raw.slice(0, nonceLength), belongs),
    own,
    raw.slice(nonceLength),
  )
  return new TextDecoder().decode(plain)
}
