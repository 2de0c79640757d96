import * as fc from 'fast-check'
import type { Recorded } from '../event/envelope.ts'
import type { EventStore } from '../store/event-store.ts'
import { pause } from '../store/pause.ts'
import {
  commands,
  get,
  newStream,
  pour,
  type StoreCommands,
  type StoreLawsConstraints,
  same,
} from './store-run.ts'

/**
 * The laws of a store that also orders the events of all streams.
 *
 * @category laws
 */
export type StoreOrderLaw =
  | 'whatever is read later has a greater position than all that was read before'
  | 'a subscription yields every event once, in order'

/**
 * The laws of the order of all streams, as fast-check properties by their names. A run writes to several streams at once,
 * and reads meanwhile.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { memoryStore } from 'einzug/store'
 * import { storeOrderLaws } from 'einzug/testing'
 * const laws = storeOrderLaws(memoryStore())
 * await fc.assert(laws['a subscription yields every event once, in order'], { numRuns: 5 })
 * ```
 * @category laws
 */
export const storeOrderLaws = (
  store: EventStore,
  constraints: StoreLawsConstraints = {},
): Readonly<Record<StoreOrderLaw, fc.IAsyncProperty<[StoreCommands]>>> => {
  const law = (holds: (all: StoreCommands) => Promise<boolean>) =>
    fc.asyncProperty(commands(1, constraints), holds)
  const after = async (position: number): Promise<ReadonlyArray<Recorded>> => {
    const page = await get(store.readAll({ after: position, limit: 100 }))
    const last = page.at(-1)?.envelope.position
    return page.length < 100 || last === undefined ? page : [...page, ...(await after(last))]
  }
  let read = 0
  const end = async (): Promise<number> => {
    read = positions(await after(read)).at(-1) ?? read
    return read
  }
  const write = (all: StoreCommands) =>
    Promise.all(Array.from({ length: 4 }, () => pour(store, newStream(), all)))
  return {
    'whatever is read later has a greater position than all that was read before': law(async all => {
      const begin = await end()
      let writing = true
      const seen: Array<number> = []
      const watch = async (): Promise<void> => {
        while (writing) {
          seen.push(...positions(await after(seen.at(-1) ?? begin)))
          await pause(0) // a store in memory would leave no turn to others
        }
      }
      const watched = watch()
      await write(all)
      writing = false
      await watched
      seen.push(...positions(await after(seen.at(-1) ?? begin)))
      return increase(seen) && same(seen, positions(await after(begin)))
    }),
    'a subscription yields every event once, in order': law(async all => {
      const begin = await end()
      const expected = 4 * all.flat().length
      const stop = new AbortController()
      const seen: Array<Recorded> = []
      const follow = async (): Promise<void> => {
        for await (const event of store.subscribe({ after: begin, signal: stop.signal })) {
          seen.push(await get(() => Promise.resolve(event)))
          if (seen.length === expected) stop.abort()
        }
      }
      const followed = follow()
      await write(all)
      const late = pause(10_000, stop.signal).then(() => {
        stop.abort()
      })
      await Promise.all([followed, late])
      return increase(positions(seen)) && same(seen, await after(begin))
    }),
  }
}

const positions = (events: ReadonlyArray<Recorded>): ReadonlyArray<number> =>
  events.map(({ envelope }) => envelope.position ?? Number.NaN)

const increase = (numbers: ReadonlyArray<number>): boolean =>
  numbers.every((each, at) => at === 0 || each > (numbers[at - 1] as number))
