import type { CommandId } from '../domain/id.ts'
import {
  type Backend,
  bell,
  type Entry,
  type EventStore,
  genesis,
  linkOf,
  type Outcome,
  storeOn,
} from '../store/index.ts'
import type { EmmettEvent, EmmettStore } from './port.ts'

/** Where an event's envelope lies in the metadata that Emmett keeps with it. */
interface Kept {
  readonly einzug: {
    readonly version: number
    readonly recordedAt: string
    readonly commandId: string
    readonly hash: string
  }
}

type Event = EmmettEvent<string, unknown, Kept>

/**
 * What may be set about a store of Emmett's.
 *
 * @category stores
 */
export interface EmmettOptions {
  /** The clock, in milliseconds since 1970. Default: that of the machine. */
  readonly now?: () => number
}

/**
 * An event store on one of Emmett's, with hashes and commands that are handled once. The version is always passed as a
 * number: that closes the race of two who create a stream at once. Before each append the stream is read, so that it
 * takes O(events of the stream). Emmett's stores have no order of all streams in common: `readAll` and `subscribe` are
 * not available.
 *
 * @example
 * ```ts
 * import { getInMemoryEventStore } from '@event-driven-io/emmett'
 * import { either as E, function as F } from 'fp-ts'
 * import type { Command, MunicipalityId } from 'einzug'
 * import { emmettStore } from 'einzug/emmett'
 * import { municipality } from 'einzug/store'
 * const town = municipality(emmettStore(getInMemoryEventStore()), 'town' as MunicipalityId)
 * const site = { id: 'S1', kind: 'municipal', places: 80 }
 * const open = { type: 'OpenSite', id: 'c1', data: { on: '2016-01-04', site } } as unknown as Command
 * F.pipe(await town.tell([open])(), E.map(({ version }) => version)) // => E.right(1)
 * ```
 * @category stores
 */
export const emmettStore = (emmett: EmmettStore, { now = Date.now }: EmmettOptions = {}): EventStore =>
  storeOn(backendOn(emmett, now))

const backendOn = (emmett: EmmettStore, now: () => number): Backend => {
  const { heard } = bell()
  const eventsOf = async (stream: string): Promise<ReadonlyArray<Event>> =>
    (await emmett.readStream(stream)).events as ReadonlyArray<Event>

  const standing = (
    events: ReadonlyArray<Event>,
    expected: number,
    entries: ReadonlyArray<Entry>,
  ): Outcome | undefined => {
    const told = new Set(entries.map(({ content }) => content.commandId))
    const known = events.find(({ metadata }) => told.has(metadata.einzug.commandId))
    if (known !== undefined)
      return { _tag: 'Handled', commandId: known.metadata.einzug.commandId as CommandId }
    return events.length === expected ? undefined : { _tag: 'Stale', actual: events.length }
  }

  return {
    append: async (stream, expected, entries) => {
      const events = await eventsOf(stream)
      const barred = standing(events, expected, entries)
      if (barred !== undefined) return barred
      const last = events.at(-1)?.metadata.einzug
      const clock = new Date(now()).toISOString()
      const recordedAt = last !== undefined && last.recordedAt > clock ? last.recordedAt : clock
      let hash = last?.hash ?? genesis
      const hashes = entries.map(({ digest }) => {
        hash = linkOf(digest, hash, recordedAt)
        return hash
      })
      const told = entries.map(({ content: { type, data, ...envelope } }, at) => ({
        type,
        data,
        metadata: { einzug: { ...envelope, recordedAt, hash: hashes[at] } },
      }))
      try {
        await emmett.appendToStream(stream, told, { expectedStreamVersion: BigInt(expected) })
      } catch (thrown) {
        // whatever it was: the stream says whether somebody was faster
        const since = standing(await eventsOf(stream), expected, entries)
        if (since === undefined) throw thrown // eslint-disable-line functional/no-throw-statements -- a promise that fails
        return since
      }
      return { _tag: 'Stamped', recordedAt, hashes, positions: [] }
    },
    stored: async (stream, from, to) => (await eventsOf(stream)).slice(from - 1, to).map(documentOf),
    storedBy: async (stream, commandId) =>
      (await eventsOf(stream))
        .filter(({ metadata }) => metadata.einzug.commandId === commandId)
        .map(documentOf),
    storedAfter: () =>
      Promise.reject(Object.assign(new Error('no order of all streams'), { code: 'unordered' })),
    news: heard,
  }
}

/** A copy: a store of Emmett's in memory gives what it keeps itself. */
const documentOf = ({ type, data, metadata }: Event): unknown =>
  structuredClone({ type, data, envelope: metadata.einzug })
