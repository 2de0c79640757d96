-- what the first version of `migrate` made, in a schema `elder`
create schema elder;
create table elder.migration (version integer primary key, applied_at timestamptz not null default clock_timestamp());
create sequence elder.position;
create table elder.event (
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
);
create index on elder.event (position);
create or replace function elder.known(in_stream text, entries jsonb) returns text
language plpgsql stable as $known$
declare
  command text;
begin
  for command in select value ->> 'commandId' from jsonb_array_elements(entries) where value ->> 'nth' = '0' loop
    perform from elder.event where stream = in_stream and command_id = command and nth = 0;
    if found then return command; end if;
  end loop;
  return null;
end $known$;
create or replace function elder.append(into_stream text, expected integer, entries jsonb) returns jsonb
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
  perform pg_advisory_xact_lock(hashtextextended('einzug.append.elder', 0));
  select version, hash, recorded_at into actual, link, at
    from elder.event where stream = into_stream order by version desc limit 1;
  if not found then
    actual := 0; link := repeat('0', 64); at := '-infinity';
  end if;
  if actual <> expected then
    known := elder.known(into_stream, entries);
    return case when known is null then jsonb_build_object('actual', actual) else jsonb_build_object('handled', known) end;
  end if;
  at := greatest(at, date_trunc('milliseconds', clock_timestamp()));
  instant := to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  for digest in select value ->> 'digest' from jsonb_array_elements(entries) with ordinality order by ordinality loop
    link := encode(sha256(convert_to(
      '{"content":"' || digest || '","previous":"' || link || '","recordedAt":"' || instant || '"}', 'UTF8')), 'hex');
    hashes := hashes || link;
  end loop;
  place := nextval('elder.position');
  if count > 1 then perform setval('elder.position', place + count - 1); end if;
  insert into elder.event (stream, version, position, recorded_at, type, schema, command_id, nth,
      actor, causation_id, correlation_id, sealed, data, hash)
    select into_stream, expected + k, place + k - 1, at, e ->> 'type', (e ->> 'schema')::smallint,
      e ->> 'commandId', (e ->> 'nth')::integer, e ->> 'actor', e ->> 'causationId', e ->> 'correlationId',
      e -> 'sealed', e -> 'data', hashes[k]
    from jsonb_array_elements(entries) with ordinality as _ (e, k) order by k;
  perform pg_notify('elder', '');
  return jsonb_build_object('recordedAt', instant, 'position', place, 'hashes', hashes);
end $append$;
insert into elder.migration (version) values (1);
