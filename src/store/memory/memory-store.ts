import type { CommandId } from '../../domain/id.ts'
import type { Backend, Outcome } from '../backend.ts'
import { bell } from '../bell.ts'
import type { Entry } from '../entry.ts'
import type { EventStore } from '../event-store.ts'
import { genesis, linkOf } from '../link.ts'
import { storeOn } from '../store-on.ts'

/** An event as it lies there: as text, so that nobody holds on to a part of it. */
interface Document {
  readonly commandId: string
  readonly recordedAt: string
  readonly hash: string
  readonly text: string
}

interface Stream {
  readonly documents: Array<Document>
  /** The version of the first event of each command. */
  readonly commands: Map<string, number>
}

/**
 * What a store in memory may be told.
 *
 * @category memory
 */
export interface MemoryOptions {
  /** The clock, in milliseconds since 1970. Default: that of the machine. */
  readonly now?: () => number
}

/**
 * A store in the memory of the process: for tests and for what need not last. An append takes O(its events), a read
 * O(what it returns).
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import type { MunicipalityId } from 'einzug'
 * import { memoryStore, type NewEvent } from 'einzug/store'
 * const store = memoryStore({ now: () => Date.UTC(2016, 0, 4) })
 * const closed = { type: 'SiteClosed', data: { on: '2016-01-04', siteId: 'S1' }, envelope: { commandId: 'c1' } } as unknown as NewEvent
 * const first = await store.append('town' as MunicipalityId, 0, [closed])()
 * E.isRight(first) && first.right.events[0].envelope.recordedAt // => '2016-01-04T00:00:00.000Z'
 * await store.append('town' as MunicipalityId, 0, [{ ...closed, envelope: { commandId: 'c2' } }])() // => E.left({ _tag: 'Conflict', stream: 'town', expected: 0, actual: 1 })
 * ```
 * @category memory
 */
export const memoryStore = ({ now = Date.now }: MemoryOptions = {}): EventStore => storeOn(memory(now))

const memory = (now: () => number): Backend => {
  const streams = new Map<string, Stream>()
  const all: Array<Document> = []
  const { ring, heard } = bell()

  const append = (name: string, expected: number, entries: ReadonlyArray<Entry>): Outcome => {
    const { documents, commands }: Stream = streams.get(name) ?? { documents: [], commands: new Map() }
    const known = entries.find(({ content, nth }) => nth === 0 && commands.has(content.commandId))
    if (known !== undefined) return { _tag: 'Handled', commandId: known.content.commandId as CommandId }
    if (documents.length !== expected) return { _tag: 'Stale', actual: documents.length }
    const before = documents.at(-1)
    const clock = new Date(now()).toISOString()
    const recordedAt = before !== undefined && before.recordedAt > clock ? before.recordedAt : clock
    const hashes: Array<string> = []
    const positions: Array<number> = []
    let hash = before?.hash ?? genesis
    for (const { content, digest, nth } of entries) {
      hash = linkOf(digest, hash, recordedAt)
      const position = all.length + 1
      const { type, data, ...envelope } = content
      const { commandId } = content
      const text = JSON.stringify({ type, data, envelope: { ...envelope, recordedAt, position, hash } })
      const document = { commandId, recordedAt, hash, text }
      if (nth === 0) commands.set(commandId, content.version)
      documents.push(document)
      all.push(document)
      hashes.push(hash)
      positions.push(position)
    }
    streams.set(name, { documents, commands })
    ring()
    return { _tag: 'Stamped', recordedAt, positions, hashes }
  }

  const by = (name: string, commandId: string): ReadonlyArray<Document> => {
    const { documents = [], commands } = streams.get(name) ?? {}
    const first = commands?.get(commandId)
    if (first === undefined) return []
    const rest = documents.slice(first - 1)
    const end = rest.findIndex(each => each.commandId !== commandId)
    return end < 0 ? rest : rest.slice(0, end)
  }

  return {
    append: (...asked) => Promise.resolve(append(...asked)),
    stored: (name, from, to) => parsed((streams.get(name)?.documents ?? []).slice(from - 1, to)),
    storedAfter: (position, limit) => parsed(all.slice(position, position + limit)),
    storedBy: (name, commandId) => parsed(by(name, commandId)),
    news: heard,
  }
}

const parsed = (documents: ReadonlyArray<Document>): Promise<ReadonlyArray<unknown>> =>
  Promise.resolve(documents.map(({ text }): unknown => JSON.parse(text)))
