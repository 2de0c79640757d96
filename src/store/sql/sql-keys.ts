import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type * as TE from 'fp-ts/TaskEither'
import type { HouseholdId } from '../../domain/id.ts'
import { attempt } from '../attempt.ts'
import type { Unavailable } from '../failure.ts'
import { type KeyStore, type Keys, newKey } from '../seal/key-store.ts'
import { type Sql, type SqlPlace, schemaIn } from './sql.ts'

/**
 * Makes the table of the keys, where it is not there. By default it lies in a schema of its own, `einzug_keys`; better in
 * a database of its own, whose backups are kept for as short as possible.
 *
 * @category sql
 */
export const migrateKeys = (
  sql: Sql,
  { schema: named = 'einzug_keys' }: SqlPlace = {},
): TE.TaskEither<Unavailable, void> => {
  const schema = schemaIn({ schema: named })
  return attempt(async () => {
    await sql.query(`do $keys$
      begin
        if to_regclass('${schema}.key') is not null then return; end if;
        perform pg_advisory_xact_lock(hashtextextended('einzug.migrate.${schema}', 0));
        create schema if not exists ${schema};
        create table if not exists ${schema}.key (
          stream text collate "C" not null,
          household_id text collate "C" not null,
          key bytea,
          forgotten_at timestamptz,
          primary key (stream, household_id),
          check ((key is null) = (forgotten_at is not null))
        );
      end $keys$`)
  })
}

/**
 * Keys in PostgreSQL or PGlite, in a table that {@link migrateKeys} has made. Of a forgotten household there remains that
 * it was forgotten, and when. The database may keep a destroyed key in pages not yet vacuumed, in its write-ahead log and
 * in backups, for as long as these are kept.
 *
 * @category sql
 */
export const sqlKeys = (sql: Sql, { schema: named = 'einzug_keys' }: SqlPlace = {}): KeyStore => {
  const schema = schemaIn({ schema: named })
  const find: KeyStore['find'] = async (stream, households): Promise<Keys> => {
    const { rows } = await sql.query(
      `select household_id, encode(key, 'hex') as key from ${schema}.key
       where stream = $1 and key is not null and household_id in (select jsonb_array_elements_text($2::jsonb))`,
      [stream, JSON.stringify(households)],
    )
    return new Map(
      (rows as ReadonlyArray<{ readonly household_id: HouseholdId; readonly key: string }>).map(
        ({ household_id, key }) => [household_id, hexToBytes(key)],
      ),
    )
  }
  return {
    find,
    obtain: async (stream, households) => {
      const offered = households.map(h => ({ h, k: bytesToHex(newKey()) }))
      await sql.query(
        `insert into ${schema}.key (stream, household_id, key)
         select $1, h, decode(k, 'hex') from jsonb_to_recordset($2::jsonb) as _ (h text, k text)
         on conflict do nothing`,
        [stream, JSON.stringify(offered)],
      )
      return find(stream, households)
    },
    destroy: async (stream, household) => {
      await sql.query(
        `insert into ${schema}.key (stream, household_id, forgotten_at) values ($1, $2, clock_timestamp())
         on conflict (stream, household_id) do update set key = null, forgotten_at = clock_timestamp()
         where ${schema}.key.key is not null`,
        [stream, household],
      )
    },
  }
}
