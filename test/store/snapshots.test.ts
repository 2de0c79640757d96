import { type Command, type MunicipalityId, replay } from 'einzug'
import {
  type EventStore,
  memoryKeys,
  memorySnapshots,
  memoryStore,
  municipality,
  type Snapshot,
  type SnapshotStore,
  type Snapshots,
  sealing,
  snapshotsIn,
} from 'einzug/store'
import { commands } from 'einzug/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestOf } from '../../src/domain/digest.ts'
import { openSite } from './open-site.ts'
import { born, personalCommands, secret } from './personal.ts'
import { right } from './right.ts'

const stream = 'town' as MunicipalityId

/** Where texts are kept in memory, and of which versions they were. */
const shelf = (): SnapshotStore & {
  readonly kept: Map<string, string>
  readonly versions: Array<number>
} => {
  const [kept, versions] = [new Map<string, string>(), [] as Array<number>]
  return {
    kept,
    versions,
    load: stream => Promise.resolve(kept.get(stream)),
    save: (stream, version, text) => {
      versions.push(version)
      kept.set(stream, text)
      return Promise.resolve()
    },
  }
}

const tellAll = async (
  store: EventStore,
  snapshots: Snapshots,
  sequence: ReadonlyArray<Command>,
): Promise<void> => {
  const town = municipality(store, stream, { snapshots })
  for (const command of sequence) await town.tell([command])()
}

/** What the log says now. */
const now = async (store: EventStore): Promise<Snapshot> => {
  const events = right(await store.read(stream)())
  return { version: events.length, hash: events.at(-1)?.envelope.hash, registry: replay(events) }
}

/** The text of a snapshot that says something else, and fits its digest again. */
const retold = (text: string | undefined, what: RegExp, other: string): string => {
  const rest = (text ?? '').replace(/^.*\n/, '').replace(what, other)
  return `${digestOf(rest)}\n${rest}`
}

const opened = (k: number): Command => openSite(`c${k}`, `S${k}`)

describe('snapshots that outlast the process', () => {
  test('give the registry of the log, whatever was told', async () => {
    await fc.assert(
      fc.asyncProperty(commands({ maxLength: 30 }), async sequence => {
        const [store, place] = [memoryStore(), shelf()]
        await tellAll(store, snapshotsIn(place, { every: 1 }), sequence)
        const registry = replay(right(await store.read(stream)()))
        const again = municipality(store, stream, { snapshots: snapshotsIn(place) })
        expect(right(await again.registry())).toEqual(registry)
        await snapshotsIn(place, { every: 0 }).save(stream, await now(store))
        expect((await snapshotsIn(place).load(stream))?.registry).toEqual(registry)
      }),
      { numRuns: 30 },
    )
  })

  test('are passed over where any character of them is another, or they end early', async () => {
    const [store, place] = [memoryStore(), shelf()]
    await tellAll(store, memorySnapshots(), [opened(1), opened(2)])
    await snapshotsIn(place, { every: 0 }).save(stream, await now(store))
    const text = place.kept.get(stream) ?? ''
    const load = (other: string) => {
      place.kept.set(stream, other)
      return snapshotsIn(place).load(stream)
    }
    expect((await load(text))?.version).toBe(2)
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 1 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (at, other) => {
          fc.pre(other !== text[at])
          expect(await load(text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined()
          expect(await load(text.slice(0, at))).toBeUndefined()
        },
      ),
    )
  })

  test('are passed over where they are of another town', async () => {
    const [store, place] = [memoryStore(), shelf()]
    await tellAll(store, memorySnapshots(), [opened(1)])
    await snapshotsIn(place, { every: 0 }).save(stream, await now(store))
    place.kept.set('elsewhere', place.kept.get(stream) ?? '')
    expect(await snapshotsIn(place).load('elsewhere' as MunicipalityId)).toBeUndefined()
  })

  test('are passed over where another release wrote them in another form', async () => {
    const [store, place] = [memoryStore(), shelf()]
    await tellAll(store, memorySnapshots(), [opened(1)])
    await snapshotsIn(place, { every: 0 }).save(stream, await now(store))
    place.kept.set(stream, retold(place.kept.get(stream), /"form":\d+/, '"form":0'))
    expect(await snapshotsIn(place).load(stream)).toBeUndefined()
  })

  test('are kept when the log has grown by so many events, in this process or since another', async () => {
    const [store, place] = [memoryStore(), shelf()]
    const first = snapshotsIn(place, { every: 3 })
    for (const k of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await tellAll(store, memorySnapshots(), [opened(k)])
      await first.save(stream, await now(store))
    }
    expect(place.versions).toEqual([3, 6])
    const second = snapshotsIn(place, { every: 3 })
    await second.load(stream)
    await second.save(stream, await now(store))
    expect(place.versions).toEqual([3, 6])
    await tellAll(store, memorySnapshots(), [opened(9)])
    await second.save(stream, await now(store))
    expect(place.versions).toEqual([3, 6, 9])
  })

  test('are not kept while one is, which others make up for', async () => {
    const [store, place] = [memoryStore(), shelf()]
    const snapshots = snapshotsIn(place, { every: 1 })
    await tellAll(store, memorySnapshots(), [opened(1)])
    const one = await now(store)
    await tellAll(store, memorySnapshots(), [opened(2)])
    const two = await now(store)
    await Promise.all([snapshots.save(stream, one), snapshots.save(stream, two)])
    expect(place.versions).toEqual([1])
    await snapshots.save(stream, two)
    expect(place.versions).toEqual([1, 2])
  })

  test('are not tried again with each event where they cannot be kept', async () => {
    const store = memoryStore()
    let tries = 0
    const save = () => {
      tries++
      return Promise.reject(new Error('disk'))
    }
    const snapshots = snapshotsIn({ ...shelf(), save }, { every: 3 })
    for (const k of [1, 2, 3, 4, 5, 6, 7]) {
      await tellAll(store, memorySnapshots(), [opened(k)])
      await snapshots.save(stream, await now(store)).catch(() => undefined)
    }
    expect(tries).toBe(2)
  })

  test('are not kept of a log without hashes, which nobody could tell from another', async () => {
    const [store, place] = [memoryStore(), shelf()]
    await tellAll(store, memorySnapshots(), [opened(1)])
    await snapshotsIn(place, { every: 0 }).save(stream, { ...(await now(store)), hash: undefined })
    expect(place.versions).toEqual([])
  })

  test('are kept by a municipality as it works', async () => {
    const [store, place] = [memoryStore(), shelf()]
    const kept = new Promise<void>(resolve => {
      const save: SnapshotStore['save'] = async (...all) => {
        await place.save(...all)
        resolve()
      }
      void tellAll(store, snapshotsIn({ ...place, save }, { every: 2 }), [1, 2, 3].map(opened))
    })
    await kept
    expect(place.versions).toEqual([2])
  })

  test('go with a store that is not there', async () => {
    const down = () => Promise.reject(new Error('disk'))
    const snapshots = snapshotsIn({ load: down, save: down }, { every: 1 })
    const store = memoryStore()
    await tellAll(store, snapshots, [opened(1), opened(2)])
    expect(right(await municipality(store, stream, { snapshots }).registry()).version).toBe(2)
  })
})

describe('snapshots of a sealed log', () => {
  test('hold nothing personal in the clear, and give the registry to who has the keys', async () => {
    await fc.assert(
      fc.asyncProperty(personalCommands, async sequence => {
        const [keys, place] = [memoryKeys(), shelf()]
        const { store, snapshots } = sealing(memoryStore(), keys)
        await tellAll(store, snapshots(place, { every: 1 }), sequence)
        await snapshots(place, { every: 0 }).save(stream, await now(store))
        expect(place.kept.get(stream)).not.toContain(secret)
        expect(place.kept.get(stream)).not.toContain(born)
        const registry = replay(right(await store.read(stream)()))
        expect((await snapshots(place).load(stream))?.registry).toEqual(registry)
        const withoutKeys = snapshotsIn(place).load(stream)
        expect(await withoutKeys.catch(() => undefined)).toBeUndefined()
      }),
      { numRuns: 20 },
    )
  })

  test('do not open any more once somebody in them is forgotten; nor does who remembers keep others', async () => {
    await fc.assert(
      fc.asyncProperty(personalCommands, async sequence => {
        const [below, keys, place] = [memoryStore(), memoryKeys(), shelf()]
        const { store, snapshots, forget } = sealing(below, keys)
        await tellAll(store, memorySnapshots(), sequence)
        const households = right(await below.read(stream)()).flatMap(
          ({ envelope }) => envelope.sealed?.of ?? [],
        )
        const household = households[0]
        if (household === undefined) return
        const remembered = await now(store)
        await snapshots(place, { every: 0 }).save(stream, remembered)
        expect((await snapshots(place).load(stream))?.registry).toEqual(remembered.registry)

        right(await forget(stream, household)())
        expect(await snapshots(place).load(stream)).toBeUndefined()
        place.kept.clear()
        await snapshots(place, { every: 0 }).save(stream, remembered)
        expect(place.kept.size).toBe(0)

        const open = await now(store)
        await snapshots(place, { every: 0 }).save(stream, open)
        expect((await snapshots(place).load(stream))?.registry).toEqual(open.registry)
      }),
      { numRuns: 30 },
    )
  })

  test('open in their own town only', async () => {
    const [keys, place] = [memoryKeys(), shelf()]
    const { store, snapshots } = sealing(memoryStore(), keys)
    await tellAll(store, memorySnapshots(), [opened(1)])
    await snapshots(place, { every: 0 }).save(stream, await now(store))
    place.kept.set('elsewhere', retold(place.kept.get(stream), /"town"/, '"elsewhere"'))
    expect(
      await snapshots(place)
        .load('elsewhere' as MunicipalityId)
        .catch(() => 'no'),
    ).toBe('no')
  })
})
