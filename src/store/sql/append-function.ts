/**
 * The functions that append, and say how far the order of all streams is settled. An append is one call and one
 * transaction, whoever calls it.
 *
 * Appends to one stream take turns by a lock that they hold until they are committed: what is looked at before the insert
 * cannot change until it. Appends to different streams do not wait for one another, and their commits share flushes.
 *
 * Positions are numbers of a sequence. An append may be committed later than one with greater positions; readers are held
 * back meanwhile. Before it takes a number an append takes a shared lock that names a bound: the next number of the
 * sequence, or an earlier one. `settled` asks the sequence for its next number, and then which bounds are locked. An
 * append that has a smaller number by then has either its lock still, or is committed and seen by the next statement; one
 * that takes its lock later takes a number that is not smaller. So what is below all of them is there for good. A
 * horizon of transaction ids would serve as well, but stands still behind any open transaction of the whole server.
 *
 * A command that was handled before is looked for only where the version is another than expected; else the unique key
 * finds it, and the insert fails.
 *
 * Its statements are planned once, not for each call anew: there is one way to do them, whatever the sizes.
 *
 * The hash is computed here because the instant of the database's clock is part of it: see `linkOf`. Of each entry there
 * is the digest, the number within its command, and the content.
 */
export const appendFunction = (schema: string): string => `
create or replace function ${schema}.known(in_stream text, contents jsonb) returns text
language plpgsql stable as $known$
declare
  command text;
begin
  for command in select value ->> 'commandId' from jsonb_array_elements(contents) loop
    perform from ${schema}.event where stream = in_stream and command_id = command and nth = 0;
    if found then return command; end if;
  end loop;
  return null;
end $known$;
create or replace function ${schema}.append(
  into_stream text, expected integer, digests text[], nths integer[], contents jsonb) returns jsonb
language plpgsql set plan_cache_mode to force_generic_plan as $append$
declare
  actual integer := 0;
  link text := repeat('0', 64);
  at timestamptz := '-infinity';
  instant text;
  known text;
  digest text;
  hashes text[] := '{}';
  positions bigint[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtextextended('einzug.append.${schema}.' || into_stream, 0));
  select version, hash, recorded_at into actual, link, at
    from ${schema}.event where stream = into_stream order by version desc limit 1;
  if not found then
    actual := 0; link := repeat('0', 64); at := '-infinity';
  end if;
  if actual <> expected then
    known := ${schema}.known(into_stream, contents);
    return case when known is null then jsonb_build_object('actual', actual) else jsonb_build_object('handled', known) end;
  end if;
  at := greatest(at, date_trunc('milliseconds', clock_timestamp()));
  instant := to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  foreach digest in array digests loop
    link := encode(sha256(convert_to(
      '{"content":"' || digest || '","previous":"' || link || '","recordedAt":"' || instant || '"}', 'UTF8')), 'hex');
    hashes := hashes || link;
  end loop;
  perform pg_advisory_xact_lock_shared(
    '${schema}.place'::regclass::oid::integer, ((last_value + is_called::integer) & 2147483647)::integer)
    from ${schema}.place;
  foreach digest in array digests loop
    positions := positions || nextval('${schema}.place');
  end loop;
  insert into ${schema}.event (stream, version, position, recorded_at, type, schema, command_id, nth,
      actor, causation_id, correlation_id, sealed, data, hash)
    select into_stream, expected + k, place, at, type, schema, "commandId", nth,
      actor, "causationId", "correlationId", sealed, data, hash
    from rows from (
      jsonb_to_recordset(contents) as (type text, schema smallint, "commandId" text, actor text,
        "causationId" text, "correlationId" text, sealed jsonb, data jsonb),
      unnest(nths), unnest(hashes), unnest(positions)) with ordinality
      as _ (type, schema, "commandId", actor, "causationId", "correlationId", sealed, data, nth, hash, place, k);
  return jsonb_build_object('recordedAt', instant, 'positions', positions, 'hashes', hashes);
end $append$;
create or replace function ${schema}.settled() returns bigint
language plpgsql as $settled$
declare
  next bigint;
  bound bigint;
begin
  if pg_is_in_recovery() then
    raise 'a replica does not know what is being written' using errcode = 'object_not_in_prerequisite_state';
  end if;
  select last_value + is_called::integer into next from ${schema}.place;
  -- a lock names the last 31 bits of a bound, which is not far from the next number
  select min(next - ((next - objid::bigint + 1073741824) & 2147483647) + 1073741824) into bound
    from pg_locks
    where locktype = 'advisory' and objsubid = 2 and classid = '${schema}.place'::regclass
      and database = (select oid from pg_database where datname = current_database());
  return least(next, bound);
end $settled$;`
