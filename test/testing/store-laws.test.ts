import type { MunicipalityId, Recorded } from 'einzug'
import { type EventStore, memoryStore } from 'einzug/store'
import { type StoreLaw, type StoreOrderLaw, storeLaws, storeOrderLaws } from 'einzug/testing'
import fc from 'fast-check'
import { either as E, taskEither as TE } from 'fp-ts'
import { describe, expect, test } from 'vitest'

type Law = StoreLaw | StoreOrderLaw

const breaks = async (store: EventStore, law: Law): Promise<boolean> => {
  const laws = { ...storeLaws(store), ...storeOrderLaws(store) }
  return (await fc.check(laws[law], { numRuns: 15, endOnFailure: true })).failed
}

const later = <A>(work: () => Promise<A>): Promise<A> =>
  new Promise(resolve => setTimeout(resolve, 1)).then(work)

describe('the laws of a store catch', () => {
  test('a store that appends whatever is expected', async () => {
    const store = memoryStore()
    const careless: EventStore = {
      ...store,
      append: (stream, _, events) => async () => {
        const known = await store.read(stream)()
        return store.append(stream, E.isRight(known) ? known.right.length : 0, events)()
      },
    }
    expect(await breaks(careless, 'another version than the last is a conflict, and changes nothing')).toBe(
      true,
    )
  })

  test('a store that looks first and writes later', async () => {
    const store = memoryStore()
    const racing: EventStore = {
      ...store,
      append: (stream, expected, events) => async () => {
        const known = await store.read(stream)()
        const actual = E.isRight(known) ? known.right.length : 0
        if (actual !== expected) return E.left({ _tag: 'Conflict', stream, expected, actual })
        return later(async () => {
          const now = await store.read(stream)()
          return store.append(stream, E.isRight(now) ? now.right.length : 0, events)()
        })
      },
    }
    expect(await breaks(racing, 'of those who expect the same version one succeeds')).toBe(true)
  })

  test('a store that forgets which commands it has handled', async () => {
    const store = memoryStore()
    let copies = 0
    const renamed = (event: Recorded): Recorded => ({
      ...event,
      envelope: { ...event.envelope, commandId: (event.envelope.commandId.split('#')[0] ?? '') as never },
    })
    const forgetful: EventStore = {
      ...store,
      append: (stream, expected, events) => {
        copies += 1
        const others = events.map(event =>
          typeof event.envelope.commandId === 'string'
            ? {
                ...event,
                envelope: { ...event.envelope, commandId: `${event.envelope.commandId}#${copies}` as never },
              }
            : event,
        )
        return TE.map(({ version, events: done }: { version: number; events: ReadonlyArray<Recorded> }) => ({
          version,
          events: done.map(renamed),
        }))(store.append(stream, expected, others))
      },
      read: (stream, range) =>
        TE.map((all: ReadonlyArray<Recorded>) => all.map(renamed))(store.read(stream, range)),
    }
    expect(await breaks(forgetful, 'a command is handled once, and a repetition says what it did')).toBe(true)
  })

  test('a store whose positions become visible out of order', async () => {
    const store = memoryStore()
    const hidden = new Set<number>()
    const gaps: EventStore = {
      ...store,
      append:
        (...asked) =>
        async () => {
          const appended = await store.append(...asked)()
          if (E.isLeft(appended) || Math.random() < 0.5) return appended
          const own = appended.right.events.map(({ envelope }) => envelope.position ?? 0)
          for (const position of own) hidden.add(position)
          await later(() => Promise.resolve())
          for (const position of own) hidden.delete(position)
          return appended
        },
      readAll: page =>
        TE.map((all: ReadonlyArray<Recorded>) =>
          all.filter(({ envelope }) => !hidden.has(envelope.position ?? 0)),
        )(store.readAll(page)),
    }
    expect(
      await breaks(gaps, 'whatever is read later has a greater position than all that was read before'),
    ).toBe(true)
  })

  test('a store that mixes streams', async () => {
    const store = memoryStore()
    const one: EventStore = {
      ...store,
      read: (_, range) => store.read('town' as MunicipalityId, range),
      append: (_, expected, events) => store.append('town' as MunicipalityId, expected, events),
    }
    expect(await breaks(one, 'streams do not touch each other')).toBe(true)
  })
})
