import * as fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { digest } from '../domain/digest.ts'
import type { CommandId, MunicipalityId } from '../domain/id.ts'
import { type Recorded, schemaOf } from '../event/envelope.ts'
import type { HousingEvent } from '../event/event.ts'
import type { EventStore, NewEvent } from '../store/event-store.ts'
import type { AppendFailure } from '../store/failure.ts'
import { pause } from '../store/pause.ts'
import { event } from './arbitrary/event.ts'
import { id } from './arbitrary/id.ts'

/**
 * The laws that every event store keeps.
 *
 * @category laws
 */
export type StoreLaw =
  | 'what is appended is read back as it was, numbered from 1'
  | 'another version than the last is a conflict, and changes nothing'
  | 'of those who expect the same version one succeeds'
  | 'no events are a success that does nothing'
  | 'a command is handled once, and a repetition says what it did'
  | 'a range is that part of the stream'
  | 'streams do not touch each other'
  | 'what is no event is refused, and nothing of its append is kept'

/**
 * The laws of a store that also orders the events of all streams.
 *
 * @category laws
 */
export type StoreOrderLaw =
  | 'whatever is read later has a greater position than all that was read before'
  | 'a subscription yields every event once, in order'

/**
 * What the laws write into a store.
 *
 * @category constraints
 */
export interface StoreLawsConstraints {
  /** The types of events. Default: all. A store that looks at what events say may need some left out. */
  readonly events?: ReadonlyArray<HousingEvent['type']>
}

/**
 * The commands of a run, each with its events.
 *
 * @category laws
 */
export type StoreCommands = ReadonlyArray<ReadonlyArray<NewEvent>>

/** The commands of a test: each with its events, no two of one id. */
const commands = (minLength: number, { events }: StoreLawsConstraints): fc.Arbitrary<StoreCommands> =>
  fc
    .uniqueArray(
      fc.tuple(
        id<CommandId>({ prefix: 'C' }),
        fc.array(event(events === undefined ? {} : { types: events }), { minLength: 1, maxLength: 3 }),
      ),
      { selector: ([commandId]) => commandId, minLength, maxLength: 6 },
    )
    .map(all =>
      all.map(([commandId, facts]) =>
        facts.map(fact => ({ ...fact, envelope: { commandId, actor: 'Ahlers' } })),
      ),
    )

/** A stream that no other run has used, in this process or another. */
const newStream = (): MunicipalityId =>
  `town ${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}` as MunicipalityId

const same = (a: unknown, b: unknown): boolean => digest(a) === digest(b)

const get = async <A>(task: () => Promise<E.Either<{ readonly _tag: string }, A>>): Promise<A> =>
  E.getOrElse<{ readonly _tag: string }, A>(({ _tag }) => {
    throw new Error(`the store failed: ${_tag}`) // eslint-disable-line functional/no-throw-statements -- fails the property
  })(await task())

const failed = <A>(outcome: E.Either<AppendFailure, A>, tag: AppendFailure['_tag']): boolean =>
  E.isLeft(outcome) && outcome.left._tag === tag

const pour = async (
  store: EventStore,
  stream: MunicipalityId,
  all: StoreCommands,
): Promise<ReadonlyArray<Recorded>> => {
  const recorded: Array<Recorded> = []
  for (const events of all)
    recorded.push(...(await get(store.append(stream, recorded.length, events))).events)
  return recorded
}

const facts = (events: ReadonlyArray<Recorded | NewEvent>): unknown =>
  events.map(({ type, data }) => ({ type, data }))

/**
 * The laws of an event store as fast-check properties by their names, to be run by any test runner. Each run takes
 * streams of its own, so that one store serves for all. A run takes a dozen operations: on a database on disk, ten runs
 * or so will do.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { memoryStore } from 'einzug/store'
 * import { storeLaws } from 'einzug/testing'
 * const laws = storeLaws(memoryStore())
 * await fc.assert(laws['a range is that part of the stream'], { numRuns: 5 })
 * ```
 * @category laws
 */
export const storeLaws = (
  store: EventStore,
  constraints: StoreLawsConstraints = {},
): Readonly<Record<StoreLaw, fc.IAsyncProperty<[StoreCommands]>>> => {
  const law = (
    least: number,
    holds: (all: StoreCommands, stream: MunicipalityId) => Promise<boolean>,
  ): fc.IAsyncProperty<[StoreCommands]> =>
    fc.asyncProperty(commands(least, constraints), all => holds(all, newStream()))
  const read = (stream: MunicipalityId) => get(store.read(stream))
  return {
    'what is appended is read back as it was, numbered from 1': law(0, async (all, stream) => {
      const recorded = await pour(store, stream, all)
      return (
        same(facts(recorded), facts(all.flat())) &&
        same(await read(stream), recorded) &&
        recorded.every(
          ({ type, envelope }, at) =>
            envelope.version === at + 1 &&
            envelope.stream === stream &&
            envelope.schema === schemaOf(type) &&
            envelope.actor === 'Ahlers' &&
            /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(envelope.recordedAt) &&
            envelope.recordedAt >= (recorded[at - 1]?.envelope.recordedAt ?? ''),
        )
      )
    }),
    'another version than the last is a conflict, and changes nothing': law(2, async (all, stream) => {
      const [last = [], ...first] = all
      const recorded = await pour(store, stream, first)
      for (const expected of new Set([0, 1, recorded.length - 1, recorded.length + 1])) {
        if (expected === recorded.length) continue
        const outcome = await store.append(stream, expected, last)()
        const conflict = { _tag: 'Conflict', stream, expected, actual: recorded.length }
        if (!E.isLeft(outcome) || !same(outcome.left, conflict)) return false
      }
      return same(await read(stream), recorded)
    }),
    'of those who expect the same version one succeeds': law(2, async (all, stream) => {
      const [first = [], ...rest] = all
      const outcomes = await Promise.all(all.map(events => store.append(stream, 0, events)()))
      const winner = outcomes.findIndex(E.isRight)
      const told = outcomes.filter(outcome => !failed(outcome, 'Conflict'))
      if (told.length !== 1) return false
      // and again, where there is something already
      const version = all[winner]?.length ?? 0
      const others = winner === 0 ? rest : [first, ...rest.filter((_, at) => at !== winner - 1)]
      const then = await Promise.all(others.map(events => store.append(stream, version, events)()))
      return (
        then.filter(outcome => !failed(outcome, 'Conflict')).length === 1 &&
        then.filter(E.isRight).length === 1 &&
        (await read(stream)).length === version + (others[then.findIndex(E.isRight)]?.length ?? 0)
      )
    }),
    'no events are a success that does nothing': law(1, async (all, stream) => {
      const before = await get(store.append(stream, 0, []))
      const recorded = await pour(store, stream, all)
      const after = await get(store.append(stream, recorded.length, []))
      return (
        same(before, { version: 0, events: [] }) &&
        same(after, { version: recorded.length, events: [] }) &&
        (await read(stream)).length === recorded.length
      )
    }),
    'a command is handled once, and a repetition says what it did': law(1, async (all, stream) => {
      const recorded = await pour(store, stream, all)
      for (const events of all) {
        const commandId = (events[0] as NewEvent).envelope.commandId
        const did = recorded.filter(({ envelope }) => envelope.commandId === commandId)
        const duplicate = { _tag: 'DuplicateCommand', stream, commandId, events: did }
        for (const expected of [0, recorded.length]) {
          const outcome = await store.append(stream, expected, events)()
          if (!E.isLeft(outcome) || !same(outcome.left, duplicate)) return false
        }
        if (!same(await get(store.handled(stream, commandId)), did)) return false
      }
      const other = await get(store.handled(newStream(), 'C1' as CommandId))
      return other.length === 0 && same(await read(stream), recorded)
    }),
    'a range is that part of the stream': law(1, async (all, stream) => {
      const recorded = await pour(store, stream, all)
      const middle = Math.ceil(recorded.length / 2)
      const last = recorded.length
      for (const [from, to] of [
        [1, middle],
        [middle, last + 1],
        [middle, middle],
        [last + 1, last + 9],
        [2, 1],
      ] as const)
        if (!same(await get(store.read(stream, { from, to })), recorded.slice(from - 1, to))) return false
      return same(await get(store.read(stream, { from: middle })), recorded.slice(middle - 1))
    }),
    'streams do not touch each other': law(1, async (all, stream) => {
      const other = newStream()
      const [here, there] = await Promise.all([pour(store, stream, all), pour(store, other, all)])
      return same(await read(stream), here) && same(await read(other), there)
    }),
    'what is no event is refused, and nothing of its append is kept': law(1, async (all, stream) => {
      const good = all[0] as ReadonlyArray<NewEvent>
      const bad = [
        { ...good[0], type: 'FlatPainted' },
        { ...good[0], data: { on: '2016-02-30' } },
        { ...good[0], envelope: {} },
        null,
      ] as ReadonlyArray<unknown> as ReadonlyArray<NewEvent>
      for (const each of bad)
        if (!failed(await store.append(stream, 0, [...good, each])(), 'Invalid')) return false
      return (await read(stream)).length === 0
    }),
  }
}

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
