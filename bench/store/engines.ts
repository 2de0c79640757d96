import type { PostgresEventStore } from '@event-driven-io/emmett-postgresql'
import type pg from 'pg'
import { type MunicipalityId, type Recorded, replay, schemaOf } from '../../src/index.ts'
import type { EventStore, NewEvent } from '../../src/store/index.ts'

/** What is set side by side: appending at a version, and reading all and folding it to a registry. */
export interface Engine {
  readonly name: string
  readonly append: (stream: MunicipalityId, version: number, events: ReadonlyArray<NewEvent>) => Promise<void>
  readonly fold: (stream: MunicipalityId) => Promise<number>
}

export const einzug = (store: EventStore): Engine => ({
  name: 'einzug',
  append: async (stream, version, events) => {
    const outcome = await store.append(stream, version, events)()
    if (outcome._tag === 'Left') throw new Error(JSON.stringify(outcome.left))
  },
  fold: async stream => {
    const read = await store.read(stream)()
    if (read._tag === 'Left') throw new Error(JSON.stringify(read.left))
    return replay(read.right).version
  },
})

/** What any durable append costs at least, here from this client: one row of one number, and its commit. */
export const commitOnly = (pool: pg.Pool): Engine => ({
  name: 'a commit',
  append: async (_, version) => {
    await pool.query('insert into raw.version values ($1)', [version])
  },
  fold: () => Promise.resolve(0),
})

/** The same table and indices, and nothing else: no lock, no hash, no look at version or command but by the keys. */
export const rawTable = `create schema raw; create sequence raw.position;
  create table raw.version (version integer);
  create table raw.event (
    stream text collate "C" not null, version integer not null check (version > 0), position bigint not null,
    recorded_at timestamptz not null, type text not null, schema smallint not null,
    command_id text collate "C" not null, nth integer not null, actor text, causation_id text,
    correlation_id text, sealed jsonb, data jsonb not null, hash text not null,
    primary key (stream, version), unique (stream, command_id, nth));
  create index on raw.event (position);`

export const raw = (pool: pg.Pool): Engine => ({
  name: 'raw pg',
  append: async (stream, version, events) => {
    const rows = events.map(({ type, data, envelope }) => ({
      type,
      schema: schemaOf(type),
      data,
      c: envelope.commandId,
      a: envelope.actor,
    }))
    await pool.query(
      `insert into raw.event (stream, version, position, recorded_at, type, schema, command_id, nth, actor, data, hash)
       select $1, $2 + k, nextval('raw.position'), clock_timestamp(), e ->> 'type', (e ->> 'schema')::smallint,
         e ->> 'c', 0, e ->> 'a', e -> 'data', repeat('0', 64)
       from jsonb_array_elements($3::jsonb) with ordinality as _ (e, k) order by k`,
      [stream, version, JSON.stringify(rows)],
    )
  },
  fold: async stream => {
    const { rows } = await pool.query<{ type: string; data: object; version: number; command_id: string }>(
      'select type, data, version, command_id from raw.event where stream = $1 order by version',
      [stream],
    )
    const events = rows.map(({ command_id: commandId, version, ...event }) => ({
      ...event,
      envelope: { stream, version, commandId, recordedAt: '', schema: 1 },
    }))
    return replay(events as unknown as ReadonlyArray<Recorded>).version
  },
})

export const emmett = (store: PostgresEventStore): Engine => ({
  name: 'emmett-postgresql',
  append: async (stream, version, events) => {
    const told = events.map(({ type, data, envelope }) => ({
      type,
      data: data,
      metadata: envelope,
    }))
    await store.appendToStream(stream, told, { expectedStreamVersion: BigInt(version) })
  },
  fold: async stream => {
    const { events } = await store.readStream(stream)
    const recorded = events.map(({ type, data, metadata }, k) => {
      const { commandId } = metadata as unknown as { readonly commandId: string }
      return { type, data, envelope: { stream, version: k + 1, commandId, recordedAt: '', schema: 1 } }
    })
    return replay(recorded as unknown as ReadonlyArray<Recorded>).version
  },
})
