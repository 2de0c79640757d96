/**
 * The function that appends: one call, one transaction, whoever calls it.
 *
 * All appends of a log take one lock and hold it until they are committed. So positions are in the order of the
 * commits, and no reader ever sees a number filled in later; and what is looked at before the insert cannot change until
 * it. The price: one commit at a time for each log (see `npm run bench:store`). A horizon of transaction ids would let
 * commits overlap; but it stands still behind any open transaction of the whole server, and hides events after a
 * restore into a younger one.
 *
 * A command that was handled before is looked for only where the version is another than expected; else the unique key
 * finds it, and the insert fails.
 *
 * The hash is computed here because the instant of the database's clock is part of it: see `linkOf`.
 */
export const appendFunction = (schema: string): string => `
create or replace function ${schema}.known(in_stream text, entries jsonb) returns text
language plpgsql stable as $known$
declare
  command text;
begin
  for command in select value ->> 'commandId' from jsonb_array_elements(entries) where value ->> 'nth' = '0' loop
    perform from ${schema}.event where stream = in_stream and command_id = command and nth = 0;
    if found then return command; end if;
  end loop;
  return null;
end $known$;
create or replace function ${schema}.append(into_stream text, expected integer, entries jsonb) returns jsonb
language plpgsql as $append$
declare
  actual integer := 0;
  link text := repeat('0', 64);
  at timestamptz := '-infinity';
  instant text;
  known text;
  digest text;
  hashes text[] := '{}';
  count integer := jsonb_array_length(entries);
  place bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('einzug.append.${schema}', 0));
  select version, hash, recorded_at into actual, link, at
    from ${schema}.event where stream = into_stream order by version desc limit 1;
  if not found then
    actual := 0; link := repeat('0', 64); at := '-infinity';
  end if;
  if actual <> expected then
    known := ${schema}.known(into_stream, entries);
    return case when known is null then jsonb_build_object('actual', actual) else jsonb_build_object('handled', known) end;
  end if;
  at := greatest(at, date_trunc('milliseconds', clock_timestamp()));
  instant := to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  for digest in select value ->> 'digest' from jsonb_array_elements(entries) with ordinality order by ordinality loop
    link := encode(sha256(convert_to(
      '{"content":"' || digest || '","previous":"' || link || '","recordedAt":"' || instant || '"}', 'UTF8')), 'hex');
    hashes := hashes || link;
  end loop;
  place := nextval('${schema}.position');
  if count > 1 then perform setval('${schema}.position', place + count - 1); end if;
  insert into ${schema}.event (stream, version, position, recorded_at, type, schema, command_id, nth,
      actor, causation_id, correlation_id, sealed, data, hash)
    select into_stream, expected + k, place + k - 1, at, e ->> 'type', (e ->> 'schema')::smallint,
      e ->> 'commandId', (e ->> 'nth')::integer, e ->> 'actor', e ->> 'causationId', e ->> 'correlationId',
      e -> 'sealed', e -> 'data', hashes[k]
    from jsonb_array_elements(entries) with ordinality as _ (e, k) order by k;
  perform pg_notify('${schema}', '');
  return jsonb_build_object('recordedAt', instant, 'position', place, 'hashes', hashes);
end $append$;`
