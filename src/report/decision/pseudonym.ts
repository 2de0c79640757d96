import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * How ids are hidden. With a `secret`, an id has the same pseudonym in every report made with it, and nobody without the
 * secret can tell which id it stands for or make it from a guessed one. Without, ids are numbered in the order given, for
 * one report.
 *
 * @category decisions
 */
export interface PseudonymOptions {
  readonly secret?: string
}

// Crockford's: without I, L, O and U
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first 50 bits of HMAC-SHA-256, in ten characters: of 100,000 ids, two are alike once in 200,000 reports. */
const keyed = (prefix: string, id: string, secret: string): string => {
  const bytes = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${prefix}:${id}`))
  let bits = 0n
  for (const byte of bytes.subarray(0, 7)) bits = bits * 256n + BigInt(byte)
  const text = Array.from(
    { length: 10 },
    (_, k) => alphabet[Number((bits >> BigInt(51 - 5 * k)) & 31n)],
  ).join('')
  return `${prefix}-${text.slice(0, 5)}-${text.slice(5)}`
}

/**
 * A pseudonym for each id: `H-7K3QX-9XW2B` with a secret, `H-1`, `H-2`, … without. An id that is not among those given
 * has none.
 *
 * @example
 * ```ts
 * import { pseudonyms } from 'einzug/report'
 * const running = pseudonyms('H', ['Yilmaz', 'Kowalski'], {})
 * running.get('Kowalski') // => 'H-2'
 * const keyed = pseudonyms('H', ['Yilmaz', 'Kowalski'], { secret: 'a long random text' })
 * keyed.get('Yilmaz') === pseudonyms('H', ['Yilmaz'], { secret: 'a long random text' }).get('Yilmaz') // => true
 * ```
 * @category decisions
 */
export const pseudonyms = (
  prefix: string,
  ids: Iterable<string>,
  { secret }: PseudonymOptions,
): ReadonlyMap<string, string> => {
  const all = [...new Set(ids)]
  return new Map(
    all.map((id, k) => [id, secret === undefined ? `${prefix}-${k + 1}` : keyed(prefix, id, secret)]),
  )
}
