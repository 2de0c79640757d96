import * as fc from 'fast-check'
import * as E from 'fp-ts/Either'
import type { CommandId, MunicipalityId } from '../domain/id.ts'
import { type Recorded, schemaOf } from '../event/envelope.ts'
import type { EventStore, NewEvent } from '../store/event-store.ts'
import type { AppendFailure } from '../store/failure.ts'
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

const failed = <A>(outcome: E.Either<AppendFailure, A>, tag: AppendFailure['_tag']): boolean =>
  E.isLeft(outcome) && outcome.left._tag === tag

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
