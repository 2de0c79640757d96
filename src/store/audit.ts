import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { isObject } from '../codec/structure.ts'
import type { MunicipalityId } from '../domain/id.ts'
import type { EventStore } from './event-store.ts'
import type { Unavailable } from './failure.ts'
import { type Content, contentOf, genesis, linkOf } from './link.ts'

/**
 * The end of a stream: whoever keeps one elsewhere can prove later that nothing up to it was changed.
 *
 * @category integrity
 */
export interface Head {
  readonly stream: MunicipalityId
  readonly version: number
  readonly hash: string
}

/**
 * The first place where a stream is not what was written: an event that is missing, was put in or is out of place
 * (`order`), one whose hash is not that of its content and of what is before it (`link`), or a head that was exported and
 * does not fit any more (`anchor`).
 *
 * @category integrity
 */
export interface BrokenLink {
  readonly _tag: 'BrokenLink'
  readonly stream: MunicipalityId
  readonly version: number
  readonly why: 'order' | 'link' | 'anchor'
}

/**
 * Checks the documents of a stream, as they were stored: each event's hash must be that of all it says and of the hash
 * before it. O(events), a few microseconds for each.
 *
 * What a chain alone cannot show is that it ends too early, or was written anew as a whole: against that stand `anchors`,
 * heads that were exported earlier and kept where nobody can change both. A position in the order of all streams is the
 * store's own, and no part of the chain.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import type { MunicipalityId } from 'einzug'
 * import { auditDocuments } from 'einzug/store'
 * const town = 'town' as MunicipalityId
 * auditDocuments(town, []) // => E.right({ stream: 'town', version: 0, hash: '0'.repeat(64) })
 * auditDocuments(town, [{ type: 'SiteClosed' }]) // => E.left({ _tag: 'BrokenLink', stream: 'town', version: 1, why: 'order' })
 * ```
 * @category integrity
 */
export const auditDocuments = (
  stream: MunicipalityId,
  documents: ReadonlyArray<unknown>,
  anchors: ReadonlyArray<Head> = [],
): Either<BrokenLink, Head> => {
  const broken = (version: number, why: BrokenLink['why']): Either<BrokenLink, never> =>
    E.left({ _tag: 'BrokenLink', stream, version, why })
  const anchored = new Map(
    anchors.filter(head => head.stream === stream).map(({ version, hash }) => [version, hash]),
  )
  let previous = genesis
  if ((anchored.get(0) ?? genesis) !== genesis) return broken(0, 'anchor')
  for (const [at, document] of documents.entries()) {
    const version = at + 1
    if (!isObject(document) || !isObject(document['envelope'])) return broken(version, 'order')
    const { envelope, ...fact } = document
    const { recordedAt, position: _, hash, ...said } = envelope
    if (said['version'] !== version || said['stream'] !== stream) return broken(version, 'order')
    const link = linkOf(contentOf({ ...said, ...fact } as unknown as Content), previous, String(recordedAt))
    if (hash !== link) return broken(version, 'link')
    if ((anchored.get(version) ?? link) !== link) return broken(version, 'anchor')
    previous = link
  }
  const beyond = [...anchored.keys()].filter(version => version > documents.length)
  return beyond.length > 0
    ? broken(Math.min(...beyond), 'anchor')
    : E.right({ stream, version: documents.length, hash: previous })
}

/**
 * Checks a stream of a store, and gives its head, to be exported. See {@link auditDocuments}.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import type { MunicipalityId } from 'einzug'
 * import { audit, memoryStore } from 'einzug/store'
 * const head = { stream: 'town' as MunicipalityId, version: 4, hash: 'e'.repeat(64) } // kept from an earlier audit
 * await audit(memoryStore(), head.stream, [head])() // => E.left({ _tag: 'BrokenLink', stream: 'town', version: 4, why: 'anchor' })
 * ```
 * @category integrity
 */
export const audit = (
  store: EventStore,
  stream: MunicipalityId,
  anchors: ReadonlyArray<Head> = [],
): TE.TaskEither<Unavailable | BrokenLink, Head> =>
  pipe(
    store.stored(stream),
    TE.chainEitherKW(documents => auditDocuments(stream, documents, anchors)),
  )
