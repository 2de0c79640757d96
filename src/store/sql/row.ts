/** A row as it is asked for: in types that every driver reads alike. */
export interface Row {
  readonly stream: string
  readonly version: number
  readonly position: number
  /** Milliseconds since 1970. */
  readonly recorded_at: number
  readonly type: string
  readonly schema: number
  readonly command_id: string
  readonly actor: string | null
  readonly causation_id: string | null
  readonly correlation_id: string | null
  readonly sealed: string | null
  readonly data: string
  readonly hash: string
}

export const columns = `stream, version, position::float8 as position,
  (extract(epoch from recorded_at) * 1000)::float8 as recorded_at,
  type, schema, command_id, actor, causation_id, correlation_id, sealed::text as sealed, data::text as data, hash`

/** The document that a row holds. */
export const documentOf = (row: Row): unknown => {
  const { stream, version, schema, position, hash } = row
  const envelope: Record<string, unknown> = {
    stream,
    version,
    recordedAt: new Date(row.recorded_at).toISOString(),
    schema,
    commandId: row.command_id,
    position,
    hash,
  }
  if (row.actor !== null) envelope['actor'] = row.actor
  if (row.causation_id !== null) envelope['causationId'] = row.causation_id
  if (row.correlation_id !== null) envelope['correlationId'] = row.correlation_id
  if (row.sealed !== null) envelope['sealed'] = JSON.parse(row.sealed) as unknown
  return { type: row.type, data: JSON.parse(row.data) as unknown, envelope }
}
