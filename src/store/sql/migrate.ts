import type * as TE from 'fp-ts/TaskEither'
import { attempt } from '../attempt.ts'
import type { Unavailable } from '../failure.ts'
import { appendFunction } from './append-function.ts'
import { type Sql, type SqlPlace, schemaIn } from './sql.ts'

/**
 * Where the log is to be, and in how many parts its table is cut.
 *
 * @category sql
 */
export interface MigrateOptions extends SqlPlace {
  /**
   * Into how many partitions the table is cut by a hash of the stream (`PARTITION BY HASH (stream)`): a stream lies in one
   * of them as a whole. It is fixed when the table is made. Default 0: one table.
   */
  readonly partitions?: number
}

/** What each version of the tables adds, from version 1. */
const steps = (schema: string, partitions: number): ReadonlyArray<string> => [
  `create sequence ${schema}.position;
   create table ${schema}.event (
     stream text collate "C" not null,
     version integer not null check (version > 0),
     position bigint not null,
     recorded_at timestamptz not null,
     type text not null,
     schema smallint not null,
     command_id text collate "C" not null,
     nth integer not null,
     actor text,
     causation_id text,
     correlation_id text,
     sealed jsonb,
     data jsonb not null,
     hash text not null,
     primary key (stream, version),
     unique (stream, command_id, nth)
   ) ${partitions > 0 ? 'partition by hash (stream)' : ''};
   ${Array.from(
     { length: partitions },
     (_, k) =>
       `create table ${schema}.event_${k} partition of ${schema}.event for values with (modulus ${partitions}, remainder ${k});`,
   ).join('\n')}
   create index on ${schema}.event (position);`,
  // whoever appends by the function of version 1 is waited for, or fails at the sequence's name
  `perform pg_advisory_xact_lock(hashtextextended('einzug.append.${schema}', 0));
   alter sequence ${schema}.position rename to place;`,
  // whoever appends by the function of an earlier version fails at its name
  `drop function if exists ${schema}.append(text, integer, jsonb);
   drop function if exists ${schema}.known(text, jsonb);`,
  // snapshots are kept as they come: they are read far more often than they are written
  `create table ${schema}.snapshot (
     stream text collate "C" primary key,
     version integer not null,
     saved_at timestamptz not null default clock_timestamp(),
     text text not null
   );
   alter table ${schema}.snapshot alter column text set storage external;
   ${appendFunction(schema)}`,
]

/**
 * Makes the tables, or brings them up to date. It may be called at every start, by any number of processes at once: one
 * does it, the others wait. Where nothing is to be done, only reading is.
 *
 * @category sql
 */
export const migrate = (
  sql: Sql,
  { partitions = 0, ...place }: MigrateOptions = {},
): TE.TaskEither<Unavailable, void> => {
  const schema = schemaIn(place)
  const wanted = steps(schema, Math.min(1024, Math.max(0, Math.trunc(partitions))))
  return attempt(async () => {
    await sql.query(`do $einzug$
      declare done integer := 0;
      begin
        if to_regclass('${schema}.migration') is not null then
          select coalesce(max(version), 0) into done from ${schema}.migration;
          if done >= ${wanted.length} then return; end if;
        end if;
        perform pg_advisory_xact_lock(hashtextextended('einzug.migrate.${schema}', 0));
        create schema if not exists ${schema};
        create table if not exists ${schema}.migration (
          version integer primary key,
          applied_at timestamptz not null default clock_timestamp()
        );
        select coalesce(max(version), 0) into done from ${schema}.migration;
        ${wanted
          .map(
            (step, k) => `
        if done < ${k + 1} then
          ${step}
          insert into ${schema}.migration (version) values (${k + 1});
        end if;`,
          )
          .join('')}
      end $einzug$`)
  })
}
