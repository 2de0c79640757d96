import { type Command, type Decide, decide, emptyRegistry, type MunicipalityId, replay } from 'einzug'
import {
  type Done,
  type EventStore,
  memorySnapshots,
  memoryStore,
  municipality,
  onlyAs,
  type Snapshot,
  type Snapshots,
  type TellFailure,
} from 'einzug/store'
import { accepted, commands } from 'einzug/testing'
import fc from 'fast-check'
import { either as E, taskEither as TE } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { openSite } from './open-site.ts'
import { right } from './right.ts'
import { watched } from './watched.ts'

const stream = 'town' as MunicipalityId
const close = (id: string, siteId = 'S1'): Command =>
  ({ type: 'CloseSite', id, data: { on: '2016-02-01', siteId } }) as unknown as Command

describe('a municipality on a store', () => {
  test('does what the decider does in memory, command by command', async () => {
    await fc.assert(
      fc.asyncProperty(commands({ maxLength: 25 }), async sequence => {
        const [store, town] = [memoryStore(), accepted(sequence)]
        const desks = [municipality(store, stream), municipality(store, stream)]
        for (const [at, command] of sequence.entries()) await desks[at % 2]?.tell([command])()
        const read = right(await store.read(stream)())
        expect(read.map(({ type, data }) => ({ type, data }))).toEqual(
          town.events.map(({ type, data }) => ({ type, data })),
        )
        for (const desk of desks) expect(right(await desk.registry())).toEqual(replay(read))
      }),
      { numRuns: 30 },
    )
  })

  test('a command takes effect once, whoever tells it and however often', async () => {
    const store = memoryStore()
    const desks = Array.from({ length: 8 }, () => municipality(store, stream))
    const told = await Promise.all(desks.map(desk => desk.tell([openSite('c1')])()))
    expect(told.map(outcome => right(outcome).events.length)).toEqual(Array.from({ length: 8 }, () => 1))
    expect(told.filter(outcome => right(outcome).repeated.length === 0)).toHaveLength(1)
    expect(right(await store.read(stream)())).toHaveLength(1)
  })

  test('commands are done together or not at all', async () => {
    const store = memoryStore()
    const desk = municipality(store, stream)
    const told = await desk.tell([openSite('c1'), close('c2', 'S2')])()
    expect(told).toEqual(
      E.left({
        _tag: 'Refused',
        at: 1,
        commandId: 'c2',
        refusal: { _tag: 'Unknown', what: 'site', id: 'S2' },
      }),
    )
    expect(right(await store.read(stream)())).toEqual([])
    expect(right(await desk.tell([openSite('c1'), close('c2')])()).version).toBe(2)
    expect(right(await desk.tell([openSite('c1'), openSite('c3', 'S3')])()).repeated).toEqual(['c1'])
  })

  test('refuses nothing without having looked at the newest events', async () => {
    const store = memoryStore()
    const [here, there] = [municipality(store, stream), municipality(store, stream)]
    right(await here.tell([openSite('c1', 'S1')])())
    right(await there.tell([openSite('c2', 'S2')])())
    expect(right(await here.tell([close('c3', 'S2')])()).version).toBe(3)
  })

  test('roles are asked for each command, and what they bar leaves no trace', async () => {
    const store = memoryStore()
    const desk = municipality(store, stream, { may: onlyAs({ Ahlers: ['OpenSite'] }) })
    expect(await desk.tell([openSite('c1')], { actor: 'Brandt' })()).toEqual(
      E.left({ _tag: 'NotAllowed', commandId: 'c1', action: 'OpenSite' }),
    )
    expect(right(await desk.tell([openSite('c1')], { actor: 'Ahlers' })()).events[0]?.envelope.actor).toBe(
      'Ahlers',
    )
    expect(E.isLeft(await desk.tell([close('c2')], { actor: 'Ahlers' })())).toBe(true)
    expect(right(await store.read(stream)())).toHaveLength(1)
  })
})

/** A store that counts how often it is written to. */
const counting = (store: EventStore) => {
  const sizes: Array<number> = []
  const counted: EventStore = {
    ...store,
    append: (name, version, events) => {
      sizes.push(events.length)
      return store.append(name, version, events)
    },
  }
  return { counted, sizes }
}

const withoutInstants = (outcome: E.Either<TellFailure, Done>): unknown =>
  E.map(({ events, ...done }: Done) => ({
    ...done,
    events: events.map(({ type, data, envelope: { version, commandId, actor } }) => [
      type,
      data,
      version,
      commandId,
      actor,
    ]),
  }))(outcome)

describe('commands told to a municipality at once', () => {
  test('are done in their turn, and answered as if each had waited for the one before', async () => {
    await fc.assert(
      fc.asyncProperty(
        commands({ maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat({ max: 5 }),
        async (sequence, size, again) => {
          const all = sequence.map((_, k) => ({
            actor: `desk ${k}`,
            told: sequence.slice(k * size, (k + 1) * size),
          }))
          const [one, other] = [memoryStore(), memoryStore()]
          const [patient, busy] = [municipality(one, stream), municipality(other, stream)]
          const repeated = [...all, ...all.slice(0, again)]
          const expected: Array<E.Either<TellFailure, Done>> = []
          for (const { told, actor } of repeated) expected.push(await patient.tell(told, { actor })())
          const outcomes = await Promise.all(repeated.map(({ told, actor }) => busy.tell(told, { actor })()))
          expect(outcomes.map(withoutInstants)).toEqual(expected.map(withoutInstants))
          expect(right(await busy.registry())).toEqual(right(await patient.registry()))
        },
      ),
      { numRuns: 50 },
    )
  })

  test('take effect once each, told at once by several processes, lost answers or not', async () => {
    const ways = fc.infiniteStream(fc.constantFrom('no', 'no', 'before', 'after'))
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 12 }), ways, async (shared, fate) => {
        const store = memoryStore()
        const unsteady = failing(store, () => fate.next().value as 'no')
        const retries = { base: 0, cap: 1, attempts: 200 }
        const desks = [0, 1, 2].map(() => municipality(unsteady, stream, { retries }))
        // some commands are told by all, the others by one each
        const told = desks.map((desk, d) =>
          Array.from({ length: 12 }, (_, k) => (k < shared ? `c${k}` : `c${k} ${d}`)).map(id =>
            desk.tell([openSite(id, `S ${id}`)])(),
          ),
        )
        const outcomes = await Promise.all(told.flat())
        expect(outcomes.filter(E.isLeft)).toEqual([])
        const ids = right(await store.read(stream)()).map(({ envelope }) => envelope.commandId)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toHaveLength(shared + 3 * (12 - shared))
        for (const outcome of outcomes) expect(right(outcome).events).toHaveLength(1)
      }),
      { numRuns: 30 },
    )
  })

  test('share appends', async () => {
    const { counted, sizes } = counting(memoryStore())
    const desk = municipality(counted, stream)
    const told = await Promise.all(
      Array.from({ length: 250 }, (_, k) => desk.tell([openSite(`c${k}`, `S${k}`)])()),
    )
    expect(told.map(outcome => right(outcome).version)).toEqual(told.map((_, k) => k + 1))
    expect(sizes).toEqual([100, 100, 50])
  })

  test('are not brought down by one of them', async () => {
    const decideBadly: Decide = (command, registry) => {
      if (command.id === 'thrown') throw new Error('a predicate broke')
      const halved = command.id === 'invalid' && command.type === 'OpenSite'
      const site = { ...(command.data as { site?: object }).site, places: 0.5 }
      return decide(halved ? ({ ...command, data: { ...command.data, site } } as never) : command, registry)
    }
    const desk = municipality(memoryStore(), stream, { decide: decideBadly })
    const ids = ['c1', 'invalid', 'c2', 'c3']
    const told = await Promise.all(ids.map((id, k) => desk.tell([openSite(id, `S${k}`)])()))
    expect(told.map(E.isRight)).toEqual([true, false, true, true])
    expect(told[1]).toMatchObject({ left: { _tag: 'Invalid' } })
    const settled = await Promise.allSettled(
      ['c4', 'thrown', 'c5'].map((id, k) => desk.tell([openSite(id, `T${k}`)])()),
    )
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(right(await desk.registry()).version).toBe(5)
  })
})

/** A store whose appends fail now and then, before they happened, or after; and so do questions what a command did. */
const failing = (store: EventStore, fails: () => 'no' | 'before' | 'after'): EventStore => ({
  ...store,
  handled:
    (...asked) =>
    () =>
      (fails() === 'no' ? store.handled(...asked) : TE.left({ _tag: 'Unavailable', why: 'test' } as const))(),
  append: (...asked) => {
    const way = fails()
    const down = TE.left({ _tag: 'Unavailable', why: 'test' } as const)
    if (way === 'no') return store.append(...asked)
    if (way === 'before') return down
    return () =>
      store
        .append(...asked)()
        .then(down)
  },
})

describe('a municipality on a store that fails', () => {
  test('every command takes effect exactly once, lost answers or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.constantFrom('no', 'before', 'after')), async ways => {
        const store = memoryStore()
        const desk = municipality(
          failing(store, () => ways.next().value as 'no'),
          stream,
          {
            retries: { base: 0, attempts: 100 },
          },
        )
        for (let k = 0; k < 5; k++) right(await desk.tell([openSite(`c${k}`, `S${k}`)])())
        const together = [5, 6, 7, 8, 9].map(k => desk.tell([openSite(`c${k}`, `S${k}`)])())
        for (const each of together) right(await each)
        expect(right(await store.read(stream)()).map(({ envelope }) => envelope.commandId)).toEqual(
          Array.from({ length: 10 }, (_, k) => `c${k}`),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('says so in the end', async () => {
    const desk = municipality(
      failing(memoryStore(), () => 'before'),
      stream,
      { retries: { base: 0, attempts: 3 } },
    )
    expect(await desk.tell([openSite('c1')])()).toEqual(E.left({ _tag: 'Unavailable', why: 'test' }))
  })
})

describe('snapshots', () => {
  test('may be lost, late or of another log at any time: the registry is that of the log', async () => {
    const elsewhere: Snapshot = { version: 2, hash: 'f'.repeat(64), registry: emptyRegistry }
    const fate = fc.constantFrom<'kept' | 'lost' | 'first' | 'foreign' | 'broken'>(
      'kept',
      'lost',
      'first',
      'foreign',
      'broken',
    )
    await fc.assert(
      fc.asyncProperty(commands({ maxLength: 20 }), fc.infiniteStream(fate), async (sequence, fates) => {
        const store = memoryStore()
        const saved: Array<Snapshot> = []
        const snapshots: Snapshots = {
          load: async () => {
            switch (fates.next().value) {
              case 'kept':
                return saved.at(-1)
              case 'first':
                return saved[0]
              case 'foreign':
                return elsewhere
              case 'broken':
                return Promise.reject(new Error('disk'))
              default:
                return undefined
            }
          },
          save: (_, snapshot) => {
            saved.push(snapshot)
            return Promise.resolve()
          },
        }
        for (const command of sequence) await municipality(store, stream, { snapshots }).tell([command])()
        const registry = right(await municipality(store, stream, { snapshots }).registry())
        expect(registry).toEqual(replay(right(await store.read(stream)())))
      }),
      { numRuns: 30 },
    )
  })

  test('save reading: only what came since is read', async () => {
    const [store, snapshots] = [memoryStore(), memorySnapshots()]
    const desk = municipality(store, stream, { snapshots })
    for (let k = 0; k < 4; k++) await desk.tell([openSite(`c${k}`, `S${k}`)])()
    const seen = watched(store)
    expect(right(await municipality(seen.store, stream, { snapshots }).registry()).version).toBe(4)
    expect(seen.froms).toEqual([4])
  })
})
