import type { MunicipalityId } from 'einzug'
import { type EventStore, migrate, type NewEvent, sqlStore } from 'einzug/store'
import { either as E } from 'fp-ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OwnDatabase, ownDatabase, postgresIsThere } from '../support/postgres.ts'
import { runLaws } from './run-laws.ts'

const stream = 'town' as MunicipalityId
const closed = (commandId: string): NewEvent =>
  ({
    type: 'SiteClosed',
    data: { on: '2016-01-04', siteId: 'S1' },
    envelope: { commandId },
  }) as unknown as NewEvent

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
      expect(E.isRight(await parts.append(`T${k}` as MunicipalityId, 0, [closed('a'), closed('b')])())).toBe(
        true,
      )
    const { rows } = await own.pool().query<{ n: number; parts: number }>(
      `select count(distinct tableoid)::int n, (select count(distinct tableoid)::int from parts.event) parts
         from parts.event where stream like 'T%' group by stream order by 1 desc`,
    )
    expect(rows[0]?.n).toBe(1)
    expect(rows[0]?.parts).toBeGreaterThan(1)
  })

  test('twenty that start at once make the tables once', async () => {
    const pools = Array.from({ length: 20 }, () => own.pool(1))
    const schema = 'twenty'
    const outcomes = await Promise.all(pools.map(pool => migrate(pool, { schema })()))
    expect(outcomes.filter(E.isLeft)).toEqual([])
    const { rows } = await own.pool().query('select version from twenty.migration')
    expect(rows).toEqual([{ version: 1 }])
    expect(E.isRight(await sqlStore(own.pool(), { schema }).append(stream, 0, [closed('a')])())).toBe(true)
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
      await writer.append(stream, at, [closed(id)])()
    }
    await followed
    client.release()
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  test('tables that are not there, a row that is torn and one that is gone are named', async () => {
    const schema = 'torn'
    expect(await sqlStore(own.pool(), { schema }).read(stream)()).toEqual(
      E.left({ _tag: 'Unavailable', why: '42P01' }),
    )
    await migrate(own.pool(), { schema })()
    const store = sqlStore(own.pool(), { schema })
    await store.append(stream, 0, [closed('a'), closed('b'), closed('c')])()
    await own.pool().query(`update torn.event set data = '{"on": "2016-01-0"}' where version = 2`)
    expect(await store.read(stream)()).toEqual(
      E.left({ _tag: 'Corrupt', stream, version: 2, why: 'data.on: expected a day (YYYY-MM-DD)' }),
    )
    expect(await store.readAll()()).toMatchObject({ left: { _tag: 'Corrupt', stream, version: 2 } })
    await own.pool().query('delete from torn.event where version = 2')
    expect(await store.read(stream)()).toEqual(
      E.left({ _tag: 'Corrupt', stream, version: 2, why: 'the event is missing' }),
    )
  })
})
