import type { SnapshotStore } from '../snapshot/kept-snapshots.ts'
import { only, type Sql, type SqlPlace, schemaIn } from './sql.ts'

/**
 * Snapshots in PostgreSQL or PGlite, in a table that {@link migrate} has made; for {@link snapshotsIn}.
 *
 * @category sql
 */
export const sqlSnapshots = (sql: Sql, place: SqlPlace = {}): SnapshotStore => {
  const table = `${schemaIn(place)}.snapshot`
  return {
    load: async stream => {
      const kept = sql.query(`select text from ${table} where stream = $1`, [stream])
      return (await only<{ readonly text: string } | undefined>(kept))?.text
    },
    save: async (stream, version, text) => {
      await sql.query(
        `insert into ${table} (stream, version, text) values ($1, $2, $3)
         on conflict (stream) do update
         set version = excluded.version, text = excluded.text, saved_at = clock_timestamp()`,
        [stream, version, text],
      )
    },
  }
}
