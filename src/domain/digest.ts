import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { configure } from 'safe-stable-stringify'

/**
 * SHA-256 of a JSON document in its canonical form (RFC 8785), in hexadecimal: equal documents have equal
 * digests, whatever the order of their keys.
 *
 * @example
 * ```ts
 * import { digest } from 'einzug'
 * digest({ a: 1, b: [2] }) === digest({ b: [2], a: 1 }) // => true
 * digest({ a: 1 }).length // => 64
 * ```
 * @category digests
 */
export const digest = (document: unknown): string => digestOf(canonical(document))

/** A JSON document in its canonical form (RFC 8785); of what has no JSON, an empty text. */
export const canonical = (document: unknown): string => stringify(document) ?? ''

// it sorts keys as JavaScript does, by UTF-16 units, and writes numbers and texts as JSON.stringify does: so does the RFC
const stringify = /* @__PURE__ */ configure({ circularValue: TypeError })

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const digestOf = (text: string): string => ofPlatform?.('sha256', text, 'hex') ?? inJavaScript(text)

/** The same without the help of the platform: what browsers have, whose own digests are not there at once. */
export const inJavaScript = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

type Hash = (algorithm: 'sha256', text: string, encoding: 'hex') => string

/** The digest of Node from 20.16 on and of what is like it, found without an import: ten times as fast. */
export const ofPlatform: Hash | undefined = /* @__PURE__ */ (() => {
  const { process } = globalThis as { readonly process?: Partial<NodeJS.Process> }
  return process?.getBuiltinModule?.('node:crypto').hash
})()
