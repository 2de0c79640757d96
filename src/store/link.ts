import { digest, digestOf } from '../domain/digest.ts'

/**
 * What the first event of a stream has before it.
 *
 * @category stores of one's own
 */
export const genesis: string = /* @__PURE__ */ '0'.repeat(64)

/**
 * An event as far as it is known before the store records it.
 *
 * @category stores of one's own
 */
export interface Content {
  readonly stream: string
  readonly version: number
  readonly schema: number
  readonly type: string
  readonly data: unknown
  readonly commandId: string
  readonly actor?: string
  readonly causationId?: string
  readonly correlationId?: string
  readonly sealed?: unknown
}

/** SHA-256 over the canonical JSON (RFC 8785) of an event without its instant: what the one who appends computes. */
export const contentOf = (content: Content): string => digest(content)

/**
 * The hash that ties an event to all those before it: SHA-256 over the canonical JSON of
 * `{ content, previous, recordedAt }`. It needs nothing but hexadecimal digests and an instant, so that a database can
 * compute it with the instant of its own clock.
 *
 * @example
 * ```ts
 * import { genesis, linkOf } from 'einzug/store'
 * linkOf('0'.repeat(64), genesis, '2016-01-04T08:00:00.000Z').length // => 64
 * ```
 * @category stores of one's own
 */
export const linkOf = (content: string, previous: string, recordedAt: string): string =>
  digestOf(`{"content":"${content}","previous":"${previous}","recordedAt":"${recordedAt}"}`)
