import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { MunicipalityId } from 'einzug'
import { type EventStore, migrate, sqlSnapshots, sqlStore } from 'einzug/store'
import { either as E } from 'fp-ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLaws } from './run-laws.ts'
import { siteClosed } from './site-closed.ts'

const stream = 'town' as MunicipalityId
describe('a store on PGlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'einzug-pglite-'))
  let db: PGlite
  let store: EventStore
  beforeAll(async () => {
    db = await PGlite.create(folder)
    await migrate(db)()
    await migrate(db)()
    store = sqlStore(db, { poll: 5 })
  }, 120_000)
  afterAll(async () => {
    await db.close()
    rmSync(folder, { recursive: true })
  })

  runLaws('PGlite', () => store, 3)

  test('whoever is notified need not wait for the next look', async () => {
    const reader = sqlStore(db, { poll: 1_000_000, listen: (channel, wake) => db.listen(channel, wake) })
    const stop = new AbortController()
    const seen: Array<string> = []
    const last = await store.readAll({ limit: 1_000_000 })()
    const after = E.isRight(last) ? (last.right.at(-1)?.envelope.position ?? 0) : 0
    const follow = async (): Promise<void> => {
      for await (const event of reader.subscribe({ after, signal: stop.signal })) {
        seen.push(E.isRight(event) ? event.right.envelope.commandId : event.left._tag)
        stop.abort()
      }
    }
    const followed = follow()
    await new Promise(resolve => setTimeout(resolve, 50))
    await store.append('heard' as MunicipalityId, 0, [siteClosed('a')])()
    await followed
    expect(seen).toEqual(['a'])
  })

  test('what a folder keeps is there when it is opened again', async () => {
    const appended = await store.append(stream, 0, [siteClosed('a'), siteClosed('b')])()
    await db.close()
    db = await PGlite.create(folder)
    await migrate(db)()
    store = sqlStore(db)
    expect(await store.read(stream)()).toEqual(E.right(E.isRight(appended) ? appended.right.events : []))
    expect(E.isRight(await store.append(stream, 2, [siteClosed('c')])())).toBe(true)
  })

  test('so is the last snapshot of each town', async () => {
    const text = 'Bült 7, Dülmen '.repeat(30_000)
    await sqlSnapshots(db).save(stream, 1, 'earlier')
    await sqlSnapshots(db).save(stream, 2, text)
    await db.close()
    db = await PGlite.create(folder)
    await migrate(db)()
    store = sqlStore(db)
    expect(await sqlSnapshots(db).load(stream)).toBe(text)
    expect(await sqlSnapshots(db).load('elsewhere' as MunicipalityId)).toBeUndefined()
  })
})
