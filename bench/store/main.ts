import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql'
import pg from 'pg'
import { decodeStored } from '../../src/codec/index.ts'
import {
  memorySnapshots,
  memoryStore,
  migrate,
  municipality,
  type Snapshot,
  type Snapshots,
  snapshotsIn,
  sqlSnapshots,
  sqlStore,
} from '../../src/store/index.ts'
import { median } from '../timing.ts'
import { commitOnly, type Engine, einzug, emmett, raw, rawTable } from './engines.ts'
import { eventsFrom, newStream } from './events.ts'
import { elapsed, type Row, sideBySide } from './measure.ts'
import { type Target, verdictOn } from './target.ts'
import { telling } from './telling.ts'

const usage = `npm run bench:store -- [options]
  --rounds 9        of each measurement on PostgreSQL
  --events 100000   of the municipality that is rehydrated
  --json            one object per row; the targets go to stderr
PostgreSQL is that of DATABASE_URL; without it, what needs it is left out.`

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    events: { type: 'string', default: '100000' },
  },
})
const [rounds, many] = [Number(values.rounds), Number(values.events)]
const rows: Array<Row> = []
const say = (...found: ReadonlyArray<Row>): void => {
  rows.push(...found)
  for (const row of found) {
    const ratio = row.ratio === undefined ? '' : `${row.ratio.toFixed(2).padStart(8)} ×`
    const line = `${row.what.padEnd(44)}${row.engine.padEnd(20)}${row.value.toPrecision(4).padStart(11)} ${row.unit.padEnd(10)}${ratio}`
    console.log(values.json ? JSON.stringify(row) : line)
  }
}

const appending = (engines: ReadonlyArray<Engine>, size: number, calls: number) =>
  engines.map(({ name, append }) => {
    const stream = newStream()
    let version = 0
    const round = async (): Promise<number> => {
      const batches = Array.from({ length: calls }, (_, k) => eventsFrom(version + k * size, size))
      const time = await elapsed(async () => {
        for (const batch of batches) {
          await append(stream, version, batch)
          version += size
        }
      })
      return time / (size * calls)
    }
    return { name, round }
  })

const onPostgres = async (url: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const name = `einzug_bench_${process.pid}`
  await admin.query(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: own.href, max: 16 })
  pool.on('error', () => undefined) // the database is dropped at the end
  const theirs = getPostgreSQLEventStore(own.href)
  try {
    await migrate(pool)()
    await pool.query(rawTable)
    const engines = [einzug(sqlStore(pool)), raw(pool), emmett(theirs)]
    say(...(await sideBySide(singles, appending([...engines, commitOnly(pool)], 1, 40), rounds)))
    say(...(await sideBySide('batches of 500', appending(engines, 500, 2), rounds)))
    const length = 10_000
    const streams = engines.map(newStream)
    for (const [at, { append }] of engines.entries())
      for (let v = 0; v < length; v += 500) await append(streams[at] as never, v, eventsFrom(v, 500))
    const folding = engines.map(({ name: engine, fold }, at) => ({
      name: engine,
      round: async () => (await elapsed(() => fold(streams[at] as never))) / length,
    }))
    say(...(await sideBySide(folds, folding, rounds)))
    const atOnce = engines.slice(0, 2).map(engine => {
      const writers = Array.from({ length: 16 }, () => appending([engine], 1, 10)[0])
      return {
        name: engine.name,
        round: async () => (await elapsed(() => Promise.all(writers.map(async each => each?.round())))) / 160,
      }
    })
    say(...(await sideBySide('single appends to 16 streams at once', atOnce, rounds)))
    say(...(await sideBySide(commands, telling(sqlStore(pool), theirs), rounds)))
  } finally {
    await pool.end()
    await theirs.close()
    await admin.query(`drop database ${name}`) // waits for connections that are closing; forced, their pools would throw
    await admin.end()
  }
}

const decoding = async (): Promise<void> => {
  const store = memoryStore()
  const stream = newStream()
  await store.append(stream, 0, eventsFrom(0, 20_000))()
  const stored = await store.stored(stream)()
  const documents = stored._tag === 'Right' ? stored.right : []
  const times: Array<number> = []
  for (let k = 0; k < 9; k++)
    times.push(
      await elapsed(() => {
        for (const document of documents) decodeStored(document)
      }),
    )
  const value = (documents.length / median(times)) * 1000
  say({ what: 'decoding stored events', engine: 'einzug', value, unit: 'events/s', rounds: 9 })
}

const growing = async (): Promise<void> => {
  const each = async (count: number): Promise<number> => {
    const [store, stream, events] = [memoryStore(), newStream(), eventsFrom(0, count)]
    return (
      (await elapsed(async () => {
        for (const [version, event] of events.entries()) await store.append(stream, version, [event])()
      })) / count
    )
  }
  await each(1000)
  const small = median([
    await each(1000),
    await each(1000),
    await each(1000),
    await each(1000),
    await each(1000),
  ])
  const large = await each(100_000)
  const what = 'single appends in memory'
  say(
    { what, engine: '1,000 events', value: small, unit: 'ms/event', rounds: 5, ratio: 1 },
    { what, engine: '100,000 events', value: large, unit: 'ms/event', rounds: 1, ratio: large / small },
  )
}

const rehydrating = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'einzug-bench-'))
  const db = await PGlite.create(folder)
  await migrate(db)()
  const [store, stream] = [sqlStore(db), newStream()]
  const engine = einzug(store)
  for (let v = 0; v < many; v += 1000) await engine.append(stream, v, eventsFrom(v, Math.min(1000, many - v)))
  const again = (snapshots?: Snapshots): Promise<number> =>
    elapsed(() => municipality(store, stream, snapshots && { snapshots }).registry())
  const fromLog = [await again(), await again(), await again()]
  const inMemory = memorySnapshots()
  await municipality(store, stream, { snapshots: inMemory }).registry()
  const kept = (await inMemory.load(stream)) as Snapshot
  const saving = await elapsed(() => snapshotsIn(sqlSnapshots(db)).save(stream, kept))
  const [fromMemory, fromDisk]: [Array<number>, Array<number>] = [[], []]
  for (let k = 0; k < 5; k++) {
    fromMemory.push(await again(inMemory))
    fromDisk.push(await again(snapshotsIn(sqlSnapshots(db))))
  }
  await db.close()
  rmSync(folder, { recursive: true })
  const what = `rehydrating ${many.toLocaleString('en')} events`
  say(
    { what, engine: 'PGlite', value: median(fromLog), unit: 'ms', rounds: 3 },
    { what, engine: 'snapshot in PGlite', value: median(fromDisk), unit: 'ms', rounds: 5 },
    { what, engine: 'snapshot in memory', value: median(fromMemory), unit: 'ms', rounds: 5 },
    { what: 'saving that snapshot', engine: 'PGlite', value: saving, unit: 'ms', rounds: 1 },
  )
}

const singles = 'single appends to one stream'
const commands = 'commands of 16 desks to one municipality'
const folds = 'read, decode, fold 10,000 events'

/** What must be reached: an engine's time over einzug's, or a value of einzug's own. */
const targets: ReadonlyArray<Target> = [
  {
    name: 'single appends, emmett / einzug',
    what: singles,
    engine: 'emmett-postgresql',
    line: { atLeast: 4 },
  },
  {
    name: 'batches of 500, emmett / einzug',
    what: 'batches of 500',
    engine: 'emmett-postgresql',
    line: { atLeast: 2 },
  },
  {
    name: 'read and fold, emmett / einzug',
    what: folds,
    engine: 'emmett-postgresql',
    line: { atLeast: 1.2 },
  },
  {
    name: 'commands of 16 desks, emmett / einzug',
    what: commands,
    engine: 'emmett-postgresql',
    line: { atLeast: 4 },
  },
  { name: 'single appends, raw pg / einzug', what: singles, engine: 'raw pg', line: { atLeast: 0.7 } },
  { name: 'decoding', what: 'decoding stored events', engine: 'einzug', line: { atLeast: 300_000 } },
  {
    name: '100,000 appends in memory / 1,000',
    what: 'single appends in memory',
    engine: '100,000 events',
    line: { atMost: 2 },
  },
  {
    name: 'rehydrating from PGlite',
    what: 'rehydrating 100,000 events',
    engine: 'PGlite',
    line: { atMost: 1000 },
  },
  {
    name: 'rehydrating from a snapshot on disk',
    what: 'rehydrating 100,000 events',
    engine: 'snapshot in PGlite',
    line: { atMost: 100 },
  },
  {
    name: 'rehydrating from a snapshot in memory',
    what: 'rehydrating 100,000 events',
    engine: 'snapshot in memory',
    line: { atMost: 100 },
  },
]

if (values.help) console.log(usage)
else {
  const url = process.env['DATABASE_URL']
  if (url === undefined) console.error('SKIPPED: DATABASE_URL is not set; nothing is measured on PostgreSQL')
  else await onPostgres(url)
  await decoding()
  await growing()
  await rehydrating()
  for (const target of targets) console.error(verdictOn(target, rows))
}
