import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { MunicipalityId } from 'einzug'
import { audit, type EventStore, memoryStore, migrate, type NewEvent, sqlStore } from 'einzug/store'
import { either as E } from 'fp-ts'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { type OwnDatabase, ownDatabase, postgresIsThere } from '../../support/postgres.ts'
import { right } from '../right.ts'
import { appendUntilKilled } from './kill.ts'
import { ownServer, serverCanBeStarted } from './own-server.ts'
import { proxyTo } from './proxy.ts'
import { numbers, quarrel, settle, sharedNight } from './quarrel.ts'

/** `npm run faults` does everything as often as the table in CONTRIBUTING says; the tests, a few times. */
const thorough = process.env['FAULTS'] === 'thorough'
const times = (few: number, many: number): number => (thorough ? many : few)
const table: Array<Readonly<Record<string, unknown>>> = []
const count = (fault: string, counts: Readonly<Record<string, number>>): void => {
  table.push({ fault, ...counts })
}
afterAll(() => {
  if (thorough) for (const row of table) console.log(JSON.stringify(row))
})

const stream = 'town' as MunicipalityId
const minutes = 60_000

/** Everything acknowledged is there, nothing twice, and the chain holds. */
const intact = async (store: EventStore, acknowledged: number): Promise<number> => {
  const events = right(await store.read(stream)())
  const ids = events.map(({ envelope }) => envelope.commandId)
  expect(events.length).toBeGreaterThanOrEqual(acknowledged)
  expect(ids).toEqual(ids.map((_, k) => `c${k + 1}`))
  right(await audit(store, stream)())
  return events.length
}

const killAgainAndAgain = async (kind: 'pglite' | 'postgres', place: string, kills: number) => {
  const random = numbers(kills)
  let acknowledged = 0
  for (let k = 0; k < kills; k++) {
    const said = await appendUntilKilled(kind, place, random(40))
    expect(said.failed).toBeUndefined()
    expect(said.found).toBeGreaterThanOrEqual(acknowledged)
    expect(said.found).toBeLessThanOrEqual(acknowledged + 1) // one may have happened without an answer
    acknowledged = said.acknowledged
  }
  return acknowledged
}

describe('a writer killed while it appends', () => {
  test('on PGlite', { timeout: 60 * minutes }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'einzug-killed-'))
    const kills = times(2, 200)
    const acknowledged = await killAgainAndAgain('pglite', folder, kills)
    const db = await PGlite.create(folder)
    const events = await intact(sqlStore(db), acknowledged)
    await db.close()
    rmSync(folder, { recursive: true })
    count('kill -9 on PGlite', { kills, acknowledged, events })
  })

  test.skipIf(!postgresIsThere)('on the client side of PostgreSQL', { timeout: 60 * minutes }, async () => {
    const own = await ownDatabase()
    const kills = times(3, 200)
    const acknowledged = await killAgainAndAgain('postgres', own.url, kills)
    const events = await intact(sqlStore(own.pool()), acknowledged)
    await own.drop()
    count("kill -9 on PostgreSQL's client", { kills, acknowledged, events })
  })
})

describe('twenty writers who quarrel over fifty flats', () => {
  const settled = async (name: string, stores: ReadonlyArray<EventStore>, commands: number) => {
    await settle(stores[0] as EventStore, 50)
    const { events, accepted, refused, failed } = await quarrel(stores, 50, commands)
    expect(failed).toEqual([])
    expect(accepted.length + refused).toBe(commands)
    expect(sharedNight(events)).toBeUndefined()
    const moves = events
      .filter(({ type }) => type === 'TenancyStarted')
      .map(({ envelope }) => envelope.commandId)
    expect([...moves].sort()).toEqual([...accepted].sort())
    count(`20 writers on ${name}`, { commands, accepted: accepted.length, refused })
  }
  const twenty = (store: () => EventStore) => Array.from({ length: 20 }, store)

  test('in memory', { timeout: 10 * minutes }, async () => {
    const store = memoryStore()
    await settled(
      'memory',
      twenty(() => store),
      2000,
    )
  })

  test('on PGlite', { timeout: 30 * minutes }, async () => {
    const db = new PGlite()
    await migrate(db)()
    await settled(
      'PGlite',
      twenty(() => sqlStore(db)),
      times(60, 2000),
    )
    await db.close()
  })

  test.skipIf(!postgresIsThere)('on PostgreSQL', { timeout: 30 * minutes }, async () => {
    const own: OwnDatabase = await ownDatabase()
    await migrate(own.pool())()
    await settled(
      'PostgreSQL',
      twenty(() => sqlStore(own.pool(1))),
      times(200, 2000),
    )
    await own.drop()
  })
})

describe('a connection that is cut', () => {
  test.skipIf(!postgresIsThere)('leaves one effect of each command', { timeout: 30 * minutes }, async () => {
    const own = await ownDatabase()
    await migrate(own.pool())()
    const { hostname, port } = new URL(own.url)
    const proxy = await proxyTo(hostname, Number(port))
    const through = new URL(own.url)
    through.host = `127.0.0.1:${proxy.port}`
    const stores = Array.from({ length: 4 }, () => sqlStore(own.pool(1, through.href)))
    await settle(sqlStore(own.pool()), 50)
    const random = numbers(7)
    let cuts = 0
    let cutting = true as boolean
    const cutter = (async () => {
      while (cutting) {
        // long enough for a slow machine to read the log at times
        await new Promise(resolve => setTimeout(resolve, 5 + random(times(200, 150))))
        cuts += proxy.cut()
      }
    })()
    const commands = times(100, 2000)
    const quarrelled = quarrel([sqlStore(own.pool()), ...stores], 50, commands)
    const { events, accepted, refused, failed } = await quarrelled.finally(() => {
      cutting = false
    })
    await cutter
    expect(failed).toEqual([])
    expect(accepted.length + refused).toBe(commands)
    expect(sharedNight(events)).toBeUndefined()
    const ids = events
      .filter(({ type }) => type === 'TenancyStarted')
      .map(({ envelope }) => envelope.commandId)
    expect([...ids].sort()).toEqual([...accepted].sort())
    expect(cuts).toBeGreaterThan(0)
    await proxy.close()
    await own.drop()
    count('connections cut', { commands, accepted: accepted.length, cuts })
  })
})

describe('a server that crashes under load', () => {
  test.skipIf(!serverCanBeStarted)(
    'leaves one effect of each command',
    { timeout: 30 * minutes },
    async () => {
      const server = await ownServer()
      let crashing: Promise<void> | undefined
      const pools = Array.from({ length: 5 }, () => {
        const pool = new pg.Pool({ connectionString: server.url, max: 1 })
        pool.on('error', () => undefined)
        return pool
      })
      try {
        const stores = pools.map(pool => sqlStore(pool))
        right(await migrate(pools[0] as pg.Pool)())
        await settle(stores[0] as EventStore, 50)
        const crashes = times(1, 10)
        let busy = true as boolean
        let commands = 0
        crashing = (async () => {
          for (let k = 0; k < crashes; k++) {
            await new Promise(resolve => setTimeout(resolve, 100))
            server.crash()
            server.start()
          }
          busy = false
        })()
        while (busy || commands === 0) {
          commands += 100
          const { events, accepted, failed } = await quarrel(stores, 50, commands)
          expect(failed).toEqual([])
          expect(sharedNight(events)).toBeUndefined()
          const ids = events
            .filter(({ type }) => type === 'TenancyStarted')
            .map(({ envelope }) => envelope.commandId)
          expect([...ids].sort()).toEqual([...accepted].sort())
        }
        await crashing
        count('server crashed and started', { commands, crashes })
      } finally {
        await crashing?.catch(() => undefined)
        await Promise.all(pools.map(pool => pool.end().catch(() => undefined)))
        server.remove()
      }
    },
  )
})

describe('a disk that is full, and then may only be read', () => {
  test('fails by type, and loses nothing', { timeout: 10 * minutes }, async ({ skip }) => {
    if (!thorough) skip('by `npm run faults` only: it takes four starts of PGlite')
    const folder = mkdtempSync(join(tmpdir(), 'einzug-full-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=72m', 'none', folder], { stdio: 'ignore' })
    } catch {
      console.warn('SKIPPED: no small disk can be mounted; PGlite is not tried on a full one')
      rmSync(folder, { recursive: true })
      skip()
    }
    const data = join(folder, 'data')
    const events = (from: number, many: number): ReadonlyArray<NewEvent> =>
      Array.from({ length: many }, (_, k) => ({
        type: 'StayAnnulled',
        data: { on: '2016-01-04', stayId: 'B1', reason: randomBytes(950).toString('hex') },
        envelope: { commandId: `c${from + k + 1}` },
      })) as unknown as ReadonlyArray<NewEvent>
    try {
      let db = await PGlite.create(data)
      right(await migrate(db)())
      let acknowledged = 0
      let failure: unknown
      while (failure === undefined) {
        const outcome = await sqlStore(db).append(stream, acknowledged, events(acknowledged, 200))()
        if (E.isRight(outcome)) acknowledged = outcome.right.version
        else failure = outcome.left
      }
      expect(failure).toEqual({ _tag: 'Unavailable', why: '53100' })
      await db.close().catch(() => undefined)
      // on a disk with room again, everything acknowledged is there
      execFileSync('mount', ['-o', 'remount,size=200m', folder])
      db = await PGlite.create(data)
      expect(await intact(sqlStore(db), acknowledged)).toBe(acknowledged)
      await db.close()
      execFileSync('mount', ['-o', 'remount,ro', folder])
      const barred = new PGlite(data)
      expect(await migrate(barred)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      expect(await sqlStore(barred).append(stream, acknowledged, events(acknowledged, 1))()).toMatchObject({
        left: { _tag: 'Unavailable' },
      })
      execFileSync('mount', ['-o', 'remount,rw', folder])
      db = await PGlite.create(data)
      expect(await intact(sqlStore(db), acknowledged)).toBe(acknowledged)
      await db.close()
      count('disk full, then read-only', { acknowledged })
    } finally {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
