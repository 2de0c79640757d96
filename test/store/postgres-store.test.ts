import { readFileSync } from 'node:fs'
import { digest, type HouseholdId, type MunicipalityId, replay } from 'einzug'
import {
  audit,
  type EventStore,
  migrate,
  migrateKeys,
  municipality,
  type NewEvent,
  sealing,
  snapshotsIn,
  sqlKeys,
  sqlSnapshots,
  sqlStore,
} from 'einzug/store'
import { either as E } from 'fp-ts'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OwnDatabase, ownDatabase, postgresIsThere } from '../support/postgres.ts'
import { openSite } from './open-site.ts'
import { right } from './right.ts'
import { runLaws } from './run-laws.ts'
import { siteClosed } from './site-closed.ts'
import { watched } from './watched.ts'

const stream = 'town' as MunicipalityId
describe.skipIf(!postgresIsThere)('a store on PostgreSQL', () => {
  let own: OwnDatabase
  let plain: EventStore
  let parts: EventStore
  beforeAll(async () => {
    own = await ownDatabase()
    const pool = own.pool(8)
    await migrate(pool)()
    await migrate(pool, { schema: 'parts', partitions: 7 })()
    plain = sqlStore(pool, { poll: 5 })
    parts = sqlStore(pool, { poll: 5, schema: 'parts' })
  })
  afterAll(() => own.drop())

  runLaws('PostgreSQL', () => plain, 8)
  runLaws('PostgreSQL, partitioned by stream', () => parts, 3)

  test('a stream lies in one partition', async () => {
    for (const k of [0, 1, 2, 3, 4, 5, 6, 7])
      expect(
        E.isRight(await parts.append(`T${k}` as MunicipalityId, 0, [siteClosed('a'), siteClosed('b')])()),
      ).toBe(true)
    const { rows } = await own.pool().query<{ n: number; parts: number }>(
      `select count(distinct tableoid)::int n, (select count(distinct tableoid)::int from parts.event) parts
         from parts.event where stream like 'T%' group by stream order by 1 desc`,
    )
    expect(rows[0]?.n).toBe(1)
    expect(rows[0]?.parts).toBeGreaterThan(1)
  })

  test('keeps the last snapshot of each town; one of the log is as good as the log', async () => {
    const snapshots = snapshotsIn(sqlSnapshots(own.pool()), { every: 2 })
    const town = 'snapshots' as MunicipalityId
    for (const k of [1, 2, 3, 4, 5]) {
      const told = await municipality(plain, town).tell([openSite(`c${k}`, `S${k}`)])()
      expect(told).toMatchObject({ right: { version: k } })
      const events = right(await plain.read(town)())
      const hash = events.at(-1)?.envelope.hash
      await snapshots.save(town, { version: k, hash, registry: replay(events) })
    }
    const seen = watched(plain)
    const kept = await snapshotsIn(sqlSnapshots(own.pool())).load(town)
    expect(kept?.version).toBe(4)
    expect(await municipality(seen.store, town, { snapshots }).registry()).toEqual(
      await municipality(plain, town).registry(),
    )
    expect(seen.froms).toEqual([4])
    expect(await sqlSnapshots(own.pool()).load(town)).toContain('"S4"')
    expect(await sqlSnapshots(own.pool()).load('nowhere' as MunicipalityId)).toBeUndefined()
  })

  test('twenty that start at once make the tables once', async () => {
    const pools = Array.from({ length: 20 }, () => own.pool(1))
    const schema = 'twenty'
    const outcomes = await Promise.all(pools.map(pool => migrate(pool, { schema })()))
    expect(outcomes.filter(E.isLeft)).toEqual([])
    const { rows } = await own.pool().query('select version from twenty.migration')
    expect(rows).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }, { version: 4 }])
    expect(E.isRight(await sqlStore(own.pool(), { schema }).append(stream, 0, [siteClosed('a')])())).toBe(
      true,
    )
  })

  test('tables of the first version are taken over while they are written to', async () => {
    const schema = 'elder'
    await own.pool().query(readFileSync(new URL('version-1.sql', import.meta.url), 'utf8'))
    const appendAsThen = (client: pg.ClientBase, to: string, ...ids: ReadonlyArray<string>) => {
      const entries = ids.map((commandId, at) => {
        const said = { type: 'SiteClosed', data: { on: '2016-01-04', siteId: 'S1' }, schema: 1, commandId }
        return { ...said, nth: 0, digest: digest({ ...said, stream: to, version: at + 1 }) }
      })
      return client.query('select elder.append($1, 0, $2)', [to, JSON.stringify(entries)])
    }
    const [first, second] = [await own.pool(1).connect(), await own.pool(1).connect()]
    await first.query('begin')
    await appendAsThen(first, stream, 'a', 'b')
    const waiting = appendAsThen(second, 'other', 'a', 'b').catch((thrown: unknown) => thrown)
    const migrated = Array.from({ length: 20 }, () => migrate(own.pool(1), { schema })())
    await new Promise(resolve => setTimeout(resolve, 200))
    await first.query('commit')
    await waiting
    expect((await Promise.all(migrated)).filter(E.isLeft)).toEqual([])
    const store = sqlStore(own.pool(), { schema })
    expect(E.isRight(await store.append(stream, 2, [siteClosed('c'), siteClosed('d')])())).toBe(true)
    expect(await audit(store, stream)()).toMatchObject({ right: { version: 4 } })
    await expect(appendAsThen(second, 'late', 'a')).rejects.toMatchObject({ code: '42883' })
    const all = await store.readAll()()
    const positions = E.isRight(all) ? all.right.map(({ envelope }) => envelope.position) : []
    expect(positions.length).toBeGreaterThanOrEqual(4)
    expect(new Set(positions).size).toBe(positions.length)
    first.release()
    second.release()
  })

  test('functions of the second version give way to those of today', async () => {
    const [pool, schema] = [own.pool(), 'second']
    await migrate(pool, { schema })()
    await pool.query(`delete from second.migration where version > 2; drop table second.snapshot;
      drop function second.append(text, integer, text[], integer[], jsonb); drop function second.known(text, jsonb);
      create function second.known(in_stream text, entries jsonb) returns text language sql as 'select null';
      create function second.append(into_stream text, expected integer, entries jsonb) returns jsonb
        language sql as 'select null::jsonb'`)
    const store = sqlStore(pool, { schema })
    expect(await store.append(stream, 0, [siteClosed('a')])()).toMatchObject({ left: { why: '42883' } })
    await migrate(pool, { schema })()
    expect(E.isRight(await store.append(stream, 0, [siteClosed('a')])())).toBe(true)
    const functions =
      "select proname from pg_proc where pronamespace = 'second'::regnamespace order by proname"
    const { rows } = await pool.query<{ proname: string }>(functions)
    expect(rows.map(({ proname }) => proname)).toEqual(['append', 'known', 'settled'])
  })

  test('an append that is not committed holds back what is later in the order, and nobody else', async () => {
    const client = await own.pool(1).connect()
    const seen = async (): Promise<ReadonlyArray<string>> => {
      const page = await plain.readAll({ after: end })()
      return E.isRight(page) ? page.right.map(({ envelope }) => `${envelope.stream} ${envelope.version}`) : []
    }
    const before = await plain.append('before' as MunicipalityId, 0, [siteClosed('a')])()
    const end = E.isRight(before) ? (before.right.events[0]?.envelope.position ?? 0) : 0
    await client.query('begin')
    expect(E.isRight(await sqlStore(client).append('slow' as MunicipalityId, 0, [siteClosed('a')])())).toBe(
      true,
    )
    expect(E.isRight(await plain.append('fast' as MunicipalityId, 0, [siteClosed('a')])())).toBe(true)
    expect(await seen()).toEqual([])
    await client.query('commit')
    expect(await seen()).toEqual(['slow 1', 'fast 1'])
    await client.query('begin')
    await sqlStore(client).append('slow' as MunicipalityId, 1, [siteClosed('b')])()
    await plain.append('fast' as MunicipalityId, 1, [siteClosed('b')])()
    await client.query('rollback')
    client.release()
    expect(await seen()).toEqual(['slow 1', 'fast 1', 'fast 2'])
  })

  test('whoever is notified need not wait for the next look', async () => {
    const schema = 'heard'
    await migrate(own.pool(), { schema })()
    const client = await own.pool(1).connect()
    const listen = async (channel: string, wake: () => void): Promise<void> => {
      client.on('notification', wake)
      await client.query(`listen ${channel}`)
    }
    const reader = sqlStore(own.pool(), { schema, listen, poll: 1_000_000 })
    const stop = new AbortController()
    const seen: Array<string> = []
    const follow = async (): Promise<void> => {
      for await (const event of reader.subscribe({ signal: stop.signal })) {
        seen.push(E.isRight(event) ? event.right.envelope.commandId : event.left._tag)
        if (seen.length === 3) stop.abort()
      }
    }
    const followed = follow()
    const writer = sqlStore(own.pool(), { schema })
    for (const [at, id] of ['a', 'b', 'c'].entries()) {
      await new Promise(resolve => setTimeout(resolve, 100))
      await writer.append(stream, at, [siteClosed(id)])()
    }
    await followed
    client.release()
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  test('keys are in a table, and gone with the household', async () => {
    const town = 'sealed town' as MunicipalityId
    for (const _ of [1, 2]) expect(E.isRight(await migrateKeys(own.pool())())).toBe(true)
    const { store, forget } = sealing(plain, sqlKeys(own.pool()))
    const household = (id: string) => ({
      id,
      members: [{ id: `${id}/1`, age: { known: 'birth', born: '1984-05-17' } }],
    })
    const assigned = (id: string) =>
      ({
        type: 'HouseholdAssigned',
        data: { on: '2016-01-04', household: household(id), regime: 'AsylbLG' },
        envelope: { commandId: id },
      }) as unknown as NewEvent
    expect(E.isRight(await store.append(town, 0, [assigned('H1'), assigned('H2')])())).toBe(true)
    const known = async () => JSON.stringify(await store.read(town)()).match(/1984-05-17/g)?.length ?? 0
    expect(await known()).toBe(2)
    await forget(town, 'H1' as HouseholdId)()
    expect(await known()).toBe(1)
    await store.append(town, 2, [{ ...assigned('H1'), envelope: { commandId: 'again' as never } }])()
    expect(await known()).toBe(1)
    expect(E.isRight(await audit(store, town)())).toBe(true)
    const { rows } = await own
      .pool()
      .query('select household_id, key is null as gone from einzug_keys.key order by 1')
    expect(rows).toEqual([
      { household_id: 'H1', gone: true },
      { household_id: 'H2', gone: false },
    ])
  })

  test('the database computes the hashes that an audit expects', async () => {
    const town = 'audited town' as MunicipalityId
    await plain.append(town, 0, [siteClosed('a'), siteClosed('b')])()
    await plain.append(town, 2, [siteClosed('c')])()
    const head = await audit(plain, town)()
    expect(head).toMatchObject({ right: { version: 3 } })
    for (const change of [
      `actor = 'Brandt'`,
      `recorded_at = recorded_at + interval '1 millisecond'`,
      `data = jsonb_set(data, '{on}', '"2016-01-05"')`,
      `command_id = 'd'`,
      `hash = repeat('0', 64)`,
    ]) {
      const client = await own.pool().connect()
      await client.query('begin')
      await client.query(`update einzug.event set ${change} where stream = 'audited town' and version = 2`)
      expect(await audit(sqlStore(client), town)()).toMatchObject({ left: { version: 2, why: 'link' } })
      await client.query('rollback')
      client.release()
    }
  })

  test('tables that are not there, a row that is torn and one that is gone are named', async () => {
    const schema = 'torn'
    expect(await sqlStore(own.pool(), { schema }).read(stream)()).toEqual(
      E.left({ _tag: 'Unavailable', why: '42P01' }),
    )
    await migrate(own.pool(), { schema })()
    const store = sqlStore(own.pool(), { schema })
    await store.append(stream, 0, [siteClosed('a'), siteClosed('b'), siteClosed('c')])()
    await own.pool().query(`update torn.event set data = '{"on": "2016-01-0"}' where version = 2`)
    expect(await store.read(stream)()).toEqual(
      E.left({ _tag: 'Corrupt', stream, version: 2, why: 'data.on: expected a day (YYYY-MM-DD)' }),
    )
    expect(await store.readAll()()).toMatchObject({ left: { _tag: 'Corrupt', stream, version: 2 } })
    for (const type of ['Site"Closed', 'Site\nClosed', '\\']) {
      await own.pool().query('update torn.event set type = $1 where version = 2', [type])
      expect(await store.read(stream)()).toMatchObject({ left: { _tag: 'Corrupt', stream, version: 2 } })
      expect(await store.readAll()()).toMatchObject({ left: { _tag: 'Corrupt', stream, version: 2 } })
    }
    await own.pool().query('delete from torn.event where version = 2')
    expect(await store.read(stream)()).toEqual(
      E.left({ _tag: 'Corrupt', stream, version: 2, why: 'the event is missing' }),
    )
  })
})
